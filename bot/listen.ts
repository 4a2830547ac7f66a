import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';

export interface Listening {
  port: number;
  /** Takes no more requests, and cuts off after `ms` those that are not answered. */
  close(ms?: number): Promise<void>;
}

/** Serves an app; `port` 0 takes any free one. Rejects when the port is taken. */
export function listen(app: Hono, port: number, hostname: string): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname }, (info: AddressInfo) =>
      resolve({
        port: info.port,
        close: (ms = 0) =>
          new Promise((done) => {
            const cut = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), ms);
            server.close(() => {
              clearTimeout(cut);
              done();
            });
          }),
      }),
    );
    server.on('error', reject);
  });
}
