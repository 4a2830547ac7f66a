/** Turns as the store keeps them, played with declines, swaps, stand-ins, absences and newcomers in any mixture. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Agreement, Person } from '../../src/domain/agreement.ts';
import { plan } from '../../src/domain/cadence.ts';
import { type Meeting, planned } from '../../src/domain/meeting.ts';
import { balance, type Turn } from '../../src/domain/rotation.ts';
import { askSwap, lapseSwap, takeSwap, withdrawSwap } from '../../src/domain/swap.ts';
import type { Product } from '../../src/flows/product.ts';
import { appoint, chooseSecretary, turnsOf } from '../../src/flows/secretary.ts';
import { fairnessView } from '../../src/flows/show-fairness.ts';
import type { Reader } from '../../src/ports.ts';
import { hub, stockholm } from '../support/agreement.ts';
import { at } from '../support/clock.ts';

const MEETINGS = 30;
const day = (text: string) => Temporal.PlainDate.from(text);
const slots = plan(hub, day('2027-01-01'), day('2028-12-31')).meetings.slice(0, MEETINGS).map(planned);

interface World {
  people: Person[];
  /** Who declines the turn to write which meeting; `always` every time, and takes over nothing. */
  declines: (person: string, meeting: number) => boolean;
  always: string;
  /** What becomes of a question to swap before a meeting, when there is one. */
  swaps: ({ to: number; ends: 'taken' | 'undone' | 'lapsed' } | undefined)[];
  /** Calls the forum and is no member of it. */
  outsider: boolean;
}

const anyWorld: fc.Arbitrary<World> = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 4 }),
    always: fc.nat(),
    convener: fc.nat(),
    outsider: fc.boolean(),
    newcomers: fc.array(fc.record({ who: fc.nat(), at: fc.integer({ min: 0, max: MEETINGS - 1 }) }), { maxLength: 2 }),
    away: fc.array(
      fc.record({ who: fc.nat(), from: fc.integer({ min: 0, max: MEETINGS - 1 }), meetings: fc.integer({ min: 1, max: 9 }) }),
      { maxLength: 6 },
    ),
    declined: fc.array(fc.tuple(fc.nat({ max: 11 }), fc.nat({ max: MEETINGS - 1 })), { maxLength: 25 }),
    swaps: fc.array(
      fc.option(fc.record({ to: fc.nat(), ends: fc.constantFrom('taken' as const, 'undone' as const, 'lapsed' as const) }), {
        nil: undefined,
        freq: 2,
      }),
      { minLength: MEETINGS, maxLength: MEETINGS },
    ),
  })
  .map(({ sizes, always, convener, outsider, newcomers, away, declined, swaps }) => {
    const units = hub.units.slice(0, sizes.length);
    const seats = sizes.flatMap((size, unit) => Array.from({ length: size }, () => units[unit]!));
    const which = (n: number) => n % seats.length;
    const starts = (n: number) => slots[Math.min(n, MEETINGS - 1)]!.start.slice(0, 10);
    const people = seats.map((unit, n): Person => {
      const joined = newcomers.find(({ who }) => which(who) === n && n !== which(always));
      return {
        ...{ ...stockholm.people[0]!, id: `p${n}`, name: `P ${n}`, unit },
        ...{ forums: ['hub-intro'], whenNeeded: [], since: joined && starts(joined.at) },
        convenes: !outsider && which(convener) === n ? ['hub-intro'] : [],
        away: away
          .filter(({ who }) => which(who) === n)
          .map(({ from, meetings }) => ({ from: starts(from), to: starts(from + meetings - 1) })),
      };
    });
    if (outsider) people.push({ ...people[0]!, id: 'outsider', forums: [], convenes: ['hub-intro'], away: [], since: undefined });
    const no = new Set(declined.map(([who, n]) => `${which(who)}/${n}`));
    const refuser = `p${which(always)}`;
    const declines = (person: string, n: number) => person === refuser || no.has(`${person.slice(1)}/${n}`);
    return { people, declines, always: refuser, swaps, outsider };
  });

const productOf = ({ people }: World): Product => {
  const units = new Set(people.map(({ unit }) => unit));
  const agreement: Agreement = {
    ...stockholm,
    people,
    forums: [{ ...hub, units: hub.units.filter((unit) => units.has(unit)) }],
  };
  return { agreement, clock: { now: () => at('2027-01-01T08:00') } } as Product;
};

/** Every meeting as it is stored once it has begun. */
function played(world: World): Meeting[] {
  const product = productOf(world);
  const members = world.people.filter(({ forums }) => forums.length > 0);
  const held: Meeting[] = [];
  for (const [n, slot] of slots.entries()) {
    const choose = (declined: string[]): Meeting => {
      const chosen = chooseSecretary(product, slot, turnsOf(held), declined)!;
      if (chosen.kind !== 'convener-stands-in' && world.declines(chosen.person, n)) return choose([...declined, chosen.person]);
      return { ...slot, secretary: appoint(chosen, declined) };
    };
    const before = choose([]);
    held.push({ ...swapped(before, world, n, members), stage: { name: 'in-progress' } as Meeting['stage'] });
  }
  return held;
}

