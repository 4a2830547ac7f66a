/** Environment → typed Config. The only reader of the environment; every fault is told at once. */
import { delimiter } from 'node:path';
import * as z from 'zod';
import { type Credential, credentialFrom } from './credential.ts';
import { Secret } from './secret.ts';

export type { Credential } from './credential.ts';

interface Common {
  host: string;
  port: number;
  dataDir: string;
  /** Directory with templates of one's own; without it the ones that ship are used. */
  templates?: string;
  logLevel: (typeof logLevels)[number];
  /** Definition files of the agreements; empty in local mode means the ones that ship. */
  agreements: string[];
}

/** `npm start`: loopback only, no tenant, nothing that could reach one. */
export interface LocalConfig extends Common {
  mode: 'local';
  host: '127.0.0.1';
}

/** `npm run serve`: one host tenant, one bot. */
export interface ServeConfig extends Common {
  mode: 'serve';
  appId: string;
  tenantId: string;
  credential: Credential;
  site: { host: string; path: string };
  libraries: { meetings: string; drafts: string; statistics: string };
  /** The mailbox meetings are called from; without it the product keeps out of calendars. */
  calendarMailbox?: string;
  databaseUrl?: Secret;
  /** Where people outside reach this product: `https://samverkan.kommunen.se`. */
  publicUrl?: string;
  /** Stand-ins for Microsoft's addresses, for tests; no environment variable sets them. */
  endpoints?: Endpoints;
}

export interface Endpoints {
  openIdMetadataUrl?: string;
  /** Authority of the tenant, without a trailing slash: `https://localhost:4443/tenant`. */
  authority?: string;
  graph?: string;
  /** Lets activities and sends use a connector at http://127.0.0.1. */
  connectorOnLoopback?: boolean;
}

export type Config = LocalConfig | ServeConfig;
export type ReadConfig<C extends Config = Config> = { ok: true; value: C } | { ok: false; faults: string[] };
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where a tool finds what the product has stored. */
export type KeptConfig = Pick<Common, 'dataDir' | 'agreements'> & { databaseUrl?: Secret };

/** What main.ts hands to readConfig, so that nobody else touches the process. */
export const environment: Environment = process.env;

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const guidOf = (what: string) =>
  z.string({ error: `is missing; write ${what}` }).regex(guid, { error: `is not a GUID; write ${what}` });

const common = {
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: 'is not a port; write a number from 0 to 65535, such as 3978' })
    .transform(Number)
    .refine((port) => port <= 65535, { error: 'is above 65535; write a port such as 3978' })
    .default(3978),
  SAMVERKAN_DATA_DIR: z.string().default('.data'),
  SAMVERKAN_TEMPLATES: z.string().optional(),
  SAMVERKAN_LOG_LEVEL: z.enum(logLevels, { error: `is not a level; write one of ${logLevels.join(', ')}` }).default('info'),
};

const list = z.string().transform((text) => text.split(delimiter).flatMap((part) => part.trim() || []));

const databaseUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\/\S+$/, { error: 'is no PostgreSQL address; write postgres://user:password@host:5432/database' })
  .refine((text) => !/^postgres(ql)?:\/\/\S+$/.test(text) || URL.canParse(text), {
    error: 'cannot be read; write %23 for # and %2F for / in the password, as in postgres://user:pass%23word@host:5432/database',
  })
  .optional();

const localSettings = z.object({
  ...common,
  SAMVERKAN_AGREEMENTS: list.default([]),
  SAMVERKAN_HOST: z
    .enum(['127.0.0.1', 'localhost'], { error: 'is not loopback; local mode listens on 127.0.0.1 only: leave it out' })
    .default('127.0.0.1'),
});

