import { createHash } from 'node:crypto';

export interface LocalPerson {
  id: string;
  name: string;
  tenantId: string;
  aadObjectId: string;
  /** `29:…`, what the bot sees as `from.id`. */
  teamsId: string;
  organisation: string;
  unit: string;
  role: string;
  /** Channel ids; empty for a stranger. */
  memberOf: string[];
}

export interface LocalChannel {
  /** `19:…@thread.tacv2` */
  id: string;
  name: string;
  /** Which forum of the agreement meets here. */
  forum: string;
}

export interface LocalTeam {
  id: string;
  name: string;
  channels: LocalChannel[];
  /** The tenant that hosts the team; the first person's where it is not given. */
  tenantId?: string | undefined;
  /** How Graph names the team; derived from `id` where it is not given. */
  aadGroupId?: string | undefined;
}

/** TeamsChannelAccount, as the Bot Connector sends it. */
export interface MemberAccount {
  id: string;
  name: string;
  aadObjectId: string;
  objectId: string;
  givenName: string;
  surname: string;
  email: string;
  userPrincipalName: string;
  tenantId: string;
  userRole: 'user' | 'guest';
}

export interface Roster {
  people: readonly LocalPerson[];
  team: LocalTeam & { tenantId: string; aadGroupId: string };
  /** @throws on an unknown id: who calls has a list. */
  person(id: string): LocalPerson;
  /** By `29:…` or Entra object id. */
  personByAccount(id: string): LocalPerson | undefined;
  channel(id: string): LocalChannel | undefined;
  /** Members of a channel, or of the whole team by its own id. */
  members(channelOrTeam: string): LocalPerson[];
  account(person: LocalPerson): MemberAccount;
}

export function roster(people: readonly LocalPerson[], givenTeam: LocalTeam): Roster {
  const first = people[0];
  if (!first) throw new Error('The local Teams needs at least one person.');
  const team = {
    ...givenTeam,
    tenantId: givenTeam.tenantId ?? first.tenantId,
    aadGroupId: givenTeam.aadGroupId ?? uuidOf(givenTeam.id),
  };
  const byId = new Map(people.map((person) => [person.id, person]));
  const byAccount = new Map(
    people.flatMap((person) => [[person.teamsId, person] as const, [person.aadObjectId, person] as const]),
  );
  const channels = new Map(team.channels.map((channel) => [channel.id, channel]));

  return {
    people,
    team,
    person(id) {
      const person = byId.get(id);
      if (!person) throw new Error(`Nobody here is called ${JSON.stringify(id)}.`);
      return person;
    },
    personByAccount: (id) => byAccount.get(id),
    channel: (id) => channels.get(id),
    members: (id) =>
      channels.has(id)
        ? people.filter((person) => person.memberOf.includes(id))
        : people.filter((person) => id === team.id && person.memberOf.length > 0),
    account(person) {
      const [givenName = '', ...rest] = person.name.split(' ');
      const home = person.tenantId === team.tenantId;
      const address = `${slug(person.name, '.')}@${home ? '' : `${slug(person.organisation, '-')}.`}example.org`;
      return {
        id: person.teamsId,
        name: person.name,
        aadObjectId: person.aadObjectId,
        objectId: person.aadObjectId,
        givenName,
        surname: rest.join(' '),
        email: address,
        userPrincipalName: address,
        tenantId: person.tenantId,
        userRole: home ? 'user' : 'guest',
      };
    },
  };
}

function slug(text: string, between: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join(between);
}

function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
