/** The personal-data stop at the bot's door: text goes on as SafeText, or its writer alone is told. */
import { type SafeText, screen } from '../src/domain/privacy.ts';
import { message, postCard } from '../src/flows/cards.ts';
import { stopped } from './sentences.ts';
import type { Answer, Turn } from './turn.ts';

export type Passed = { ok: true; text: SafeText } | { ok: false; answer: Answer };

/** In a channel the answer goes to the writer's own chat: nobody else needs to know. */
export async function screened(turn: Turn, text: string): Promise<Passed> {
  const result = screen(text, turn.product.clock.now().toPlainDate());
  if (result.ok) return result;
  const { product, actor } = turn;
  const kinds = result.findings.map(({ type }) => type);
  product.log.warn(
    { stopped: kinds, count: kinds.length, cause: actor.cause },
    'text with a personal identity number was stopped',
  );
  const words = stopped(result.findings);
  const answer = message(words.text, { detail: words.detail });
  if (turn.personal) return { ok: false, answer };
  await product.store.change((change) => postCard(change, { person: actor.person.id }, `stop/${actor.cause}`, answer));
  return { ok: false, answer: undefined };
}
