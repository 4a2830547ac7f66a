import { convenerOf, quoted } from '../../src/domain/agreement.ts';
import { mayIn } from '../../src/domain/rights.ts';
import { meetingTime } from '../../src/domain/swedish.ts';
import { message } from '../../src/flows/cards.ts';
import { nextMeeting } from '../../src/flows/meetings.ts';
import { offerTimes } from '../../src/flows/offer-times.ts';
import type { Command } from '../commands.ts';
import type { Answer, Turn } from '../turn.ts';

async function offer({ product, forum, actor }: Turn, first: string): Promise<Answer> {
  const offered = await offerTimes(product, (reader) => nextMeeting(reader, forum.id));
  if (!offered) return message('Det finns inget planerat möte att flytta.');
  const { meeting, times, note } = offered;
  const about = `Mötet är ${meetingTime(meeting.start, meeting.end)}.`;
  if (meeting.stage.name === 'in-progress') return message(`${first} Mötet har redan börjat.`.trim());
  if (!mayIn(product.agreement, actor.person, 'move-meeting', meeting)) {
    const convener = convenerOf(product.agreement, forum.id);
    const way = convener
      ? `${convener.name}, som är sammankallande, kan flytta mötet.`
      : 'Forumet har ingen sammankallande än. Kom överens om en, så kan hen flytta mötet.';
    return message(`${first} ${way}`.trim(), { detail: about });
  }
  const free = times
    .map((time) => `${meetingTime(time.start, time.end)}${time.warning ? ` (obs: ${time.warning})` : ''}`)
    .join(' · ');
  return message(`${first} Jag kan flytta mötet.`.trim(), {
    detail: free
      ? `${about} Lediga tider: ${free}. ${note}`.trim()
      : `${about} Det finns ingen ledig tid mellan mötena före och efter.`,
    buttons: [{ title: 'Flytta mötet', verb: 'move', data: { meeting: meeting.id }, dialog: true, primary: true }],
  });
}

export const flytta: Command = {
  say: ['flytta', 'flytta mötet'],
  does: 'Föreslår tre lediga tider att flytta nästa möte till',
  example: 'flytta',
  writes: false,
  run: (turn) => offer(turn, ''),
};

/** Nothing in the product cancels a meeting; who asks gets the sentence and the way to move. */
export const avboka: Command = {
  say: ['avboka', 'ställ in', 'stall in', 'avboka mötet', 'ställ in mötet'],
  does: 'Möten avbokas inte; visar hur mötet kan flyttas',
  example: 'ställ in',
  writes: false,
  run: (turn) => offer(turn, quoted(turn.product.agreement, turn.product.agreement.neverCancelled)),
};
