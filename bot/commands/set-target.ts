import { forumOf } from '../../src/domain/agreement.ts';
import type { Indicator } from '../../src/domain/indicator.ts';
import { indicatorsCalled } from '../../src/flows/about-indicator.ts';
import { message } from '../../src/flows/cards.ts';
import { settableBy } from '../../src/flows/set-target.ts';
import type { Command } from '../commands.ts';
import { refusals, setBy } from '../sentences.ts';

/** A card has room for so many buttons. */
const BUTTONS = 6;

const offered = (indicators: readonly Indicator[]) =>
  message(indicators.length === 1 ? `Sätt målet för ${indicators[0]!.name}.` : 'Vilket mål vill du sätta?', {
    detail:
      'Skriv in målet när det är beslutat. Det tidigare målet finns kvar i historiken. Ett mål tas tillbaka på indikatorns eget kort: skriv "indikator" och namnet.',
    buttons: indicators.slice(0, BUTTONS).map(({ id, name }, n) => ({
      title: indicators.length === 1 ? 'Sätt mål' : name,
      verb: 'target',
      data: { indicator: id, meeting: '' },
      dialog: true,
      primary: n === 0,
    })),
  });

/** The form itself opens as a dialog, for the one who presses only. */
export const sattMal: Command = {
  say: ['sätt mål', 'satt mal', 'sätta mål', 'nytt mål'],
  does: 'Öppnar formuläret för ett mål som ert forum har beslutat',
  example: 'sätt mål inskrivning',
  writes: false,
  async run({ product, actor }, rest) {
    const own = settableBy(product, actor.person);
    if (rest.trim() === '') return own.length > 0 ? offered(own) : message(refusals['not-setter']);
    const called = indicatorsCalled(product.agreement, rest);
    const mine = called.filter((one) => own.includes(one));
    if (mine.length > 0) return offered(mine);
    const [other] = called;
    if (!other) return message('Jag hittar ingen indikator med det namnet. Skriv "indikatorer" för att se dem.');
    if (!other.setBy) return message(refusals['no-setter']);
    return message(setBy(other.name, forumOf(product.agreement, other.setBy.forum).called));
  },
};
