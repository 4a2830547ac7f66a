/**
 * Who may do what, as one table (ours, domain rule 20; the sources name the roles and not their rights). Roles follow from
 * the roster and the store, never from a card. What may be done with a question depends on where it is, and stands in
 * `question-rights.ts`; a proposed item is its proposer's (`agenda.ts`); whose figures a unit reports, the definition says.
 */
import { type Agreement, authoritiesIn, convenerOf, type Forum, forumOf, type Person } from './agreement.ts';
import type { Meeting } from './meeting.ts';

/** What somebody is to a meeting. `owner` and `colleague` are of the thing at hand. */
export type Role =
  | 'member'
  | 'secretary'
  | 'convener'
  /** Has been given the action, or announced the case. */
  | 'owner'
  /** Sits in the same unit as the one whose turn it is. */
  | 'colleague'
  | Office;

/** What the roster gives somebody without a seat in the forum. */
export type Office =
  /** Registers what is filed, for an authority that sits in the forum. */
  | 'registrar'
  /** Puts the reports together, from the figures of all forums (rapportansvarig). */
  | 'report-lead';

export const rights = {
  /** Read agenda, figures, minutes and drafts of them, decisions; propose items, comment. */
  'take-part': ['member'],
  /** Write in the number one's own authority has registered filed minutes under. */
  'register-own': ['member', 'registrar'],
  /** Write in every authority's. */
  'register-all': ['secretary', 'convener'],
  /** Write in the numbers a filed report is registered under: who may make it all, others their own authority's. */
  'register-report': ['member', 'registrar', 'report-lead'],
  /** See where and as what the forum's minutes lie filed. */
  'see-filed': ['member', 'registrar'],
  /** See the forum's figures, protected as the forum sees them. */
  'see-figures': ['member', 'report-lead'],
  /** Write, close, edit, approve and reopen the minutes. */
  'keep-minutes': ['secretary', 'convener'],
  'move-meeting': ['convener'],
  /** Say yes or no to one's turn to write. */
  'answer-turn': ['secretary'],
  /** Ask for somebody to take over the turn, also for one who is away. */
  'swap-turn': ['secretary', 'colleague', 'convener'],
  'take-turn-over': ['member'],
  /** Take a swap back; besides those it is between. */
  'withdraw-swap': ['convener'],
  /** See whom the forum's cards have reached, and send again to those they have not. */
  'see-reach': ['secretary', 'convener'],
  'finish-action': ['owner', 'secretary', 'convener'],
  /** Say that an action is not to be done. */
  'withdraw-action': ['secretary', 'convener'],
  /** Take off an item that a figure beyond its line has proposed. */
  'take-off-proposal': ['convener'],
  /** Freeze the report of the figures, and file it. */
  'make-report': ['convener', 'report-lead'],
  /** Take back a case that was announced. */
  'remove-case': ['owner', 'convener'],
} as const satisfies Record<string, readonly Role[]>;

export type Act = keyof typeof rights;

const OFFICES: readonly Role[] = ['registrar', 'report-lead'];

/** True when one of the roles gives the right: an office by itself, the others to members of the meeting's forum only. */
export const may = (act: Act, roles: ReadonlySet<Role>): boolean =>
  (rights[act] as readonly Role[]).some((role) => roles.has(role) && (roles.has('member') || OFFICES.includes(role)));

/** What the person is to a forum without sitting in it. */
export function officesIn(agreement: Agreement, person: Person, forum: Forum): Office[] {
  const registers = authoritiesIn(agreement, forum).some(({ id }) => id === person.registersFor);
  return [...(registers ? (['registrar'] as const) : []), ...(person.leadsReports ? (['report-lead'] as const) : [])];
}

/** The forums in which one of the person's offices gives the right. */
export const forumsByOffice = (agreement: Agreement, person: Person, act: Act): Forum[] =>
  agreement.forums.filter((forum) => may(act, new Set(officesIn(agreement, person, forum))));

type Where = Pick<Meeting, 'forum' | 'secretary'>;

/** What the person is to the meeting now. `also` says what they are to the action at hand. */
export function rolesIn(agreement: Agreement, person: Person, meeting: Where, also: readonly Role[] = []): Set<Role> {
  const roles = new Set<Role>(officesIn(agreement, person, forumOf(agreement, meeting.forum)));
  if (!person.forums.includes(meeting.forum)) return roles;
  roles.add('member');
  for (const role of also) roles.add(role);
  if (convenerOf(agreement, meeting.forum)?.id === person.id) roles.add('convener');
  const secretary = meeting.secretary?.person;
  if (secretary === person.id) roles.add('secretary');
  else if (agreement.people.some(({ id, unit }) => id === secretary && unit === person.unit)) roles.add('colleague');
  return roles;
}

export const mayIn = (agreement: Agreement, person: Person, act: Act, meeting: Where, also: readonly Role[] = []): boolean =>
  may(act, rolesIn(agreement, person, meeting, also));
