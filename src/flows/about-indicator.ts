/** What an indicator is, on demand: what is counted, what the agreement says of it, who reports it, what documents state. */
import { type Agreement, forumsFollowing } from '../domain/agreement.ts';
import type { Cited, Indicator } from '../domain/indicator.ts';
import { count, list, longDate, percent } from '../domain/swedish.ts';
import type { AboutView } from './views.ts';

const plain = (text: string) => text.toLocaleLowerCase('sv').normalize('NFC').replace(/\s+/g, ' ').trim();

/** The indicators somebody may mean: the one whose id it is, else those whose id or name has the word in it. */
export function indicatorsCalled(agreement: Agreement, said: string): Indicator[] {
  const word = plain(said);
  const exact = agreement.indicators.filter((one) => one.id === word || plain(one.name) === word);
  if (exact.length > 0 || word === '') return exact;
  return agreement.indicators.filter((one) => one.id.includes(word) || plain(one.name).includes(word));
}

/** In the document's words, so that nobody takes it for a reported figure. */
const cited = ({ period, said, sentence, source, what }: Cited): string =>
  `${what === 'target' ? 'mål' : 'utfall'} ${period === undefined ? '' : `${period} `}${said} – ”${sentence}” (${source})`;

export function aboutIndicator(agreement: Agreement, indicator: Indicator): AboutView[] {
  const { numerator, denominator, owner, baseline, earlierTargets, measure } = indicator;
  const value = measure === 'count' ? count : percent;
  const followed = forumsFollowing(agreement, indicator.id).map((forum) => forum.called);
  const said: AboutView[] = [
    { kind: 'counts', text: denominator === '' ? numerator : `${numerator}, av ${denominator}` },
    { kind: 'activity', text: indicator.activity },
    { kind: 'effect', text: indicator.effect },
    { kind: 'performance', text: indicator.performance },
    {
      kind: 'baseline',
      text: baseline ? `${baseline.period}: ${baseline.value === undefined ? 'ej satt' : value(baseline.value)}` : '',
    },
    ...earlierTargets.map(
      (target): AboutView => ({
        kind: 'earlier-target',
        text: `${target.value === undefined ? '' : value(target.value)} t.o.m. ${longDate(target.validTo ?? '')}`,
      }),
    ),
    ...indicator.cited.map((one): AboutView => ({ kind: 'cited', text: cited(one) })),
    { kind: owner.proposed ? 'owner-proposed' : 'owner', text: owner.name },
    {
      kind: 'followed',
      text: followed.length > 0 ? list(followed) : indicator.followedUp === 'yearly' ? 'den årliga uppföljningen' : '',
    },
    { kind: 'source', text: 'source' in indicator.origin ? indicator.origin.source : '' },
  ];
  return said.filter(({ text }) => text !== '');
}
