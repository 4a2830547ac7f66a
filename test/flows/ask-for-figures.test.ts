import { describe, expect, it } from 'vitest';
import type { FigureMap } from '../../src/flows/agenda-view.ts';
import { figureView } from '../../src/flows/figure-view.ts';
import { planAhead } from '../../src/flows/plan-ahead.ts';
import type { Product } from '../../src/flows/product.ts';
import { runSteps } from '../../src/flows/run-steps.ts';
import type { AgendaView } from '../../src/flows/views/agenda.ts';
import type { FiguresAskView } from '../../src/flows/views/figure-forms.ts';
import { hub, stockholm } from '../support/agreement.ts';
import { smallProduct } from '../support/small-product.ts';

const MEETING = 'hub-intro-2027-03-30';
const weekly = stockholm.indicators.find(({ id }) => id === 'inskrivningssamtal')!;

/** The hub before its meeting on 30 March, whose agenda goes out on the 23rd; `missing` is what the source does not have. */
async function hubBefore() {
  const small = await smallProduct({ now: '2027-03-17T09:00', calendar: undefined, agreement: stockholm });
  let figures: FigureMap = new Map();
  const look = async () => figures;
  const product: Product = { ...small.product, figures: { ...small.product.figures, look } };
  await product.store.change((change) => planAhead(product, change, hub));
  return {
    ...small,
    missing(period: string, ...from: string[]) {
      const late = from.length === 0 ? null : { period, from, place: { name: '', sheet: '', url: '' } };
      const none = { late, source: null, corrected: '' as const, problem: '' };
      const today = product.clock.now().toPlainDate();
      figures = new Map([[weekly.id, figureView(stockholm, weekly, undefined, today, { targets: [], notes: [] }, none)]]);
    },
    async at(time: string) {
      small.to(time);
      await runSteps(product, hub.id);
      await small.work();
    },
    asked: (person: string) =>
      small.said
        .filter(({ key, update }) => !update && key === `figures-asked/${MEETING}/${person}`)
        .map(({ view }) => view.data as FiguresAskView),
    late() {
      const agenda = small.said.findLast(({ key }) => key === `agenda/${MEETING}`)?.view.data as AgendaView;
      return agenda.items.flatMap((item) => item.figures).find(({ indicator }) => indicator === weekly.id)?.late;
    },
    async published() {
      const open = await product.store.read((reader) => reader.openEffects());
      return JSON.stringify(open.filter(({ kind }) => kind === 'file')).replaceAll('\u00a0', ' ');
    },
  };
}

describe('a weekly figure that falls due after the reminder', () => {
  it('is asked for before the agenda goes out and says that it is missing', async () => {
    const { missing, at, asked, told, late, published } = await hubBefore();
    missing('2027-W10', 'AF Järva');
    await at('2027-03-18T09:00');
    expect(asked('sara')).toMatchObject([{ forms: [{ period: '2027-W10' }] }]);
    missing('2027-W10');
    await at('2027-03-22T09:00');
    expect(told('sara').filter((text) => text.includes('siffr'))).toEqual([]);
    missing('2027-W11', 'AF Järva', 'AF City/Vällingby');
    await at('2027-03-23T09:00');
    // Sara has a card already, and an edited one tells nobody; Omar is asked for the first time.
    expect(told('sara').filter((text) => text.includes('siffra'))).toEqual([
      expect.stringMatching(/^En siffra till behövs inför mötet tisdag 30.mars 2027\.$/),
    ]);
    expect(asked('omar')).toMatchObject([{ forms: [{ period: '2027-W11' }] }]);
    expect(late()).toMatchObject({ period: '2027-W11', asked: { on: '2027-03-23', not: [] } });
    expect(await published()).toContain(
      'uppgift för v. 11 2027 saknas från AF Järva och AF City/Vällingby. Efterfrågad 23 mars 2027.',
    );
  });

  it('and after the agenda has gone out is not said to have been asked for', async () => {
    const { missing, at, told, late } = await hubBefore();
    missing('2027-W11', 'AF Järva');
    await at('2027-03-23T09:00');
    expect(late()).toMatchObject({ asked: { on: '2027-03-23', not: [] } });
    const before = told('sara').length;
    missing('2027-W12', 'AF Järva');
    await at('2027-03-29T09:00');
    await at('2027-03-30T13:00');
    expect(late()).toMatchObject({ period: '2027-W12', asked: { on: '', not: ['AF Järva'] } });
    expect(
      told('sara')
        .slice(before)
        .filter((text) => text.includes('siffr')),
    ).toEqual([]);
  });

  it('is asked for once, however often the steps are looked at', async () => {
    const { missing, at, told, asked } = await hubBefore();
    missing('2027-W10', 'AF Järva');
    await at('2027-03-18T09:00');
    missing('2027-W11', 'AF Järva');
    await at('2027-03-22T09:00');
    await at('2027-03-22T10:00');
    await at('2027-03-23T09:00');
    expect(asked('sara')).toHaveLength(1);
    expect(told('sara').filter((text) => /siffr/i.test(text))).toEqual([
      expect.stringMatching(/^En siffra till behövs inför mötet tisdag 30.mars 2027\.$/),
    ]);
  });
});
