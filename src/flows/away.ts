/**
 * Out of office in the calendar proposes a swap (ours, domain rule 11): the one whose turn it is hears it on the card, and the
 * day before, unanswered, the convener. Nothing is swapped by itself.
 */
import type { Meeting } from '../domain/meeting.ts';
import { reachedStage } from '../domain/meeting.ts';
import type { StepName } from '../domain/steps.ts';
import { longDate } from '../domain/swedish.ts';
import type { Change } from '../ports.ts';
import { convenerId, personView } from './agenda-view.ts';
import { message, takeBack } from './cards.ts';
import { inTime } from './in-time.ts';
import { nudge } from './nudge.ts';
import type { Product } from './product.ts';

/** Steps before which the secretary's calendar is asked. */
const ASKED_BEFORE: readonly StepName[] = ['publish-agenda', 'tell-secretary', 'tell-away'];

/** Milliseconds a step waits for a calendar: what is not known by then says nothing. */
const WAIT_MS = 2500;

/** Whose calendar said that they are away when which meeting is held. */
export interface Away {
  meeting: string;
  person: string;
}

export const isAway = (away: Away | undefined, meeting: Meeting): boolean =>
  away !== undefined && away.meeting === meeting.id && away.person === meeting.secretary?.person;

/**
 * Asked before anything is locked, for the step that is due next. Only those who have an address in the tenant's Teams are
 * asked about; of the answer nothing is kept.
 */
export async function lookForAway(product: Product, forum: string): Promise<Away | undefined> {
  const { calendar, agreement, clock, log } = product;
  if (!calendar) return undefined;
  const meeting = await product.store.read(async (reader) => {
    const [due] = await reader.openSteps(forum);
    if (!due || !ASKED_BEFORE.includes(due.name) || Temporal.ZonedDateTime.compare(due.at, clock.now()) > 0) return undefined;
    return reader.meeting(due.meeting);
  });
  const { secretary } = meeting ?? {};
  if (!meeting || !secretary || secretary.accepted || reachedStage(meeting, 'in-progress')) return undefined;
  const { mail, entraId } = agreement.people.find(({ id }) => id === secretary.person) ?? {};
  if (!mail || !entraId) return undefined;
  const { start, end } = meeting;
  const answer = await inTime(calendar.busy([mail], start, end), WAIT_MS).catch((error: unknown) => {
    log.warn({ meeting: meeting.id, error: String(error) }, 'the calendar of the one in turn could not be read');
    return 'late' as const;
  });
  const busy = answer === 'late' ? 'unknown' : (answer.get(mail) ?? 'unknown');
  if (busy === 'unknown') return undefined;
  const gone = busy.some((time) => time.away && time.start < end && start < time.end);
  return gone ? { meeting: meeting.id, person: secretary.person } : undefined;
}

const wordKey = (meeting: string, person: string): string => `away/${meeting}/${person}`;

/** Who has answered while the word to the convener waits for a working hour needs none. */
export const answered = (change: Change, { id, secretary }: Meeting): Promise<void> =>
  takeBack(change, secretary ? [wordKey(id, secretary.person)] : []);

/** The day before: one word to the convener, who may ask somebody else on their behalf. */
export async function tellConvenerOfAway(product: Product, change: Change, meeting: Meeting, away: boolean): Promise<void> {
  const convener = convenerId(product, meeting.forum);
  const { secretary } = meeting;
  if (!away || !convener || !secretary || convener === secretary.person) return;
  if (secretary.accepted || secretary.swap?.state === 'open' || reachedStage(meeting, 'in-progress')) return;
  const { name, unit } = personView(product, secretary.person);
  const text = `${name}, ${unit}, står på tur att skriva ${longDate(meeting.start)} men är borta då enligt sin kalender.`;
  const detail = 'Jag har frågat och inte fått svar. Du kan fråga om någon annan kan skriva; gör du inget står turen kvar.';
  const buttons = [{ title: 'Fråga om byte', verb: 'swap', data: { meeting: meeting.id }, dialog: true, primary: true }];
  const to = { forum: meeting.forum, person: convener, before: meeting.start };
  await nudge(product, change, to, wordKey(meeting.id, secretary.person), message(text, { detail, buttons }));
}
