import { describe, expect, it } from 'vitest';
import { forumOf } from '../../src/domain/agreement.ts';
import { NOTHING_SHOWN } from '../../src/domain/disclosure.ts';
import { latestFigure } from '../../src/domain/indicators.ts';
import type { Observation } from '../../src/domain/observations.ts';
import type { FigureMap } from '../../src/flows/agenda-view.ts';
import { figureView } from '../../src/flows/figure-view.ts';
import { openAgenda } from '../../src/flows/open-agenda.ts';
import { planAhead } from '../../src/flows/plan-ahead.ts';
import { proposeBeyond } from '../../src/flows/propose-beyond.ts';
import { changeItem } from '../../src/flows/propose-item.ts';
import { hub, stockholm } from '../support/agreement.ts';
import { smallProduct } from '../support/small-product.ts';

const [FIRST, SECOND] = ['hub-intro-2027-03-16', 'hub-intro-2027-03-30'] as const;
const indicator = stockholm.indicators.find(({ id }) => id === 'deltagande')!;
const row = (period: string, women: number, men: number): Observation => ({
  indicator: indicator.id,
  period,
  unit: 'Etableringscentrum',
  women,
  men,
  womenBase: 100,
  menBase: 100,
});

/** The hub before its meeting on 16 March, with its agendas not opened yet. */
async function hubBefore() {
  const small = await smallProduct({ now: '2027-03-08T09:00', calendar: undefined, agreement: stockholm });
  const { product } = small;
  const meeting = async (id: string) => (await product.store.read((reader) => reader.meeting(id)))!;
  await product.store.change((change) => planAhead(product, change, hub));
  const figures = (...rows: Observation[]): FigureMap => {
    const today = product.clock.now().toPlainDate();
    const { figure } = latestFigure(indicator, rows, today, { threshold: 5, few: 30 }, NOTHING_SHOWN);
    const none = { late: null, source: null, corrected: '' as const, problem: '' };
    return new Map([['deltagande', figureView(stockholm, indicator, figure, today, { targets: [], notes: [] }, none)]]);
  };
  const look = (seen: FigureMap) =>
    product.store.change(async (change) => {
      await change.lock(hub.id);
      await proposeBeyond(product, change, hub, seen);
    });
  const items = async (id: string) => (await meeting(id)).items.filter(({ why }) => why.kind === 'threshold');
  return { ...small, meeting, figures, look, items };
}
const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

describe('a figure beyond its line', () => {
  it('proposes an item with why, on the next agenda that is not out, and the convener hears it', async () => {
    const { figures, look, items, work, told } = await hubBefore();
    await look(figures(row('2027-02', 55, 70)));
    const [item, ...more] = await items(FIRST);
    expect(more).toEqual([]);
    expect(item!.why).toEqual({ kind: 'threshold', indicator: 'deltagande', period: '2027-02', side: 'below', line: 0.6 });
    expect(item!.title).toBe('Gränsvärde: Deltagande i informationsträff på Welcome House');
    expect(plain(item!.background)).toBe(
      'Siffran för februari 2027 var kvinnor 55 % den 8 mars 2027. Gränsen är 60 % (vårt val: Tio procentenheter under målet).',
    );
    await work();
    expect(told('johan').filter((text) => text.includes('Gränsvärde'))).toHaveLength(1);
  });

  it('proposes it once, however often it is read, corrected or crosses back', async () => {
    const { figures, look, items } = await hubBefore();
    const beyond = figures(row('2027-02', 55, 70));
    await look(beyond);
    await look(beyond);
    await look(figures(row('2027-02', 80, 70)));
    await look(figures(row('2027-02', 50, 50)));
    await Promise.all([look(beyond), look(beyond)]);
    expect(await items(FIRST)).toHaveLength(1);
    expect(await items(SECOND)).toHaveLength(0);
  });

  it('stands on the agenda when that opens, also when nobody looked before', async () => {
    const { product, figures, meeting, items } = await hubBefore();
    const seen = figures(row('2027-02', 50, 50));
    await product.store.change(async (change) => {
      await openAgenda(product, change, (await change.meeting(FIRST))!, seen);
    });
    expect((await meeting(FIRST)).stage.name).toBe('open');
    expect(await items(FIRST)).toHaveLength(1);
  });

  it('is on the next agenda when this one is out, and a newer period proposes none beside it', async () => {
    const { product, figures, look, meeting, items, to } = await hubBefore();
    const published = await meeting(FIRST);
    await product.store.change((change) => change.save({ ...published, stage: { name: 'published' } }));
    await look(figures(row('2027-02', 50, 50)));
    expect([(await items(FIRST)).length, (await items(SECOND)).length]).toEqual([0, 1]);
    to('2027-04-02T09:00');
    await look(figures(row('2027-02', 50, 50), row('2027-03', 40, 40)));
    expect(await items(SECOND)).toHaveLength(1);
  });

  it('is taken off by the convener alone, while the agenda is not out, and does not come back', async () => {
    const { product, figures, look, items } = await hubBefore();
    const beyond = figures(row('2027-02', 55, 70));
    await look(beyond);
    const [item] = await items(FIRST);
    const remove = (person: string) =>
      changeItem(
        product,
        { person: stockholm.people.find(({ id }) => id === person)!, cause: `remove-${person}` },
        FIRST,
        item!.id,
        'remove',
      );
    expect(await remove('sara')).toMatchObject({ ok: false, no: 'not-yours' });
    expect(await remove('karin')).toMatchObject({ ok: false, no: 'not-member' });
    expect(await items(FIRST)).toHaveLength(1);
    expect(await remove('johan')).toMatchObject({ ok: true });
    await look(beyond);
    expect([(await items(FIRST)).length, (await items(SECOND)).length]).toEqual([0, 0]);
  });

  it('is each forum’s own: the section managers get theirs', async () => {
    const { product, figures, items, look } = await hubBefore();
    await look(figures(row('2027-02', 55, 70)));
    const section = forumOf(stockholm, 'section');
    await product.store.change(async (change) => {
      await planAhead(product, change, section);
      await proposeBeyond(product, change, section, figures(row('2027-02', 55, 70)));
    });
    expect(await items('section-2027-03-30')).toHaveLength(1);
  });
});
