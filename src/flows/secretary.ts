/** Whose turn it is to write: the history of the forum, as the rotation needs it. */
import { convenerOf, type Forum, forumOf, membersOf } from '../domain/agreement.ts';
import { plan } from '../domain/cadence.ts';
import type { Meeting, Secretary } from '../domain/meeting.ts';
import { reachedStage } from '../domain/meeting.ts';
import { type Candidate, type NextSecretary, nextSecretary, type Round, type Turn } from '../domain/rotation.ts';
import { personView } from './agenda-view.ts';
import type { Product } from './product.ts';
import type { TurnReason } from './views/turn.ts';

/** Turns taken: whoever was secretary when the minutes were opened. */
export function turnsOf(meetings: readonly Meeting[]): Turn[] {
  return meetings
    .filter((meeting) => meeting.secretary && reachedStage(meeting, 'in-progress'))
    .map(({ slot, secretary }) => ({
      date: slot,
      person: secretary!.person,
      unit: secretary!.unit,
      due: secretary!.reason.due,
    }));
}

/** The forum's round: who takes turns, in the definition's order. */
export function roundOf(product: Product, forum: Forum): Pick<Round, 'units' | 'candidates' | 'partyOf'> {
  const { units } = product.agreement;
  return {
    units: forum.units,
    candidates: membersOf(product.agreement, forum.id).map(
      (person): Candidate => ({ person: person.id, unit: person.unit, since: person.since }),
    ),
    partyOf:
      forum.rotation.between === 'authorities' ? (unit) => units.find((one) => one.id === unit)?.authority ?? unit : undefined,
  };
}

/** Who writes `meeting`, given the turns before it and who has declined it. */
export function chooseSecretary(
  product: Product,
  meeting: { forum: string; slot: string; start: string },
  history: readonly Turn[],
  declined: readonly string[],
): NextSecretary | undefined {
  const forum = forumOf(product.agreement, meeting.forum);
  const people = membersOf(product.agreement, forum.id);
  const date = meeting.start.slice(0, 10);
  const convener = convenerOf(product.agreement, forum.id);
  return nextSecretary({
    date: meeting.slot,
    ...roundOf(product, forum),
    history,
    isAway: (id) => people.find((person) => person.id === id)?.away.some((time) => time.from <= date && date <= time.to) ?? false,
    declined,
    attendedBefore: ({ since }) => since === undefined || metBetween(product, forum.id, since, meeting.slot),
    convener: convener && { person: convener.id, unit: convener.unit },
  });
}

/** True when the forum had a meeting on or after `since` and before `slot`: newcomers get to know it first. */
function metBetween(product: Product, forumId: string, since: string, slot: string): boolean {
  if (since >= slot) return false;
  const forum = forumOf(product.agreement, forumId);
  const last = Temporal.PlainDate.from(slot).subtract({ days: 1 });
  return plan(forum, Temporal.PlainDate.from(since), last).meetings.length > 0;
}

export function appoint(chosen: NextSecretary, declined: readonly string[]): Secretary {
  return { person: chosen.person, unit: chosen.unit, accepted: false, declined: [...declined], reason: chosen };
}

export function turnReason(product: Product, chosen: NextSecretary): TurnReason {
  return {
    person: personView(product, chosen.person),
    kind: chosen.kind,
    insteadOf:
      chosen.due && chosen.due !== 'nobody' && chosen.due.person !== chosen.person
        ? personView(product, chosen.due.person)
        : null,
    unitLast: chosen.unitLast ?? null,
    personLast: chosen.personLast ?? null,
    passed: chosen.passed.map(({ person, why }) => ({ ...personView(product, person), why })),
  };
}
