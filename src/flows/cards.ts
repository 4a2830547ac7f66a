/** Posts and updates of living cards, as effects. One card per meeting and reader, posted once, then updated in place. */
import type { Meeting } from '../domain/meeting.ts';
import type { Audience, Change, ReplyAddress, View } from '../ports.ts';
import type { Views } from './views.ts';

export type PostPayload = { to: Audience; key: string; view: View };
export type UpdatePayload = { key: string; view: View };

export const agendaKey = (meeting: string): string => `agenda/${meeting}`;
export const turnKey = (meeting: string, person: string): string => `turn/${meeting}/${person}`;
export const swapKey = (meeting: string, number: number): string => `swap/${meeting}/${number}`;
export const minutesKey = (meeting: string, person: string): string => `minutes/${meeting}/${person}`;

export const view = <N extends keyof Views>(card: N, data: Views[N]): View => ({ card, data });

/** The lane of a card: its post and its updates go out in order. */
const lane = (key: string): string => `card/${key}`;

/** `notBefore`: it waits until then. */
export async function postCard(
  change: Change,
  to: Audience,
  key: string,
  shown: View,
  notBefore?: Temporal.Instant,
): Promise<void> {
  const payload: PostPayload = { to, key, view: shown };
  await change.enqueue({ idemKey: `post/${key}`, kind: 'post', lane: lane(key), payload, ...(notBefore ? { notBefore } : {}) });
}

/** Takes back cards that still wait to be posted, because a newer one says more. */
export async function takeBack(change: Change, keys: readonly string[]): Promise<void> {
  for (const key of keys) await change.supersede(lane(key), `post/${key}`);
}

/** Shows a card's present state. `cause` is what changed it: the same cause updates once. */
export async function updateCard(change: Change, key: string, cause: string, shown: View): Promise<void> {
  const payload: UpdatePayload = { key, view: shown };
  await change.supersede(lane(key), `update/${key}/`);
  await change.enqueue({ idemKey: `update/${key}/${cause}`, kind: 'update', lane: lane(key), payload });
}

/** Answers something said, exactly once however often Teams delivers it. */
export async function reply(change: Change, to: ReplyAddress, cause: string, shown: View): Promise<void> {
  await postCard(change, { reply: to }, `reply/${cause}`, shown);
}

export const message = (text: string, more: Partial<Views['message']> = {}): View =>
  view('message', { text, detail: '', link: null, buttons: [], ...more });

export type { Meeting };
