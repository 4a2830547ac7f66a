/** Picks the adapters and builds the product; main.ts, the tools and the end-to-end tests all build it here. */

import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Hono } from 'hono';
import pino from 'pino';
import { templatesIn } from '../src/adapters/documents/own-templates.ts';
import { excelSheets } from '../src/adapters/documents/sheets.ts';
import { wordDocuments } from '../src/adapters/documents/word.ts';
import { graphCalendar } from '../src/adapters/graph/calendar.ts';
import { graphChanges } from '../src/adapters/graph/changes.ts';
import { graphClient } from '../src/adapters/graph/client.ts';
import { graphDirectory } from '../src/adapters/graph/directory.ts';
import { graphLists } from '../src/adapters/graph/figure-lists.ts';
import { graphMessages } from '../src/adapters/graph/messages.ts';
import { graphSamarbetsyta } from '../src/adapters/graph/samarbetsyta.ts';
import { localGraphSend } from '../src/adapters/local/send.ts';
import { type Engine, openEngine, type Where } from '../src/adapters/store/engine.ts';
import { createStore } from '../src/adapters/store/store.ts';
import { createWork, type Work } from '../src/adapters/store/work.ts';
import type { Agreement } from '../src/domain/agreement.ts';
import { createFigures } from '../src/flows/figures.ts';
import { readGroups, refreshRoster } from '../src/flows/follow-groups.ts';
import { performEffect } from '../src/flows/perform-effect.ts';
import { behindStop, personalDataStop } from '../src/flows/personal-data-stop.ts';
import type { Product } from '../src/flows/product.ts';
import { recordDefinition } from '../src/flows/record-definition.ts';
import { planEverything, runSteps } from '../src/flows/run-steps.ts';
import { takeAwayOld } from '../src/flows/take-away.ts';
import { keepWatch, lookAround } from '../src/flows/watch-sources.ts';
import type { Clock, Log, Probe } from '../src/ports.ts';
import { botApp, NOTIFICATIONS } from './app.ts';
import { botLogic } from './bot.ts';
import { teamsChat } from './chat.ts';
import type { ServeConfig } from './config.ts';
import { agreementFrom, DEFAULT_AGREEMENT } from './definition.ts';
import { localInbound, type Verify } from './inbound.ts';
import { APP_ID, CALENDAR_MAILBOX, LIBRARIES, SITE } from './local/sample-world.ts';
import { systemClock } from './local/told-clock.ts';
import { meetAgain } from './places.ts';
import { type Teams, teamsAdapter } from './teams.ts';

/** Seconds; a job that does nothing for five minutes is taken for lost. */
const LONGEST_WAIT = 120;
/** Seconds in which those who open a card with figures share one question to the samarbetsyta. */
const LATELY = 2;

export interface Running {
  app: Hono;
  product: Product;
  work: Work;
  teams: Teams;
  /** Plans, queues what is open and begins to work. Places must be known before cards can be posted. */
  start(): Promise<void>;
  /** Reads the groups that give members, each once a day, and invites and meets those who are new. */
  followGroups(): Promise<void>;
  /** To be called when the door is open: who is asked to tell of changes knocks at it first. */
  reachable(): Promise<void>;
  stop(): Promise<void>;
}

export { agreementFrom, DEFAULT_AGREEMENT };

interface Parts {
  agreement: Agreement;
  templates: string | undefined;
  engine: Engine;
  clock: Clock;
  /** True when time stands still until it is told. */
  told: boolean;
  log: Log;
  probe: Probe;
  teams: Teams;
  verify: Verify;
  graph: { send: typeof fetch; token: () => Promise<string>; hosts?: readonly string[] };
  site: { hostname: string; path: string };
  libraries: { meetings: string; drafts: string; statistics: string };
  calendarMailbox: string | undefined;
  appId: string;
  settleSeconds: number;
  latelySeconds: number;
  connectorNow?: () => string;
  publicUrl: () => string;
  /** Where Graph tells of changes; '' where it cannot. */
  notificationUrl: () => string;
}

function build(parts: Parts): Running {
  const { engine, clock, told, log, probe, teams } = parts;
  // Its people change with the groups; whoever gave it to us keeps theirs.
  const agreement = { ...parts.agreement };
  const work = createWork(engine, clock, log, told);
  const clean = personalDataStop(clock, log);
  const store = behindStop(createStore(engine.db, clock, work, engine.alone), clean);
  const client = graphClient({ ...parts.graph, log });
  const samarbetsyta = behindStop(
    graphSamarbetsyta({ client, site: parts.site, libraries: parts.libraries, appId: parts.appId }),
    clean,
  );
  const mailbox = parts.calendarMailbox;
  const calendar = mailbox === undefined ? undefined : behindStop(graphCalendar({ client, mailbox }), clean);
  const changes = graphChanges({
    client,
    site: parts.site,
    libraries: parts.libraries,
    calendar: mailbox === undefined ? undefined : { mailbox, now: () => clock.now().toInstant() },
  });
  const lists = behindStop(graphLists({ client, site: parts.site }), clean);
  const entraIdOf = (id: string) => agreement.people.find((person) => person.id === id)?.entraId ?? '';
  const product: Product = {
    agreement,
    store,
    clock,
    chat: behindStop(
      teamsChat({
        agreement,
        teams,
        store,
        messages: graphMessages({ client }),
        appId: parts.appId,
        entraIdOf,
        connectorNow: parts.connectorNow,
      }),
      clean,
    ),
    samarbetsyta,
    calendar,
    changes,
    directory: behindStop(graphDirectory({ client }), clean),
    roster: { defined: agreement.people, mark: '' },
    lists,
    documents: behindStop(wordDocuments(templatesIn(parts.templates)), clean),
    clean,
    figures: createFigures({
      agreement,
      samarbetsyta,
      sheets: excelSheets(),
      lists,
      changes,
      store,
      clock,
      log,
      latelySeconds: parts.latelySeconds,
    }),
    log,
    probe,
    settleSeconds: parts.settleSeconds,
    publicUrl: parts.publicUrl,
    notificationUrl: parts.notificationUrl,
    calmSeconds: told ? 0 : 5,
    waitAsAsked: (seconds) => (told ? Promise.resolve() : sleep(Math.min(seconds, LONGEST_WAIT) * 1000)),
  };
  const settleSoon = () => {
    work.settle().catch((error: unknown) => log.error({ error: String(error) }, 'due work could not be done'));
  };
  return {
    app: botApp({ product, teams, verify: parts.verify, logic: botLogic(product, teams), store, log, answered: settleSoon }),
    product,
    work,
    teams,
    async start() {
      await recordDefinition(product, os.userInfo().username);
      await refreshRoster(product);
      if (await readGroups(product)) await meetAgain(product, teams);
      await planEverything(product);
      await work.sweep();
      await work.settle();
    },
    async followGroups() {
      if (!(await readGroups(product))) return;
      await meetAgain(product, teams);
      await planEverything(product);
    },
    async reachable() {
      await keepWatch(product);
      await work.settle();
    },
    async stop() {
      await work.settle();
      await work.stop();
      await engine.close();
    },
  };
}

