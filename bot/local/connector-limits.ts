/** How often one bot may do what in one conversation, as Teams documents it: the call beyond gets 429 and when to come back. */
import type { Context, MiddlewareHandler } from 'hono';
import { splitThread } from './conversation-ids.ts';

/** At most so many in so many seconds. */
type Limit = readonly [calls: number, seconds: number];

const SEND: readonly Limit[] = [
  [7, 1],
  [8, 2],
  [60, 30],
  [1_800, 3_600],
];
const MEMBERS: readonly Limit[] = [
  [14, 1],
  [16, 2],
  [120, 30],
  [3_600, 3_600],
];
/** Edits are not named in the documentation; we count them as sendings. */
const limits = { create: SEND, send: SEND, members: MEMBERS };

export interface ConnectorLimits {
  meet(call: keyof typeof limits): MiddlewareHandler;
}

/** @param seconds a clock of real time: what is limited is what really goes over the wire, whatever the world's clock says */
export function connectorLimits(seconds: () => number = () => performance.now() / 1_000): ConnectorLimits {
  const calls = new Map<string, number[]>();

  /** Seconds until the call is within every limit; 0 when it is now, and then it counts. */
  function wait(key: string, most: readonly Limit[]): number {
    const now = seconds();
    const longest = Math.max(...most.map(([, window]) => window));
    const earlier = (calls.get(key) ?? []).filter((at) => now - at < longest);
    const waits = most.map(([count, window]) => {
      const within = earlier.filter((at) => now - at < window);
      return within.length < count ? 0 : within.at(-count)! + window - now;
    });
    const longestWait = Math.max(...waits);
    calls.set(key, longestWait > 0 ? earlier : [...earlier, now]);
    return longestWait;
  }

  return {
    meet: (call) => async (c, next) => {
      const left = wait(`${call} ${conversationOf(c)}`, limits[call]);
      if (left <= 0) return next();
      c.header('Retry-After', String(Math.ceil(left)));
      return c.json({ error: { code: 'TooManyRequests', message: 'API calls quota exceeded.' } }, 429);
    },
  };
}

/** No limits, for worlds in which weeks go by in seconds. */
export const unlimited: ConnectorLimits = { meet: () => (_, next) => next() };

/** New threads are counted together. */
const conversationOf = (c: Context): string => {
  const { channelId, root } = splitThread(c.req.param('conversation') ?? '');
  return `${channelId} ${root}`;
};
