import { globalAgent as plainAgent } from 'node:http';
import { globalAgent } from 'node:https';
import type { ConnectorClient } from 'botframework-connector';
import type { Request as Asked, Patience, Response } from './patience.ts';

interface Request extends Asked {
  abortSignal?: AbortSignal;
  agent?: unknown;
}
type Send = (request: Request, next: (request: Request) => Promise<Response>) => Promise<Response>;
interface Pipeline {
  removePolicy(policy: { name: string }): void;
  addPolicy(policy: { name: string; sendRequest: Send }, where: object): void;
}

/**
 * One attempt with an end, for every call of a connector client; another one only where Teams did nothing and asked us to
 * come back (`patience`). The SDK's own client repeats POSTs after a reset or a 5xx, which shows people the same card twice,
 * and waits for ever for a silent connector; no option of it changes either.
 * Node's agents drop connections that lie idle for five seconds, before a load balancer forgets them silently.
 */
export function withDeadline(client: ConnectorClient, deadlineMs: number, patience: Patience): ConnectorClient {
  const { pipeline } = (client as unknown as { client: { pipeline: Pipeline } }).client;
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  const sendRequest: Send = (request, next) =>
    patience.send(request, async (attempt) => {
      const late = new AbortController();
      const timer = setTimeout(() => late.abort(), deadlineMs);
      attempt.abortSignal = late.signal;
      attempt.agent ??= attempt.url.startsWith('https:') ? globalAgent : plainAgent;
      try {
        return await next(attempt);
      } finally {
        clearTimeout(timer);
      }
    });
  pipeline.addPolicy({ name: 'deadline', sendRequest }, { phase: 'Sign' });
  return client;
}
