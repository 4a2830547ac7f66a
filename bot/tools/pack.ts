/**
 * Makes the Teams app package: `npm run pack -- --app-id <GUID> --domain <host name>`.
 * Nothing is written unless Microsoft's own schema for the manifest's version agrees.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import PizZip from 'pizzip';
import * as z from 'zod';
import template from '../../manifest/manifest.json' with { type: 'json' };
import product from '../../package.json' with { type: 'json' };

const guid = z.guid({ error: 'is not a GUID' });
const address = z.url({ protocol: /^https$/, error: 'is not an https address' });

const values = z
  .object({
    'app-id': guid,
    domain: z.hostname({ error: 'is not a host name; write it without https:// and path' }),
    /** The app's id in the catalogue; the bot's own unless the app was published with another. */
    'teams-app-id': guid.optional(),
    version: z
      .string()
      .regex(/^\d+(\.\d+){2}$/, { error: 'is not three numbers such as 1.2.0' })
      .default(product.version),
    publisher: z.string().max(32, { error: 'is longer than the 32 characters Teams takes' }).default('Samverkan'),
    website: address.optional(),
    privacy: address.optional(),
    terms: address.optional(),
  })
  .strict();

export type ManifestValues = z.input<typeof values>;
export type Manifest = typeof template;

/** The manifest with everything filled in. @throws a list of every fault. */
export function fillManifest(given: ManifestValues): Manifest {
  const read = values.safeParse(given);
  if (!read.success) throw new Error(read.error.issues.map((issue) => `--${issue.path.join('.')} ${issue.message}`).join('\n'));
  const { domain, publisher, version, website = `https://${domain}/` } = read.data;
  const appId = read.data['app-id'].toLowerCase();
  const filled: Record<string, string> = {
    APP_ID: appId,
    TEAMS_APP_ID: read.data['teams-app-id']?.toLowerCase() ?? appId,
    DOMAIN: domain,
    VERSION: version,
    PUBLISHER: publisher,
    WEBSITE: website,
    PRIVACY: read.data.privacy ?? website,
    TERMS: read.data.terms ?? website,
  };
  return JSON.parse(JSON.stringify(template), (_key, value: unknown) =>
    typeof value === 'string' ? value.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => filled[name] ?? whole) : value,
  );
}

/** Every way in which a manifest is not one of its version, by Microsoft's schema; empty when it is. */
export async function manifestFaults(manifest: Manifest): Promise<string[]> {
  const unfilled = JSON.stringify(manifest).match(/\{\{\w+\}\}/g) ?? [];
  const { Ajv } = await import('ajv');
  const { default: formats } = await import('ajv-formats');
  const require = createRequire(import.meta.url);
  // Ajv does not know draft 04 by name; the schema uses nothing that later drafts read differently.
  const { $schema: _draft, ...schema } = require(
    `../../node_modules/@microsoft/app-manifest/build/json-schemas/teams/v${manifest.manifestVersion}/MicrosoftTeams.schema.json`,
  );
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  const valid = ajv.compile(schema);
  valid(manifest);
  return [
    ...unfilled.map((placeholder) => `${placeholder} is not filled in`),
    ...(valid.errors ?? []).map(
      (error) => `${error.instancePath || 'the manifest'} ${error.message} ${JSON.stringify(error.params)}`,
    ),
  ];
}

/** What can be said to the bot, per scope, as Teams shows it while one types. */
export function manifestCommands(scope: 'team' | 'personal'): { title: string; description: string }[] {
  return template.bots.flatMap((bot) =>
    bot.commandLists.filter((list) => list.scopes.includes(scope)).flatMap((list) => list.commands),
  );
}

/** The package as Teams' admin centre takes it. @throws when the manifest is not one. */
export async function packApp(given: ManifestValues): Promise<Buffer> {
  const manifest = fillManifest(given);
  const faults = await manifestFaults(manifest);
  if (faults.length > 0) throw new Error(`the manifest is not valid:\n${faults.join('\n')}`);
  const zip = new PizZip();
  zip.file('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
  for (const icon of [manifest.icons.color, manifest.icons.outline])
    zip.file(icon, readFileSync(new URL(`../../manifest/${icon}`, import.meta.url)));
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

const usage =
  'npm run pack -- --app-id GUID --domain HOST [--teams-app-id GUID] [--version 1.2.0] [--publisher NAME] ' +
  '[--website URL] [--privacy URL] [--terms URL] [--out FILE]';

if (import.meta.main) {
  if (process.argv.includes('--help')) {
    console.log(usage);
    process.exit(0);
  }
  const text = { type: 'string' } as const;
  const { values: given } = parseArgs({
    options: {
      ...{ 'app-id': text, domain: text, 'teams-app-id': text, version: text },
      ...{ publisher: text, website: text, privacy: text, terms: text, out: text },
    },
  });
  const { out = fileURLToPath(new URL('../../.data/samverkan-teams.zip', import.meta.url)), ...rest } = given;
  try {
    const bytes = await packApp(rest as ManifestValues);
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, bytes);
    console.log(`${out} is ready for Teams' admin centre. What to check then stands in manifest/go-live.md.`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
