/**
 * What planning costs: 290 different definitions of five forums over ten years, all rules on, beside a Temporal loop that
 * only adds the days and beside rrule, the recurrence library, giving the unmoved dates.
 */
import v8 from 'node:v8';
import vm from 'node:vm';
import rrule from 'rrule';
import type { Agreement, Forum } from '../../src/domain/agreement.ts';
import { occurrences } from '../../src/domain/cadence.ts';
import { dayOf } from '../../src/domain/days.ts';
import { inLevelOrder } from '../../src/domain/level-order.ts';
import { planRows } from '../../src/flows/plan-rows.ts';
import { median } from './client.ts';

const DEFINITIONS = 290;
const FORUMS = ['hub-intro', 'hub-ec', 'section', 'unit', 'education'];
const [from, to] = [Temporal.PlainDate.from('2027-01-01'), Temporal.PlainDate.from('2036-12-31')];
const [first, last] = [dayOf(from), dayOf(to)];

/** Another anchor, other holiday weeks and another reach for each: no two are alike. */
function different(agreement: Agreement, n: number): Agreement {
  const forums = agreement.forums
    .filter((forum) => FORUMS.includes(forum.id))
    .map((forum): Forum => {
      if (forum.rhythm.kind !== 'every') return forum;
      const anchor = Temporal.PlainDate.from(forum.rhythm.anchor).add({ days: 7 * (n % 6) + (n % 5) - 2 });
      const weeks = { kind: 'weeks', from: 26 + (n % 5), to: 29 + (n % 7) } as const;
      return {
        ...forum,
        rhythm: {
          ...forum.rhythm,
          anchor: anchor.toString(),
          start: `${String(9 + (n % 7)).padStart(2, '0')}:${String(5 * (n % 11)).padStart(2, '0')}`,
        },
        pauses: forum.pauses.map((pause) => (pause.kind === 'weeks' ? { ...pause, ...weeks } : { ...pause })),
        moving: { ...forum.moving, withinDays: 4 + (n % 3) },
      };
    });
  return { ...agreement, id: `agreement-${n}`, forums: inLevelOrder(agreement.levels, forums) };
}

const every = function* (definitions: readonly Agreement[]) {
  for (const { forums } of definitions) for (const { rhythm } of forums) if (rhythm.kind === 'every') yield rhythm;
};

const ways: Record<string, (definitions: readonly Agreement[]) => number> = {
  /** Every slot with what becomes of it: pauses, red days, moves, the order of the levels. */
  planner(definitions) {
    let count = 0;
    for (const { forums } of definitions) for (const forum of forums) for (const _ of occurrences(forum, first, last)) count += 1;
    return count;
  },
  /** The rows of `npm run plan -- --json`: in time order, with offsets, week, reason and flags. */
  rows(definitions) {
    let count = 0;
    for (const definition of definitions) for (const _ of planRows(definition, first, last)) count += 1;
    return count;
  },
  temporal(definitions) {
    let count = 0;
    for (const { anchor, days } of every(definitions))
      for (let date = Temporal.PlainDate.from(anchor); Temporal.PlainDate.compare(date, to) <= 0; date = date.add({ days }))
        count += 1;
    return count;
  },
  rrule(definitions) {
    let count = 0;
    for (const { anchor, days, start } of every(definitions)) {
      const dtstart = new Date(`${anchor}T${start}:00Z`);
      const until = new Date(`${to}T23:59:59Z`);
      count += new rrule.RRule({ freq: rrule.RRule.DAILY, interval: days, dtstart, until }).all().length;
    }
    return count;
  },
};

/** Megabytes of live heap while rows are streamed, at a tenth of the way and at the end. */
function memory(definitions: readonly Agreement[]): { early: number; late: number } {
  v8.setFlagsFromString('--expose-gc');
  const collect = vm.runInNewContext('gc') as () => void;
  const live = () => {
    collect();
    return Math.round((process.memoryUsage().heapUsed / 1e6) * 10) / 10;
  };
  let early = 0;
  for (const [n, definition] of definitions.entries()) {
    for (const _ of planRows(definition, first, last));
    if (n === Math.floor(definitions.length / 10)) early = live();
  }
  return { early, late: live() };
}

export function measurePlanner(agreement: Agreement, rounds: number) {
  const definitions = Array.from({ length: DEFINITIONS }, (_, n) => different(agreement, n));
  if (new Set(definitions.map((one) => JSON.stringify(one.forums))).size !== DEFINITIONS)
    throw new Error('two definitions are alike');
  const took: Record<string, number[]> = {};
  const counted: Record<string, number> = {};
  for (let round = 0; round <= rounds; round += 1)
    for (const [name, way] of Object.entries(ways)) {
      const before = process.cpuUsage();
      counted[name] = way(definitions);
      const { user, system } = process.cpuUsage(before);
      if (round > 0) took[name] = [...(took[name] ?? []), (user + system) / 1000];
    }
  const cpu = Object.fromEntries(Object.entries(took).map(([name, all]) => [name, median(all)]));
  const against = (a: string, b: string) => Math.round((cpu[a]! / cpu[b]!) * 100) / 100;
  return {
    definitions: DEFINITIONS,
    counted,
    milliseconds: cpu,
    plannerToTemporal: against('planner', 'temporal'),
    rowsToTemporal: against('rows', 'temporal'),
    rruleToPlanner: against('rrule', 'planner'),
    rruleToRows: against('rrule', 'rows'),
    heap: memory(definitions),
  };
}

if (import.meta.main) {
  const { agreementFrom, DEFAULT_AGREEMENT } = await import('../../bot/definition.ts');
  console.log(measurePlanner(agreementFrom(DEFAULT_AGREEMENT), 7));
}
