import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';

export interface Listening {
  /** `http://127.0.0.1:1234`, or `https://localhost:1234` with a certificate. */
  url: string;
  close(): Promise<void>;
}

/** Serves an app, or a plain listener, on a throwaway port. */
// biome-ignore lint/suspicious/noExplicitAny: any environment of any app
export async function listening(served: Hono<any> | RequestListener, secret?: { key: string; cert: string }): Promise<Listening> {
  const listener = typeof served === 'function' ? served : getRequestListener(served.fetch);
  const server = secret ? createSecureServer(secret, listener) : createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: secret ? `https://localhost:${port}` : `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
