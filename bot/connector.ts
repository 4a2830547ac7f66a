/** What the bot says without being asked: posts, edits and rosters, each one request, never repeated here. */
import type { Activity, TeamsChannelAccount } from 'botbuilder';
import type { BotFrameworkAuthentication, ConnectorClient } from 'botframework-connector';
import { ClaimsIdentity } from 'botframework-connector';
import * as z from 'zod';
import { Unavailable } from '../src/ports.ts';
import { connectorFault } from './connector-fault.ts';
import { withDeadline } from './deadline.ts';
import type { Patience } from './patience.ts';
import { isLoopback, isSafe } from './service-url.ts';

export interface Connector {
  /** Starts a thread in a channel. */
  createInChannel(
    serviceUrl: string,
    channelId: string,
    activity: Partial<Activity>,
  ): Promise<{ conversationId: string; activityId: string }>;
  /** The conversation with one person; Teams gives the same one every time. @returns its id. */
  createPersonal(serviceUrl: string, teamsId: string, tenantId: string): Promise<string>;
  /** @returns the id of the new activity. */
  sendTo(serviceUrl: string, conversationId: string, activity: Partial<Activity>): Promise<string>;
  replaceIn(serviceUrl: string, conversationId: string, activityId: string, activity: Partial<Activity>): Promise<void>;
  /** Everybody in a team, channel or chat. */
  members(serviceUrl: string, conversationId: string): Promise<TeamsChannelAccount[]>;
}

export interface ConnectorOptions {
  authentication: BotFrameworkAuthentication;
  /** Absent in local mode, where nothing is signed and nothing leaves the machine. */
  appId: string | undefined;
  botId: string;
  onLoopback: boolean;
  deadlineMs: number;
  patience: Patience;
}

const named = z.object({ id: z.string().min(1) });
const thread = named.extend({ activityId: z.string().min(1) });
const account = z.looseObject({ id: z.string().min(1), tenantId: z.string().optional(), aadObjectId: z.string().optional() });
const page = z.object({ members: z.array(account).default([]), continuationToken: z.string().nullish() });
const pagesAtMost = 200;

export function connector(options: ConnectorOptions): Connector {
  const { appId, botId, onLoopback } = options;
  const identity = new ClaimsIdentity(appId === undefined ? [] : [{ type: 'aud', value: appId }]);
  const factory = options.authentication.createConnectorFactory(identity);

  async function ask<T extends z.ZodType>(
    call: string,
    serviceUrl: string,
    schema: T,
    request: (conversations: ConnectorClient['conversations']) => Promise<unknown>,
  ): Promise<z.infer<T>> {
    const url = new URL(serviceUrl);
    if (!isSafe(url, onLoopback) || (appId === undefined && !isLoopback(url)))
      throw new Error(`${call}: the connector's address ${url.origin} is not one the bot may send to`);
    let answer: unknown;
    try {
      const client = withDeadline(
        await factory.create(serviceUrl, 'https://api.botframework.com'),
        options.deadlineMs,
        options.patience,
      );
      answer = await request(client.conversations);
    } catch (error) {
      throw connectorFault(call, error);
    }
    const read = schema.safeParse(answer);
    if (read.success) return read.data;
    const next = `The connector's answer lacks ${read.error.issues.map((issue) => issue.path.join('.')).join(', ')}.`;
    throw new Unavailable({ call, delivered: 'maybe', next, cause: read.error });
  }

  return {
    async createInChannel(serviceUrl, channelId, activity) {
      const parameters = { isGroup: true, channelData: { channel: { id: channelId } }, bot: { id: botId }, activity };
      const created = await ask('POST /v3/conversations (channel)', serviceUrl, thread, (to) =>
        to.createConversation(parameters as never),
      );
      return { conversationId: created.id, activityId: created.activityId };
    },
    async createPersonal(serviceUrl, teamsId, tenantId) {
      const channelData = { tenant: { id: tenantId } };
      const parameters = { isGroup: false, bot: { id: botId }, members: [{ id: teamsId }], tenantId, channelData };
      const created = await ask('POST /v3/conversations (personal)', serviceUrl, named, (to) =>
        to.createConversation(parameters as never),
      );
      return created.id;
    },
    async sendTo(serviceUrl, conversationId, activity) {
      const sent = await ask('POST /v3/conversations/{id}/activities', serviceUrl, named, (to) =>
        to.sendToConversation(conversationId, activity as never),
      );
      return sent.id;
    },
    async replaceIn(serviceUrl, conversationId, activityId, activity) {
      await ask('PUT /v3/conversations/{id}/activities/{id}', serviceUrl, z.unknown(), (to) =>
        to.updateActivity(conversationId, activityId, { ...activity, id: activityId } as never),
      );
    },
    async members(serviceUrl, conversationId) {
      const call = 'GET /v3/conversations/{id}/pagedmembers';
      const everybody: TeamsChannelAccount[] = [];
      let from: { continuationToken?: string } = {};
      for (let asked = 0; asked < pagesAtMost; asked++) {
        const read = await ask(call, serviceUrl, page, (to) =>
          to.getConversationPagedMembers(conversationId, { pageSize: 200, ...from } as never),
        );
        everybody.push(...(read.members as unknown as TeamsChannelAccount[]));
        if (!read.continuationToken) return everybody;
        from = { continuationToken: read.continuationToken };
      }
      throw new Unavailable({ call, delivered: 'no', next: `The roster has no end after ${pagesAtMost} pages.` });
    },
  };
}
