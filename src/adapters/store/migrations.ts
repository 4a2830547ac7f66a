/** The schema, as code; new migrations are added at the end and never changed. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const migrations: Record<string, Migration> = {
  '001-first': {
    async up(db: Kysely<unknown>) {
      for (const statement of [
        sql`create table settings (name text primary key, value text not null)`,
        sql`create table places (key text primary key, place jsonb not null)`,
        sql`create table forums (id text primary key)`,
        sql`create table meetings (id text primary key, forum text not null, slot date not null, stage text not null, body jsonb not null)`,
        sql`create index meetings_by_forum on meetings (forum, slot)`,
        sql`create table causes (id text primary key, at timestamptz not null)`,
        sql`create table steps (
          meeting text not null references meetings, name text not null, forum text not null,
          due_at timestamptz not null, done_at timestamptz, primary key (meeting, name))`,
        sql`create index steps_open on steps (forum, due_at) where done_at is null`,
        sql`create table posts (key text primary key, service_url text not null, conversation_id text not null, activity_id text not null)`,
        sql`create table effects (
          id bigint generated always as identity primary key, idem_key text not null unique, kind text not null, lane text not null,
          payload jsonb not null, rendered jsonb,
          state text not null default 'pending' check (state in ('pending', 'inflight', 'unknown', 'done', 'dead', 'superseded')),
          attempts int not null default 0, last_error text, created_at timestamptz not null, done_at timestamptz,
          check ((state = 'done') = (done_at is not null)))`,
        sql`create index effects_open on effects (lane, id) where state in ('pending', 'inflight', 'unknown')`,
        sql`create table effect_attempts (
          effect bigint not null references effects, n int not null, started_at timestamptz not null, outcome text, primary key (effect, n))`,
      ]) {
        await statement.execute(db);
      }
    },
  },
  '003-definitions': {
    async up(db: Kysely<unknown>) {
      await sql`create table definitions (
        id bigint generated always as identity primary key, agreement text not null, hash text not null,
        run_at timestamptz not null, run_by text not null)`.execute(db);
    },
  },
  '005-sources': {
    async up(db: Kysely<unknown>) {
      for (const statement of [
        sql`create table subscriptions (
          what text primary key, id text not null unique, url text not null, secret_hash text not null,
          renewed_at timestamptz not null, until timestamptz not null)`,
        sql`create table observations (
          id bigint generated always as identity primary key, source text not null, key text not null, indicator text not null,
          body jsonb not null, seen_at timestamptz not null, replaced_at timestamptz)`,
        sql`create unique index observations_now on observations (source, key) where replaced_at is null`,
        sql`create index observations_by_indicator on observations (indicator, id)`,
      ]) {
        await statement.execute(db);
      }
    },
  },
  '006-questions': {
    async up(db: Kysely<unknown>) {
      await sql`create table questions (number int primary key, open boolean not null, body jsonb not null)`.execute(db);
      await sql`create index questions_open on questions (number) where open`.execute(db);
    },
  },
  '010-calendar': {
    async up(db: Kysely<unknown>) {
      await sql`create table calendar_events (
        meeting text primary key references meetings, generation int not null, id text not null, web_url text not null,
        sent text not null, answers jsonb not null, seen_at timestamptz not null)`.execute(db);
    },
  },
  '012-disclosure': {
    async up(db: Kysely<unknown>) {
      await sql`create table shown_figures (
        indicator text primary key, shown jsonb not null, changed_at timestamptz not null)`.execute(db);
    },
  },
  '013-targets': {
    async up(db: Kysely<unknown>) {
      await sql`create table targets (
        id bigint generated always as identity primary key, indicator text not null, body jsonb not null,
        set_at timestamptz not null)`.execute(db);
    },
  },
  '014-notes': {
    async up(db: Kysely<unknown>) {
      await sql`create table indicator_notes (
        id bigint generated always as identity primary key, indicator text not null, period text not null, unit text not null,
        body jsonb not null, written_at timestamptz not null)`.execute(db);
      await sql`create index indicator_notes_latest on indicator_notes (indicator, period, unit, id desc)`.execute(db);
    },
  },
  '016-facets': {
    async up(db: Kysely<unknown>) {
      await sql`alter table definitions add column facets jsonb not null default '{}'`.execute(db);
    },
  },
  '020-reach': {
    async up(db: Kysely<unknown>) {
      await sql`alter table effects add column not_before timestamptz, add column status int`.execute(db);
    },
  },
  '024-filed-documents': {
    async up(db: Kysely<unknown>) {
      await sql`create table filed_documents (
        path text primary key, number bigint generated always as identity, meeting text not null, body jsonb not null)`.execute(
        db,
      );
      await sql`create index filed_documents_by_meeting on filed_documents (meeting)`.execute(db);
    },
  },
  '025-reports': {
    async up(db: Kysely<unknown>) {
      await sql`create table reports (
        forum text not null, period text not null, edition int not null, number bigint generated always as identity,
        body jsonb not null, primary key (forum, period, edition))`.execute(db);
    },
  },
  '026-targets-taken-back': {
    async up(db: Kysely<unknown>) {
      await sql`create table targets_taken_back (
        target bigint primary key references targets, body jsonb not null, taken_back_at timestamptz not null)`.execute(db);
    },
  },
  '027-report-numbers': {
    async up(db: Kysely<unknown>) {
      await sql`create table report_numbers (
        id bigint generated always as identity primary key, forum text not null, period text not null, edition int not null,
        body jsonb not null, foreign key (forum, period, edition) references reports)`.execute(db);
      await sql`create index report_numbers_by_report on report_numbers (forum, period)`.execute(db);
    },
  },
};
