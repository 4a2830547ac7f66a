/** Learns where people and forums are in Teams, from what Teams itself tells. */
import { type Agreement, membersOf } from '../src/domain/agreement.ts';
import { forumPlace, personPlace } from '../src/flows/place-keys.ts';
import type { Product } from '../src/flows/product.ts';
import type { Reader } from '../src/ports.ts';
import type { Teams } from './teams.ts';
import { personOf } from './turn.ts';

export { forumPlace, personPlace };

export interface TeamPlace {
  serviceUrl: string;
  tenantId: string;
  /** As Graph names the team. */
  teamId: string;
  channelId: string;
  channelName: string;
}

/** A channel belongs to the forum of the same name; in a product with one forum, to that one. */
export async function meetTeam(product: Product, teams: Pick<Teams, 'members'>, place: TeamPlace): Promise<void> {
  const { forums } = product.agreement;
  const forum =
    forums.find(({ id, name }) => place.channelName === name || place.channelName === id) ??
    (forums.length === 1 ? forums[0] : undefined);
  const members = await teams.members(place.serviceUrl, place.channelId);
  await product.store.change(async (change) => {
    if (forum) {
      const { serviceUrl, tenantId, teamId, channelId } = place;
      await change.keepPlace(forumPlace(forum.id), { serviceUrl, tenantId, teamId, channelId });
    }
    for (const member of members) {
      const person = personOf(product, member.tenantId ?? place.tenantId, member.aadObjectId ?? '');
      if (!person) continue;
      const known = await change.place(personPlace(person.id));
      await change.keepPlace(personPlace(person.id), {
        ...known,
        serviceUrl: place.serviceUrl,
        tenantId: place.tenantId,
        teamsId: member.id,
      });
    }
  });
  product.log.info({ forum: forum?.id ?? 'none', members: members.length }, 'met a team');
}

/** Meets the channels we know once more: somebody who has become a member may have been there all along. */
export async function meetAgain(product: Product, teams: Pick<Teams, 'members'>): Promise<void> {
  for (const { id, name: channelName } of product.agreement.forums) {
    const place = await product.store.read((reader) => reader.place(forumPlace(id)));
    const { serviceUrl, tenantId = '', teamId = '', channelId } = place ?? {};
    if (!serviceUrl || !channelId) continue;
    await meetTeam(product, teams, { serviceUrl, tenantId, teamId, channelId, channelName }).catch((error: unknown) =>
      product.log.warn({ forum: id, error: String(error) }, 'the members of a channel could not be read'),
    );
  }
}

/** A personal chat: where the person's own cards go from now on. */
export async function meetPerson(
  product: Product,
  person: string,
  place: { serviceUrl: string; tenantId: string; teamsId: string; conversationId: string },
): Promise<void> {
  const key = personPlace(person);
  const known = await product.store.read((reader) => reader.place(key));
  const same = known && Object.entries(place).every(([name, value]) => known[name] === value);
  if (!same) await product.store.change((change) => change.keepPlace(key, { ...known, ...place }));
}

/** Those who read a meeting's card, as Teams names them: the forum's members whom the bot has met. */
export async function readersOf(agreement: Agreement, read: Reader, meetingId: string): Promise<string[]> {
  const forum = (await read.meeting(meetingId))?.forum;
  if (forum === undefined) return [];
  const places = await Promise.all(membersOf(agreement, forum).map(({ id }) => read.place(personPlace(id))));
  return places.flatMap((place) => place?.['teamsId'] ?? []);
}

export async function personByTeamsId(product: Product, read: Reader, teamsId: string) {
  for (const person of product.agreement.people) {
    const place = await read.place(personPlace(person.id));
    if (place?.['teamsId'] === teamsId) return person;
  }
  return undefined;
}
