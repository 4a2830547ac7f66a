/** How a figure moved and what is late, short enough for an agenda in the meeting's narrow side panel. */
import type { Figure } from './figure.ts';
import type { Words } from './words.ts';

/** So many are named; of the others it is said how many they are. */
const NAMED = 1;

export function sayBrief({ change, late, measure }: Pick<Figure, 'change' | 'late' | 'measure'>, words: Words) {
  const { figure: say, format } = words;
  const moved = change?.total ?? null;
  const said = moved === null ? '' : measure === 'share' ? format.points(moved) : format.difference(moved);
  const arrow = said.startsWith('±') || moved === null ? '' : moved > 0 ? '▲ ' : '▼ ';
  const from = late === null ? [] : late.from.length <= NAMED + 1 ? late.from : late.from.slice(0, NAMED);
  const others = late === null ? 0 : late.from.length - from.length;
  return {
    changeBrief: change === null || moved === null ? '' : `${arrow}${say.changeBrief(said, format.period(change.since))}`,
    lateBrief:
      late === null
        ? ''
        : [
            `⚠ ${say.late(format.period(late.period), format.list(others > 0 ? [...from, say.others(others)] : from))}`,
            ...sayAsked(late, words),
          ].join(' '),
  };
}

/** Since when what is missing has been asked for, or that it has not; nothing outside a meeting's cards. */
export function sayAsked({ asked, from }: NonNullable<Figure['late']>, { figure: say, format }: Words): string[] {
  if (!asked) return [];
  if (asked.not.length === 0) return asked.on === '' ? [] : [say.askedFor(format.day(asked.on))];
  return [say.notAskedFor(asked.not.length === from.length ? '' : format.list(asked.not))];
}
