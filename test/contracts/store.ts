import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/adapters/store/engine.ts';
import { createStore, type Wake } from '../../src/adapters/store/store.ts';
import { NOTHING_SHOWN, protect } from '../../src/domain/disclosure.ts';
import type { IndicatorNote } from '../../src/domain/indicator-notes.ts';
import { planned } from '../../src/domain/meeting.ts';
import { ownText } from '../../src/domain/privacy.ts';
import { act, raise } from '../../src/domain/questions.ts';
import type { Report } from '../../src/domain/report.ts';
import type { Passing } from '../../src/domain/retention.ts';
import { stepsFor } from '../../src/domain/steps.ts';
import type { SetTarget } from '../../src/domain/targets.ts';
import type { Change, Effect, Store } from '../../src/ports.ts';
import { hub } from '../support/agreement.ts';
import { at, clockAt } from '../support/clock.ts';
import type { EngineKind } from '../support/engines.ts';

const noWake: Wake = { effect: async () => {}, step: async () => {}, committed: () => {} };

const meetingAt = (date: string) => ({
  id: `hub-intro-${date}`,
  forum: 'hub-intro',
  slot: Temporal.PlainDate.from(date),
  start: at(`${date}T13:00`),
  end: at(`${date}T14:00`),
  moved: undefined,
});

const questionOf = (id: string) => {
  const words = { text: ownText('Fredagstider?'), proposal: ownText(''), background: ownText(''), urgency: 'normal' as const };
  const asked = { ...words, forum: 'hub-intro', to: 'section', forDecision: false };
  const raised = raise(id, asked, { cause: `r${id}`, at: '2027-03-10T09:00', by: 'sara' });
  if (!raised.ok) throw new Error(raised.no);
  return raised.value;
};

const effect = (key: string, lane = 'lane'): Effect => ({ idemKey: key, kind: 'post', lane, payload: { key } });

