import type { Context, Middleware } from '@microsoft/microsoft-graph-client';

/** One call to Graph on its way through the chain, all its attempts together. */
export interface Ongoing extends Context {
  /** When we give up, on the clock of `performance.now()`. */
  until?: number;
  /** True once an attempt has left us. */
  sent?: boolean;
  /** True once an attempt of a write may have been carried out without our knowing. */
  maybeDone?: boolean;
  /** True while a redirect out of Graph is followed. */
  redirected?: boolean;
}

/** What of a response is read here and by the Graph client: one that has been read to its end is lighter than a copy. */
export type Answer = Pick<Response, 'status' | 'ok' | 'headers' | 'arrayBuffer' | 'text' | 'json'>;

export type Step = (call: Ongoing, next: () => Promise<Answer>) => Promise<Answer>;

export interface Log {
  warn(facts: object, message: string): void;
}

/** The Graph client's middleware, written as functions that take a call and return its answer. */
export function chain(...steps: Step[]): Middleware[] {
  return steps.map((step) => {
    let following: Middleware | undefined;
    return {
      setNext(next: Middleware) {
        following = next;
      },
      async execute(context: Context) {
        const answer = await step(context, async () => {
          await following?.execute(context);
          if (!context.response) throw new Error('the last step of the Graph chain gave no answer');
          return context.response;
        });
        context.response = answer as Response;
      },
    };
  });
}

export function methodOf(call: Ongoing): string {
  return (call.options?.method ?? 'GET').toUpperCase();
}

export function urlOf(call: Ongoing): string {
  return typeof call.request === 'string' ? call.request : call.request.url;
}

/** The Graph client hands headers over as a plain object, fresh for each call. */
export function headersOf(call: Ongoing): Record<string, string> {
  call.options ??= {};
  call.options.headers ??= {};
  return call.options.headers as Record<string, string>;
}

export function isWrite(call: Ongoing): boolean {
  return !['GET', 'HEAD'].includes(methodOf(call));
}
