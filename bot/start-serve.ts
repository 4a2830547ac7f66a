/** A tenant: the product composed, its work begun, and its door open. */
import type { Probe } from '../src/ports.ts';
import { composeServe, productLog } from './compose.ts';
import type { ServeConfig } from './config.ts';
import { listen } from './listen.ts';

export interface Serving {
  port: number;
  /** Answers what it has been asked, ends the work in hand, and gives the rest to whoever comes next. */
  stop(): Promise<void>;
}

/** How long turns in hand get to end; Teams itself gives a button five seconds. */
const TURNS_MS = 5_000;

export async function startServe(config: ServeConfig, probe?: Probe): Promise<Serving> {
  const log = productLog(config.logLevel);
  const running = await composeServe(config, log, probe);
  await running.start();
  const server = await listen(running.app, config.port, config.host);
  await running.reachable();
  log.info({ port: server.port }, 'listening');
  return {
    port: server.port,
    async stop() {
      await server.close(TURNS_MS);
      await running.stop();
    },
  };
}
