/** The flows on a real store in memory, with a chat that only remembers and no samarbetsyta: for what needs no Teams. */
import { sql } from 'kysely';
import { afterAll } from 'vitest';
import { type Engine, openEngine } from '../../src/adapters/store/engine.ts';
import { createStore, type Wake } from '../../src/adapters/store/store.ts';
import type { Agreement } from '../../src/domain/agreement.ts';
import { performEffect } from '../../src/flows/perform-effect.ts';
import { behindStop, personalDataStop } from '../../src/flows/personal-data-stop.ts';
import type { Product } from '../../src/flows/product.ts';
import type { Calendar, Chat, Directory, Probe, View } from '../../src/ports.ts';
import { hub, stockholm } from './agreement.ts';
import { at, clockAt } from './clock.ts';
import { emptyDatabase } from './empty-database.ts';

export interface Said {
  key: string;
  to: unknown;
  view: View;
  update: boolean;
}

export interface SmallProduct {
  product: Product;
  said: Said[];
  /** What was logged as an error: nothing, where all is well. */
  errors: unknown[];
  /** Does everything that is to be done outside; what fails is tried again next time. */
  work(): Promise<void>;
  to(local: string): void;
  /** Texts sent to a person, oldest first. */
  told(person: string): string[];
}

const noWake: Wake = { effect: async () => {}, step: async () => {}, committed: () => {} };
let opened: Promise<Engine> | undefined;
afterAll(async () => (await opened)?.close());

/** One database for all the tests of a file, empty for each: opening it is what takes time. */
async function emptied(): Promise<Engine> {
  opened ??= emptyDatabase().then(openEngine);
  const engine = await opened;
  const all = await engine.db.introspection.getTables();
  const tables = all.filter(({ schema }) => schema === 'public').map(({ name }) => sql.table(name));
  await sql`truncate ${sql.join(tables)} restart identity cascade`.execute(engine.db);
  return engine;
}

const notHere = () => Promise.reject(new Error('not in this test'));

export async function smallProduct(options: {
  now: string;
  calendar: Calendar | undefined;
  agreement?: Agreement;
  directory?: Directory;
  probe?: Probe;
  /** A database of its own choice, which the test opens, empties and closes itself. */
  engine?: Engine;
}): Promise<SmallProduct> {
  const engine = options.engine ?? (await emptied());
  const clock = clockAt(options.now);
  const errors: unknown[] = [];
  const log = { info: () => {}, warn: () => {}, error: (facts: unknown) => void errors.push(facts) };
  const clean = personalDataStop(clock, log);
  const said: Said[] = [];
  const chat: Chat = {
    render: async (view, key) => ({ view, key }),
    async post(to, rendered) {
      said.push({ ...(rendered as { view: View; key: string }), to, update: false });
      return { serviceUrl: 'https://teams.example', conversationId: JSON.stringify(to), activityId: String(said.length) };
    },
    async update({ conversationId }, rendered) {
      said.push({ ...(rendered as { view: View; key: string }), to: JSON.parse(conversationId), update: true });
    },
    find: async () => 'absent',
  };
  const agreement = { ...(options.agreement ?? { ...stockholm, forums: [hub] }) };
  const product: Product = {
    agreement,
    directory: behindStop(options.directory ?? { members: notHere }, clean),
    roster: { defined: agreement.people, mark: '' },
    store: behindStop(createStore(engine.db, clock, noWake, engine.alone), clean),
    clock,
    chat: behindStop(chat, clean),
    samarbetsyta: behindStop(
      { file: notHere, read: notHere, mark: notHere, asPdf: notHere, draft: notHere, discardDraft: notHere },
      clean,
    ),
    calendar: options.calendar && behindStop(options.calendar, clean),
    changes: { subscribe: notHere, renew: notHere, unsubscribe: notHere, since: notHere },
    lists: behindStop({ read: notHere, add: notHere }, clean),
    documents: behindStop({ write: () => new Uint8Array(), words: () => '', faults: () => 0, contentType: '' }, clean),
    figures: { look: async () => new Map() } as unknown as Product['figures'],
    clean,
    log,
    probe: options.probe ?? (() => {}),
    settleSeconds: 0,
    publicUrl: () => '',
    notificationUrl: () => '',
    calmSeconds: 0,
    waitAsAsked: async () => {},
  };
  return {
    product,
    said,
    errors,
    async work() {
      const tried = new Set<string>();
      for (;;) {
        const open = await product.store.read((reader) => reader.openEffects());
        const next = open.find(({ id, kind }) => !tried.has(id) && kind !== 'file');
        if (!next) return;
        tried.add(next.id);
        await performEffect(product, next.id);
      }
    },
    to: (local) => clock.tell(at(local)),
    told: (person) =>
      said.flatMap(({ to, view }) =>
        (to as { person?: string }).person === person ? [String((view.data as { text?: string }).text ?? '')] : [],
      ),
  };
}
