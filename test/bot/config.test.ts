import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Environment, readConfig, readKept } from '../../bot/config.ts';
import { selfSigned } from '../support/certificate.ts';

const certificate = selfSigned();
let folder: string;
let production: Record<string, string>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'samverkan-config-'));
  production = {
    SAMVERKAN_APP_ID: 'A0000000-0000-4000-8000-00000000000A',
    SAMVERKAN_TENANT_ID: 'b0000000-0000-4000-8000-00000000000b',
    SAMVERKAN_CERTIFICATE: pem('good.pem', certificate.privateKey + certificate.certificate),
    SAMVERKAN_CERTIFICATE_SHA256: certificate.thumbprintSha256,
    SAMVERKAN_SITE_HOST: 'kommunen.sharepoint.com',
    SAMVERKAN_SITE_PATH: '/sites/samverkan',
    SAMVERKAN_LIBRARY_MEETINGS: 'Möten',
    SAMVERKAN_LIBRARY_DRAFTS: 'Utkast',
    SAMVERKAN_LIBRARY_STATISTICS: 'Statistik',
    SAMVERKAN_AGREEMENTS: ['a.yaml', 'b.yaml'].join(delimiter),
  };
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('tools that look into what is stored', () => {
  it('are told of a DATABASE_URL that cannot be used as npm run serve is, and never repeat it', () => {
    for (const url of ['mysql://user:hemligt@host/x', 'postgres://user:hem#ligt@host/x']) {
      const [kept, serve] = [readKept({ DATABASE_URL: url }), readConfig({ ...production, DATABASE_URL: url }, 'serve')];
      if (kept.ok || serve.ok) throw new Error('taken');
      expect(kept.faults).toEqual(serve.faults);
      expect(kept.faults).toEqual([expect.stringMatching(/^DATABASE_URL (is no PostgreSQL address|cannot be read); write /)]);
      expect(kept.faults.join()).not.toContain('ligt');
    }
  });
});

describe('npm start', () => {
  it('needs nothing', () => {
    expect(readConfig({ PATH: '/bin', HOME: '/root', LANG: 'sv_SE.UTF-8' }, 'local')).toEqual({
      ok: true,
      value: { mode: 'local', host: '127.0.0.1', port: 3978, dataDir: '.data', logLevel: 'info', agreements: [] },
    });
  });

  it('takes a port, a folder, a level and a definition of your own', () => {
    const env = { PORT: '0', SAMVERKAN_DATA_DIR: '/tmp/x', SAMVERKAN_LOG_LEVEL: 'debug', SAMVERKAN_AGREEMENTS: 'mitt.yaml' };
    expect(given(readConfig(env, 'local'))).toMatchObject({
      port: 0,
      dataDir: '/tmp/x',
      logLevel: 'debug',
      agreements: ['mitt.yaml'],
    });
  });

  it.each([
    'MICROSOFT_APP_ID',
    'MicrosoftAppId',
    'MICROSOFT_APP_TENANT_ID',
    'MICROSOFT_APP_PASSWORD',
    'SAMVERKAN_APP_ID',
    'SAMVERKAN_TENANT_ID',
    'SAMVERKAN_CERTIFICATE',
    'SAMVERKAN_CERTIFICATE_SHA256',
    'SAMVERKAN_MANAGED_IDENTITY',
    'SAMVERKAN_SITE_HOST',
    'SAMVERKAN_CALENDAR_MAILBOX',
    'CERTIFICATE_THUMBPRINT',
    'GRAPH_CLIENT_SECRET',
    'AZURE_CLIENT_ID',
    'AZURE_TENANT_ID',
    'BOT_ID',
    'CLIENT_SECRET',
    'TENANT_ID',
    'IDENTITY_ENDPOINT',
    'DATABASE_URL',
    'WEBSITE_SITE_NAME',
    'WEBSITE_INSTANCE_ID',
    'CONTAINER_APP_NAME',
  ])('is refused when %s is set: it was meant for a tenant', (name) => {
    expect(faultsOf(readConfig({ [name]: 'x' }, 'local'))).toEqual([
      expect.stringMatching(new RegExp(`^${name} is set.*unset it`)),
    ]);
    expect(readConfig({ [name]: '' }, 'local').ok).toBe(true);
  });

  it('is refused in production, and anywhere but on this machine', () => {
    const faults = faultsOf(readConfig({ NODE_ENV: 'production', SAMVERKAN_HOST: '0.0.0.0' }, 'local'));
    expect(faults).toEqual([
      expect.stringContaining('NODE_ENV is production'),
      expect.stringContaining('SAMVERKAN_HOST is not loopback'),
    ]);
    expect(readConfig({ NODE_ENV: 'development', SAMVERKAN_HOST: 'localhost' }, 'local').ok).toBe(true);
  });
});

