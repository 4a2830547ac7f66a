import { type Forum, membersOf, unitName } from '../../src/domain/agreement.ts';
import { asAttendance, attendedTogether, type Filled, type FilledTogether } from '../../src/domain/attendance-together.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { ownText, type SafeText, trimmed } from '../../src/domain/privacy.ts';
import { no, yes } from '../../src/domain/result.ts';
import { kept } from '../../src/domain/two-editors.ts';
import { view } from '../../src/flows/cards.ts';
import type { Product } from '../../src/flows/product.ts';
import { takeAttendance } from '../../src/flows/take-notes.ts';
import type { Claims } from '../actions.ts';
import type { Dialog, Opened } from '../dialogs.ts';
import { keepOf, mark } from '../seen-mark.ts';
import { refusals } from '../sentences.ts';
import type { Turn } from '../turn.ts';

const LONGEST = 100;

const membersFrom = (product: Product, forum: Forum, unit: string): string[] =>
  membersOf(product.agreement, forum.id)
    .filter((person) => person.unit === unit)
    .map(({ id }) => id);

const [YES, NO] = ['j', 'n'];

/** For each unit whether each member was ticked, and which substitute stood there: letters only. */
function seenOf({ product, forum }: Turn, { attendance, substitutes }: Meeting): string {
  const units = forum.units.map((unit) => {
    const ticks = membersFrom(product, forum, unit).map((id) => ((attendance[unit] ?? []).includes(id) ? YES : NO));
    return `${ticks.join('')}-${mark(substitutes?.[unit] ?? '')}`;
  });
  return units.join('.');
}

/** What was shown of each unit; not known where members have come or gone since. */
function seenIn(said: string, members: readonly string[], place: number): Filled['seen'] {
  const [ticks, substitute] = (said.split('.')[place] ?? '').split('-');
  if (substitute === undefined || ticks?.length !== members.length) return undefined;
  return { ticked: members.filter((_, n) => ticks[n] === YES), substitute };
}

function filledIn({ product, forum }: Turn, meeting: Meeting, claims: Claims): Filled[] {
  return forum.units.map((unit, place) => {
    const members = membersFrom(product, forum, unit);
    const said = (claims[`unit_${unit}`] ?? '').split(',').map((id) => id.trim());
    const seen = seenIn(claims['seen'] ?? '', members, place);
    const typed = trimmed(claims[`substitute_${unit}`]);
    const substitute = chosen(typed, meeting.substitutes?.[unit] ?? ownText(''), seen, claims[`keep_${unit}`]);
    return { unit, members, ticked: members.filter((id) => said.includes(id)), substitute, seen };
  });
}

/** What its writer chose where two had written, of what they were shown. */
function chosen(typed: SafeText, theirs: SafeText, seen: Filled['seen'], keep: SafeText | undefined): SafeText {
  if (keep === undefined || typed === theirs || seen?.substitute !== mark(theirs)) return typed;
  return ownText(kept({ id: '', text: typed, theirs }, keepOf(keep), ', '));
}

function shown({ product }: Turn, meeting: Meeting, filled: readonly FilledTogether[], seen: string, error: string): Opened {
  const names = new Map(product.agreement.people.map(({ id, name }) => [id, name]));
  const units = filled.map(({ unit, members, present, substitute, theirs = null }) => ({
    id: unit,
    name: unitName(product.agreement, unit),
    people: members.map((id) => ({ id, name: names.get(id) ?? id, present: present.includes(id) })),
    substitute,
    theirs,
  }));
  return { title: 'Närvaro', view: view('dialog-attendance', { meeting: meeting.id, seen, units, error }) };
}

/** The dialog as it was filled in, with a word. */
const asTyped = (turn: Turn, meeting: Meeting, claims: Claims, error: string): Opened =>
  shown(
    turn,
    meeting,
    filledIn(turn, meeting, claims).map(({ ticked, seen: _, ...unit }) => ({ ...unit, present: [...ticked] })),
    claims['seen'] ?? '',
    error,
  );

const TOO_LONG = `Skriv högst ${LONGEST} tecken om ersättaren.`;
const CHOOSE = 'Någon annan har noterat närvaro samtidigt. Välj vad som gäller där det står två ersättare, och spara.';
const OTHERS = 'Någon annan noterade närvaro samtidigt; det båda har ändrat är med.';

const meetingOf = ({ product }: Turn, id: string) => product.store.read((reader) => reader.meeting(id));

export const attendance: Dialog = {
  async open(turn, { meeting: id = '' }) {
    const { product, forum } = turn;
    const meeting = await meetingOf(turn, id);
    if (!meeting || meeting.forum !== forum.id) return { say: refusals['no-meeting'] };
    const noted = forum.units.map((unit) => ({
      unit,
      members: membersFrom(product, forum, unit),
      present: meeting.attendance[unit] ?? [],
      substitute: meeting.substitutes?.[unit] ?? ownText(''),
    }));
    return shown(turn, meeting, noted, seenOf(turn, meeting), '');
  },

  async submit(turn, claims) {
    const { product, forum, actor } = turn;
    const meeting = await meetingOf(turn, claims['meeting'] ?? '');
    if (!meeting || meeting.forum !== forum.id) return { say: refusals['no-meeting'] };
    if (filledIn(turn, meeting, claims).some(({ substitute }) => substitute.length > LONGEST))
      return asTyped(turn, meeting, claims, TOO_LONG);
    let others = false;
    const done = await takeAttendance(product, actor, meeting.id, (now) => {
      const filled = filledIn(turn, now, claims);
      const units = attendedTogether(now, filled, mark);
      if (units.some(({ theirs }) => theirs !== undefined)) return no('stale');
      others = units.some(({ present, substitute }, n) => {
        const mine = filled[n]!;
        return substitute !== mine.substitute || present.join() !== mine.ticked.join();
      });
      return yes(asAttendance(units));
    });
    if (done.ok) return { saved: others ? `Närvaron är sparad. ${OTHERS}` : 'Närvaron är sparad.' };
    if (done.no !== 'stale') return { say: refusals[done.no] };
    const now = (await meetingOf(turn, meeting.id)) ?? meeting;
    return shown(turn, now, attendedTogether(now, filledIn(turn, now, claims), mark), seenOf(turn, now), CHOOSE);
  },

  async again(turn, claims, stop) {
    const meeting = await meetingOf(turn, claims['meeting'] ?? '');
    if (!meeting || meeting.forum !== turn.forum.id) return { say: refusals['no-meeting'] };
    return asTyped(turn, meeting, claims, stop.say('ersättaren'));
  },
};
