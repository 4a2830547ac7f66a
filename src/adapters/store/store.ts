/** The Store port on the PostgreSQL dialect. A change is one transaction; the jobs it sends commit with it. */
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { Answers } from '../../domain/answers.ts';
import type { Facets } from '../../domain/audit.ts';
import { STOCKHOLM } from '../../domain/calendar.ts';
import { NOTHING_SHOWN, type Shown } from '../../domain/disclosure.ts';
import type { IndicatorNote } from '../../domain/indicator-notes.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { type KeptObservation, observationKey } from '../../domain/observations.ts';
import { isOpen, type Question } from '../../domain/question.ts';
import type { StepName } from '../../domain/steps.ts';
import type { SetTarget, TakenBack } from '../../domain/targets.ts';
import {
  type Change,
  type Clock,
  type DueStep,
  type EffectKind,
  type KeptEvent,
  type Place,
  type Posting,
  type Reader,
  type Store,
  StoreAway,
  type StoredEffect,
  type Watched,
} from '../../ports.ts';
import { isAway, isBroken } from './database-fault.ts';
import { filedChange, filedReader } from './filed.ts';
import { passing } from './passing.ts';
import { remembered } from './remembered.ts';
import { reportsChange, reportsReader } from './reports.ts';
import type { Tables } from './tables.ts';

/** Sends the wake-up jobs, inside the caller's transaction. */
export interface Wake {
  effect(
    tx: Transaction<Tables>,
    effect: { id: string; kind: EffectKind; lane: string; after?: number; notBefore?: Date; again?: true },
  ): Promise<void>;
  step(tx: Transaction<Tables>, step: { meeting: string; name: string; at: Date }): Promise<void>;
  /** A change has committed, and with it the jobs it sent. */
  committed(): void;
}

/** Rows of one statement, well below what a statement may carry. */
const ROWS_AT_ONCE = 500;

const OPEN = ['pending', 'inflight', 'unknown'] as const;

const json = (value: unknown): string => JSON.stringify(value);

