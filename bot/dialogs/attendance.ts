import { type Forum, membersOf, unitName } from '../../src/domain/agreement.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { type SafeText, trimmed } from '../../src/domain/privacy.ts';
import { view } from '../../src/flows/cards.ts';
import type { Product } from '../../src/flows/product.ts';
import { takeAttendance } from '../../src/flows/take-notes.ts';
import type { Claims } from '../actions.ts';
import type { Dialog, Opened } from '../dialogs.ts';
import { refusals } from '../sentences.ts';
import type { Turn } from '../turn.ts';

const LONGEST = 100;

const membersFrom = (product: Product, forum: Forum, unit: string) =>
  membersOf(product.agreement, forum.id).filter((person) => person.unit === unit);

const substituteOf = (claims: Claims, unit: string): SafeText => trimmed(claims[`substitute_${unit}`]);

/** The members of a unit who are ticked. */
function ticked(product: Product, forum: Forum, claims: Claims, unit: string): string[] {
  const said = (claims[`unit_${unit}`] ?? '').split(',').map((id) => id.trim());
  return membersFrom(product, forum, unit)
    .map(({ id }) => id)
    .filter((id) => said.includes(id));
}

function shown(
  { product, forum }: Turn,
  meeting: Meeting,
  filled: { present(unit: string): readonly string[]; substitute(unit: string): string },
  error: string,
): Opened {
  const units = forum.units.map((unit) => ({
    id: unit,
    name: unitName(product.agreement, unit),
    people: membersFrom(product, forum, unit).map(({ id, name }) => ({ id, name, present: filled.present(unit).includes(id) })),
    substitute: filled.substitute(unit),
  }));
  return { title: 'Närvaro', view: view('dialog-attendance', { meeting: meeting.id, units, error }) };
}

/** The dialog as it was filled in, with a word. */
const asTyped = (turn: Turn, meeting: Meeting, claims: Claims, error: string): Opened =>
  shown(
    turn,
    meeting,
    {
      present: (unit) => ticked(turn.product, turn.forum, claims, unit),
      substitute: (unit) => substituteOf(claims, unit),
    },
    error,
  );

export const attendance: Dialog = {
  async open(turn, { meeting: id = '' }) {
    const meeting = await turn.product.store.read((reader) => reader.meeting(id));
    if (!meeting || meeting.forum !== turn.forum.id) return { say: refusals['no-meeting'] };
    const noted = {
      present: (unit: string) => meeting.attendance[unit] ?? [],
      substitute: (unit: string) => meeting.substitutes?.[unit] ?? '',
    };
    return shown(turn, meeting, noted, '');
  },

  async submit(turn, claims) {
    const { product, forum, actor } = turn;
    const meeting = await product.store.read((reader) => reader.meeting(claims['meeting'] ?? ''));
    if (!meeting || meeting.forum !== forum.id) return { say: refusals['no-meeting'] };
    const tooLong = forum.units.find((unit) => substituteOf(claims, unit).length > LONGEST);
    if (tooLong !== undefined) return asTyped(turn, meeting, claims, `Skriv högst ${LONGEST} tecken om ersättaren.`);
    const present = Object.fromEntries(forum.units.map((unit) => [unit, ticked(product, forum, claims, unit)]));
    const absent = Object.fromEntries(
      forum.units.map((unit) => [
        unit,
        membersFrom(product, forum, unit)
          .map(({ id }) => id)
          .filter((id) => !present[unit]!.includes(id)),
      ]),
    );
    const substitutes = Object.fromEntries(
      forum.units.flatMap((unit) => (substituteOf(claims, unit) === '' ? [] : [[unit, substituteOf(claims, unit)]])),
    );
    const done = await takeAttendance(product, actor, meeting.id, { present, absent, substitutes });
    return done.ok ? { saved: 'Närvaron är sparad.' } : { say: refusals[done.no] };
  },

  async again(turn, claims, stop) {
    const meeting = await turn.product.store.read((reader) => reader.meeting(claims['meeting'] ?? ''));
    if (!meeting || meeting.forum !== turn.forum.id) return { say: refusals['no-meeting'] };
    return asTyped(turn, meeting, claims, stop.say('ersättaren'));
  },
};
