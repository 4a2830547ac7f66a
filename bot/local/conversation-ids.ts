import { createHash } from 'node:crypto';

/** `19:…@thread.tacv2;messageid=1773…` → the channel and the root message; a bare channel id has no root. */
export function splitThread(conversationId: string): { channelId: string; root: string } {
  const [channelId = '', root = ''] = conversationId.split(';messageid=');
  return { channelId, root };
}

export function threadId(channelId: string, root: string): string {
  return `${channelId};messageid=${root}`;
}

/** The same person always gets the same chat with the bot, as in Teams. */
export function personalChatId(teamsId: string, botId: string): string {
  return `a:1${createHash('sha256').update(`${teamsId} ${botId}`).digest('base64url')}`;
}

/** How Graph names that chat. */
export function graphChatId(aadObjectId: string, appId: string): string {
  return `19:${aadObjectId}_${appId}@unq.gbl.spaces`;
}