const instant = (date: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(date.getTime());

type EffectRow = {
  id: string;
  idem_key: string;
  kind: string;
  lane: string;
  payload: object;
  rendered: object | null;
  state: string;
  attempts: number;
  not_before: Date | null;
};

const effectOf = (row: EffectRow): StoredEffect => ({
  id: String(row.id),
  idemKey: row.idem_key,
  kind: row.kind as StoredEffect['kind'],
  lane: row.lane,
  payload: row.payload,
  rendered: row.rendered ?? undefined,
  state: row.state as StoredEffect['state'],
  attempts: row.attempts,
  ...(row.not_before ? { notBefore: instant(row.not_before) } : {}),
  lastTried: undefined,
  held: undefined,
});

const keptEventOf = (row: Selectable<Tables['calendar_events']>): KeptEvent => ({
  meeting: row.meeting,
  generation: row.generation,
  id: row.id,
  webUrl: row.web_url,
  sent: row.sent,
  answers: row.answers as Answers,
  seen: row.seen_at.toISOString(),
});

export function reader(db: Kysely<Tables>): Reader {
  return {
    ...filedReader(db),
    ...reportsReader(db),
    async meeting(id) {
      const row = await db.selectFrom('meetings').select('body').where('id', '=', id).executeTakeFirst();
      return row?.body as Meeting | undefined;
    },
    async meetings(forum, range = {}) {
      let query = db.selectFrom('meetings').select('body').where('forum', '=', forum);
      if (range.from) query = query.where('slot', '>=', range.from);
      if (range.to) query = query.where('slot', '<=', range.to);
      return (await query.orderBy('slot').execute()).map((row) => row.body as Meeting);
    },
    async posted(key) {
      const row = await db.selectFrom('posts').selectAll().where('key', '=', key).executeTakeFirst();
      return row && { serviceUrl: row.service_url, conversationId: row.conversation_id, activityId: row.activity_id };
    },
    async place(key) {
      const row = await db.selectFrom('places').select('place').where('key', '=', key).executeTakeFirst();
      return row?.place as Place | undefined;
    },
    async setting(name) {
      return (await db.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst())?.value;
    },
    async definitionVersions(agreement) {
      const rows = await db.selectFrom('definitions').selectAll().where('agreement', '=', agreement).orderBy('id').execute();
      return rows.map(({ hash, run_at, run_by, facets }) => ({
        hash,
        at: run_at.toISOString(),
        by: run_by,
        facets: facets as Facets,
      }));
    },
    async subscriptions() {
      const rows = await db.selectFrom('subscriptions').selectAll().orderBy('what').execute();
      return rows.map((row) => ({
        what: row.what as Watched,
        id: row.id,
        url: row.url,
        secretHash: row.secret_hash,
        renewed: row.renewed_at.toISOString(),
        until: row.until.toISOString(),
      }));
    },
    async observations(source) {
      const rows = await db.selectFrom('observations').selectAll().where('source', '=', source).orderBy('id').execute();
      return rows.map((row) => ({
        said: row.body as KeptObservation,
        seen: row.seen_at.toISOString(),
        replaced: row.replaced_at?.toISOString(),
      }));
    },
    async calendarEvent(meeting) {
      const row = await db.selectFrom('calendar_events').selectAll().where('meeting', '=', meeting).executeTakeFirst();
      return row && keptEventOf(row);
    },
    async calendarEvents(forum) {
      const own = db.selectFrom('meetings').select('id').where('forum', '=', forum);
      const rows = await db.selectFrom('calendar_events').selectAll().where('meeting', 'in', own).execute();
      return rows.map(keptEventOf);
    },
    async shownFigures(indicator) {
      const row = await db.selectFrom('shown_figures').select('shown').where('indicator', '=', indicator).executeTakeFirst();
      return { ...NOTHING_SHOWN, ...(row?.shown as Shown | undefined) };
    },
    async targets() {
      const rows = await db
        .selectFrom('targets')
        .leftJoin('targets_taken_back', 'targets_taken_back.target', 'targets.id')
        .select(['targets.id', 'targets.body', 'set_at', 'targets_taken_back.body as back'])
        .orderBy('targets.id')
        .execute();
      return rows.map(({ id, body, set_at, back }) => ({
        ...(body as SetTarget),
        id: String(id),
        at: set_at.toISOString(),
        ...(back ? { takenBack: back as TakenBack } : {}),
      }));
    },
    async notes(indicators) {
      if (indicators.length === 0) return [];
      const rows = await db
        .selectFrom('indicator_notes')
        .select('body')
        .distinctOn(['indicator', 'period', 'unit'])
        .where('indicator', 'in', indicators)
        .orderBy('indicator')
        .orderBy('period')
        .orderBy('unit')
        .orderBy('id', 'desc')
        .execute();
      return rows.map((row) => row.body as IndicatorNote);
    },
    async question(id) {
      if (!/^[1-9]\d{0,8}$/.test(id)) return undefined;
      const row = await db.selectFrom('questions').select('body').where('number', '=', Number(id)).executeTakeFirst();
      return row?.body as Question | undefined;
    },
    async questions(which) {
      let query = db.selectFrom('questions').select('body');
      if (which === 'open') query = query.where('open', '=', true);
      return (await query.orderBy('number').execute()).map((row) => row.body as Question);
    },
    async openSteps(forum) {
      let query = db.selectFrom('steps').select(['meeting', 'forum', 'name', 'due_at']).where('done_at', 'is', null);
      if (forum) query = query.where('forum', '=', forum);
      const rows = await query.orderBy('due_at').execute();
      return rows.map(
        (row): DueStep => ({
          meeting: row.meeting,
          forum: row.forum,
          name: row.name as StepName,
          at: Temporal.Instant.fromEpochMilliseconds(row.due_at.getTime()).toZonedDateTimeISO(STOCKHOLM),
        }),
      );
    },
    async openEffects() {
      const rows = await db.selectFrom('effects').selectAll().where('state', 'in', OPEN).orderBy('id').execute();
      return rows.map((row) => effectOf(row as unknown as EffectRow));
    },
    async postings(forum, since) {
      const rows = await db
        .selectFrom('effects')
        .selectAll()
        .where('kind', '=', 'post')
        .where('state', '<>', 'superseded')
        .where('created_at', '>=', new Date(since.epochMilliseconds))
        .where(sql<boolean>`(payload->'to'->>'forum' = ${forum}
          or jsonb_exists(payload->'to', 'person') and idem_key ~ ${`/${forum}(/|-[0-9]{4}-)`})`)
        .orderBy('id', 'desc')
        .execute();
      return rows.map((row) => ({
        effect: String(row.id),
        key: row.idem_key.replace(/^post\//, ''),
        to: (row.payload as unknown as { to: Posting['to'] }).to,
        state: row.state as Posting['state'],
        attempts: row.attempts,
        status: row.status ?? undefined,
        asked: row.created_at.toISOString(),
        done: row.done_at?.toISOString(),
      }));
    },
  };
}

function change(tx: Transaction<Tables>, clock: Clock, wake: Wake): Change {
  const now = () => new Date(clock.now().epochMilliseconds);
  /** What stood about these things is history from now on. */
  async function replace(source: string, rows: readonly KeptObservation[]): Promise<void> {
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
      await tx
        .updateTable('observations')
        .set({ replaced_at: now() })
        .where('source', '=', source)
        .where('replaced_at', 'is', null)
        .where('key', 'in', rows.slice(from, from + ROWS_AT_ONCE).map(observationKey))
        .execute();
    }
  }
  return {
    ...reader(tx),
    ...filedChange(tx),
    ...reportsChange(tx),
    async lock(forum) {
      await tx
        .insertInto('forums')
        .values({ id: forum })
        .onConflict((c) => c.doNothing())
        .execute();
      await tx.selectFrom('forums').select('id').where('id', '=', forum).forUpdate().execute();
    },
    async save(meeting) {
      const row = { id: meeting.id, forum: meeting.forum, slot: meeting.slot, stage: meeting.stage.name, body: json(meeting) };
      await tx
        .insertInto('meetings')
        .values(row)
        .onConflict((c) => c.column('id').doUpdateSet({ stage: row.stage, body: row.body }))
        .execute();
    },
    async once(cause) {
      const done = await tx
        .insertInto('causes')
        .values({ id: cause, at: now() })
        .onConflict((c) => c.doNothing())
        .executeTakeFirst();
      return Number(done.numInsertedOrUpdatedRows ?? 0) > 0;
    },
    async planSteps(meeting, forum, steps) {
      for (const step of steps) {
        const at = new Date(step.at.epochMilliseconds);
        const row = { meeting, name: step.name, forum, due_at: at, done_at: null };
        const done = await tx
          .insertInto('steps')
          .values(row)
          .onConflict((c) => c.doNothing())
          .executeTakeFirst();
        if (Number(done.numInsertedOrUpdatedRows ?? 0) > 0) await wake.step(tx, { meeting, name: step.name, at });
      }
    },
    async retimeSteps(meeting, steps) {
      for (const step of steps) {
        const at = new Date(step.at.epochMilliseconds);
        const changed = await tx
          .updateTable('steps')
          .set({ due_at: at })
          .where('meeting', '=', meeting)
          .where('name', '=', step.name)
          .where('done_at', 'is', null)
          .executeTakeFirst();
        // The old job finds nothing due and ends; the row decides.
        if (Number(changed.numUpdatedRows) > 0) await wake.step(tx, { meeting, name: `${step.name}@${at.toISOString()}`, at });
      }
    },
    async finishStep(meeting, name) {
      await tx
        .updateTable('steps')
        .set({ done_at: now() })
        .where('meeting', '=', meeting)
        .where('name', '=', name)
        .where('done_at', 'is', null)
        .execute();
    },
    async nextQuestionId() {
      const last = await tx.selectFrom('questions').select('number').orderBy('number', 'desc').limit(1).executeTakeFirst();
      return String((last?.number ?? 0) + 1);
    },
    async keepTarget(target) {
      await tx
        .insertInto('targets')
        .values({ indicator: target.indicator, body: json(target), set_at: now() })
        .execute();
    },
    async takeBackTarget(target, takenBack) {
      await tx
        .insertInto('targets_taken_back')
        .values({ target, body: json(takenBack), taken_back_at: now() })
        .execute();
    },
    async keepNote(note) {
      const { indicator, period, unit } = note;
      await tx
        .insertInto('indicator_notes')
        .values({ indicator, period, unit, body: json(note), written_at: now() })
        .execute();
    },
    async keepQuestion(question) {
      const row = { number: Number(question.id), open: isOpen(question), body: json(question) };
      await tx
        .insertInto('questions')
        .values(row)
        .onConflict((c) => c.column('number').doUpdateSet({ open: row.open, body: row.body }))
        .execute();
    },
    async enqueue(effect) {
      const notBefore = effect.notBefore ? new Date(effect.notBefore.epochMilliseconds) : null;
      const row = {
        idem_key: effect.idemKey,
        kind: effect.kind,
        lane: effect.lane,
        payload: json(effect.payload),
        created_at: now(),
        state: 'pending',
        attempts: 0,
        not_before: notBefore,
      };
      const inserted = await tx
        .insertInto('effects')
        .values(row)
        .onConflict((c) => c.column('idem_key').doNothing())
        .returning('id')
        .executeTakeFirst();
      const when = { ...(effect.after ? { after: effect.after } : {}), ...(notBefore ? { notBefore } : {}) };
      if (inserted) await wake.effect(tx, { id: String(inserted.id), kind: effect.kind, lane: effect.lane, ...when });
    },
    async supersede(lane, idemKeyPrefix) {
      await tx
        .updateTable('effects')
        .set({ state: 'superseded' })
        .where('lane', '=', lane)
        .where('state', '=', 'pending')
        .where('attempts', '=', 0)
        .where(sql<boolean>`starts_with(idem_key, ${idemKeyPrefix})`)
        .execute();
    },
    async keepPosted(key, posted) {
      const row = { key, service_url: posted.serviceUrl, conversation_id: posted.conversationId, activity_id: posted.activityId };
      await tx
        .insertInto('posts')
        .values(row)
        .onConflict((c) => c.column('key').doUpdateSet(row))
        .execute();
    },
    async keepPlace(key, place) {
      await tx
        .insertInto('places')
        .values({ key, place: json(place) })
        .onConflict((c) => c.column('key').doUpdateSet({ place: json(place) }))
        .execute();
    },
    async keepSetting(name, value) {
      await tx
        .insertInto('settings')
        .values({ name, value })
        .onConflict((c) => c.column('name').doUpdateSet({ value }))
        .execute();
    },
    async keepDefinitionVersion(agreement, { hash, at, by, facets }) {
      await tx
        .insertInto('definitions')
        .values({ agreement, hash, run_at: new Date(at), run_by: by, facets: json(facets) })
        .execute();
    },
    async keepCalendarEvent({ meeting, generation, id, webUrl, sent, answers, seen }) {
      const row = { generation, id, web_url: webUrl, sent, answers: json(answers), seen_at: new Date(seen) };
      await tx
        .insertInto('calendar_events')
        .values({ meeting, ...row })
        .onConflict((c) => c.column('meeting').doUpdateSet(row))
        .execute();
    },
    async keepSubscription({ what, id, url, secretHash, renewed, until }) {
      const row = { id, url, secret_hash: secretHash, renewed_at: new Date(renewed), until: new Date(until) };
      await tx
        .insertInto('subscriptions')
        .values({ what, ...row })
        .onConflict((c) => c.column('what').doUpdateSet(row))
        .execute();
    },
    async dropSubscription(what) {
      await tx.deleteFrom('subscriptions').where('what', '=', what).execute();
    },
    async keepObservations(source, rows) {
      await replace(source, rows);
      for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
        const values = rows.slice(from, from + ROWS_AT_ONCE).map((said) => ({
          source,
          key: observationKey(said),
          indicator: said.indicator,
          body: json(said) as unknown as object,
          seen_at: now(),
        }));
        await tx.insertInto('observations').values(values).execute();
      }
    },
    async withdrawObservations(source, rows) {
      await replace(source, rows);
    },
    async tryAgain(ids) {
      if (ids.length === 0) return 0;
      const rows = await tx
        .updateTable('effects')
        .set({ state: 'pending', rendered: null, status: null, not_before: null })
        .where('id', 'in', ids)
        .where('state', '=', 'dead')
        .returning(['id', 'kind', 'lane'])
        .execute();
      for (const { id, kind, lane } of rows)
        await wake.effect(tx, { id: String(id), kind: kind as EffectKind, lane, again: true });
      return rows.length;
    },
    async claim(id) {
      const row = await tx.selectFrom('effects').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
      if (!row || !(OPEN as readonly string[]).includes(row.state)) return undefined;
      const earlier = await tx
        .selectFrom('effects')
        .select('id')
        .where('lane', '=', row.lane)
        .where('id', '<', id)
        .where('state', 'in', OPEN)
        .limit(1)
        .executeTakeFirst();
      if (earlier) return 'wait';
      const before = await tx
        .selectFrom('effect_attempts')
        .select('started_at')
        .where('effect', '=', id)
        .where('n', '=', row.attempts)
        .executeTakeFirst();
      await tx
        .updateTable('effects')
        .set({ state: 'inflight', attempts: row.attempts + 1 })
        .where('id', '=', id)
        .execute();
      const started = now();
      await tx
        .insertInto('effect_attempts')
        .values({ effect: id, n: row.attempts + 1, started_at: started, outcome: null })
        .execute();
      // The state before this attempt tells whether an earlier one may have gone through.
      const lastTried = before && instant(before.started_at);
      return { ...effectOf(row as unknown as EffectRow), attempts: row.attempts + 1, lastTried, held: instant(started) };
    },
    async hold(effect) {
      const row = await tx
        .selectFrom('effects')
        .select('id')
        .where('id', '=', effect.id)
        .where('attempts', '=', effect.attempts)
        .where('state', '=', 'inflight')
        .forUpdate()
        .executeTakeFirst();
      if (!row) return undefined;
      const started = now();
      // Whoever takes over waits from here on before believing that nothing was done.
      await tx
        .updateTable('effect_attempts')
        .set({ started_at: started })
        .where('effect', '=', effect.id)
        .where('n', '=', effect.attempts)
        .execute();
      return instant(started);
    },
    async keepShownFigures(indicator, shown) {
      const row = { shown: json(shown), changed_at: now() };
      await tx
        .insertInto('shown_figures')
        .values({ indicator, ...row })
        .onConflict((c) => c.column('indicator').doUpdateSet(row))
        .execute();
    },
    takeAway: (what, before, atMost) => passing[what](tx, new Date(before.epochMilliseconds), atMost),
    async finish(effect, outcome) {
      const mine = tx
        .updateTable('effects')
        .where('id', '=', effect.id)
        .where('attempts', '=', effect.attempts)
        .where('state', '=', 'inflight');
      if (outcome.state === 'inflight') {
        const kept = await mine.set({ rendered: json(outcome.rendered) }).executeTakeFirst();
        return Number(kept.numUpdatedRows) > 0;
      }
      const done = await mine
        .set({
          state: outcome.state,
          last_error: outcome.state === 'done' ? null : outcome.detail,
          done_at: outcome.state === 'done' ? now() : null,
          status: outcome.state === 'done' ? null : (outcome.status ?? null),
        })
        .executeTakeFirst();
      if (Number(done.numUpdatedRows) === 0) return false;
      await tx
        .updateTable('effect_attempts')
        .set({ outcome: outcome.state })
        .where('effect', '=', effect.id)
        .where('n', '=', effect.attempts)
        .execute();
      return true;
    },
  };
}

/** Asks once more on another connection, while nothing has been done: the first may have been cut since it was last used. */
async function freshly<T>(ask: () => Promise<T>, nothingDone: () => boolean): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!isAway(error)) throw error;
    if (!nothingDone() || !isBroken(error)) throw new StoreAway(error);
    return ask().catch((again: unknown) => {
      throw isAway(again) ? new StoreAway(again) : again;
    });
  }
}

/** `alone`: no other process changes the database, so what has been read holds until we change something. */
export function createStore(db: Kysely<Tables>, clock: Clock, wake: Wake, alone = false): Store {
  const { reader: reads, forget } = alone ? remembered(reader(db)) : { reader: reader(db), forget: () => {} };
  return {
    read: (work) =>
      freshly(
        () => work(reads),
        () => true,
      ),
    async change(work) {
      let begun = false;
      const result = await freshly(
        () =>
          db.transaction().execute((tx) => {
            begun = true;
            return work(change(tx, clock, wake));
          }),
        () => !begun,
      );
      forget();
      wake.committed();
      return result;
    },
  };
}
