/**
 * Members from groups in Entra: read once a day and kept. A group that cannot be read leaves its members as they were last
 * known, and whoever can do something about it is told once. This is the one place where the people of the agreement change
 * while the product runs.
 */
import type { Forum } from '../domain/agreement.ts';
import { follow, type GroupSource, type KnownMember, withGroups } from '../domain/roster.ts';
import type { Reader } from '../ports.ts';
import { Refused, Unavailable } from '../ports.ts';
import { convenerId } from './agenda-view.ts';
import { message, postCard } from './cards.ts';
import { nextNumber } from './next-number.ts';
import { nudge } from './nudge.ts';
import type { Product } from './product.ts';

const rosterName = (group: GroupSource): string => `roster/${group.id}`;
const readName = (group: GroupSource): string => `roster-read/${group.id}`;
const toldName = (group: GroupSource): string => `roster-told/${group.id}`;
const MARK = 'roster-mark';

type Fault = 'not-there' | 'not-allowed' | 'empty' | 'refused';

const kept = async (read: Reader, group: GroupSource): Promise<KnownMember[] | undefined> => {
  const text = await read.setting(rosterName(group));
  return text === undefined ? undefined : (JSON.parse(text) as KnownMember[]);
};

/** Takes in what this process does not know yet: at start, and what another replica has read since. */
export async function refreshRoster(product: Product): Promise<void> {
  const { agreement, roster } = product;
  if (agreement.groups.length === 0) return;
  const found = await product.store.read(async (reader) => {
    const mark = (await reader.setting(MARK)) ?? '';
    if (mark === roster.mark) return undefined;
    const known = new Map<string, KnownMember[]>();
    for (const group of agreement.groups) known.set(group.id, (await kept(reader, group)) ?? []);
    return { mark, known };
  });
  if (!found) return;
  agreement.people = withGroups(roster.defined, agreement.groups, found.known);
  roster.mark = found.mark;
}

/** Reads every group that has not been read today. @returns whether somebody has come, left or changed name or address. */
export async function readGroups(product: Product): Promise<boolean> {
  const today = product.clock.now().toPlainDate().toString();
  let changed = false;
  for (const group of product.agreement.groups) {
    if ((await product.store.read((reader) => reader.setting(readName(group)))) === today) continue;
    if (await readGroup(product, group, today)) changed = true;
  }
  await refreshRoster(product);
  return changed;
}

async function readGroup(product: Product, group: GroupSource, today: string): Promise<boolean> {
  let there: Awaited<ReturnType<Product['directory']['members']>>;
  try {
    there = await product.directory.members(group.id);
  } catch (error) {
    if (!(error instanceof Refused || error instanceof Unavailable)) throw error;
    product.log.warn({ group: group.id, error: String(error) }, 'a group could not be read; its members are as last known');
    if (error instanceof Refused) await tellOnce(product, group, faultOf(error));
    return false;
  }
  const done = await product.store.change(async (change) => {
    await change.lock(rosterName(group));
    const before = await kept(change, group);
    // A group emptied by mistake, or hidden from us, takes nobody out of a forum.
    if (there.length === 0 && before?.some(({ left }) => !left)) return 'empty';
    const after = JSON.stringify(follow(before, there, today));
    await change.keepSetting(readName(group), today);
    await change.keepSetting(toldName(group), '');
    if (after === JSON.stringify(before)) return 'same';
    await change.keepSetting(rosterName(group), after);
    await change.keepSetting(MARK, String(await nextNumber(change, 'roster-changes')));
    product.log.info({ group: group.id, members: there.length }, 'the members of a group have changed');
    return 'changed';
  });
  if (done === 'empty') await tellOnce(product, group, 'empty');
  return done === 'changed';
}

const faultOf = ({ status }: Refused): Fault => (status === 404 ? 'not-there' : status === 403 ? 'not-allowed' : 'refused');

const words: Record<Fault, string> = {
  'not-there':
    'Gruppen finns inte i Entra. Be administratören skriva rätt objekt-id under "grupper" i filen med medlemmar, eller ta bort raden.',
  'not-allowed':
    'Jag får inte läsa gruppen. Be administratören ge appen de rättigheter för grupper som står i manifest/permissions.md.',
  empty: 'Gruppen är tom. Stämmer det: be administratören ta bort den under "grupper" i filen med medlemmar.',
  refused: 'Entra lämnar inte ut gruppen. Be administratören titta i loggen.',
};

/** Once for each fault until the group can be read again; in the channel of a forum that nobody calls. */
async function tellOnce(product: Product, group: GroupSource, fault: Fault): Promise<void> {
  await product.store.change(async (change) => {
    if ((await change.setting(toldName(group))) === fault) return;
    await change.keepSetting(toldName(group), fault);
    const number = await nextNumber(change, `roster-tellings/${group.id}`);
    const shown = message('En grupp som ger forumet medlemmar går inte att läsa.', {
      detail: `${words[fault]} Till dess är medlemmarna de som jag senast kände till.`,
    });
    const forums = product.agreement.forums.filter(({ id }) => group.forums.includes(id));
    for (const { to, forum } of receivers(product, forums)) {
      const key = `roster-told/${group.id}/${number}/${forum.id}`;
      if (to) await nudge(product, change, { forum: forum.id, person: to }, key, shown);
      else await postCard(change, { forum: forum.id }, key, shown);
    }
  });
}

/** Each convener once, and the channel of each forum without one. */
function receivers(product: Product, forums: readonly Forum[]): { to: string | undefined; forum: Forum }[] {
  const all = forums.map((forum) => ({ to: convenerId(product, forum.id), forum }));
  return all.filter(({ to }, n) => to === undefined || all.findIndex((one) => one.to === to) === n);
}
