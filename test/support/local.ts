/** The whole product on a throwaway port, against the local world, with a store in memory. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readConfig } from '../../bot/config.ts';
import { channelOf, LIBRARIES } from '../../bot/local/sample-world.ts';
import { type Local, startLocal } from '../../bot/local/start-local.ts';
import type { Message } from '../../bot/local/teams.ts';
import type { Probe } from '../../src/ports.ts';
import { at } from './clock.ts';
import { emptyDatabase } from './empty-database.ts';

type Node = { [key: string]: unknown };

export function actionsOf(node: unknown): Node[] {
  if (Array.isArray(node)) return node.flatMap(actionsOf);
  if (typeof node !== 'object' || node === null) return [];
  const own = String((node as Node)['type'] ?? '').startsWith('Action.') ? [node as Node] : [];
  return [...own, ...Object.values(node).flatMap(actionsOf)];
}

/** Every text a person can read on a card, in order. */
export function textOf(node: unknown): string {
  if (Array.isArray(node)) return node.map(textOf).join(' ');
  if (typeof node !== 'object' || node === null) return '';
  const { text, title, label, value, fallback: _fallback, ...rest } = node as Node;
  const own = [text, title, label, typeof value === 'string' ? value : ''].filter((one) => typeof one === 'string').join(' ');
  return `${own} ${Object.values(rest).map(textOf).join(' ')}`.replace(/\s+/g, ' ').trim();
}

export interface Play {
  local: Local;
  dir: string;
  channel: string;
  /** Moves time on, doing everything due on the way. */
  to(local: string): Promise<void>;
  /** Waits for everything the last act left to do. */
  settle(): Promise<void>;
  messages(person: string, where?: string): Message[];
  /** The newest message with a key, as the person sees it. */
  card(person: string, keyPrefix: string, where?: string): Message | undefined;
  say(person: string, text: string, where?: string): Promise<string[]>;
  press(
    person: string,
    message: Message,
    verb: string,
    change?: Record<string, unknown>,
  ): ReturnType<Local['world']['teams']['press']>;
  dialog(person: string, message: Message, name: string, inputs: Record<string, unknown>, kind?: string): Promise<unknown>;
  files(): Promise<string[]>;
  stop(): Promise<void>;
}

export async function play(
  options: { probe?: Probe; dir?: string; definition?: string; limited?: boolean; store?: 'in memory' | 'on disk' } = {},
): Promise<Play> {
  const dir = options.dir ?? fs.mkdtempSync(path.join(os.tmpdir(), 'samverkan-play-'));
  const definition = options.definition ? { SAMVERKAN_AGREEMENTS: options.definition } : {};
  const config = readConfig({ SAMVERKAN_DATA_DIR: dir, SAMVERKAN_LOG_LEVEL: 'silent', PORT: '0', ...definition }, 'local');
  if (!config.ok) throw new Error(config.faults.join());
  const where = options.store === 'on disk' ? undefined : await emptyDatabase();
  const local = await startLocal(config.value, where, options.probe, options.limited ?? false);
  const { teams, samarbetsyta } = local.world;
  const channel = channelOf('hub-intro');
  const settle = () => local.running.work.settle();
  /** A person's own chat, the hub's channel, or another forum's by its id. */
  const place = (where: string | undefined) =>
    where === undefined ? 'personal' : where === 'channel' ? channel : channelOf(where);

  const messages: Play['messages'] = (person, where) => teams.messages(place(where), person);
  const self: Play = {
    local,
    dir,
    channel,
    settle,
    messages,
    to: (moment) => local.advance.to(at(moment)),
    card: (person, keyPrefix, where) => messages(person, where).findLast((one) => one.key.startsWith(keyPrefix)),
    async say(person, text, where) {
      // Who writes for the first time is welcomed too, by itself: that is over before anything is said.
      if (where === undefined && messages(person).length === 0) await teams.install({ person });
      await settle();
      const before = new Set(messages(person, where).map((one) => one.id));
      await teams.say({ as: person, conversation: place(where), text, mention: where !== undefined });
      await settle();
      return messages(person, where)
        .filter((one) => one.from === null && !before.has(one.id))
        .map((one) => textOf(one.card));
    },
    async press(person, message, verb, change = {}) {
      const action = actionsOf(message.card).find((one) => one['verb'] === verb);
      const data = { ...(action?.['data'] as object | undefined), ...change };
      const outcome = await teams.press({ as: person, conversation: message.conversationId, activityId: message.id, verb, data });
      await settle();
      return outcome;
    },
    async dialog(person, message, name, inputs, kind) {
      const data = actionsOf(message.card)
        .map((one) => (one['data'] ?? {}) as Record<string, unknown>)
        .find((one) => one['dialog'] === name && (kind === undefined || one['kind'] === kind || one['how'] === kind));
      if (!data) throw new Error(`no button for the dialog ${name}`);
      const opened = await teams.openDialog({ as: person, conversation: message.conversationId, activityId: message.id, data });
      if (opened.kind !== 'dialog') return opened;
      const submit = actionsOf(opened.card).find((one) => one['type'] === 'Action.Submit');
      const filled = { ...(submit?.['data'] as object), ...inputs };
      const done = await teams.submitDialog({ as: person, conversation: message.conversationId, data: filled });
      await settle();
      return done;
    },
    files: async () => (await samarbetsyta.files()).filter((one) => one.library !== LIBRARIES.drafts).map((one) => one.path),
    stop: local.stop,
  };
  return self;
}
