import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import type { Columns } from '../../ports.ts';
import type { Asked, Reply, Surroundings } from './asked.ts';
import { openCalendar } from './calendar.ts';
import { type Column, meetingColumns } from './columns.ts';
import { type Faults, faultsOnDemand } from './faults.ts';
import { errorBody, GraphNo } from './graph-no.ts';
import { groupRoutes, type LocalGroups } from './groups.ts';
import { json } from './items.ts';
import { openLedger } from './ledger.ts';
import { openLibrary } from './library.ts';
import { type ListFacts, type OpenList, openList } from './list.ts';
import { type Outlook, outlook, outlookRoutes } from './outlook.ts';
import { type PeoplesPages, peoplesPages } from './pages.ts';
import { resources } from './resources.ts';
import { answer } from './routes.ts';
import { keepSubscriptions } from './subscriptions.ts';
import { telling } from './telling.ts';
import { watchable } from './watchable.ts';

export interface LocalSamarbetsytaOptions {
  /** The folder everything lies in: a folder for each library, and the ledger. */
  dir: string;
  libraries: readonly { id: string; name: string; columns?: readonly Column[] }[];
  lists?: readonly ListFacts[];
  /** The one mailbox there is, and its calendar; people of its own domain tell when they are taken. */
  mailbox?: string;
  /** ISO instant. */
  now: () => string;
  /** The app that everything through Graph is done by. */
  appId: string;
  /** The address the app is reached at, for links. */
  publicUrl: () => string;
  /** Newest first, in Graph's shape. Without it messages may not be read: 403. */
  messages?: Surroundings['messages'];
}

export interface LocalFile {
  library: string;
  path: string;
  name: string;
  size: number;
  modifiedAt: string;
  webUrl: string;
  columns: Columns;
}

export interface LocalSamarbetsyta {
  app: Hono<{ Bindings: Partial<HttpBindings> }>;
  files(): Promise<LocalFile[]>;
  /** What people may do with lists by hand. */
  lists: readonly OpenList[];
  /** What people may do in Outlook; without a mailbox there is no calendar. */
  outlook: Outlook | undefined;
  /** Groups in Entra and who is in them. */
  groups: LocalGroups;
  faults: Faults;
  close(): void;
}

/**
 * A samarbetsyta in a folder, answering as Graph does below /v1.0. For one's own machine: it checks no token, and gives
 * the files below /samarbetsyta to anybody who asks. What it does to files and lists it does synchronously, one request at a time.
 */
