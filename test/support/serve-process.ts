/** The product of a tenant as a process of its own, so that a test can kill it. Configuration as one line of JSON on stdin. */
import { createInterface } from 'node:readline';
import type { ServeConfig } from '../../bot/config.ts';
import { Secret } from '../../bot/secret.ts';
import { startServe } from '../../bot/start-serve.ts';
import type { Probe } from '../../src/ports.ts';

/** What can be written as JSON: secrets in the clear. */
export interface Written extends Omit<ServeConfig, 'credential' | 'databaseUrl'> {
  certificate: { privateKey: string; thumbprintSha256: string };
  databaseUrl?: string;
  /** What the process does to itself when it passes a point for the how manieth time. */
  signalAt?: { point: string; times: number; signal: 'SIGKILL' | 'SIGSTOP' };
}

const signalling = ({ point, times, signal }: NonNullable<Written['signalAt']>): Probe => {
  let passed = 0;
  return (at) => {
    if (at !== point) return;
    passed += 1;
    if (passed === times) process.kill(process.pid, signal);
  };
};

createInterface({ input: process.stdin }).once('line', async (line) => {
  const { certificate, databaseUrl, signalAt, ...config } = JSON.parse(line) as Written;
  const serving = await startServe(
    {
      ...config,
      credential: { kind: 'certificate', ...certificate, privateKey: new Secret(certificate.privateKey) },
      ...(databaseUrl ? { databaseUrl: new Secret(databaseUrl) } : {}),
    },
    signalAt && signalling(signalAt),
  );
  process.once('SIGTERM', () => void serving.stop().then(() => process.exit(0)));
});
