import type { Log } from './chain.ts';

export interface Held {
  token: string;
  /** Milliseconds since 1970. */
  expires: number;
}

/** How long a token must still live to be used when no newer one can be had, and how long we then wait before asking. */
const margin = 60_000;
const pause = 60_000;

/**
 * A token that is asked for once at a time, and used for as long as it is valid when no newer one can be had.
 * `ask` keeps its own cache; `denied` says in words why there is no token at all.
 */
export function heldToken(from: {
  ask: () => Promise<Held>;
  denied: (cause: unknown) => Error;
  codeOf: (cause: unknown) => string;
  log?: Log | undefined;
}): () => Promise<string> {
  let held: Held | undefined;
  let notBefore = 0;
  let asking: Promise<string> | undefined;

  return () => {
    if (held && Date.now() < notBefore && isUsable(held)) return Promise.resolve(held.token);
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  };

  async function ask(): Promise<string> {
    try {
      held = await from.ask();
      return held.token;
    } catch (cause) {
      if (!held || !isUsable(held)) throw from.denied(cause);
      notBefore = Date.now() + pause;
      from.log?.warn({ reason: from.codeOf(cause) }, 'no newer token could be had; the one in hand is still valid');
      return held.token;
    }
  }
}

function isUsable(held: Held): boolean {
  return held.expires - margin > Date.now();
}
