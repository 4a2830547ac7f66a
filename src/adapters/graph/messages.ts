import type { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod';
import { Refused } from '../../ports.ts';
import { segment } from './address.ts';
import { understood } from './answer.ts';

export interface FoundMessage {
  id: string;
  /** The thread it stands in, when it is a reply. */
  replyTo?: string;
}

export interface GraphMessages {
  /** Looks for the card with an element of this id among the newest messages of a channel, and their replies. */
  findInChannel(teamId: string, channelId: string, key: string): Promise<FoundMessage | 'absent' | 'unknowable'>;
  /** The same in a chat. */
  findInChat(chatId: string, key: string): Promise<FoundMessage | 'absent' | 'unknowable'>;
}

const message = z.object({
  id: z.string(),
  replyToId: z.string().nullish(),
  deletedDateTime: z.string().nullish(),
  attachments: z.array(z.object({ contentType: z.string().nullish(), content: z.string().nullish() })).nullish(),
});
const thread = message.extend({ replies: z.array(message).nullish() });
const threads = z.object({ value: z.array(thread) });

type Message = z.infer<typeof message>;

export function graphMessages({ client }: { client: Client }): GraphMessages {
  return {
    findInChannel: (teamId, channelId, key) =>
      find(`/teams/${segment(teamId)}/channels/${segment(channelId)}/messages?$top=50&$expand=replies`, key),
    findInChat: (chatId, key) => find(`/chats/${segment(chatId)}/messages?$top=50`, key),
  };

  async function find(path: string, key: string): Promise<FoundMessage | 'absent' | 'unknowable'> {
    let answer: unknown;
    try {
      answer = await client.api(path).get();
    } catch (error) {
      if (error instanceof Refused && error.status === 403) return 'unknowable';
      throw error;
    }
    for (const root of understood(threads, `GET ${path}`, 'no', answer).value) {
      if (carries(root, key)) return root.replyToId ? { id: root.id, replyTo: root.replyToId } : { id: root.id };
      const reply = root.replies?.find((one) => carries(one, key));
      if (reply) return { id: reply.id, replyTo: root.id };
    }
    return 'absent';
  }
}

function carries({ deletedDateTime, attachments }: Message, key: string): boolean {
  if (deletedDateTime) return false;
  return (attachments ?? []).some(
    ({ contentType, content }) => contentType === 'application/vnd.microsoft.card.adaptive' && hasElement(bodyOf(content), key),
  );
}

/** The body of a card; nothing for a card that is not JSON, which is not one of ours. */
function bodyOf(content: string | null | undefined): unknown {
  try {
    return (JSON.parse(content ?? 'null') as { body?: unknown } | null)?.body;
  } catch {
    return undefined;
  }
}

function hasElement(within: unknown, key: string): boolean {
  if (typeof within !== 'object' || within === null) return false;
  return (within as { id?: unknown }).id === key || Object.values(within).some((part) => hasElement(part, key));
}
