/** The bytes of filed documents, for tools: from the samarbetsyta of the tenant where one is configured, else from the local one. */
import fs from 'node:fs';
import path from 'node:path';
import { graphClient } from '../../src/adapters/graph/client.ts';
import { graphSamarbetsyta } from '../../src/adapters/graph/samarbetsyta.ts';
import { no, type Result, yes } from '../../src/domain/result.ts';
import { type Environment, readConfig, readKept } from '../config.ts';
import { LIBRARIES } from '../local/sample-world.ts';

type ReadFiled = (path: string) => Promise<Uint8Array | undefined>;

export function filedBytes(env: Environment): Result<ReadFiled, string> {
  return env['SAMVERKAN_SITE_HOST'] === undefined ? local(env) : inTenant(env);
}

function local(env: Environment): Result<ReadFiled, string> {
  const config = readKept(env);
  if (!config.ok) return no(config.faults.join('\n'));
  const shelf = path.join(config.value.dataDir, 'samarbetsyta', LIBRARIES.meetings);
  return yes(async (at) => {
    const file = path.join(shelf, at);
    return fs.existsSync(file) ? fs.readFileSync(file) : undefined;
  });
}

function inTenant(env: Environment): Result<ReadFiled, string> {
  const config = readConfig(env, 'serve');
  if (!config.ok) return no(config.faults.join('\n'));
  const { site, libraries, appId } = config.value;
  const silent = { info: () => {}, warn: () => {}, error: () => {} };
  return yes(async (at) => {
    // Local mode does not even load what reaches a tenant.
    const { serveOutside } = await import('../serve-outside.ts');
    const client = graphClient({ ...serveOutside(config.value, silent).graph });
    const samarbetsyta = graphSamarbetsyta({ client, site: { hostname: site.host, path: site.path }, libraries, appId });
    const read = await samarbetsyta.read('meetings', at);
    return read.kind === 'read' ? read.bytes : undefined;
  });
}
