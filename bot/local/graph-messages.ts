import { graphChatId } from './conversation-ids.ts';
import { cardType } from './invoke-answers.ts';
import type { Roster } from './roster.ts';
import type { StoredMessage, TeamsState } from './teams-state.ts';

/** Messages in the shape of Microsoft Graph v1.0's chatMessage, newest first. */
export interface GraphMessages {
  /** Root messages with their replies. `teamId` is the team's Graph id or its Teams id. */
  channel(teamId: string, channelId: string): object[];
  /** `19:…_…@unq.gbl.spaces`, or the conversation id the bot knows. */
  chat(chatId: string): object[];
}

export function graphMessages(world: { state: TeamsState; roster: Roster; botId: string; botName: string }): GraphMessages {
  const { state, roster, botName } = world;
  const appId = world.botId.replace(/^28:/, '');

  return {
    channel(teamId, channelId) {
      const { team } = roster;
      const here = (teamId === team.id || teamId === team.aadGroupId) && roster.channel(channelId);
      const messages = here ? (state.places.get(channelId) ?? []) : [];
      const show = (message: StoredMessage) => chatMessage(message, { channelIdentity: { teamId: team.aadGroupId, channelId } });
      return messages
        .filter((message) => message.root === message.id)
        .map((root) => ({
          ...show(root),
          replies: messages
            .filter((message) => message.root === root.id && message.id !== root.id)
            .map(show)
            .reverse(),
        }))
        .reverse();
    },
    chat(chatId) {
      for (const [conversationId, person] of state.personal) {
        const id = graphChatId(roster.person(person).aadObjectId, appId);
        if (chatId === conversationId || chatId === id)
          return (state.places.get(conversationId) ?? []).map((message) => chatMessage(message, { chatId: id })).reverse();
      }
      return [];
    },
  };

  function chatMessage(message: StoredMessage, where: { chatId?: string; channelIdentity?: object }): object {
    const { deletedAt, card } = message;
    return {
      id: message.id,
      replyToId: message.root && message.root !== message.id ? message.root : null,
      etag: message.id,
      messageType: 'message',
      createdDateTime: message.at,
      lastModifiedDateTime: deletedAt ?? message.editedAt ?? message.at,
      lastEditedDateTime: message.editedAt,
      deletedDateTime: deletedAt,
      subject: null,
      summary: null,
      chatId: where.chatId ?? null,
      channelIdentity: where.channelIdentity ?? null,
      importance: 'normal',
      locale: 'sv-se',
      webUrl: null,
      policyViolation: null,
      eventDetail: null,
      from: sender(message),
      body: { contentType: 'html', content: deletedAt ? '' : bodyOf(message) },
      attachments: card
        ? [
            {
              id: attachmentId(message),
              contentType: cardType,
              contentUrl: null,
              content: JSON.stringify(card),
              name: null,
              thumbnailUrl: null,
              teamsAppId: null,
            },
          ]
        : [],
      mentions: message.mentions.map((mention, id) => ({ id, mentionText: mention.name, mentioned: mentioned(mention) })),
      reactions: [],
    };
  }

  function sender({ person }: StoredMessage): object {
    const application = { id: appId, displayName: botName, applicationIdentityType: 'bot' };
    if (person === null) return { application, device: null, user: null };
    const { aadObjectId, name, tenantId } = roster.person(person);
    return {
      application: null,
      device: null,
      user: {
        '@odata.type': '#microsoft.graph.teamworkUserIdentity',
        id: aadObjectId,
        displayName: name,
        userIdentityType: 'aadUser',
        tenantId,
      },
    };
  }

  function mentioned({ id, name }: { id: string; name: string }): object {
    const person = roster.personByAccount(id);
    const user = person ? { id: person.aadObjectId, displayName: name, userIdentityType: 'aadUser' } : null;
    const application = person ? null : { id: appId, displayName: botName, applicationIdentityType: 'bot' };
    return { application, device: null, conversation: null, user };
  }
}

function bodyOf(message: StoredMessage): string {
  if (message.card) return `<attachment id="${attachmentId(message)}"></attachment>`;
  let text = escapeHtml(message.text);
  for (const [index, mention] of message.mentions.entries())
    text = text.replaceAll(escapeHtml(mention.text), `<at id="${index}">${escapeHtml(mention.name)}</at>`);
  return `<p>${text}</p>`;
}

function attachmentId(message: StoredMessage): string {
  return `card-${message.id}`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);
}
