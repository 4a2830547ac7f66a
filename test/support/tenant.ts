/**
 * A tenant on this machine: Teams, the samarbetsyta, the authority that gives our tokens and the keys of those Teams signs
 * with. Whoever comes without the right token is refused, as in the real one.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import type { KeyObject } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Hono } from 'hono';
import { agreementFrom, DEFAULT_AGREEMENT } from '../../bot/compose.ts';
import {
  BOT_NAME,
  LIBRARIES,
  layOutStatistics,
  SITE,
  sampleLibraries,
  sampleLists,
  samplePeople,
  sampleTeam,
} from '../../bot/local/sample-world.ts';
import { type LocalWorld, localWorld } from '../../bot/local/world.ts';
import type { Agreement } from '../../src/domain/agreement.ts';
import { plan } from '../../src/domain/cadence.ts';
import { STOCKHOLM, workingDaysFrom } from '../../src/domain/calendar.ts';
import { listening } from '../adapters/local/listening.ts';
import { oidcStub, rsaKey, token } from './bot-connector.ts';
import { selfSigned } from './certificate.ts';
import { answer, bodyOf, serveHttp } from './http.ts';
import { root } from './needs.ts';
import type { Written } from './serve-process.ts';

const appId = '00000000-0000-4000-8000-0000000000b0';
const tenantId = '00000000-0000-4000-8000-0000000000af';

export interface Product {
  url: string;
  process: ChildProcess;
  /** What it has logged, a line each. */
  log: string[];
  /** Asks it to stop, and waits. @returns its exit code. */
  stop(): Promise<number | null>;
}

export interface Tenant {
  world: LocalWorld;
  dir: string;
  /** The first meeting planned of the first forum: two working days ahead, so its agenda is already due. */
  meeting: string;
  /** What came to the connector and to Graph: method, path and the bearer. */
  calls: { to: 'connector' | 'graph'; method: string; path: string; authorization: string }[];
  /** The token we are given for a resource. */
  tokenFor(resource: string): string;
  /** Starts the product; what Teams sends goes to all that run, in turn. */
  start(store: { databaseUrl?: string; dir?: string; signalAt?: Written['signalAt'] }): Promise<Product>;
  /** Teams' own signature of an activity, or a forged one. */
  sign(activity: { serviceUrl?: unknown }, key?: KeyObject): string;
  /** Products that get what Teams sends. */
  bots: Product[];
  /** Which of them get the next activity: in turn, unless a test says otherwise. Who does not answer is passed over. */
  route(bots: readonly Product[]): readonly Product[];
  agreement: Agreement;
  close(): Promise<void>;
}

/** A hub of the test's: its id, and in how many working days from today it meets first. */
export interface Hub {
  id: string;
  inWorkingDays: number;
}

/** A definition with these hubs and the same people in each, without pauses. */
function definitionAt(dir: string, hubs: readonly Hub[]): string {
  const file = path.join(dir, 'agreement', path.basename(DEFAULT_AGREEMENT));
  fs.cpSync(path.join(root, 'test/agreements/one-hub'), path.dirname(file), { recursive: true });
  fs.copyFileSync(
    path.join(path.dirname(DEFAULT_AGREEMENT), 'exempelstatistik.xlsx'),
    path.join(path.dirname(file), 'exempelstatistik.xlsx'),
  );
  const text = fs.readFileSync(file, 'utf8').replace(/^ {4}uppehåll:\n( {6}.*\n)+/m, '');
  const [before = '', hub = '', after = ''] = text.split(/^forum:\n|^(?=utanför produkten:)/m);
  const today = Temporal.Now.plainDateISO(STOCKHOLM);
  const written = hubs.map(({ id, inWorkingDays }) =>
    hub
      .replaceAll('hub-intro', id)
      .replace('namn: Kommunhubb', `namn: Kommunhubb ${id},`)
      .replace('id: kommunhubb,', `id: tid-${id},`)
      .replace(/datum: 2027-01-19/, `datum: ${workingDaysFrom(today, inWorkingDays)}`),
  );
  fs.writeFileSync(file, `${before}forum:\n${written.join('')}${after}`);
  const people = path.join(path.dirname(file), 'exempelpersoner.yaml');
  const ids = hubs.map(({ id }) => id).join(', ');
  fs.writeFileSync(people, fs.readFileSync(people, 'utf8').replaceAll('[hub-intro]', `[${ids}]`));
  return file;
}

