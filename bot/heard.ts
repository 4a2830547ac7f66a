/** Reads what Teams sent: who, where and what was said. Nothing here trusts a card's data or a name. */
import type { TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { ReplyAddress } from '../src/ports.ts';

const channelData = z
  .looseObject({
    tenant: z.looseObject({ id: z.string() }).optional(),
    team: z.looseObject({ id: z.string(), aadGroupId: z.string().optional() }).optional(),
    channel: z.looseObject({ id: z.string(), name: z.string().optional() }).optional(),
  })
  .catch({});

const entities = z
  .array(
    z.looseObject({
      type: z.string(),
      text: z.string().optional(),
      mentioned: z.looseObject({ id: z.string(), name: z.string().optional() }).optional(),
    }),
  )
  .catch([]);

export interface Heard {
  tenantId: string;
  entraId: string;
  teamsId: string;
  channelName: string;
  personal: boolean;
  reply: ReplyAddress;
}

export function heard(context: TurnContext): Heard {
  const { activity } = context;
  const data = channelData.parse(activity.channelData ?? {});
  const entraId = activity.from.aadObjectId ?? '';
  const channelId = data.channel?.id ?? '';
  return {
    tenantId: activity.conversation.tenantId ?? data.tenant?.id ?? '',
    entraId,
    teamsId: activity.from.id,
    channelName: data.channel?.name ?? '',
    personal: channelId === '' && activity.conversation.conversationType !== 'groupChat',
    reply: {
      serviceUrl: activity.serviceUrl,
      conversationId: activity.conversation.id,
      activityId: activity.id ?? '',
      teamId: data.team?.aadGroupId ?? data.team?.id ?? '',
      channelId,
      entraId,
    },
  };
}

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&nbsp;': ' ' };

/** The text without the bot's own mention; other mentions as `@Per Holm`, each with the id Teams gives. */
export function saidText(context: TurnContext): { text: string; mentions: { teamsId: string; text: string }[] } {
  const { activity } = context;
  const mentions: { teamsId: string; text: string }[] = [];
  let text = activity.text ?? '';
  for (const entity of entities.parse(activity.entities ?? [])) {
    if (entity.type !== 'mention' || !entity.text || !entity.mentioned) continue;
    const isBot = entity.mentioned.id === activity.recipient.id;
    const shown = isBot ? ' ' : `@${entity.text.replace(/<\/?at[^>]*>/g, '')}`;
    text = text.replace(entity.text, shown);
    if (!isBot) mentions.push({ teamsId: entity.mentioned.id, text: shown });
  }
  // A zero-width no-break space is seen by nobody; as a blank it would part what it stands in.
  text = text.replaceAll('\ufeff', '').replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (found) => ENTITIES[found] ?? found);
  return { text: text.replace(/[\s\u00A0]+/g, ' ').trim(), mentions };
}
