import type { Control, DueStep, LocalEvent, LocalFile } from './control.ts';
import type { Conversation, LocalTeams, Message } from './teams-contract.ts';

/** Everything the page shows, for one person in one conversation. */
export interface PageState {
  agreement: { title: string };
  now: string;
  bot: { name: string };
  team: { name: string };
  /** Forum → the channel it meets in. */
  forums: Record<string, string>;
  people: {
    id: string;
    name: string;
    organisation: string;
    unit: string;
    role: string;
    stranger: boolean;
    /** Meetings whose minutes this person is to write. */
    turn: string[];
    /** Messages in the person's own chat with the bot: more than last time means something new. */
    personalMessages: number;
  }[];
  me: string;
  conversations: Conversation[];
  /** The chosen conversation's id. */
  conversation: string;
  /** Who can be mentioned here. */
  members: { id: string; name: string; unit: string }[];
  messages: Message[];
  /** Ids of those Teams asks the bot for anew, now that they are looked at. */
  toRefresh: string[];
  due: DueStep[];
  files: LocalFile[];
  /** The meetings the person is asked to. */
  calendar: LocalEvent[];
}

/** @param asked what the page remembers; what no longer exists is replaced by whose turn it is, in the first channel. */
export async function pageState(
  teams: LocalTeams,
  control: Control,
  asked: { me?: string | undefined; conversation?: string | undefined },
): Promise<PageState> {
  const { people, team } = teams.roster;
  const [turns, due, files] = await Promise.all([control.turn(), control.due(), control.files()]);
  const me = people.find(({ id }) => id === asked.me) ?? people.find(({ id }) => id === turns[0]?.person) ?? people[0]!;
  const conversations = teams.conversationsOf(me.id);
  const conversation =
    conversations.find(
      ({ id, kind, forum }) => asked.conversation === id || asked.conversation === (kind === 'personal' ? kind : forum),
    ) ??
    conversations.find(({ kind }) => kind === 'channel') ??
    conversations[0]!;
  const mine = new Set(conversations.flatMap(({ name, forum }) => [name, forum]));
  const ofMine = due.filter(({ forum }) => mine.has(forum));
  return {
    agreement: control.agreement(),
    now: control.now(),
    bot: { name: teams.botName },
    team: { name: team.name },
    forums: Object.fromEntries(team.channels.map(({ forum, name }) => [forum, name])),
    people: people.map(({ id, name, organisation, unit, role, memberOf }) => ({
      ...{ id, name, organisation, unit, role },
      stranger: memberOf.length === 0,
      turn: turns.filter(({ person }) => person === id).map(({ meeting }) => meeting),
      personalMessages: teams.conversationsOf(id).find(({ kind }) => kind === 'personal')?.messages ?? 0,
    })),
    me: me.id,
    conversations,
    conversation: conversation.id,
    members: teams.roster.members(conversation.id).map(({ id, name, unit }) => ({ id, name, unit })),
    messages: teams.messages(conversation.id, me.id),
    toRefresh: teams.toRefresh(conversation.id, me.id),
    // People follow their own forums; somebody outside them all sees what happens anywhere.
    due: conversations.some(({ kind }) => kind === 'channel') ? ofMine : due,
    files,
    calendar: control.calendar.of(me.id),
  };
}
