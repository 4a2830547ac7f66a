/** The tables, as Kysely sees them. jsonb columns take and give plain values; dates are `2027-03-16`. */
import type { Generated, JSONColumnType } from 'kysely';

type Json<T extends object> = JSONColumnType<T, string, string>;

export interface Tables {
  settings: { name: string; value: string };
  places: { key: string; place: Json<Record<string, string>> };
  forums: { id: string };
  meetings: { id: string; forum: string; slot: string; stage: string; body: Json<object> };
  causes: { id: string; at: Date };
  questions: { number: number; open: boolean; body: Json<object> };
  steps: { meeting: string; name: string; forum: string; due_at: Date; done_at: Date | null };
  posts: { key: string; service_url: string; conversation_id: string; activity_id: string };
  observations: {
    id: Generated<string>;
    source: string;
    key: string;
    indicator: string;
    body: object;
    seen_at: Date;
    replaced_at: Date | null;
  };
  shown_figures: { indicator: string; shown: Json<object>; changed_at: Date };
  targets: { id: Generated<string>; indicator: string; body: Json<object>; set_at: Date };
  targets_taken_back: { target: string; body: Json<object>; taken_back_at: Date };
  indicator_notes: {
    id: Generated<string>;
    indicator: string;
    period: string;
    unit: string;
    body: Json<object>;
    written_at: Date;
  };
  definitions: { id: Generated<string>; agreement: string; hash: string; run_at: Date; run_by: string; facets: unknown };
  subscriptions: { what: string; id: string; url: string; secret_hash: string; renewed_at: Date; until: Date };
  calendar_events: {
    meeting: string;
    generation: number;
    id: string;
    web_url: string;
    sent: string;
    answers: Json<Record<string, string>>;
    seen_at: Date;
  };
  filed_documents: { path: string; number: Generated<string>; meeting: string; body: Json<object> };
  reports: { forum: string; period: string; edition: number; number: Generated<string>; body: Json<object> };
  report_numbers: { id: Generated<string>; forum: string; period: string; edition: number; body: Json<object> };
  effects: {
    id: Generated<string>;
    idem_key: string;
    kind: string;
    lane: string;
    payload: Json<object>;
    rendered: Json<object> | null;
    state: string;
    attempts: number;
    last_error: string | null;
    created_at: Date;
    done_at: Date | null;
    not_before: Date | null;
    status: number | null;
  };
  effect_attempts: { effect: string; n: number; started_at: Date; outcome: string | null };
}