/** `mailbox`: the one meetings are called from; without it nobody's calendar is touched. */
export async function tenant(hubs: readonly Hub[] = [{ id: 'hub-intro', inWorkingDays: 2 }], mailbox?: string): Promise<Tenant> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'samverkan-tenant-'));
  const file = definitionAt(dir, hubs);
  const agreement = agreementFrom(file);
  const first = agreement.forums[0]!;
  const [meeting] = plan(
    first,
    Temporal.Now.plainDateISO(STOCKHOLM),
    Temporal.Now.plainDateISO(STOCKHOLM).add({ days: 14 }),
  ).meetings;
  layOutStatistics(agreement, file, dir);

  const certificate = selfSigned();
  const authorities = path.join(dir, 'authorities.pem');
  fs.writeFileSync(authorities, certificate.certificate);
  const tokenFor = (resource: string) => `token for ${resource}/.default`.replaceAll(' ', '-');
  const authority = await serveHttp(async (request, response) => {
    const base = `https://localhost:${authority.port}/${tenantId}`;
    if (request.method === 'GET')
      return answer(response, 200, {
        token_endpoint: `${base}/oauth2/v2.0/token`,
        authorization_endpoint: `${base}/authorize`,
        jwks_uri: `${base}/keys`,
        issuer: `${base}/v2.0`,
      });
    const form = new URLSearchParams(await bodyOf(request));
    if (form.get('client_id') !== appId || !form.has('client_assertion'))
      return answer(response, 401, { error: 'invalid_client' });
    const scope = form.get('scope')?.split(' ')[0] ?? '';
    return answer(response, 200, {
      token_type: 'Bearer',
      expires_in: 3600,
      access_token: tokenFor(scope.replace('/.default', '')),
    });
  }, certificate);

  const key = rsaKey();
  const oidc = await oidcStub();
  oidc.keys.set('teams', { key, endorsements: ['msteams'] });
  const sign: Tenant['sign'] = (activity, by = key) => {
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: 'https://api.botframework.com', aud: appId, serviceurl: activity.serviceUrl, nbf: now, exp: now + 600 };
    return `Bearer ${token({ alg: 'RS256', kid: 'teams' }, claims, by)}`;
  };

  const bots: Product[] = [];
  let turns = 0;
  const post = async (bot: Product, body: string) => {
    const headers = { 'content-type': 'application/json', authorization: sign(JSON.parse(body)) };
    const answered = await fetch(`${bot.url}/api/messages`, { method: 'POST', headers, body });
    return { answered, text: await answered.text() };
  };
  const door = await serveHttp(async (request, response) => {
    const body = await bodyOf(request);
    const chosen = here.route(bots);
    const rest = bots.filter((bot) => !chosen.includes(bot));
    let given = await Promise.any(chosen.map((bot) => post(bot, body))).catch(() => undefined);
    for (const bot of rest) given ??= await post(bot, body).catch(() => undefined);
    if (!given) return answer(response, 503);
    response.writeHead(given.answered.status, {
      'content-type': given.answered.headers.get('content-type') ?? 'application/json',
    });
    response.end(given.text);
  });

  let url = '';
  const world = localWorld({
    dir,
    people: samplePeople(agreement),
    team: sampleTeam(agreement),
    botId: `28:${appId}`,
    botName: BOT_NAME,
    botUrl: () => door.url,
    publicUrl: () => url,
    now: () => Temporal.Now.instant().toString(),
    libraries: sampleLibraries,
    lists: sampleLists(agreement, file),
    appId,
  });
  const calls: Tenant['calls'] = [];
  const guarded = new Hono();
  for (const [to, at, resource] of [
    ['connector', '/connector/*', 'https://api.botframework.com'],
    ['graph', '/graph/v1.0/*', 'https://graph.microsoft.com'],
  ] as const)
    guarded.use(at, async (c, next) => {
      const authorization = c.req.header('authorization') ?? '';
      calls.push({ to, method: c.req.method, path: decodeURIComponent(c.req.path), authorization });
      if (authorization === `Bearer ${tokenFor(resource)}`) return next();
      return c.json({ error: { code: 'InvalidAuthenticationToken', message: 'no' } }, 401);
    });
  guarded.route('/', world.app);
  const outside = await listening(guarded);
  url = outside.url;

  const started: Product[] = [];
  const here: Tenant = {
    world,
    dir,
    agreement,
    meeting: meeting!.id,
    route: (all) => all.slice(turns++ % all.length).slice(0, 1),
    calls,
    tokenFor,
    sign,
    bots,
    async start({ databaseUrl, dir: data = path.join(dir, 'data'), signalAt }) {
      const config: Written = {
        mode: 'serve',
        host: '127.0.0.1',
        port: 0,
        dataDir: data,
        logLevel: 'info',
        agreements: [file],
        appId,
        tenantId,
        certificate: { privateKey: certificate.privateKey, thumbprintSha256: certificate.thumbprintSha256 },
        site: { host: SITE.hostname, path: SITE.path },
        libraries: LIBRARIES,
        ...(mailbox ? { calendarMailbox: mailbox } : {}),
        ...(databaseUrl ? { databaseUrl } : {}),
        ...(signalAt ? { signalAt } : {}),
        endpoints: {
          openIdMetadataUrl: oidc.metadataUrl,
          authority: `https://localhost:${authority.port}/${tenantId}`,
          graph: `${url}/graph`,
          connectorOnLoopback: true,
        },
      };
      const product = await startProduct(config, authorities);
      started.push(product);
      bots.push(product);
      return product;
    },
    async close() {
      for (const { process } of started) process.kill('SIGKILL');
      await Promise.all([outside.close(), door.close(), oidc.close(), authority.close()]);
      world.teams.close();
      world.samarbetsyta.close();
      fs.rmSync(dir, { recursive: true, force: true });
    },
  };
  return here;
}

async function startProduct(config: Written, authorities: string): Promise<Product> {
  const child = spawn(process.execPath, [path.join(root, 'test/support/serve-process.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_EXTRA_CA_CERTS: authorities },
  });
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const log: string[] = [];
  child.stdin.write(`${JSON.stringify(config)}\n`);
  const port = await new Promise<number>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      log.push(line);
      const { msg, port: taken } = JSON.parse(line) as { msg?: string; port?: number };
      if (msg === 'listening' && taken !== undefined) resolve(taken);
    });
    void exit.then((code) => reject(new Error(`the product ended with ${code} before it listened:\n${log.join('\n')}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    process: child,
    log,
    stop() {
      child.kill('SIGTERM');
      return exit;
    },
  };
}
