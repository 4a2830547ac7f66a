/**
 * Obeys Teams when it says that we write too often (429): nothing goes to that conversation before the time it names. A short
 * wait is waited for and the call made again, since it was not carried out; a longer one is given back, for the queue to come again.
 */
import { setTimeout as sleep } from 'node:timers/promises';

export interface Request {
  url: string;
  method: string;
}
export interface Response {
  status: number;
  headers: { get(name: string): string | undefined };
}

/** Milliseconds one call may wait in all: people wait for the answer, and a claim on an effect grows old. */
const MOST = 2_500;
const UNTOLD = 1_000;

export interface Patience {
  send<R extends Request, A extends Response>(request: R, next: (request: R) => Promise<A>): Promise<A>;
}

export function patience(): Patience {
  /** Until when a conversation is closed, and the answer that said so. */
  const closed = new Map<string, { until: number; said: Response }>();
  return {
    async send<R extends Request, A extends Response>(request: R, next: (request: R) => Promise<A>): Promise<A> {
      const key = conversationOf(request.url);
      for (let waited = 0; ; ) {
        const shut = closed.get(key);
        const wait = shut ? shut.until - performance.now() : 0;
        if (shut && wait > MOST - waited) return { ...(shut.said as A), request };
        if (wait > 0) await sleep(wait);
        waited += Math.max(0, wait);
        const answer = await next(request);
        if (answer.status !== 429) {
          if (shut && closed.get(key) === shut) closed.delete(key);
          return answer;
        }
        closed.set(key, { until: performance.now() + millisecondsOf(answer), said: answer });
      }
    },
  };
}

/** Retry-After is a number of seconds or a date. */
function millisecondsOf(answer: Response): number {
  const said = answer.headers.get('retry-after')?.trim() ?? '';
  const wait = /^\d+$/.test(said) ? Number(said) * 1_000 : Date.parse(said) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : UNTOLD;
}

/** `/v3/conversations/{id}/…`; new threads and chats are told apart by nothing in the address, and wait together. */
const conversationOf = (url: string): string => {
  const { origin, pathname } = new URL(url);
  return `${origin} ${/\/v3\/conversations\/([^/]+)/.exec(pathname)?.[1] ?? ''}`;
};
