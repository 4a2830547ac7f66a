import { globalAgent as plainAgent } from 'node:http';
import { globalAgent } from 'node:https';
import type { ConnectorClient } from 'botframework-connector';

interface Request {
  url: string;
  abortSignal?: AbortSignal;
  agent?: unknown;
}
interface Pipeline {
  removePolicy(policy: { name: string }): void;
  addPolicy(
    policy: { name: string; sendRequest(request: Request, next: (request: Request) => unknown): unknown },
    where: object,
  ): void;
}

/**
 * One attempt with an end, for every call of a connector client. The SDK's own client repeats POSTs after a reset or a 5xx,
 * which shows people the same card twice, and waits for ever for a silent connector; no option of it changes either.
 * Node's agents drop connections that lie idle for five seconds, before a load balancer forgets them silently.
 */
export function withDeadline(client: ConnectorClient, deadlineMs: number): ConnectorClient {
  const { pipeline } = (client as unknown as { client: { pipeline: Pipeline } }).client;
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  const sendRequest = (request: Request, next: (request: Request) => unknown) => {
    request.abortSignal = AbortSignal.timeout(deadlineMs);
    request.agent ??= request.url.startsWith('https:') ? globalAgent : plainAgent;
    return next(request);
  };
  pipeline.addPolicy({ name: 'deadline', sendRequest }, { phase: 'Sign' });
  return client;
}
