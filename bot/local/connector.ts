import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { type ConnectorFaults, connectorFaults } from './connector-faults.ts';
import { type ConnectorLimits, unlimited } from './connector-limits.ts';
import { splitThread } from './conversation-ids.ts';
import type { Mention } from './happenings.ts';
import { cardSchema, cardType } from './invoke-answers.ts';
import type { BotPost, LocalTeams } from './teams-contract.ts';

/** Teams takes 100 KB a message, counted as UTF-16; pictures inside do not count. */
const largestMessage = 100 * 1024;

const outgoing = z.looseObject({
  type: z.string(),
  text: z.string().nullish(),
  replyToId: z.string().nullish(),
  attachments: z.array(z.looseObject({ contentType: z.string(), content: z.unknown() })).nullish(),
  entities: z.array(z.looseObject({ type: z.string() })).nullish(),
});
const mentionEntity = z.object({
  type: z.literal('mention'),
  text: z.string(),
  mentioned: z.object({ id: z.string(), name: z.string() }),
});
const creation = z.looseObject({
  isGroup: z.boolean().nullish(),
  members: z.array(z.looseObject({ id: z.string() })).nullish(),
  channelData: z.looseObject({ channel: z.looseObject({ id: z.string() }).nullish() }).nullish(),
  activity: z.unknown().optional(),
});

class Refusal extends Error {
  readonly status: 400 | 403 | 404 | 413;
  readonly code: string;
  constructor(status: 400 | 403 | 404 | 413, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** The Bot Connector as botbuilder 4.23.3 calls it; mount it below `/connector`. */
export function connector(teams: LocalTeams, limits: ConnectorLimits = unlimited): { app: Hono; faults: ConnectorFaults } {
  const app = new Hono();
  const faults = connectorFaults();
  const { roster } = teams;
  const path = (c: Context, name: string) => c.req.param(name) ?? '';
  const activityPath = '/v3/conversations/:conversation/activities/:activity';

  app.onError((error, c) => {
    if (!(error instanceof Refusal)) throw error;
    const { status, code, message } = error;
    return c.json({ error: { code, message, ...(code === 'MessageWritesBlocked' ? { subCode: code } : {}) } }, status);
  });

  app.post('/v3/conversations', limits.meet('create'), faults.meet('create'), async (c) => {
    const asked = parse(creation, await json(c));
    const serviceUrl = `${teams.publicUrl()}/connector`;
    const channelId = asked.channelData?.channel?.id;
    if (channelId !== undefined) {
      if (!roster.channel(channelId)) throw new Refusal(404, 'ConversationNotFound', 'There is no such channel.');
      const posted = teams.post(channelId, read(asked.activity));
      return c.json({ id: posted.conversationId, activityId: posted.activityId, serviceUrl }, 201);
    }
    const [member, ...others] = asked.members ?? [];
    if (!member || others.length > 0 || asked.isGroup)
      throw new Refusal(400, 'BadSyntax', 'A personal chat has exactly one member.');
    const person = roster.personByAccount(member.id);
    if (!person || !teams.mayWriteTo(person))
      throw new Refusal(403, 'ForbiddenOperationException', 'The app is not installed for this person.');
    if (asked.activity) writable(teams.personalChat(person.id), teams, person.id);
    const id = teams.personalConversation(person);
    if (!asked.activity) return c.json({ id, serviceUrl }, 201);
    return c.json({ id, activityId: teams.post(id, read(asked.activity)).activityId, serviceUrl }, 201);
  });

  const post = async (c: Context) => {
    const conversationId = path(c, 'conversation');
    const body = await json(c);
    if (parse(outgoing, body).type === 'typing') return c.json({ id: '' }, 201);
    const answered = c.req.param('activity') ?? '';
    const sent = read(body);
    const thread = writable(conversationId, teams, teams.personOf(conversationId)?.id, answered || sent.replyToId);
    return c.json({ id: teams.post(thread, { ...sent, replyToId: answered || sent.replyToId }).activityId }, 201);
  };
  app.post('/v3/conversations/:conversation/activities', limits.meet('send'), faults.meet('post'), post);
  app.post(activityPath, limits.meet('send'), faults.meet('post'), post);

  app.put(activityPath, limits.meet('send'), faults.meet('update'), async (c) => {
    const id = ownMessage(path(c, 'conversation'), path(c, 'activity'), teams);
    teams.update(id, read(await json(c)));
    return c.json({ id });
  });
  app.delete(activityPath, faults.meet('delete'), (c) => {
    teams.remove(ownMessage(path(c, 'conversation'), path(c, 'activity'), teams));
    return c.body(null, 200);
  });

  const membersOf = (conversationId: string) => {
    const { channelId } = splitThread(conversationId);
    const person = teams.personOf(channelId);
    if (person) return [roster.account(person)];
    if (!roster.channel(channelId) && channelId !== roster.team.id)
      throw new Refusal(404, 'ConversationNotFound', 'There is no such conversation.');
    return roster.members(channelId).map(roster.account);
  };
  app.get('/v3/conversations/:conversation/members', limits.meet('members'), (c) => c.json(membersOf(path(c, 'conversation'))));
  app.get('/v3/conversations/:conversation/members/:member', (c) => {
    const id = path(c, 'member');
    const member = membersOf(path(c, 'conversation')).find((one) => one.id === id || one.aadObjectId === id);
    if (!member) throw new Refusal(404, 'MemberNotFoundInConversation', 'The person is not in this conversation.');
    return c.json(member);
  });
  app.get('/v3/conversations/:conversation/pagedmembers', limits.meet('members'), (c) => {
    const members = membersOf(path(c, 'conversation'));
    const size = Math.min(Math.max(Number(c.req.query('pageSize')) || 200, 1), 500);
    const from = Number(c.req.query('continuationToken')) || 0;
    const end = from + size;
    return c.json({ members: members.slice(from, end), ...(end < members.length ? { continuationToken: String(end) } : {}) });
  });

  const teamOr404 = (c: Context) => {
    if (path(c, 'team') !== roster.team.id) throw new Refusal(404, 'NotFound', 'There is no such team.');
    return roster.team;
  };
  app.get('/v3/teams/:team', (c) => {
    const { id, name, aadGroupId, tenantId, channels } = teamOr404(c);
    return c.json({ id, name, type: 'standard', aadGroupId, tenantId, channelCount: channels.length });
  });
  app.get('/v3/teams/:team/conversations', (c) =>
    c.json({ conversations: teamOr404(c).channels.map(({ id, name }) => ({ id, name, type: 'standard' })) }),
  );

  return { app, faults };
}

async function json(c: Context): Promise<unknown> {
  const text = await c.req.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, 'BadSyntax', 'The body is not JSON.');
  }
}

