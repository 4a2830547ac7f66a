import { splitThread } from './conversation-ids.ts';
import type { Mention } from './happenings.ts';
import type { LocalPerson, Roster } from './roster.ts';

/** A Bot Framework activity as Teams sends it. */
export type Activity = { type: string; id: string; conversation: { id: string } } & Record<string, unknown>;

export interface Sender {
  as: LocalPerson;
  conversationId: string;
  id: string;
  /** ISO instant */
  now: string;
}

export interface Writer {
  message(sender: Sender, text: string, mentions: Mention[]): Activity;
  invoke(sender: Sender, name: string, value: unknown, replyToId: string | undefined): Activity;
  /** The two activities Teams sends when the app is added to a team or by a person. */
  installed(sender: Sender, nextId: () => string): Activity[];
}

export function activityWriter(world: { roster: Roster; botId: string; botName: string; publicUrl: () => string }): Writer {
  const { roster, botId, botName } = world;
  const bot = { id: botId, name: botName };

  const envelope = ({ as, conversationId, id, now }: Sender) => {
    const { channelId } = splitThread(conversationId);
    const channel = roster.channel(channelId);
    const tenant = { id: roster.team.tenantId };
    return {
      id,
      channelId: 'msteams',
      serviceUrl: `${world.publicUrl()}/connector`,
      timestamp: Temporal.Instant.from(now).toString({ smallestUnit: 'millisecond' }),
      localTimestamp: Temporal.Instant.from(now)
        .toZonedDateTimeISO('Europe/Stockholm')
        .toString({ timeZoneName: 'never', smallestUnit: 'millisecond' }),
      localTimezone: 'Europe/Stockholm',
      locale: 'sv-SE',
      from: { id: as.teamsId, name: as.name, aadObjectId: as.aadObjectId },
      recipient: bot,
      conversation: {
        id: conversationId,
        tenantId: tenant.id,
        conversationType: channel ? 'channel' : 'personal',
        ...(channel ? { isGroup: true } : {}),
      },
      channelData: channel
        ? {
            tenant,
            team: { id: roster.team.id, name: roster.team.name, aadGroupId: roster.team.aadGroupId },
            channel: { id: channel.id, name: channel.name },
            teamsTeamId: roster.team.id,
            teamsChannelId: channel.id,
          }
        : { tenant },
    };
  };
  const client = { type: 'clientInfo', locale: 'sv-SE', country: 'SE', platform: 'Web', timezone: 'Europe/Stockholm' };

  return {
    message: (sender, text, mentions) => ({
      ...envelope(sender),
      type: 'message',
      text,
      textFormat: 'plain',
      entities: [
        ...mentions.map((mention) => ({
          type: 'mention',
          text: mention.text,
          mentioned: { id: mention.id, name: mention.name },
        })),
        client,
      ],
    }),

    invoke: (sender, name, value, replyToId) => {
      const base = envelope(sender);
      return {
        ...base,
        type: 'invoke',
        name,
        value,
        ...(replyToId ? { replyToId } : {}),
        entities: [client],
        channelData: { ...base.channelData, source: { name: 'message' }, ...(replyToId ? { legacy: { replyToId } } : {}) },
      };
    },

    installed(sender, nextId) {
      const base = envelope(sender);
      const inTeam = base.conversation.conversationType === 'channel';
      return [
        { ...base, type: 'installationUpdate', action: 'add' },
        {
          ...base,
          id: nextId(),
          type: 'conversationUpdate',
          membersAdded: [{ id: botId, name: botName }],
          channelData: { ...base.channelData, ...(inTeam ? { eventType: 'teamMemberAdded' } : {}) },
        },
      ];
    },
  };
}
