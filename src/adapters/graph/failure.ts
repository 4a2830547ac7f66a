import { Refused, Unavailable } from '../../ports.ts';
import { type Answer, isWrite, type Ongoing, type Step } from './chain.ts';
import { GraphFault } from './fault.ts';
import { callName } from './naming.ts';
import { certainlyNotDelivered, networkCode } from './network.ts';
import { nextStep } from './next-step.ts';
import { retryAfter } from './retry-after.ts';

/** Turns every failure into Unavailable or Refused, with a message an operator can act on and no body in it. */
export function failuresInWords(wrap: (failure: Error) => Error): Step {
  return async (call, next) => {
    let response: Answer;
    try {
      response = await next();
      if (response.ok && !(await isReadable(response))) throw new Error('the answer says it is JSON and is not');
    } catch (error) {
      throw wrap(unanswered(call, error));
    }
    if (response.ok) return response;
    throw wrap(await saidNo(call, response));
  };
}

function unanswered(call: Ongoing, error: unknown): Error {
  if (error instanceof Unavailable || error instanceof Refused) return error;
  const late = error instanceof Error && ['TimeoutError', 'AbortError'].includes(error.name);
  const code = networkCode(error);
  const silent = call.sent ? 'Graph did not answer in time' : 'No access token came in time';
  const what = late ? silent : `The connection to Graph failed (${code ?? 'no code'})`;
  const safe = !call.sent || !isWrite(call) || (certainlyNotDelivered(error) && !call.maybeDone);
  return new Unavailable({
    call: callName(call),
    delivered: safe ? 'no' : 'maybe',
    next: `${what}. It is tried again; if it goes on, check the network and the proxy between the server and graph.microsoft.com.`,
    cause: error,
  });
}

async function saidNo(call: Ongoing, response: Answer): Promise<Error> {
  const { status } = response;
  const said = errorIn(await response.text());
  const codes = codesOf(said);
  const requestId = response.headers.get('request-id') ?? undefined;
  const facts = {
    call: callName(call),
    status,
    next: `${nextStep(status, codes)} (${[codes.length > 0 ? `code ${codes.join('/')}` : 'no code', `request-id ${requestId ?? 'missing'}`].join(', ')})`,
    cause: new GraphFault(status, codes, requestId, existingEventOf(said)),
  };
  if (!isPassing(call, status, codes)) return new Refused(facts);
  const wait = retryAfter(response);
  const done = call.maybeDone || (isWrite(call) && codes.includes('resourceModified'));
  return new Unavailable({ ...facts, delivered: done ? 'maybe' : 'no', ...(wait === undefined ? {} : { retryAfter: wait }) });
}

/**
 * True for a no that may be a yes later: trouble at Graph, a locked file, the sporadic 409 right after an upload, a
 * download link that has grown old, and a 412 that our own earlier attempt may have brought about.
 */
function isPassing(call: Ongoing, status: number, codes: readonly string[]): boolean {
  if (status >= 500 || [408, 423, 429].includes(status)) return true;
  if (codes.includes('resourceLocked') || (status === 409 && codes.includes('resourceModified'))) return true;
  return Boolean(call.redirected) || (status === 412 && Boolean(call.maybeDone));
}

function errorIn(body: string): unknown {
  try {
    return (JSON.parse(body) as { error?: unknown } | null)?.error;
  } catch {
    return undefined; // a gateway's HTML page carries no error of Graph's
  }
}

/** Codes are words of Graph's; anything else in a body stays there. */
function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  for (let level = error; typeof level === 'object' && level !== null && codes.length < 5; ) {
    const { code, innerError, innererror } = level as { code?: unknown; innerError?: unknown; innererror?: unknown };
    if (typeof code === 'string' && /^[\w.-]{1,80}$/.test(code)) codes.push(code);
    level = innerError ?? innererror;
  }
  return codes;
}

function existingEventOf(error: unknown): string | undefined {
  const id = (error as Record<string, unknown> | null | undefined)?.['@event.existingEventId'];
  return typeof id === 'string' && /^[\w=-]{1,500}$/.test(id) ? id : undefined;
}

async function isReadable(answer: Answer): Promise<boolean> {
  if (!answer.headers.get('content-type')?.includes('application/json') || answer.status === 204) return true;
  try {
    await answer.json();
    return true;
  } catch {
    return false;
  }
}
