import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Engine, openEngine } from '../../src/adapters/store/engine.ts';
import { lookAtCalendar } from '../../src/flows/look-at-calendar.ts';
import { moveMeeting } from '../../src/flows/move-meeting.ts';
import { planEverything } from '../../src/flows/run-steps.ts';
import { text } from '../domain/meetings.ts';
import { stockholm } from '../support/agreement.ts';
import { memoryCalendar } from '../support/calendar.ts';
import { freshSchema } from '../support/engines.ts';
import { needs } from '../support/needs.ts';
import { type SmallProduct, smallProduct } from '../support/small-product.ts';

const MEETING = 'hub-intro-2027-03-16';
const johan = stockholm.people.find(({ id }) => id === 'johan')!;

describe.skipIf(!needs('postgres'))('several replicas and people in Outlook, all at once', () => {
  const engines: Engine[] = [];
  const calendar = Object.assign(memoryCalendar(), { delayMs: 8 });
  let replicas: SmallProduct[];

  beforeAll(async () => {
    const where = await freshSchema();
    for (let n = 0; n < 3; n += 1) engines.push(await openEngine(where));
    replicas = await Promise.all(engines.map((engine) => smallProduct({ now: '2027-03-08T09:00', calendar, engine })));
  });
  afterAll(() => Promise.all(engines.map((engine) => engine.close())));

  it('leave each meeting in the calendar once, at its time', { timeout: 120_000 }, async () => {
    const [first] = replicas;
    await Promise.all(replicas.map(({ product }) => planEverything(product)));
    await Promise.all(replicas.map(({ work }) => work()));
    const days = ['17', '18', '19', '22', '15'];
    for (const [round, day] of days.entries()) {
      const to = `2027-03-${day}T13:00`;
      const cause = `move-${round}`;
      if (round % 2 === 0) calendar.remove(MEETING);
      else calendar.drag(MEETING, '2027-03-12T10:00', '2027-03-12T11:00');
      await Promise.all([
        moveMeeting(first!.product, { person: johan, cause }, MEETING, to, text('Lokalen är stängd')),
        ...replicas.flatMap(({ product, work }) => [lookAtCalendar(product), work(), planEverything(product)]),
      ]);
    }
    for (let settled = 0; settled < 3; settled += 1)
      for (const { product, work } of replicas) {
        await lookAtCalendar(product);
        await work();
      }
    const meetings = await first!.product.store.read((reader) => reader.meetings('hub-intro'));
    expect(meetings.find(({ id }) => id === MEETING)!.start).toBe('2027-03-15T13:00');
    for (const { id, start, end } of meetings) expect(calendar.of(id), id).toMatchObject([{ event: { start, end } }]);
    // One of each of the three deletions, never one of each replica.
    expect(calendar.all.filter(({ key }) => key.startsWith(`${MEETING}/`)).length).toBeLessThanOrEqual(4);
    expect(replicas.flatMap(({ errors }) => errors)).toEqual([]);
  });
});
