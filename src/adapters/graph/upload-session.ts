/** Uploads a file in fragments: a break in the middle goes on where it was, and a break at the end is told as unknown. */
import type { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod';
import { Refused, Unavailable } from '../../ports.ts';
import { afterDone } from './after-done.ts';
import { understood } from './answer.ts';
import { faultOf } from './fault.ts';

/** SharePoint takes fragments of whole multiples of this, except the last. */
const UNIT = 327_680;

/** What goes in one piece is what every description of Graph agrees on; larger goes in fragments. */
export const ONE_PIECE = 4 * 1024 * 1024;

const session = z.object({ uploadUrl: z.url() });
const progress = z.object({ nextExpectedRanges: z.array(z.string()) });
const whole = z.object({ id: z.string() });

/** Breaks in a row after which the queue tries it all again later. */
const BREAKS = 3;

export interface Fragments {
  client: Client;
  wait: (ms: number) => Promise<unknown>;
  /** Units in one fragment. */
  units?: number;
}

/** @returns the new file's id; 'taken' when something lies there, which may be what an earlier fragment of ours finished. */
export async function uploadInFragments(
  { client, wait, units = 10 }: Fragments,
  address: string,
  bytes: Uint8Array,
): Promise<string | 'taken'> {
  const call = `POST ${address}:/createUploadSession`;
  const wanted = { item: { '@microsoft.graph.conflictBehavior': 'fail' } };
  const answer = await client.api(`${address}:/createUploadSession`).post(wanted);
  const { uploadUrl } = understood(session, call, 'no', answer);
  let breaks = 0;
  for (let from = 0; ; ) {
    try {
      const said: unknown = await sendFragment(client, uploadUrl, bytes, from, units * UNIT);
      const done = whole.safeParse(said);
      if (done.success) return done.data.id;
      from = nextStart(understood(progress, `PUT ${address} (fragment)`, 'no', said));
      breaks = 0;
    } catch (error) {
      if (faultOf(error)?.codes.includes('nameAlreadyExists')) return 'taken';
      const isReceived = error instanceof Refused && error.status === 416;
      if (!(isReceived || error instanceof Unavailable) || ++breaks > BREAKS) throw error;
      await wait(error instanceof Unavailable && error.retryAfter ? error.retryAfter * 1000 : 200 * 4 ** (breaks - 1));
      const note = 'The document may have come all the way; the next try looks.';
      const reached = await afterDone(note, () => whereItStands(client, uploadUrl, address));
      if (reached === 'over') return 'taken';
      from = reached;
    }
  }
}

function sendFragment(client: Client, uploadUrl: string, bytes: Uint8Array, from: number, length: number): Promise<unknown> {
  const end = Math.min(from + length, bytes.byteLength);
  const fragment = Buffer.from(bytes.buffer, bytes.byteOffset + from, end - from);
  const headers = { 'Content-Range': `bytes ${from}-${end - 1}/${bytes.byteLength}`, 'Content-Length': String(end - from) };
  return client.api(uploadUrl).headers(headers).put(fragment);
}

/** Where the next fragment begins; 'over' when the session is gone, as it is when its last fragment was taken. */
async function whereItStands(client: Client, uploadUrl: string, address: string): Promise<number | 'over'> {
  try {
    const said: unknown = await client.api(uploadUrl).get();
    return nextStart(understood(progress, `GET ${address} (upload session)`, 'no', said));
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return 'over';
    throw error;
  }
}

function nextStart({ nextExpectedRanges: [first = ''] }: z.infer<typeof progress>): number {
  const start = Number.parseInt(first, 10);
  if (Number.isSafeInteger(start)) return start;
  const next = 'The upload session does not say where it stands. It is begun anew at the next try.';
  throw new Unavailable({ call: 'upload session', delivered: 'no', next });
}
