import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, headersOf, isWrite, type Log, methodOf, type Ongoing, type Step } from './chain.ts';
import { callName } from './naming.ts';
import { certainlyNotDelivered } from './network.ts';
import { retryAfter } from './retry-after.ts';

const retries = 3;
const firstPause = 500;

/**
 * Asks again what may be asked again: after 429 anything, as nothing was done; after 503 and 504 only what is
 * idempotent. Waits as long as Graph says, and not at all when that would pass the deadline.
 */
export function retry(log: Log | undefined): Step {
  return async (call, next) => {
    for (let attempt = 1; ; attempt++) {
      const response = await noted(call, next);
      if (attempt > retries || !mayAskAgain(call, response.status)) return response;
      const pause = pauseAfter(response, attempt);
      if (performance.now() + pause >= (call.until ?? Number.POSITIVE_INFINITY)) return response;
      log?.warn({ call: callName(call), status: response.status, attempt, pause }, 'Graph is asked again');
      await sleep(pause, undefined, call.options?.signal ? { signal: call.options.signal } : {});
    }
  };
}

/** Makes one attempt, and remembers when a write may have been carried out behind a failure. */
async function noted(call: Ongoing, next: () => Promise<Answer>): Promise<Answer> {
  try {
    const response = await next();
    if (isWrite(call) && (response.status === 408 || response.status >= 500)) call.maybeDone = true;
    return response;
  } catch (error) {
    if (isWrite(call) && !certainlyNotDelivered(error)) call.maybeDone = true;
    throw error;
  }
}

function mayAskAgain(call: Ongoing, status: number): boolean {
  if (status === 429) return true;
  return (status === 503 || status === 504) && isIdempotent(call);
}

function isIdempotent(call: Ongoing): boolean {
  const method = methodOf(call);
  if (method === 'PATCH') return Object.keys(headersOf(call)).some((name) => name.toLowerCase() === 'if-match');
  return ['GET', 'HEAD', 'PUT', 'DELETE'].includes(method);
}

/** Milliseconds; spread out when Graph does not say, so that two of us do not ask in step. */
function pauseAfter(response: Answer, attempt: number): number {
  const told = retryAfter(response);
  return told === undefined ? firstPause * 2 ** (attempt - 1) * (0.75 + Math.random() / 2) : told * 1000;
}
