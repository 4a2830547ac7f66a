/** The personal-data stop at the bot's door: text goes on as SafeText, or its writer alone is told. */
import { createHmac, randomBytes } from 'node:crypto';
import { ownText, type SafeText, screen } from '../src/domain/privacy.ts';
import { message, postCard } from '../src/flows/cards.ts';
import type { Claims } from './actions.ts';
import { again, stopped } from './sentences.ts';
import type { Answer, Turn } from './turn.ts';

export type Passed = { ok: true; text: SafeText } | { ok: false; answer: Answer };

/** What each person was last asked about, as a hash that only this process can make; the text itself is kept nowhere. */
const asked = new Map<string, string>();
const salt = randomBytes(32);

/** True when the person sends exactly what they were asked about. */
function saidAgain(person: string, text: string): boolean {
  const hash = createHmac('sha256', salt).update(text).digest('hex');
  if (asked.get(person) === hash) return asked.delete(person);
  asked.set(person, hash);
  return false;
}

/** In a channel the answer goes to the writer's own chat: nobody else needs to know. */
export async function screened(turn: Turn, text: string): Promise<Passed> {
  const result = screen(text, turn.product.clock.now().toPlainDate());
  if (result.ok) return result;
  const doubtful = result.findings.every(({ action }) => action === 'confirm');
  if (doubtful && saidAgain(turn.actor.person.id, text)) return { ok: true, text: ownText(text) };
  const { product, actor } = turn;
  const kinds = result.findings.map(({ type }) => type);
  product.log.warn(
    { stopped: kinds, count: kinds.length, cause: actor.cause },
    'text with a personal identity number was stopped',
  );
  const words = stopped(result.findings);
  const detail = doubtful ? `${again} ${words.detail}` : words.detail;
  const answer = message(words.text, { detail });
  if (turn.personal) return { ok: false, answer };
  await product.store.change((change) => postCard(change, { person: actor.person.id }, `stop/${actor.cause}`, answer));
  return { ok: false, answer: undefined };
}

/** A button's data may have been typed by anybody: what carries a number does nothing. */
export function claimStop({ product, actor }: Turn, claims: Claims): { say: string } | undefined {
  for (const text of Object.values(claims)) {
    const result = screen(text, product.clock.now().toPlainDate());
    if (result.ok) continue;
    const kinds = result.findings.map(({ type }) => type);
    product.log.warn(
      { stopped: kinds, count: kinds.length, cause: actor.cause },
      'a press with a personal identity number was stopped',
    );
    return { say: stopped(result.findings).text };
  }
  return undefined;
}