function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const read = schema.safeParse(value);
  if (!read.success) throw new Refusal(400, 'BadSyntax', z.prettifyError(read.error));
  return read.data;
}

/** The thread (or personal chat) a post ends up in. */
function writable(conversationId: string, teams: LocalTeams, person: string | undefined, replyToId = ''): string {
  const { channelId, root } = splitThread(conversationId);
  if (teams.roster.channel(channelId)) {
    const answered = teams.message(root || replyToId);
    if (!root && !replyToId) return channelId;
    if (answered?.place !== channelId)
      throw new Refusal(404, 'ActivityNotFoundInConversation', 'There is no such message to answer.');
    return answered.conversationId;
  }
  if (person === undefined) throw new Refusal(404, 'ConversationNotFound', 'There is no such conversation.');
  if (teams.isBlocked(person)) throw new Refusal(403, 'MessageWritesBlocked', 'The person has blocked the bot.');
  return conversationId;
}

function ownMessage(conversationId: string, activityId: string, teams: LocalTeams): string {
  const message = teams.message(activityId);
  if (!message || message.deletedAt !== null || message.place !== splitThread(conversationId).channelId)
    throw new Refusal(404, 'ActivityNotFoundInConversation', 'There is no such message.');
  if (message.person !== null) throw new Refusal(403, 'ForbiddenOperationException', 'The message is somebody else’s.');
  return activityId;
}

function read(body: unknown): BotPost {
  const activity = parse(outgoing, body);
  if (activity.type !== 'message') throw new Refusal(400, 'BadSyntax', `Teams shows no activity of type ${activity.type}.`);
  const size = 2 * JSON.stringify(body).replace(/data:image\/[a-z+]+;base64,[A-Za-z0-9+/=]+/g, '').length;
  if (size > largestMessage)
    throw new Refusal(413, 'MessageSizeTooBig', `The message is ${size} bytes as UTF-16; Teams takes ${largestMessage}.`);
  const [attachment, ...others] = activity.attachments ?? [];
  if (others.length > 0 || (attachment && attachment.contentType !== cardType))
    throw new Refusal(400, 'BadSyntax', 'The local Teams shows one Adaptive Card a message and no other attachment.');
  if (!attachment && !activity.text) throw new Refusal(400, 'BadSyntax', 'The message is empty.');
  return {
    text: activity.text ?? '',
    card: attachment ? parse(cardSchema, attachment.content) : null,
    mentions: (activity.entities ?? []).filter((entity) => entity.type === 'mention').map(mention),
    replyToId: activity.replyToId ?? '',
  };
}

function mention(entity: unknown): Mention {
  const { text, mentioned } = parse(mentionEntity, entity);
  return { text, ...mentioned };
}
