import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Engine, openEngine } from '../../src/adapters/store/engine.ts';
import type { FigureMap } from '../../src/flows/agenda-view.ts';
import { figureView } from '../../src/flows/figure-view.ts';
import type { Product } from '../../src/flows/product.ts';
import { planEverything, runSteps } from '../../src/flows/run-steps.ts';
import { hub, stockholm } from '../support/agreement.ts';
import { smallProduct } from '../support/small-product.ts';

const [PUBLISHED, NEXT, LATER] = ['hub-intro-2027-03-16', 'hub-intro-2027-03-30', 'hub-intro-2027-04-13'] as const;
const weekly = stockholm.indicators.find(({ id }) => id === 'inskrivningssamtal')!;

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine('memory');
});
afterAll(() => engine?.close());

/** The steps of a meeting as the database has them, done or not. */
const stepsOf = async (meeting: string) =>
  (await engine.db.selectFrom('steps').select(['name', 'done_at']).where('meeting', '=', meeting).execute())
    .filter(({ name }) => name.endsWith('-figures'))
    .map(({ name, done_at }) => [name, done_at !== null])
    .toSorted();

describe('a store from before figures were asked for', () => {
  it('gets the steps for meetings to come at start, late where it still helps, and none twice', async () => {
    const agreement = { ...stockholm, forums: [hub] };
    const small = await smallProduct({ now: '2027-03-10T12:00', calendar: undefined, agreement, engine });
    const none = { source: null, corrected: '' as const, problem: '' };
    const late = { period: '2027-W10', from: ['AF Järva'], place: { name: '', sheet: '', url: '' } };
    const added = { targets: [], notes: [] };
    const today = small.product.clock.now().toPlainDate();
    const figures: FigureMap = new Map([[weekly.id, figureView(stockholm, weekly, undefined, today, added, { ...none, late })]]);
    const product: Product = { ...small.product, figures: { ...small.product.figures, look: async () => figures } };
    const run = async (at: string) => {
      small.to(at);
      await planEverything(product);
      await runSteps(product, hub.id);
      await small.work();
    };
    const asks = (meeting: string) =>
      small.said.filter(({ key, update }) => !update && key === `figures-asked/${meeting}/sara`).length;

    await run('2027-03-11T09:00');
    // As the version before kept it: everything but the two steps.
    await engine.db.deleteFrom('steps').where('name', 'in', ['ask-figures', 'remind-figures']).execute();
    await engine.db.deleteFrom('settings').where('name', 'like', 'figures-asked/%').execute();
    small.said.length = 0;

    // The agenda of the 16th is out; the morning for the 30th, whose goes out on the 23rd, was the 18th.
    await run('2027-03-19T09:00');
    expect(await stepsOf(PUBLISHED)).toEqual([]);
    expect(await stepsOf(NEXT)).toEqual([
      ['ask-figures', true],
      ['remind-figures', false],
    ]);
    expect(await stepsOf(LATER)).toEqual([
      ['ask-figures', false],
      ['remind-figures', false],
    ]);
    expect([asks(PUBLISHED), asks(NEXT), asks(LATER)]).toEqual([0, 1, 0]);

    await run('2027-03-19T10:00');
    await run('2027-03-22T09:00');
    expect([asks(PUBLISHED), asks(NEXT), asks(LATER)]).toEqual([0, 1, 0]);
    expect(small.said.filter(({ key }) => key === `figures-reminded/${NEXT}/sara`)).toHaveLength(1);
  });
});
