import type { Context, MiddlewareHandler } from 'hono';

type Fault =
  | { kind: 'lose-answer' }
  | { kind: 'throttle'; seconds: number }
  | { kind: 'hang' }
  | { kind: 'gone'; conversation: string };
export type FaultyCall = 'create' | 'post' | 'update' | 'delete';

/** What goes wrong between the bot and Teams, on order. Reads are never touched. */
export interface ConnectorFaults {
  /** The next n calls are carried out, but the bot gets 504. */
  loseAnswer(times: number, call?: FaultyCall): void;
  /** The next n calls get 429 with Retry-After and are not carried out. */
  throttle(times: number, seconds: number, call?: FaultyCall): void;
  /** The next n calls to a conversation get 404 and are not carried out. */
  gone(times: number, conversation: string, call?: FaultyCall): void;
  /** The next n calls are never answered and not carried out. */
  hang(times: number, call?: FaultyCall): void;
  clear(): void;
}

export function connectorFaults(): ConnectorFaults & { meet(call: FaultyCall): MiddlewareHandler } {
  let waiting: { fault: Fault; call: FaultyCall | undefined }[] = [];
  const add = (times: number, fault: Fault, call: FaultyCall | undefined) => {
    for (let n = 0; n < times; n++) waiting.push({ fault, call });
  };
  const next = (call: FaultyCall, conversation: string) => {
    const meets = ({ fault }: { fault: Fault }) => fault.kind !== 'gone' || fault.conversation === conversation;
    const index = waiting.findIndex((one) => (one.call === undefined || one.call === call) && meets(one));
    return index < 0 ? undefined : waiting.splice(index, 1)[0]?.fault;
  };
  return {
    loseAnswer: (times, call) => add(times, { kind: 'lose-answer' }, call),
    throttle: (times, seconds, call) => add(times, { kind: 'throttle', seconds }, call),
    gone: (times, conversation, call) => add(times, { kind: 'gone', conversation }, call),
    hang: (times, call) => add(times, { kind: 'hang' }, call),
    clear: () => {
      waiting = [];
    },
    meet: (call) => async (c, following) => {
      const fault = next(call, c.req.param('conversation') ?? '');
      if (fault?.kind === 'throttle') return throttled(c, fault.seconds);
      if (fault?.kind === 'gone') return c.json({ error: { code: 'ConversationNotFound', message: 'Gone on order.' } }, 404);
      if (fault?.kind === 'hang') return untilGone(c);
      await following();
      if (fault?.kind === 'lose-answer')
        c.res = c.json({ error: { code: 'GatewayTimeout', message: 'The answer was lost.' } }, 504);
    },
  };
}

function throttled(c: Context, seconds: number): Response {
  c.header('Retry-After', String(seconds));
  return c.json({ error: { code: 'TooManyRequests', message: 'Too many requests.' } }, 429);
}

function untilGone(c: Context): Promise<Response> {
  const { signal } = c.req.raw;
  return new Promise((resolve) => {
    const answer = () => resolve(c.body(null, 504));
    if (signal.aborted) answer();
    else signal.addEventListener('abort', answer, { once: true });
  });
}