/** What every store promises the flows. */
export function storeContract(kind: EngineKind): void {
  describe.skipIf(!kind.available)(`a store ${kind.name}`, () => {
    let engine: Engine;
    let store: Store;
    const clock = clockAt('2027-03-10T09:00');
    const change = <T>(work: (change: Change) => Promise<T>) => store.change(work);

    beforeAll(async () => {
      engine = await kind.open();
      store = createStore(engine.db, clock, noWake, engine.alone);
    });
    afterAll(() => engine.close());

    it('keeps a meeting on its date, whatever zone the server stands in', async () => {
      const meeting = planned(meetingAt('2027-03-16'));
      await change((tx) => tx.save(meeting));
      await change((tx) => tx.save(planned(meetingAt('2027-03-30'))));
      expect(await store.read((r) => r.meeting(meeting.id))).toEqual(JSON.parse(JSON.stringify(meeting)));
      const march = await store.read((r) => r.meetings('hub-intro', { from: '2027-03-16', to: '2027-03-16' }));
      expect(march.map((one) => one.slot)).toEqual(['2027-03-16']);
    });

    it('takes back everything when a change throws', async () => {
      await expect(
        change(async (tx) => {
          await tx.keepSetting('half', 'done');
          throw new Error('no');
        }),
      ).rejects.toThrow('no');
      expect(await store.read((r) => r.setting('half'))).toBeUndefined();
    });

    it('acts on a cause once', async () => {
      expect(await change((tx) => tx.once('activity-1'))).toBe(true);
      expect(await change((tx) => tx.once('activity-1'))).toBe(false);
    });

    it('gives open steps in the order they fall due, and each until it is done', async () => {
      const meeting = meetingAt('2027-04-13');
      await change(async (tx) => {
        await tx.save(planned(meeting));
        await tx.planSteps(meeting.id, 'hub-intro', stepsFor(meeting, hub));
        await tx.planSteps(meeting.id, 'hub-intro', stepsFor(meeting, hub));
      });
      const due = (await store.read((r) => r.openSteps('hub-intro'))).filter((step) => step.meeting === meeting.id);
      expect(due.map((step) => step.name)).toEqual(stepsFor(meeting, hub).map((step) => step.name));
      expect(due[0]!.at.equals(stepsFor(meeting, hub)[0]!.at)).toBe(true);
      await change((tx) => tx.finishStep(meeting.id, 'ask-figures'));
      const left = (await store.read((r) => r.openSteps('hub-intro'))).filter((step) => step.meeting === meeting.id);
      expect(left[0]!.name).toBe('open-agenda');
    });

    it('numbers questions as they are asked, and gives those that have not ended apart', async () => {
      expect(await store.read((r) => r.questions('all'))).toEqual([]);
      const asked = await change(async (tx) => {
        const id = await tx.nextQuestionId();
        const question = questionOf(id);
        await tx.keepQuestion(question);
        await tx.keepQuestion(questionOf(await tx.nextQuestionId()));
        return question;
      });
      expect(asked.id).toBe('1');
      expect(await store.read((r) => r.question('1'))).toEqual(asked);
      for (const id of ['0', '9', 'x', '1 or 1=1', '99999999999'])
        expect(await store.read((r) => r.question(id))).toBeUndefined();
      const gone = act(asked, { do: 'withdraw' }, { cause: 'w', at: '2027-03-11T09:00', by: 'sara' });
      if (!gone.ok) throw new Error(gone.no);
      await change((tx) => tx.keepQuestion(gone.value));
      expect((await store.read((r) => r.questions('open'))).map(({ id }) => id)).toEqual(['2']);
      expect((await store.read((r) => r.questions('all'))).map(({ id }) => id)).toEqual(['1', '2']);
      expect(await change((tx) => tx.nextQuestionId())).toBe('3');
    });

    it('keeps what has been shown of an indicator, whole, and nothing of one that has not been', async () => {
      expect(await store.read((r) => r.shownFigures('deltagande'))).toEqual(NOTHING_SHOWN);
      const cells = [
        { id: 'deltagande|part||2027-02|women', value: 3, wanted: true, rank: 0 },
        { id: 'deltagande|part||2027-02|men', value: 20, wanted: true, rank: 0 },
        { id: 'deltagande|part||2027-02|total', value: 23, wanted: true, rank: 1 },
      ];
      const sums = [{ whole: cells[2]!.id, parts: [cells[0]!.id, cells[1]!.id] }];
      const first = protect({ cells, sums }, { threshold: 5 }, NOTHING_SHOWN);
      await change((tx) => tx.keepShownFigures('deltagande', first.shown));
      const kept = await store.read((r) => r.shownFigures('deltagande'));
      expect(kept).toEqual(first.shown);
      expect(protect({ cells, sums }, { threshold: 5 }, kept)).toEqual(first);
      const more = protect({ cells: [{ ...cells[1]!, value: 21 }], sums: [] }, { threshold: 5 }, kept);
      await change((tx) => tx.keepShownFigures('deltagande', more.shown));
      expect(await store.read((r) => r.shownFigures('deltagande'))).toEqual(more.shown);
      expect(await store.read((r) => r.shownFigures('inskrivning'))).toEqual(NOTHING_SHOWN);
      await expect(
        change(async (tx) => {
          await tx.keepShownFigures('deltagande', NOTHING_SHOWN);
          throw new Error('no');
        }),
      ).rejects.toThrow('no');
      expect(await store.read((r) => r.shownFigures('deltagande'))).toEqual(more.shown);
    });

    it('keeps every target that was set, in the order they were', async () => {
      const target = (value: number): SetTarget => ({
        indicator: 'inskrivning',
        value,
        direction: 'at-least',
        validFrom: '2027-01-12',
        validTo: '2027-12-31',
        by: 'gunilla',
        forum: 'unit',
        decidedAt: '2027-01-12',
        reportedAt: undefined,
      });
      expect(await store.read((r) => r.targets())).toEqual([]);
      await change((tx) => tx.keepTarget(target(0.87)));
      await change((tx) => tx.keepTarget(target(0.85)));
      expect(await store.read((r) => r.targets())).toEqual(
        [target(0.87), target(0.85)].map((one) => ({
          ...one,
          id: expect.stringMatching(/^\d+$/),
          at: expect.stringMatching(/Z$/),
        })),
      );
      const [first, second] = await store.read((r) => r.targets());
      const takenBack = { by: 'marcus', at: '2027-03-11T09:12' };
      await change((tx) => tx.takeBackTarget(first!.id, takenBack));
      expect(await store.read((r) => r.targets())).toEqual([{ ...first, takenBack }, second]);
      await expect(change((tx) => tx.takeBackTarget(first!.id, takenBack))).rejects.toThrow();
    });

    it('gives the latest a unit has written about an indicator and a period', async () => {
      const note = (unit: string, period: string, text: string): IndicatorNote => ({
        ...{ indicator: 'inskrivning', period, unit, by: 'eva', at: '2027-03-10T09:00' },
        factors: ownText(text),
        analysis: ownText(''),
        direction: ownText(''),
      });
      await change((tx) => tx.keepNote(note('a', '2027-02', 'först')));
      await change((tx) => tx.keepNote(note('a', '2027-02', 'sedan')));
      await change((tx) => tx.keepNote(note('b', '2027-02', 'annan enhet')));
      await change((tx) => tx.keepNote(note('a', '2027-01', 'annan period')));
      await change((tx) => tx.keepNote({ ...note('a', '2027-02', 'annan indikator'), indicator: 'hanvisning' }));
      const said = async (...ids: string[]) => (await store.read((r) => r.notes(ids))).map(({ factors }) => factors);
      expect((await said('inskrivning')).toSorted()).toEqual(['annan enhet', 'annan period', 'sedan']);
      expect(await said('inskrivning', 'hanvisning')).toHaveLength(4);
      expect([await said(), await said('okänd')]).toEqual([[], []]);
    });

    it('keeps every edition of a report as it was frozen, and writes none over', async () => {
      const report = (edition: number, forum = 'unit'): Report => ({
        ...{ forum, period: '2027-H1', edition, at: '2027-06-10T09:00', by: 'gunilla', asOf: '2027-06-10' },
        ...{ rows: [], notes: [], changed: [] },
      });
      for (const one of [report(1), report(1, 'education'), report(2)]) await change((tx) => tx.keepReport(one));
      await expect(change((tx) => tx.keepReport({ ...report(1), by: 'marcus' }))).rejects.toThrow();
      expect(await store.read((r) => r.reports('unit'))).toEqual([report(1), report(2)]);
      expect(await store.read((r) => r.reports('hub-intro'))).toEqual([]);
    });

    it('keeps the numbers a report is registered under beside it, the earlier ones too, and none of an edition there is not', async () => {
      const report: Report = {
        ...{ forum: 'unit', period: '2027', edition: 1, at: '2027-06-10T09:00', by: 'gunilla', asOf: '2027-06-10' },
        ...{ rows: [], notes: [], changed: [] },
      };
      const number = (dnr: string, edition = 1) => ({
        ...{ authority: 'af', dnr: ownText(dnr), edition, by: 'rita', at: '2027-06-11T09:00' },
      });
      await change((tx) => tx.keepReport(report));
      await change((tx) => tx.keepReportNumbers(report, []));
      await change((tx) => tx.keepReportNumbers(report, [number('Af-1')]));
      await change((tx) => tx.keepReportNumbers(report, [number('Af-2')]));
      await expect(change((tx) => tx.keepReportNumbers(report, [number('Af-3', 2)]))).rejects.toThrow();
      expect(await store.read((r) => r.reportNumbers(report))).toEqual([number('Af-1'), number('Af-2')]);
      expect(await store.read((r) => r.reportNumbers({ forum: 'unit', period: '2028' }))).toEqual([]);
    });

    it('keeps one effect per intention', async () => {
      await change((tx) => tx.enqueue(effect('once', 'l1')));
      await change((tx) => tx.enqueue(effect('once', 'l1')));
      const open = await store.read((r) => r.openEffects());
      expect(open.filter((one) => one.idemKey === 'once')).toHaveLength(1);
    });

    it('lets a lane go one at a time, in order', async () => {
      await change((tx) => tx.enqueue(effect('a', 'l2')));
      await change((tx) => tx.enqueue(effect('b', 'l2')));
      const [a, b] = (await store.read((r) => r.openEffects())).filter((one) => one.lane === 'l2');
      expect(await change((tx) => tx.claim(b!.id))).toBe('wait');
      const first = await change((tx) => tx.claim(a!.id));
      if (typeof first !== 'object') throw new Error('not claimed');
      expect(await change((tx) => tx.finish(first, { state: 'done', detail: '' }))).toBe(true);
      expect(await change((tx) => tx.claim(a!.id))).toBeUndefined();
      expect(await change((tx) => tx.claim(b!.id))).toMatchObject({ idemKey: 'b', attempts: 1 });
    });

    it('tells the next attempt that the one before may have gone through, and when', async () => {
      await change((tx) => tx.enqueue(effect('crash', 'l3')));
      const [one] = (await store.read((r) => r.openEffects())).filter((e) => e.lane === 'l3');
      expect(await change((tx) => tx.claim(one!.id))).toMatchObject({ state: 'pending', lastTried: undefined });
      expect(await change((tx) => tx.claim(one!.id))).toMatchObject({ state: 'inflight', lastTried: clock.now().toInstant() });
    });

    it('lets a late finisher change nothing', async () => {
      await change((tx) => tx.enqueue(effect('late', 'l4')));
      const [one] = (await store.read((r) => r.openEffects())).filter((e) => e.lane === 'l4');
      const slow = await change((tx) => tx.claim(one!.id));
      const quick = await change((tx) => tx.claim(one!.id));
      if (typeof slow !== 'object' || typeof quick !== 'object') throw new Error('not claimed');
      expect(await change((tx) => tx.finish(slow, { state: 'done', detail: '' }))).toBe(false);
      expect(await change((tx) => tx.finish(quick, { state: 'done', detail: '' }))).toBe(true);
    });

    it('tells who stood still that another has taken over, and the next how long to wait', async () => {
      await change((tx) => tx.enqueue(effect('held', 'l7')));
      const [one] = (await store.read((r) => r.openEffects())).filter((e) => e.lane === 'l7');
      const slow = await change((tx) => tx.claim(one!.id));
      if (typeof slow !== 'object') throw new Error('not claimed');
      expect(slow.held).toEqual(clock.now().toInstant());
      clock.tell(clock.now().add({ seconds: 40 }));
      expect(await change((tx) => tx.hold(slow))).toEqual(clock.now().toInstant());
      const quick = await change((tx) => tx.claim(one!.id));
      if (typeof quick !== 'object') throw new Error('not claimed');
      expect(quick.lastTried).toEqual(clock.now().toInstant());
      expect(await change((tx) => tx.hold(slow))).toBeUndefined();
      await change((tx) => tx.finish(quick, { state: 'done', detail: '' }));
      expect(await change((tx) => tx.hold(quick))).toBeUndefined();
    });

    it('takes away what passes and is old, a few rows at a time, and never does again what was done', async () => {
      const before = () => clock.now().toInstant();
      const done = async (key: string) => {
        await change((tx) => tx.enqueue(effect(key, key)));
        const [one] = (await store.read((r) => r.openEffects())).filter((e) => e.idemKey === key);
        const claimed = await change((tx) => tx.claim(one!.id));
        if (typeof claimed !== 'object') throw new Error('not claimed');
        await change((tx) => tx.finish(claimed, { state: 'inflight', rendered: { card: key } }));
        await change((tx) => tx.finish(claimed, { state: 'done', detail: '' }));
      };
      // What other tests have left is not counted.
      clock.tell(clock.now().add({ days: 500 }));
      for (const what of ['causes', 'attempts', 'contents', 'steps'] as const)
        while ((await change((tx) => tx.takeAway(what, before(), 500))) > 0);

      const meeting = meetingAt('2028-09-05');
      await change(async (tx) => {
        for (const cause of ['1', '2', '3', 'empty/hub-intro-2028-09-05']) await tx.once(cause);
        await tx.save(planned(meeting));
        await tx.planSteps(meeting.id, 'hub-intro', stepsFor(meeting, hub));
        await tx.finishStep(meeting.id, 'open-agenda');
        await tx.enqueue(effect('still open', 'l8'));
      });
      await done('old');
      const old = before();
      clock.tell(clock.now().add({ days: 1 }));
      await change((tx) => tx.once('4'));
      await done('new');

      const taken = (what: Passing, then = clock.now().subtract({ hours: 1 }).toInstant()) =>
        change((tx) => tx.takeAway(what, then, 2));
      for (const what of ['causes', 'attempts', 'contents', 'steps'] as const) expect(await taken(what, old)).toBe(0);
      expect([await taken('causes'), await taken('causes'), await taken('causes')]).toEqual([2, 1, 0]);
      expect([await taken('attempts'), await taken('attempts')]).toEqual([1, 0]);
      expect([await taken('contents'), await taken('contents')]).toEqual([1, 0]);
      expect([await taken('steps'), await taken('steps')]).toEqual([1, 0]);

      expect(await change((tx) => tx.once('1'))).toBe(true);
      for (const cause of ['4', 'empty/hub-intro-2028-09-05']) expect(await change((tx) => tx.once(cause))).toBe(false);
      const open = async () => (await store.read((r) => r.openEffects())).map((one) => one.idemKey);
      const left = await open();
      expect(left).toContain('still open');
      for (const key of ['old', 'new']) await change((tx) => tx.enqueue(effect(key, key)));
      expect(await open()).toEqual(left);
      const stepsLeft = (await store.read((r) => r.openSteps('hub-intro'))).filter((step) => step.meeting === meeting.id);
      expect(stepsLeft).toHaveLength(stepsFor(meeting, hub).length - 1);
      expect(await store.read((r) => r.meeting(meeting.id))).toBeDefined();
    });

    it('freezes what is sent at the first attempt', async () => {
      await change((tx) => tx.enqueue(effect('frozen', 'l5')));
      const [one] = (await store.read((r) => r.openEffects())).filter((e) => e.lane === 'l5');
      const first = await change((tx) => tx.claim(one!.id));
      if (typeof first !== 'object') throw new Error('not claimed');
      await change((tx) => tx.finish(first, { state: 'inflight', rendered: { card: 'å ö' } }));
      expect(await change((tx) => tx.claim(one!.id))).toMatchObject({ rendered: { card: 'å ö' } });
    });

    it('takes back untried updates when a newer one follows, never one that is on its way', async () => {
      await change((tx) => tx.enqueue(effect('update/card/1', 'l6')));
      await change((tx) => tx.enqueue(effect('update/card/2', 'l6')));
      const [one] = (await store.read((r) => r.openEffects())).filter((e) => e.lane === 'l6');
      await change((tx) => tx.claim(one!.id));
      await change((tx) => tx.supersede('l6', 'update/card/'));
      const left = (await store.read((r) => r.openEffects())).filter((e) => e.lane === 'l6');
      expect(left.map((e) => e.idemKey)).toEqual(['update/card/1']);
    });

    it('shows what has changed to the next who reads, and what was taken back to nobody', async () => {
      const keep = (teamsId: string) => change((tx) => tx.keepPlace('person:per', { teamsId }));
      const place = () => store.read((r) => r.place('person:per'));
      expect(await place()).toBeUndefined();
      await keep('29:old');
      expect(await place()).toEqual({ teamsId: '29:old' });
      await keep('29:new');
      expect(await place()).toEqual({ teamsId: '29:new' });
      const failed = change(async (tx) => {
        await tx.keepPlace('person:per', { teamsId: '29:never' });
        throw new Error('no');
      });
      await Promise.all([expect(failed).rejects.toThrow('no'), place()]);
      expect(await place()).toEqual({ teamsId: '29:new' });
    });

    it('keeps what a source has said: what stands, what was replaced, and what was taken back', async () => {
      const from = { source: 'S.xlsx', url: 'https://s', version: '"1"', changed: '2027-03-09T15:10', by: 'Per Holm' };
      const row = (unit: string, women: number) => {
        const amounts = { women, men: 3, womenBase: undefined, menBase: undefined };
        return { indicator: 'samtal', period: '2027-W09', unit, ...amounts, from };
      };
      await change((tx) => tx.keepObservations('file:S.xlsx', [row('Järva', 1), row('City', 2)]));
      await change((tx) => tx.keepObservations('file:S.xlsx', [row('JÄRVA', 5)]));
      await change((tx) => tx.withdrawObservations('file:S.xlsx', [row('City', 2)]));
      await change((tx) => tx.keepObservations('file:T.xlsx', [row('City', 9)]));
      const kept = await store.read((r) => r.observations('file:S.xlsx'));
      const at = clock.now().toInstant().toString({ fractionalSecondDigits: 3 });
      expect(kept).toMatchObject([
        { said: { unit: 'Järva', women: 1, from }, seen: at, replaced: at },
        { said: { unit: 'City', women: 2 }, replaced: at },
        { said: { unit: 'JÄRVA', women: 5 }, replaced: undefined },
      ]);
    });

    it('keeps the versions of a definition in order, each agreement its own', async () => {
      const version = (hash: string) => ({
        hash,
        at: '2027-03-10T08:00:00.000Z',
        by: 'drift',
        facets: { 'members/hub': ['sara'] },
      });
      await change((tx) => tx.keepDefinitionVersion('a', version('one')));
      await change((tx) => tx.keepDefinitionVersion('a', version('two')));
      await change((tx) => tx.keepDefinitionVersion('b', version('three')));
      expect(await store.read((r) => r.definitionVersions('a'))).toEqual([version('one'), version('two')]);
    });

    it('remembers one event for each meeting, and what people last answered', async () => {
      const meeting = planned(meetingAt('2027-05-11')).id;
      const event = { meeting, generation: 1, id: 'AAMk=', webUrl: 'https://o', sent: 'h', answers: { sara: 'none' } as const };
      const seen = '2027-03-10T08:00:00.000Z';
      await change((tx) => tx.save(planned(meetingAt('2027-05-11'))));
      expect(await store.read((r) => r.calendarEvent(meeting))).toBeUndefined();
      await change((tx) => tx.keepCalendarEvent({ ...event, seen }));
      expect(await store.read((r) => r.calendarEvent(meeting))).toEqual({ ...event, seen });
      const later = { ...event, generation: 2, id: '', sent: '', answers: { sara: 'declined', per: 'accepted' } as const, seen };
      await change((tx) => tx.keepCalendarEvent(later));
      expect(await store.read((r) => r.calendarEvent(meeting))).toEqual(later);
      await expect(change((tx) => tx.keepCalendarEvent({ ...event, meeting: 'no-such-meeting', seen }))).rejects.toThrow();
    });

    it('remembers one subscription for each place, and drops it', async () => {
      const what = 'library:statistics';
      const kept = { what, id: 's1', url: 'https://u/n', secretHash: 'h', renewed: '2027-03-10T08:00:00.000Z' } as const;
      await change((tx) => tx.keepSubscription({ ...kept, until: '2027-04-08T08:00:00.000Z' }));
      await change((tx) => tx.keepSubscription({ ...kept, id: 's2', until: '2027-04-08T08:00:00.000Z' }));
      expect(await store.read((r) => r.subscriptions())).toEqual([{ ...kept, id: 's2', until: '2027-04-08T08:00:00.000Z' }]);
      await change((tx) => tx.dropSubscription(what));
      expect(await store.read((r) => r.subscriptions())).toEqual([]);
    });

    it('remembers where a card was posted, and where people are', async () => {
      const posted = { serviceUrl: 'https://s', conversationId: 'c', activityId: 'a' };
      await change((tx) => tx.keepPosted('card', posted));
      await change((tx) => tx.keepPlace('person:sara', { teamsId: '29:x' }));
      expect(await store.read((r) => r.posted('card'))).toEqual(posted);
      expect(await store.read((r) => r.place('person:sara'))).toEqual({ teamsId: '29:x' });
    });
  });
}
