import { randomUUID } from 'node:crypto';
import { Client, GraphClientError, type GraphRequest } from '@microsoft/microsoft-graph-client';
import { bearer } from './bearer.ts';
import { chain, headersOf, type Log, type Step } from './chain.ts';
import { deadline } from './deadline.ts';
import { failuresInWords } from './failure.ts';
import { retry } from './retry.ts';
import { sending } from './send.ts';

export interface GraphClientOptions {
  token: () => Promise<string>;
  send: typeof fetch;
  /** `NONISV|Company|App/1.0`: SharePoint treats callers that say who they are better. */
  userAgent?: string;
  /** Milliseconds for one call, its token and its retries together. */
  deadlineMs?: number;
  /** Hosts besides graph.microsoft.com that get our token. */
  hosts?: readonly string[];
  log?: Log;
}

/** Microsoft Graph v1.0. Every failure of a call is an Unavailable or a Refused. */
export function graphClient({ token, send, userAgent, deadlineMs = 10_000, hosts = [], log }: GraphClientOptions): Client {
  const client = Client.initWithMiddleware({
    middleware: chain(
      failuresInWords(carried),
      deadline(deadlineMs),
      named(userAgent),
      bearer(token, hosts),
      retry(log),
      sending(send),
    ),
  });
  const api = client.api.bind(client);
  client.api = (path) => unwrapping(api(path));
  return client;
}

function named(userAgent: string | undefined): Step {
  return (call, next) => {
    const headers = headersOf(call);
    headers['client-request-id'] ??= randomUUID();
    if (userAgent) headers['User-Agent'] = userAgent;
    return next();
  };
}

/** The Graph client rewraps every error but its own, so ours travel inside one of those. */
function carried(failure: Error): GraphClientError {
  return Object.assign(new GraphClientError(), { customError: failure });
}

function unwrapping(request: GraphRequest): GraphRequest {
  const unwrapped: GraphRequest = new Proxy(request, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]) => {
        const result: unknown = member.apply(target, given);
        if (result === target) return unwrapped;
        return result instanceof Promise ? result.catch(unwrap) : result;
      };
    },
  });
  return unwrapped;
}

function unwrap(error: unknown): never {
  throw error instanceof GraphClientError && error.customError instanceof Error ? error.customError : error;
}
