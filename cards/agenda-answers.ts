import { z } from 'zod';
import { count, text } from './fields.ts';
import type { Words } from './words.ts';

/** What the calendar has been answered, a unit each. */
export const unitAnswers = z.strictObject({
  unit: text,
  asked: count,
  accepted: count,
  tentative: count,
  declined: count,
  empty: z.boolean(),
});

interface Answers {
  answers: z.infer<typeof unitAnswers>[] | null;
  represented: string;
}

/** How many come, in all and from each unit; a unit that nobody comes from is flagged. */
export function sayAnswers({ answers, represented }: Answers, { agenda: say, format }: Words) {
  const asked = answers ?? [];
  const sum = (of: 'asked' | 'accepted' | 'tentative' | 'declined') => asked.reduce((total, unit) => total + unit[of], 0);
  const silent = sum('asked') - sum('accepted') - sum('tentative') - sum('declined');
  const [accepted, tentative, declined] = [sum('accepted'), sum('tentative'), sum('declined')];
  const counts = [accepted, tentative, declined, silent].map(format.count) as [string, string, string, string];
  const empty = asked.filter((unit) => unit.empty).map(({ unit }) => unit);
  return {
    answers: sum('asked') === 0 ? '' : say.answers(...counts),
    perUnit: asked
      .filter((unit) => unit.asked > 0)
      .map((one) => say.comesFrom(one.unit, format.count(one.accepted), format.count(one.asked)))
      .join(' · '),
    nobody: empty.length === 0 ? '' : `⚠ ${say.nobodyFrom(format.list(empty), represented)}`,
  };
}