const serveSettings = z.object({
  ...common,
  SAMVERKAN_HOST: z.string().default('0.0.0.0'),
  SAMVERKAN_APP_ID: guidOf("the bot's application (client) id from its app registration"),
  SAMVERKAN_TENANT_ID: guidOf('the directory (tenant) id of the tenant that hosts the team'),
  SAMVERKAN_CERTIFICATE: z.string().optional(),
  SAMVERKAN_CERTIFICATE_SHA256: z.string().optional(),
  SAMVERKAN_MANAGED_IDENTITY: z.string().optional(),
  SAMVERKAN_SITE_HOST: z
    .string({ error: 'is missing; write the host of the samarbetsyta, such as kommunen.sharepoint.com' })
    .regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/i, {
      error: 'is not a host name; write it without https:// and path, such as kommunen.sharepoint.com',
    }),
  SAMVERKAN_SITE_PATH: z
    .string({ error: 'is missing; write the path of the samarbetsyta, such as /sites/samverkan' })
    .regex(/^(\/[^/?#\s]+)+$/, { error: 'is not a path; write it from the first slash, such as /sites/samverkan' }),
  SAMVERKAN_LIBRARY_MEETINGS: z.string({ error: 'is missing; write the name of the library where minutes are filed' }),
  SAMVERKAN_LIBRARY_DRAFTS: z.string({
    error: 'is missing; write the name of the library where drafts of minutes lie until they are filed',
  }),
  SAMVERKAN_LIBRARY_STATISTICS: z.string({ error: 'is missing; write the name of the library where figures are put' }),
  SAMVERKAN_AGREEMENTS: z
    .string({ error: `is missing; write the path of the agreement's definition file, several joined by ${delimiter}` })
    .pipe(list)
    .refine((paths) => paths.length > 0, { error: "names no file; write the path of the agreement's definition file" }),
  SAMVERKAN_CALENDAR_MAILBOX: z
    .string()
    .regex(/^[^\s@<>"(),:;/]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i, {
      error: 'is no e-mail address; write that of the mailbox meetings are called from, such as samverkan@kommunen.se',
    })
    .optional(),
  SAMVERKAN_PUBLIC_URL: z
    .string()
    .regex(/^https:\/\/[^/\s]+$/, { error: 'is no address; write https:// and the host, such as https://samverkan.kommunen.se' })
    .optional(),
  DATABASE_URL: databaseUrl,
});

const keptSettings = z.object({
  SAMVERKAN_DATA_DIR: common.SAMVERKAN_DATA_DIR,
  SAMVERKAN_AGREEMENTS: list.default([]),
  DATABASE_URL: databaseUrl,
});

/** What local mode must not see: with any of these the start was meant for a tenant. */
const ofATenant = [
  /^SAMVERKAN_(APP|TENANT|CERTIFICATE|MANAGED_IDENTITY|SITE|LIBRARY|CALENDAR)(_|$)/i,
  /^MICROSOFT_?APP/i,
  /^(GRAPH|WEBSITE|CONTAINER_APP)_/i,
  /^AZURE_(CLIENT|TENANT|FEDERATED|AUTHORITY)/i,
  /^(AAD|BOT|M365|TEAMS)_(APP|BOT|CLIENT|TENANT|ID|PASSWORD)/i,
  /^CERTIFICATE_?(THUMBPRINT|PRIVATE_?KEY|PATH)/i,
  /^(CLIENT|TENANT)_(ID|SECRET)$/i,
  /^(IDENTITY|MSI)_(ENDPOINT|HEADER|SECRET)$/i,
  /^DATABASE_URL$/i,
];

export function readConfig(env: Environment, mode: 'local'): ReadConfig<LocalConfig>;
export function readConfig(env: Environment, mode: 'serve'): ReadConfig<ServeConfig>;
export function readConfig(env: Environment, mode: 'local' | 'serve'): ReadConfig {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
  return mode === 'local' ? readLocal(present) : readServe(present);
}

/** For tools that read or fill a store on their own: the faults are those `npm run serve` would tell. */
export function readKept(env: Environment): { ok: true; value: KeptConfig } | { ok: false; faults: string[] } {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const read = keptSettings.safeParse(present);
  if (!read.success) return { ok: false, faults: told(read.error) };
  const { SAMVERKAN_DATA_DIR: dataDir, SAMVERKAN_AGREEMENTS: agreements, DATABASE_URL: url } = read.data;
  return { ok: true, value: { dataDir, agreements, ...(url === undefined ? {} : { databaseUrl: new Secret(url) }) } };
}

function readLocal(env: Environment): ReadConfig<LocalConfig> {
  const tenant = Object.keys(env).filter((name) => ofATenant.some((pattern) => pattern.test(name)));
  const faults = tenant.map(
    (name) => `${name} is set, and local mode signs nobody in; unset it, or start with npm run serve if a tenant was meant`,
  );
  if (env['NODE_ENV']?.trim().toLowerCase() === 'production')
    faults.push('NODE_ENV is production, and local mode lets everybody in; unset it, or start with npm run serve');

  const read = localSettings.safeParse(env);
  faults.push(...unknownNames(env, localSettings, tenant), ...told(read.error));
  if (!read.success || faults.length > 0) return { ok: false, faults };
  const { SAMVERKAN_AGREEMENTS: agreements } = read.data;
  return { ok: true, value: { mode: 'local', host: '127.0.0.1', agreements, ...shared(read.data) } };
}

function readServe(env: Environment): ReadConfig<ServeConfig> {
  const read = serveSettings.safeParse(env);
  const credential = credentialFrom(env);
  const faults = [...told(read.error), ...(credential.ok ? [] : credential.faults), ...unknownNames(env, serveSettings)];
  if (env['NODE_TLS_REJECT_UNAUTHORIZED']?.trim() === '0')
    faults.push("NODE_TLS_REJECT_UNAUTHORIZED is 0, and nobody's certificate would be checked; unset it");
  if (!read.success || !credential.ok || faults.length > 0) return { ok: false, faults };
  const settings = read.data;
  return {
    ok: true,
    value: {
      mode: 'serve',
      host: settings.SAMVERKAN_HOST,
      ...shared(settings),
      appId: settings.SAMVERKAN_APP_ID.toLowerCase(),
      tenantId: settings.SAMVERKAN_TENANT_ID.toLowerCase(),
      credential: credential.value,
      site: { host: settings.SAMVERKAN_SITE_HOST, path: settings.SAMVERKAN_SITE_PATH },
      libraries: {
        meetings: settings.SAMVERKAN_LIBRARY_MEETINGS,
        drafts: settings.SAMVERKAN_LIBRARY_DRAFTS,
        statistics: settings.SAMVERKAN_LIBRARY_STATISTICS,
      },
      agreements: settings.SAMVERKAN_AGREEMENTS,
      ...(settings.SAMVERKAN_CALENDAR_MAILBOX === undefined ? {} : { calendarMailbox: settings.SAMVERKAN_CALENDAR_MAILBOX }),
      ...(settings.SAMVERKAN_PUBLIC_URL === undefined ? {} : { publicUrl: settings.SAMVERKAN_PUBLIC_URL }),
      ...(settings.DATABASE_URL === undefined ? {} : { databaseUrl: new Secret(settings.DATABASE_URL) }),
    },
  };
}

function shared(settings: z.infer<z.ZodObject<typeof common>>) {
  const { PORT: port, SAMVERKAN_DATA_DIR: dataDir, SAMVERKAN_LOG_LEVEL: logLevel, SAMVERKAN_TEMPLATES: templates } = settings;
  return { port, dataDir, logLevel, ...(templates === undefined ? {} : { templates }) };
}

/** A misspelt setting is a fault, not a silent default. */
function unknownNames(env: Environment, settings: z.ZodObject, alreadyTold: string[] = []): string[] {
  const known = Object.keys(settings.shape);
  return Object.keys(env)
    .filter((name) => /^SAMVERKAN_/i.test(name) && !known.includes(name) && !alreadyTold.includes(name))
    .map((name) => `${name} is no setting of this mode; the settings are ${known.join(', ')}`);
}

function told(error: z.ZodError | undefined): string[] {
  return error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`) ?? [];
}
