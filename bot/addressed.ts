import * as z from 'zod';
import type { Envelope } from './inbound.ts';

const heard = z.object({
  type: z.enum(['message', 'messageUpdate']),
  conversation: z.object({ conversationType: z.enum(['channel', 'groupChat']) }),
  recipient: z.object({ id: z.string() }),
  value: z.null().optional(),
});
const mentions = z.array(z.unknown());
const mention = z.object({ type: z.literal('mention'), mentioned: z.object({ id: z.string() }) });

/**
 * False for what people in a channel say to each other. With ChannelMessage.Read.Group Teams hands the bot every message of
 * the channel; what does not mention the bot is answered with nothing and never read further. Buttons carry a `value`.
 */
export function isAddressed(activity: Envelope): boolean {
  const overheard = heard.safeParse(activity);
  if (!overheard.success) return true;
  const entities = mentions.safeParse(activity['entities']).data ?? [];
  return entities.some((entity) => mention.safeParse(entity).data?.mentioned.id === overheard.data.recipient.id);
}
