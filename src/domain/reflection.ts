/**
 * A question to reflect on, one a meeting and each in its turn, on the agendas whose forum wants one (S 2.4, domain rule 22).
 * The longest since it was asked comes first; the same meetings before always give the same question.
 */
import type { CarriedOver } from './agenda.ts';
import type { Forum } from './agreement.ts';
import type { Reflection } from './guidance.ts';
import type { Item, Meeting } from './meeting.ts';
import { ownText } from './privacy.ts';

export const REFLECTION = 'reflektion';

/** `asked` in the order of the meetings. What is not among the questions any longer is nobody's turn. */
export function nextReflection(questions: readonly Reflection[], asked: readonly string[]): Reflection | undefined {
  const last = ({ text }: Reflection) => asked.lastIndexOf(text);
  return questions.toSorted((a, b) => last(a) - last(b))[0];
}

/** What a meeting put off has not been asked there. */
const askedAt = (meeting: Meeting): string[] =>
  meeting.comesBack?.some(({ item }) => item === REFLECTION)
    ? []
    : meeting.items.flatMap(({ id, title }) => (id === REFLECTION ? [title] : []));

/** The agenda with the question whose turn it is after the standing items; unchanged where the forum wants none. */
export function withReflection(
  meeting: Meeting,
  forum: Forum,
  questions: readonly Reflection[],
  earlier: readonly Meeting[],
  carried: CarriedOver,
): Meeting {
  const next = forum.reflects && nextReflection(questions, earlier.flatMap(askedAt));
  if (!forum.reflects || !next || meeting.items.some(({ id }) => id === REFLECTION)) return meeting;
  const item: Item = {
    id: REFLECTION,
    title: ownText(next.text),
    background: carried.standing?.find(({ id }) => id === REFLECTION)?.background ?? ownText(''),
    minutes: forum.reflects.minutes,
    kind: 'standing',
    why: { kind: 'standing', standing: REFLECTION },
    late: false,
    indicators: [],
  };
  const standing = meeting.items.filter(({ kind }) => kind === 'standing');
  return { ...meeting, items: [...standing, item, ...meeting.items.filter(({ kind }) => kind !== 'standing')] };
}
