/** The product of a tenant as a process of its own, so that a test can kill it. Configuration as one line of JSON on stdin. */
import { createInterface } from 'node:readline';
import type { ServeConfig } from '../../bot/config.ts';
import { Secret } from '../../bot/secret.ts';
import { startServe } from '../../bot/start-serve.ts';

/** What can be written as JSON: secrets in the clear. */
export interface Written extends Omit<ServeConfig, 'credential' | 'databaseUrl'> {
  certificate: { privateKey: string; thumbprintSha256: string };
  databaseUrl?: string;
}

createInterface({ input: process.stdin }).once('line', async (line) => {
  const { certificate, databaseUrl, ...config } = JSON.parse(line) as Written;
  const serving = await startServe({
    ...config,
    credential: { kind: 'certificate', ...certificate, privateKey: new Secret(certificate.privateKey) },
    ...(databaseUrl ? { databaseUrl: new Secret(databaseUrl) } : {}),
  });
  process.once('SIGTERM', () => void serving.stop().then(() => process.exit(0)));
});