export function localSamarbetsyta(options: LocalSamarbetsytaOptions): LocalSamarbetsyta {
  const { dir, now, appId, messages } = options;
  mkdirSync(dir, { recursive: true });
  const ledger = openLedger(join(dir, '.samarbetsyta.jsonl'));
  const libraries = options.libraries.map(({ id, name, columns = meetingColumns }) =>
    openLibrary(dir, { id, name, columns }, ledger, now),
  );
  const lists = (options.lists ?? []).map((facts) => openList(facts, ledger, now));
  const calendar = options.mailbox === undefined ? undefined : openCalendar(options.mailbox, ledger, now);
  const people = calendar && outlook(calendar);
  const publicUrl = () => options.publicUrl().replace(/\/$/, '');
  const show = resources(publicUrl, appId);
  const faults = faultsOnDemand();
  const pages: PeoplesPages = peoplesPages(libraries, publicUrl);
  const places = watchable({ libraries, lists, calendar, show });
  const subscriptions = keepSubscriptions(ledger, now, (resource) => places.find((place) => place.resource === resource)?.rules);
  const teller = telling({ places, subscriptions, ledger, faults });
  const groups: LocalGroups = new Map();
  const around: Surroundings = {
    libraries,
    groups,
    lists,
    calendar,
    show,
    ticketFor: pages.ticketFor,
    uploads: new Map(),
    ledger,
    faults,
    subscriptions,
    messages,
  };
  let requests = Math.max(0, ...ledger.lines.map((line) => ('n' in line ? line.n : 0)));

  const app: LocalSamarbetsyta['app'] = new Hono();
  const answering = async (context: Context<{ Bindings: Partial<HttpBindings> }>): Promise<Response> => {
    const method = context.req.method;
    const writes = !['GET', 'HEAD'].includes(method);
    const url = new URL(context.req.url);
    const body = new Uint8Array(await context.req.arrayBuffer());
    const n = writes ? ++requests : 0;
    const { 'if-match': ifMatch, prefer, 'content-range': range, authorization } = context.req.header();
    const asked: Asked = { method, url, ifMatch, prefer, range, signed: authorization !== undefined, body, n };
    if (faults.isBroken()) return gatewayPage();
    const { reply, no } = await replyOrNo(asked);
    if (!writes) return answered(context, reply, no);
    const path = asked.about ?? url.pathname;
    const lost = no ? undefined : faults.lost({ method, path });
    ledger.append({
      kind: 'request',
      n,
      at: now(),
      method,
      path,
      status: reply.status,
      outcome: reply.did?.outcome ?? (reply.status >= 500 ? 'failed' : 'refused'),
      ...(lost ? { answer: 'lost' as const } : {}),
      ...(reply.did?.item ? { item: reply.did.item } : {}),
    });
    if (lost === 'cut') context.env.incoming?.socket.destroy();
    if (lost) return answered(context, { status: 504 }, new GraphNo(504, 'gatewayTimeout', 'The answer was lost.'));
    return answered(context, reply, no);
  };
  app.all('/v1.0/*', answering);
  app.all('/samarbetsyta-upload/*', answering);
  if (people) app.route('/outlook', outlookRoutes(people));
  app.route('/directory', groupRoutes(groups));
  app.get('/samarbetsyta/*', pages.webPage);
  app.get('/samarbetsyta-download/:ticket', pages.download);

  return {
    app,
    faults,
    lists,
    outlook: people,
    groups,
    async files() {
      return libraries.flatMap((library) =>
        library.register
          .everything()
          .filter((item) => !item.folder)
          .map((item) => ({
            library: library.name,
            path: item.path,
            name: item.path.split('/').at(-1) ?? '',
            size: item.size,
            modifiedAt: item.modifiedAt,
            webUrl: show.webUrl(library, item.path),
            columns: item.fields,
          })),
      );
    },
    close() {
      teller.stop();
      ledger.close();
    },
  };

  async function replyOrNo(asked: Asked): Promise<{ reply: Reply; no?: GraphNo }> {
    try {
      const seconds = faults.throttled();
      if (seconds !== undefined) throw new GraphNo(429, 'activityLimitReached', 'Too many requests.', { retryAfter: seconds });
      const asksToBeTold = asked.method === 'POST' && asked.url.pathname === '/v1.0/subscriptions';
      if (asksToBeTold) await subscriptions.handshake(json(asked.body));
      return { reply: answer(asked, around) };
    } catch (error) {
      const no =
        error instanceof GraphNo
          ? error
          : new GraphNo(500, 'generalException', 'The local samarbetsyta failed.', { cause: error });
      if (no.status === 500) console.error(error);
      return { reply: { status: no.status }, no };
    }
  }

  function answered(context: Context, { status, body, location }: Reply, no: GraphNo | undefined): Response {
    const requestId = randomUUID();
    const clientRequestId = context.req.header('client-request-id') ?? requestId;
    const headers = new Headers({ 'request-id': requestId, 'client-request-id': clientRequestId });
    if (no?.retryAfter !== undefined) headers.set('retry-after', String(no.retryAfter));
    const elsewhere = no?.location ?? location;
    if (elsewhere !== undefined) headers.set('location', elsewhere);
    const sent = no ? errorBody(no, now(), requestId, clientRequestId) : body;
    return sent === undefined ? new Response(null, { status, headers }) : Response.json(sent, { status, headers });
  }
}

/** What stands between an app and Graph when Graph is away: no JSON, no code, no Retry-After. */
function gatewayPage(): Response {
  const page = '<html><head><title>503</title></head><body><h1>Service Unavailable</h1></body></html>';
  return new Response(page, { status: 503, headers: { 'content-type': 'text/html' } });
}