describe('npm run serve', () => {
  it('takes a whole configuration', () => {
    expect(given(readConfig({ ...production, PORT: '8080', NODE_ENV: 'production' }, 'serve'))).toEqual({
      mode: 'serve',
      host: '0.0.0.0',
      port: 8080,
      dataDir: '.data',
      logLevel: 'info',
      appId: 'a0000000-0000-4000-8000-00000000000a',
      tenantId: 'b0000000-0000-4000-8000-00000000000b',
      credential: { kind: 'certificate', privateKey: expect.anything(), thumbprintSha256: certificate.thumbprintSha256 },
      site: { host: 'kommunen.sharepoint.com', path: '/sites/samverkan' },
      libraries: { meetings: 'Möten', drafts: 'Utkast', statistics: 'Statistik' },
      agreements: ['a.yaml', 'b.yaml'],
    });
  });

  it('tells everything that is missing at once, by name', () => {
    const faults = faultsOf(readConfig({}, 'serve'));
    expect(faults.map((fault) => fault.split(' ')[0]).sort()).toEqual(
      [
        'SAMVERKAN_AGREEMENTS',
        'SAMVERKAN_APP_ID',
        'SAMVERKAN_CERTIFICATE',
        'SAMVERKAN_LIBRARY_DRAFTS',
        'SAMVERKAN_LIBRARY_MEETINGS',
        'SAMVERKAN_LIBRARY_STATISTICS',
        'SAMVERKAN_SITE_HOST',
        'SAMVERKAN_SITE_PATH',
        'SAMVERKAN_TENANT_ID',
      ].sort(),
    );
    for (const fault of faults) expect(fault).toMatch(/^\w+ is missing; write .{10,}/);
  });

  it.each<[name: string, changes: () => Environment, fault: string]>([
    ['an empty app id is no app id', () => ({ SAMVERKAN_APP_ID: '  ' }), 'SAMVERKAN_APP_ID is missing'],
    ['an app id is a GUID', () => ({ SAMVERKAN_APP_ID: 'samverkan' }), 'SAMVERKAN_APP_ID is not a GUID'],
    ['a tenant is one tenant', () => ({ SAMVERKAN_TENANT_ID: 'common' }), 'SAMVERKAN_TENANT_ID is not a GUID'],
    [
      'a host is no address',
      () => ({ SAMVERKAN_SITE_HOST: 'https://kommunen.sharepoint.com' }),
      'SAMVERKAN_SITE_HOST is not a host',
    ],
    ['a path begins with a slash', () => ({ SAMVERKAN_SITE_PATH: 'sites/x' }), 'SAMVERKAN_SITE_PATH is not a path'],
    ['a port is a number', () => ({ PORT: '80x' }), 'PORT is not a port'],
    ['a port has an upper end', () => ({ PORT: '70000' }), 'PORT is above 65535'],
    ['a level is one of a few', () => ({ SAMVERKAN_LOG_LEVEL: 'loud' }), 'SAMVERKAN_LOG_LEVEL is not a level'],
    ['a database is PostgreSQL', () => ({ DATABASE_URL: 'mysql://x' }), 'DATABASE_URL is no PostgreSQL address'],
    ['an agreement is a file', () => ({ SAMVERKAN_AGREEMENTS: delimiter }), 'SAMVERKAN_AGREEMENTS names no file'],
    [
      'a mailbox is an address',
      () => ({ SAMVERKAN_CALENDAR_MAILBOX: 'Samverkan <samverkan@kommunen.se>' }),
      'SAMVERKAN_CALENDAR_MAILBOX is no e-mail address',
    ],
    [
      'a mailbox is in a domain',
      () => ({ SAMVERKAN_CALENDAR_MAILBOX: 'samverkan@kommunen' }),
      'SAMVERKAN_CALENDAR_MAILBOX is no',
    ],
    ['a misspelt setting is told', () => ({ SAMVERKAN_LOGLEVEL: 'info' }), 'SAMVERKAN_LOGLEVEL is no setting of this mode'],
    [
      'no variable moves an endpoint',
      () => ({ SAMVERKAN_OPENID_METADATA_URL: 'http://x' }),
      'SAMVERKAN_OPENID_METADATA_URL is no setting',
    ],
    ['certificates are always checked', () => ({ NODE_TLS_REJECT_UNAUTHORIZED: '0' }), 'NODE_TLS_REJECT_UNAUTHORIZED is 0'],
    ['a thumbprint needs its file', () => ({ SAMVERKAN_CERTIFICATE: undefined }), 'SAMVERKAN_CERTIFICATE is missing'],
    [
      'a file needs its thumbprint',
      () => ({ SAMVERKAN_CERTIFICATE_SHA256: undefined }),
      'SAMVERKAN_CERTIFICATE_SHA256 is missing',
    ],
    [
      'SHA-1 is not taken',
      () => ({ SAMVERKAN_CERTIFICATE_SHA256: 'a'.repeat(40) }),
      'SAMVERKAN_CERTIFICATE_SHA256 is no SHA-256',
    ],
    [
      'the thumbprint is that of the file',
      () => ({ SAMVERKAN_CERTIFICATE_SHA256: 'a'.repeat(64) }),
      `SAMVERKAN_CERTIFICATE_SHA256 is not that of the certificate in the file; write ${certificate.thumbprintSha256}`,
    ],
    [
      'the file is there',
      () => ({ SAMVERKAN_CERTIFICATE: join(folder, 'none.pem') }),
      'SAMVERKAN_CERTIFICATE cannot be read (ENOENT)',
    ],
    [
      'the file holds the key',
      () => ({ SAMVERKAN_CERTIFICATE: pem('public.pem', certificate.certificate) }),
      'SAMVERKAN_CERTIFICATE holds no readable RSA private key',
    ],
    ['one credential is enough', () => ({ SAMVERKAN_MANAGED_IDENTITY: 'x' }), 'SAMVERKAN_MANAGED_IDENTITY stands beside'],
    [
      'a managed identity is the bot itself',
      () => ({ ...noCertificate, SAMVERKAN_MANAGED_IDENTITY: production['SAMVERKAN_TENANT_ID'] }),
      'SAMVERKAN_MANAGED_IDENTITY is not SAMVERKAN_APP_ID',
    ],
  ])('%s', (_name, changes, fault) => {
    const faults = faultsOf(readConfig({ ...production, ...changes() }, 'serve'));
    expect(faults).toEqual([expect.stringContaining(fault)]);
    expect(faults[0]).toMatch(/ (write|unset|keep|register|are) /);
  });

  it('calls meetings from a mailbox where one is named', () => {
    const env = { ...production, SAMVERKAN_CALENDAR_MAILBOX: 'samverkan@kommunen.se' };
    expect(given(readConfig(env, 'serve'))).toMatchObject({ calendarMailbox: 'samverkan@kommunen.se' });
    expect(given(readConfig(production, 'serve')).calendarMailbox).toBeUndefined();
  });

  it('takes the identity that Azure gives the machine instead of a certificate', () => {
    const env = { ...production, ...noCertificate, SAMVERKAN_MANAGED_IDENTITY: production['SAMVERKAN_APP_ID'] };
    expect(given(readConfig(env, 'serve'))).toMatchObject({
      credential: { kind: 'managed-identity', clientId: 'a0000000-0000-4000-8000-00000000000a' },
    });
  });

  it('takes a thumbprint as certificate tools print it, and a key without its certificate', () => {
    const spelt = certificate.thumbprintSha256.toLowerCase().replaceAll(/(..)(?!$)/g, '$1:');
    const keyOnly = pem('key.pem', certificate.privateKey);
    const env = { ...production, SAMVERKAN_CERTIFICATE: keyOnly, SAMVERKAN_CERTIFICATE_SHA256: spelt };
    expect(given(readConfig(env, 'serve'))).toMatchObject({ credential: { thumbprintSha256: certificate.thumbprintSha256 } });
  });

  it('shows neither key nor password when it is logged', () => {
    const config = given(readConfig({ ...production, DATABASE_URL: 'postgres://bot:hemligt@db:5432/samverkan' }, 'serve'));
    for (const shown of [JSON.stringify(config), inspect(config, { depth: 9, showHidden: true }), `${config.databaseUrl}`])
      expect(shown).not.toMatch(/hemligt|PRIVATE KEY/);
    expect(config.databaseUrl?.reveal()).toContain('hemligt');
  });
});

const noCertificate = { SAMVERKAN_CERTIFICATE: undefined, SAMVERKAN_CERTIFICATE_SHA256: undefined };

function pem(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function given<T>(read: { ok: true; value: T } | { ok: false; faults: string[] }): T {
  if (!read.ok) throw new Error(read.faults.join('\n'));
  return read.value;
}

function faultsOf(read: { ok: true } | { ok: false; faults: string[] }): string[] {
  return read.ok ? [] : read.faults;
}