function swapped(meeting: Meeting, { swaps, always }: World, n: number, members: readonly Person[]): Meeting {
  const swap = swaps[n];
  const to = swap && members[swap.to % members.length]!;
  if (!swap || !to || to.id === always) return meeting;
  const asked = askSwap(meeting, meeting.secretary!.person, to.id, false);
  if (!asked.ok) return meeting;
  if (swap.ends === 'lapsed') return lapseSwap(asked.value);
  const taken = takeSwap(asked.value, asked.value.secretary!.swap!.number, { person: to.id, unit: to.unit });
  if (!taken.ok) throw new Error(taken.no);
  if (swap.ends === 'taken') return taken.value;
  const undone = withdrawSwap(taken.value, to.id, false);
  if (!undone.ok) throw new Error(undone.no);
  return undone.value;
}

const shown = (world: World, held: readonly Meeting[]) =>
  fairnessView(productOf(world), { meetings: async () => held } as unknown as Reader, 'hub-intro');
const dueTo = (turn: Turn) => (turn.due === 'nobody' ? undefined : turn.due!.person);
const there = (one: Person, meeting: Meeting) => {
  const date = meeting.start.slice(0, 10);
  return !one.away.some(({ from, to }) => from <= date && date <= to);
};
const RUNS = { numRuns: 80 };

it('nobody gains by declining: who always declines owes at least what others have written more, and rättvisa shows it', async () => {
  await fc.assert(
    fc.asyncProperty(anyWorld, async (world) => {
      const alone = { ...world, declines: (person: string) => person === world.always, swaps: [] };
      const held = played(alone);
      const turns = turnsOf(held);
      const members = world.people.filter(({ forums }) => forums.length > 0);
      const others = world.people.filter(({ id }) => id !== world.always);
      const more = others.reduce((sum, { id }) => sum + Math.max(0, balance(turns, id)), 0);
      const nobodyThere = held.filter(({ secretary }) => secretary!.reason.passed.every(({ why }) => why !== 'declined'));
      const stoodIn = nobodyThere.filter(({ secretary }) => secretary!.reason.kind === 'convener-stands-in').length;
      const owed = 0 - balance(turns, world.always);
      expect(owed).toBeGreaterThanOrEqual(more - stoodIn);
      const { people } = await shown(alone, held);
      const { due, written } = people[members.findIndex(({ id }) => id === world.always)]!;
      expect(due - written).toBe(owed);
    }),
    RUNS,
  );
});

it('a turn is nobody’s only when nobody in the round was there, or when one who owes takes theirs back', () => {
  fc.assert(
    fc.property(anyWorld, (world) => {
      for (const meeting of played(world)) {
        const { reason, swap } = meeting.secretary!;
        if (reason.due !== 'nobody' || (swap?.before ?? meeting.secretary!).reason.kind === 'repays') continue;
        const able = world.people.filter((one) => one.forums.length > 0 && there(one, meeting));
        const passed = new Map(reason.passed.map(({ person, why }) => [person, why]));
        for (const { id } of able) expect(passed.get(id)).toBe('newcomer');
      }
    }),
    RUNS,
  );
});

it('who declines has as many turns as a colleague who never does, counted with what they owe', () => {
  fc.assert(
    fc.property(anyWorld, (world) => {
      const turns = turnsOf(played(world));
      const steady = world.people.filter(
        ({ forums, away, since }) => forums.length > 0 && away.length === 0 && since === undefined,
      );
      const count = (id: string) => turns.filter((turn) => dueTo(turn) === id).length;
      const one = steady.find(({ id }) => id === world.always);
      for (const other of one ? steady.filter(({ unit }) => unit === one.unit) : [])
        expect(Math.abs(count(one!.id) - count(other.id))).toBeLessThanOrEqual(1);
    }),
    RUNS,
  );
});

it('nobody who is there waits longer than the rule promises, whoever declines, swaps, is away or new', () => {
  fc.assert(
    fc.property(anyWorld, (world) => {
      const held = played(world).filter(({ secretary }) => secretary!.reason.due !== 'nobody');
      const members = world.people.filter(({ forums }) => forums.length > 0);
      const units = new Set(members.map(({ unit }) => unit)).size;
      for (const one of members.filter(({ away, since }) => away.length === 0 && since === undefined)) {
        const every = units * members.filter(({ unit }) => unit === one.unit).length;
        for (let n = 0; n + every <= held.length; n += 1) expect(turnsOf(held.slice(n, n + every)).map(dueTo)).toContain(one.id);
      }
    }),
    RUNS,
  );
});

it('an absence never cancels a turn: who comes back is due before anybody in the unit who has had theirs since', () => {
  fc.assert(
    fc.property(anyWorld, (world) => {
      const held = played(world);
      const turns = turnsOf(held);
      for (const [n, meeting] of held.entries()) {
        const due = dueTo(turns[n]!);
        const whose = world.people.find(({ id }) => id === due);
        if (!whose) continue;
        const last = (id: string) => turns.slice(0, n).findLastIndex((turn) => dueTo(turn) === id);
        const waiting = world.people.filter(
          (one) => one.forums.length > 0 && one.unit === whose.unit && one.since === undefined && there(one, meeting),
        );
        if (whose.since === undefined) for (const one of waiting) expect(last(whose.id)).toBeLessThanOrEqual(last(one.id));
      }
    }),
    RUNS,
  );
});

it('the same history gives the same answer', () => {
  fc.assert(
    fc.property(anyWorld, (world) => {
      expect(turnsOf(played(world))).toEqual(turnsOf(played(world)));
    }),
    { numRuns: 30 },
  );
});
