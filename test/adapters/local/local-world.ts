import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import {
  type LocalSamarbetsyta,
  type LocalSamarbetsytaOptions,
  localSamarbetsyta,
} from '../../../src/adapters/local/samarbetsyta.ts';
import { localGraphSend } from '../../../src/adapters/local/send.ts';
import { conforming } from '../../contracts/graph-schemas.ts';
import { meetings } from './library-of-tests.ts';
import { type Listening, listening } from './listening.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests read answers as they come
type Json = any;

export interface Answer {
  status: number;
  headers: Headers;
  json: Json;
  text: string;
}

export interface LocalWorld {
  dir: string;
  local: LocalSamarbetsyta;
  url: string;
  /** Asks what would be `https://graph.microsoft.com/v1.0` and more; an object is sent as JSON. */
  ask(method: string, path: string, body?: string | object, headers?: Record<string, string>): Promise<Answer>;
  /** The ledger, line by line. */
  ledger(): Json[];
  /** The same folder after a restart. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function localWorld(options: Partial<LocalSamarbetsytaOptions> = {}): Promise<LocalWorld> {
  const dir = mkdtempSync(join(tmpdir(), 'local-'));
  let server: Listening;
  const start = async () => {
    world.local = localSamarbetsyta({
      dir,
      libraries: [meetings],
      now: () => '2027-03-01T08:00:00Z',
      appId: 'our-app',
      publicUrl: () => world.url,
      ...options,
    });
    server = await listening(world.local.app);
    world.url = server.url;
  };
  const stop = async () => {
    await server.close();
    world.local.close();
  };
  const checked = conforming((input, init) => localGraphSend(world.url)(input, init));
  const world = {
    dir,
    url: '',
    async ask(method, path, body, headers = {}) {
      const isJson = typeof body === 'object';
      const response = await checked.send(`https://graph.microsoft.com/v1.0${path}`, {
        method,
        headers: { ...(isJson ? { 'content-type': 'application/json' } : {}), ...headers },
        // Bytes, so that only what is JSON is compared with a schema.
        ...(body === undefined ? {} : { body: isJson ? JSON.stringify(body) : Buffer.from(body) }),
      });
      const text = await response.text();
      const json = response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : undefined;
      return { status: response.status, headers: response.headers, json, text };
    },
    ledger: () =>
      readFileSync(join(dir, '.samarbetsyta.jsonl'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    async restart() {
      await stop();
      await start();
    },
    async close() {
      await stop();
      rmSync(dir, { recursive: true });
      expect(checked.problems).toEqual([]);
    },
  } as LocalWorld;
  await start();
  return world;
}
