/** The Chat port on Teams: cards are filled here, once, and posted, updated or looked for. */
import { z } from 'zod';
import { fill } from '../cards/fill.ts';
import type { GraphMessages } from '../src/adapters/graph/messages.ts';
import type { Agreement } from '../src/domain/agreement.ts';
import type { Audience, Chat, Place, Posted, Store, View } from '../src/ports.ts';
import { Unavailable } from '../src/ports.ts';
import { forumPlace, personPlace, readersOf } from './places.ts';
import type { Teams } from './teams.ts';

export interface CardActivity {
  type: 'message';
  summary: string;
  attachments: [{ contentType: string; content: object }];
}

export const CARD = 'application/vnd.microsoft.card.adaptive';

export function cardActivity(view: View, key: string, readers: readonly string[] = []): CardActivity {
  const { card, summary } = fill(view.card, view.data, { key, readers });
  return { type: 'message', summary, attachments: [{ contentType: CARD, content: card }] };
}

const aMeeting = z.looseObject({ meeting: z.string() });

export function teamsChat(given: {
  agreement: Agreement;
  teams: Teams;
  store: Store;
  messages: GraphMessages;
  appId: string;
  entraIdOf(person: string): string;
  /** Where the connector is now, when it may have moved since it was stored: local mode’s port. */
  connectorNow?: (() => string) | undefined;
}): Chat {
  const { teams, store, messages, appId } = given;
  const at = (serviceUrl: string) => given.connectorNow?.() ?? serviceUrl;

  async function placeOf(key: string, next: string): Promise<Place> {
    const place = await store.read((reader) => reader.place(key));
    if (!place) throw new Unavailable({ call: `place of ${key}`, delivered: 'no', next });
    return place;
  }
  const forumAt = (forum: string) =>
    placeOf(forumPlace(forum), 'Add the app to the team, in the channel that has the forum’s name.');
  const personAt = (person: string) =>
    placeOf(personPlace(person), 'The bot has not met the person yet: add them to the team, or let them install the app.');

  async function personalChat(person: string): Promise<{ serviceUrl: string; conversationId: string }> {
    const { serviceUrl = '', teamsId = '', tenantId = '', conversationId } = await personAt(person);
    if (conversationId) return { serviceUrl, conversationId };
    const made = await teams.createPersonal(at(serviceUrl), teamsId, tenantId);
    await store.change(async (change) => {
      const now = await change.place(personPlace(person));
      await change.keepPlace(personPlace(person), { ...now, conversationId: made });
    });
    return { serviceUrl, conversationId: made };
  }

  /** How Graph names the chat of one person with the bot (seen in Teams, not documented; manifest/go-live.md). */
  const graphChat = (entraId: string) => `19:${entraId}_${appId}@unq.gbl.spaces`;

  async function findInChannel(
    serviceUrl: string,
    teamId: string,
    channelId: string,
    key: string,
  ): Promise<Posted | 'absent' | 'unknowable'> {
    const found = await messages.findInChannel(teamId, channelId, key);
    if (typeof found === 'string') return found;
    return { serviceUrl, conversationId: `${channelId};messageid=${found.replyTo ?? found.id}`, activityId: found.id };
  }

  async function findInChat(
    serviceUrl: string,
    conversationId: string,
    entraId: string,
    key: string,
  ): Promise<Posted | 'absent' | 'unknowable'> {
    const found = await messages.findInChat(graphChat(entraId), key);
    return typeof found === 'string' ? found : { serviceUrl, conversationId, activityId: found.id };
  }

  return {
    async render(view, key) {
      const about = aMeeting.safeParse(view.data);
      if (view.card !== 'agenda' || !about.success) return cardActivity(view, key);
      const readers = await store.read((reader) => readersOf(given.agreement, reader, about.data.meeting));
      return cardActivity(view, key, readers);
    },

    async post(to: Audience, rendered: unknown) {
      const activity = rendered as CardActivity;
      if ('forum' in to) {
        const { serviceUrl = '', channelId = '' } = await forumAt(to.forum);
        return { serviceUrl, ...(await teams.createInChannel(at(serviceUrl), channelId, activity)) };
      }
      if ('person' in to) {
        const { serviceUrl, conversationId } = await personalChat(to.person);
        return { serviceUrl, conversationId, activityId: await teams.sendTo(at(serviceUrl), conversationId, activity) };
      }
      const { serviceUrl, conversationId, activityId } = to.reply;
      const answer = { ...activity, replyToId: activityId };
      return { serviceUrl, conversationId, activityId: await teams.sendTo(at(serviceUrl), conversationId, answer) };
    },

    async update(posted, rendered) {
      await teams.replaceIn(at(posted.serviceUrl), posted.conversationId, posted.activityId, rendered as CardActivity);
    },

    async find(to, key) {
      if ('forum' in to) {
        const { serviceUrl = '', teamId = '', channelId = '' } = await forumAt(to.forum);
        return findInChannel(serviceUrl, teamId, channelId, key);
      }
      if ('person' in to) {
        const { serviceUrl, conversationId } = await personalChat(to.person);
        const entraId = given.entraIdOf(to.person);
        return findInChat(serviceUrl, conversationId, entraId, key);
      }
      const { serviceUrl, teamId, channelId, conversationId, entraId } = to.reply;
      return channelId ? findInChannel(serviceUrl, teamId, channelId, key) : findInChat(serviceUrl, conversationId, entraId, key);
    },
  };
}
