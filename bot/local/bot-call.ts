import type { Activity } from './activities.ts';

export interface BotAnswer {
  /** Null when the bot did not answer in time, or not at all. */
  status: number | null;
  body: unknown;
  milliseconds: number;
}

/** How long Teams waits: five seconds for a button or a dialog, fifteen for a message. */
export const patience = { invoke: 5_000, other: 15_000 };

/** Posts an activity to the bot's `/api/messages`, as Teams does. Never throws: silence is an answer too. */
export async function callBot(botUrl: string, activity: Activity): Promise<BotAnswer> {
  const address = new URL('/api/messages', botUrl);
  const started = performance.now();
  const took = () => Math.round(performance.now() - started);
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(activity.type === 'invoke' ? patience.invoke : patience.other),
    });
    const text = await answer.text();
    return { status: answer.status, body: parsed(text), milliseconds: took() };
  } catch (error) {
    if (!isSilence(error)) throw error;
    return { status: null, body: undefined, milliseconds: took() };
  }
}

function parsed(text: string): unknown {
  if (!text) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** fetch reports a timeout as a DOMException and everything else of the network as TypeError. */
function isSilence(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError');
}
