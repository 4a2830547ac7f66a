/** Uploads in fragments, as SharePoint takes them: in order, each of whole units except the last. They do not outlive the process. */
import { randomBytes } from 'node:crypto';
import type { Asked, Parts, Reply, Surroundings } from './asked.ts';
import { libraryOf, pathAt } from './asked.ts';
import { GraphNo, notFound } from './graph-no.ts';
import { json, mustBeFree, mustHaveRoom } from './items.ts';
import type { OpenLibrary } from './library.ts';
import type { Conflict } from './register.ts';

const UNIT = 327_680;
const LARGEST = 60 * 1024 * 1024;
const MINUTES = 60;

interface Session {
  library: OpenLibrary;
  path: string;
  conflict: Conflict;
  received: Buffer[];
  size: number;
  until: string;
}

export type UploadSessions = Map<string, Session>;

const CONFLICTS: readonly string[] = ['fail', 'replace', 'rename'];

export function createUploadSession(asked: Asked, parts: Parts, around: Surroundings): Reply {
  const library = libraryOf(parts, around);
  const path = pathAt(parts, library);
  if (path === '') throw new GraphNo(400, 'invalidRequest', 'The root has no content.');
  asked.about = `${library.name}/${path}`;
  mustBeFree(library, path, around);
  mustHaveRoom(around);
  const { item } = (asked.body.length === 0 ? {} : json(asked.body)) as { item?: Record<string, unknown> };
  const conflict = String(item?.['@microsoft.graph.conflictBehavior'] ?? 'fail');
  if (!CONFLICTS.includes(conflict)) throw new GraphNo(400, 'invalidRequest', 'Unknown conflictBehavior.');
  const id = randomBytes(24).toString('base64url');
  const until = Temporal.Now.instant().add({ minutes: MINUTES }).toString({ smallestUnit: 'second' });
  around.uploads.set(id, { library, path, conflict: conflict as Conflict, received: [], size: 0, until });
  const body = { uploadUrl: around.show.uploadUrl(id), expirationDateTime: until, nextExpectedRanges: ['0-'] };
  return { status: 200, body, did: { outcome: 'upload begun' } };
}

/** What is sent to the address of a session: a fragment, a question how far it has come, or that it is given up. */
export function uploadSession(asked: Asked, { session: id = '' }: Parts, around: Surroundings): Reply {
  if (asked.signed) throw new GraphNo(401, 'unauthenticated', 'The address carries its own right; send no token.');
  if (asked.url.searchParams.get('tempauth') !== `v1.${id}==`)
    throw new GraphNo(401, 'unauthenticated', 'The ticket is not the one given.');
  const session = around.uploads.get(id);
  if (!session) throw notFound();
  const { library, path } = session;
  asked.about = `${library.name}/${path}`;
  if (asked.method === 'GET') return { status: 200, body: standing(session) };
  if (asked.method === 'DELETE') {
    around.uploads.delete(id);
    return { status: 204, did: { outcome: 'upload given up' } };
  }
  const { from, to, total } = rangeOf(asked);
  if (from !== session.size) throw new GraphNo(416, 'invalidRange', 'The fragment has been received, or comes too early.');
  if (to + 1 < total && asked.body.length % UNIT !== 0)
    throw new GraphNo(400, 'invalidRequest', 'A fragment is a multiple of 320 KiB.');
  if (asked.body.length >= LARGEST) throw new GraphNo(413, 'fragmentTooLarge', 'A fragment is below 60 MiB.');
  mustBeFree(library, path, around);
  session.received.push(Buffer.from(asked.body));
  session.size = to + 1;
  if (session.size < total) return { status: 202, body: standing(session), did: { outcome: 'fragment taken' } };
  const { item, outcome } = library.register.put(path, Buffer.concat(session.received), session.conflict, asked.n);
  around.uploads.delete(id);
  asked.about = `${library.name}/${item.path}`;
  return { status: outcome === 'created' ? 201 : 200, body: around.show.driveItem(library, item), did: { outcome, item } };
}

const standing = ({ size, until }: Session) => ({ expirationDateTime: until, nextExpectedRanges: [`${size}-`] });

function rangeOf({ range = '', body }: Asked): { from: number; to: number; total: number } {
  const [, from, to, total] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(range)?.map(Number) ?? [];
  if (from === undefined || to === undefined || total === undefined || to - from + 1 !== body.length || to >= total)
    throw new GraphNo(400, 'invalidRequest', 'Content-Range does not say which bytes of the file these are.');
  return { from, to, total };
}