async function begin(parts: Parts): Promise<Running> {
  const running = build(parts);
  const { product, work } = running;
  const handlers = {
    effect: (id: string) => refreshRoster(product).then(() => performEffect(product, id)),
    steps: (forum: string) => refreshRoster(product).then(() => runSteps(product, forum)),
  };
  await work.start(handlers, [
    { name: 'sweep', cron: '* * * * *', run: () => work.sweep() },
    { name: 'watch', cron: '7 * * * *', run: () => keepWatch(product) },
    { name: 'look', cron: '* * * * *', run: () => lookAround(product, 'untold') },
    { name: 'look-everywhere', cron: '*/30 * * * *', run: () => lookAround(product, 'everywhere') },
    { name: 'groups', cron: '10 * * * *', run: () => running.followGroups() },
    { name: 'plan', cron: '30 3 * * *', run: () => planEverything(product) },
    { name: 'take-away', cron: '50 3 * * *', run: () => takeAwayOld(product) },
  ]);
  return running;
}

export interface LocalOptions {
  agreement: Agreement;
  /** Directory with templates of one's own. */
  templates?: string | undefined;
  store: Where;
  clock: Clock;
  /** Where the local Teams takes what the bot posts: `http://127.0.0.1:3978/connector`. */
  connectorUrl: () => string;
  /** Where the local samarbetsyta answers Graph: `http://127.0.0.1:3978/graph`. */
  graphUrl: () => string;
  /** Where the local samarbetsyta tells of changes; without it nothing is watched. */
  notificationUrl?: () => string;
  log: Log;
  probe?: Probe;
  /** Told time stands still, so nothing is `lately` unless somebody says so. */
  latelySeconds?: number;
}

/** The product against the local world: no tenant, no tokens, told time. */
export async function composeLocal(options: LocalOptions): Promise<Running> {
  const { agreement, clock, log, graphUrl, connectorUrl, probe = () => {} } = options;
  return begin({
    agreement,
    templates: options.templates,
    engine: await openEngine(options.store),
    clock,
    told: true,
    log,
    probe,
    teams: teamsAdapter({ mode: 'local', log }),
    verify: localInbound(),
    graph: { send: (input, init) => localGraphSend(graphUrl())(input, init), token: async () => 'local' },
    site: SITE,
    libraries: LIBRARIES,
    calendarMailbox: CALENDAR_MAILBOX,
    appId: APP_ID,
    settleSeconds: 0,
    latelySeconds: options.latelySeconds ?? 0,
    connectorNow: connectorUrl,
    publicUrl: () => new URL(connectorUrl()).origin,
    notificationUrl: options.notificationUrl ?? (() => ''),
  });
}

/** The product in a tenant: real time, real tokens. */
export async function composeServe(config: ServeConfig, log: Log, probe: Probe = () => {}): Promise<Running> {
  const [file, ...more] = config.agreements;
  if (!file || more.length > 0) throw new Error('SAMVERKAN_AGREEMENTS: this release runs one appendix; write one file.');
  // Local mode does not even load what reaches a tenant.
  const { serveOutside } = await import('./serve-outside.ts');
  const outside = serveOutside(config, log);
  const store: Where = config.databaseUrl ? { url: config.databaseUrl.reveal() } : { dir: path.join(config.dataDir, 'store') };
  return begin({
    agreement: agreementFrom(file),
    templates: config.templates,
    engine: await openEngine(store, (error) => log.warn({ error: String(error) }, 'a connection to the database broke')),
    clock: systemClock,
    told: false,
    log,
    probe,
    ...outside,
    site: { hostname: config.site.host, path: config.site.path },
    libraries: config.libraries,
    calendarMailbox: config.calendarMailbox,
    appId: config.appId,
    settleSeconds: 10,
    latelySeconds: LATELY,
    publicUrl: () => config.publicUrl ?? '',
    notificationUrl: () => (config.publicUrl ? `${config.publicUrl}${NOTIFICATIONS}` : ''),
  });
}

/** Facts only: no text people wrote is ever given to it. */
export const productLog = (level: string): Log => pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
