/**
 * Who is asked for a figure that is late (domain rule 17). The definition names the units that report it; a unit answers
 * through people, and whom it asks is ours: those of the unit who sit in the forum, else those who sit in another forum that
 * follows the figure up, else those of the operations within the unit. Where nobody is, whoever convenes the forum is told.
 */
import { type Agreement, convenerOf, type Forum, forumsFollowing, type Person, unitName } from './agreement.ts';
import type { Indicator } from './indicator.ts';
import type { Late } from './indicators.ts';

export interface MissingFigure extends Late {
  indicator: string;
  /** The day they were asked; not there in a list of whom to ask. */
  on?: string;
  /** True for a convener who is told because nobody of those it is missing from can be asked. */
  standIn: boolean;
}

export interface FigureAsk {
  /** Undefined where the forum has no convener either: then its channel is told. */
  person: string | undefined;
  missing: MissingFigure[];
}

const isAway = ({ away }: Person, day: string): boolean => away.some(({ from, to }) => from <= day && day <= to);

/** People of a unit who can be asked on `today`; none who is away. */
export function askedOf(
  agreement: Agreement,
  forum: Forum,
  indicator: Indicator,
  unit: string,
  today: Temporal.PlainDate,
): Person[] {
  const there = agreement.people.filter((person) => person.forums.length > 0 && !isAway(person, today.toString()));
  const following = new Set(forumsFollowing(agreement, indicator.id).map(({ id }) => id));
  const own = there.filter((person) => person.unit === unit);
  const within = new Set(agreement.units.filter(({ parent }) => parent === unit).map(({ id }) => id));
  // A form is filled in for one's own unit, by those whose forum follows the figure; anybody may write in a file.
  const circles = [
    own.filter(({ forums }) => forums.includes(forum.id)),
    own.filter(({ forums }) => forums.some((id) => following.has(id))),
    ...(indicator.source.kind === 'list' ? [] : [own, there.filter((person) => within.has(person.unit))]),
  ];
  return circles.find((people) => people.length > 0) ?? [];
}

const same = (a: string, b: string): boolean => a.toLocaleLowerCase('sv') === b.toLocaleLowerCase('sv');

/** The units that owe a late figure: those it names, or all that report it where it names other things than units. */
function owing(agreement: Agreement, { owner }: Indicator, late: Late): { unit: string; from: string[] }[] {
  const named = owner.units.flatMap((unit) => {
    const from = late.from.filter((name) => same(name, unitName(agreement, unit)));
    return from.length > 0 ? [{ unit, from }] : [];
  });
  return named.length > 0 ? named : owner.units.map((unit) => ({ unit, from: late.from }));
}

/** One ask for each person, with everything that is missing from their unit, in the agenda's order. */
export function figureAsks(
  agreement: Agreement,
  forum: Forum,
  late: ReadonlyMap<string, Late>,
  today: Temporal.PlainDate,
): FigureAsk[] {
  const asks = new Map<string | undefined, MissingFigure[]>();
  const add = (person: string | undefined, one: MissingFigure) => {
    const known = asks.get(person)?.find(({ indicator, standIn }) => indicator === one.indicator && standIn === one.standIn);
    if (known) known.from = [...new Set([...known.from, ...one.from])];
    else asks.set(person, [...(asks.get(person) ?? []), { ...one, from: [...one.from] }]);
  };
  for (const [id, one] of late) {
    const indicator = agreement.indicators.find((known) => known.id === id);
    if (!indicator) continue;
    const units = owing(agreement, indicator, one);
    const asked = units.map(({ unit, from }) => ({ from, people: askedOf(agreement, forum, indicator, unit, today) }));
    for (const { people, from } of asked)
      for (const { id: person } of people) add(person, { ...one, indicator: id, from, standIn: false });
    const unasked = units.length === 0 ? one.from : asked.flatMap(({ people, from }) => (people.length === 0 ? from : []));
    if (unasked.length > 0) add(convenerOf(agreement, forum.id)?.id, { ...one, indicator: id, from: unasked, standIn: true });
  }
  return [...asks].map(([person, missing]) => ({ person, missing }));
}

/** What of an ask is still missing, as it is missing now; a figure that has come since is not among it. */
export function stillMissing(asked: readonly MissingFigure[], late: ReadonlyMap<string, Late>): MissingFigure[] {
  return asked.flatMap((one) => {
    const now = late.get(one.indicator);
    const from = now?.from.filter((name) => one.from.some((known) => same(known, name))) ?? [];
    return now && from.length > 0 ? [{ ...one, period: now.period, from }] : [];
  });
}

const covers = (one: MissingFigure, { indicator, period, from }: MissingFigure): boolean =>
  one.indicator === indicator && one.period === period && from.every((name) => one.from.some((known) => same(known, name)));

/**
 * What somebody is asked for by now, when `due` is what is missing from them and `known` what they were asked for before: a
 * period that has fallen due since is asked for in its own right, and takes the place of the one before it.
 */
export function askedNow(
  known: readonly MissingFigure[],
  due: readonly MissingFigure[],
  today: Temporal.PlainDate,
): { missing: MissingFigure[]; fresh: MissingFigure[] } {
  const fresh = due
    .filter((one) => known.every((before) => !covers(before, one)))
    .map((one) => ({ ...one, on: today.toString() }));
  const kept = known.filter(({ indicator }) => fresh.every((one) => one.indicator !== indicator));
  return { missing: [...kept, ...fresh], fresh };
}

/** When those a figure is missing from were asked for just that period, the last of them; and who has not been. */
export interface AskedSince {
  /** '' when nobody has. */
  on: string;
  not: string[];
}

export function askedSince(asked: readonly MissingFigure[], indicator: string, late: Late): AskedSince {
  const own = asked.filter((one) => one.indicator === indicator && one.period === late.period);
  const not = late.from.filter((name) => own.every(({ from }) => !from.some((known) => same(known, name))));
  const days = own.map(({ on = '' }) => on).toSorted();
  return { on: days.at(-1) ?? '', not };
}
