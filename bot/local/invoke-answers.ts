import { z } from 'zod';
import type { BotAnswer } from './bot-call.ts';
import type { Card } from './happenings.ts';

/** What the person who clicked sees. */
export type Outcome =
  | { kind: 'card'; card: Card }
  | { kind: 'message'; text: string }
  | { kind: 'dialog'; title: string; card: Card; width: string; height: string }
  | { kind: 'closed' }
  /** The bot said no, or answered something Teams does not understand. */
  | { kind: 'error'; code: string; text: string }
  | { kind: 'no-answer'; text: string };

export const cardType = 'application/vnd.microsoft.card.adaptive';
const messageType = 'application/vnd.microsoft.activity.message';
const errorType = 'application/vnd.microsoft.error';

export const cardSchema = z.looseObject({
  type: z.literal('AdaptiveCard'),
  body: z.array(z.looseObject({ id: z.string().optional() })).optional(),
}) as unknown as z.ZodType<Card>;

const actionAnswer = z.discriminatedUnion('type', [
  z.object({ statusCode: z.number().optional(), type: z.literal(cardType), value: cardSchema }),
  z.object({ statusCode: z.number().optional(), type: z.literal(messageType), value: z.string() }),
  z.object({
    statusCode: z.number().optional(),
    type: z.literal(errorType),
    value: z.object({ code: z.string().default(''), message: z.string().default('') }),
  }),
]);

const size = z.union([z.number(), z.string()]).transform(String).default('medium');
const taskAnswer = z.object({
  task: z.discriminatedUnion('type', [
    z.object({ type: z.literal('message'), value: z.string() }),
    z.object({
      type: z.literal('continue'),
      value: z.object({
        title: z.string().default(''),
        width: size,
        height: size,
        card: z.object({ contentType: z.literal(cardType), content: cardSchema }),
      }),
    }),
  ]),
});

const unreachable = 'Det gick inte att nå appen. Försök igen.';
const silent = (answer: BotAnswer): Outcome => ({
  kind: 'no-answer',
  text: answer.milliseconds < 4_000 ? unreachable : 'Appen svarade inte i tid. Försök igen.',
});
const misunderstood = (answer: BotAnswer): Outcome => ({ kind: 'error', code: String(answer.status), text: unreachable });

/** Answer to `adaptiveCard/action`. */
export function readActionAnswer(answer: BotAnswer): Outcome {
  if (answer.status === null) return silent(answer);
  const read = actionAnswer.safeParse(answer.body);
  if (!read.success) return misunderstood(answer);
  const { type, value } = read.data;
  if (type === cardType) return { kind: 'card', card: value };
  if (type === messageType) return { kind: 'message', text: value };
  return { kind: 'error', code: value.code, text: value.message || unreachable };
}

/** Answer to `task/fetch` and `task/submit`. An empty 200 closes the dialog. */
export function readTaskAnswer(answer: BotAnswer): Outcome {
  if (answer.status === null) return silent(answer);
  if (answer.status === 200 && isEmpty(answer.body)) return { kind: 'closed' };
  const read = taskAnswer.safeParse(answer.body);
  if (answer.status !== 200 || !read.success) return misunderstood(answer);
  const { task } = read.data;
  if (task.type === 'message') return { kind: 'message', text: task.value };
  const { title, width, height, card } = task.value;
  return { kind: 'dialog', title, width, height, card: card.content };
}

function isEmpty(body: unknown): boolean {
  return body === undefined || body === null || (typeof body === 'object' && Object.keys(body).length === 0);
}
