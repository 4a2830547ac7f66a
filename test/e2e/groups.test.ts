import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Play, play, textOf } from '../support/local.ts';
import { root } from '../support/needs.ts';

const GROUP = '11111111-0000-4000-8000-000000000001';
const PEOPLE = 'exempelpersoner.yaml';

/** The definition gives Per no forum; he is in the group, or he is not. */
function definition(dir: string): string {
  fs.cpSync(path.join(root, 'test/agreements/one-hub'), dir, { recursive: true });
  fs.copyFileSync(path.join(root, 'src/agreements/stockholm/exempelstatistik.xlsx'), path.join(dir, 'exempelstatistik.xlsx'));
  const file = path.join(dir, PEOPLE);
  const group = `grupper:\n  - { grupp: ${GROUP}, verksamhet: intro-ekonomi, roll: Socialsekreterare, forum: [hub-intro] }\n`;
  const text = fs.readFileSync(file, 'utf8').replace('personer:\n', `${group}personer:\n`);
  fs.writeFileSync(file, text.replace(/(- id: per\n(?: {4}.*\n)*? {4}forum: )\[hub-intro\]/, '$1[]'));
  return path.join(dir, 'bilaga-nyanlanda.yaml');
}

describe('a group in Entra gives the forum members', () => {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'samverkan-groups-'));
  let hub: Play;
  beforeAll(async () => {
    hub = await play({ definition: definition(dir) });
  });
  afterAll(async () => {
    await hub.stop();
    fs.rmSync(dir, { recursive: true });
  });
  const agreement = () => hub.local.running.product.agreement;
  const per = () => agreement().people.find(({ id }) => id === 'per')!;
  const lay = () =>
    hub.local.world.samarbetsyta.groups.set(GROUP, [
      { id: per().entraId!, displayName: 'Per Holm', mail: per().mail ?? null },
      { id: '22222222-0000-4000-8000-000000000001', displayName: 'Ny Medlem', mail: 'ny.medlem@stad.example' },
    ]);
  const asked = (mail: string) =>
    hub.local.world.samarbetsyta.outlook!.events().some(({ attendees }) => attendees.some(({ address }) => address === mail));

  it('until it can be read its members are strangers, and the convener has heard what to do', async () => {
    expect((await hub.say('per', 'dagordning')).join()).toContain('inte medlem');
    await hub.to('2027-03-10T10:00');
    expect(textOf(hub.messages('johan').map(({ card }) => card))).toContain('Gruppen finns inte i Entra');
  });

  it('when it can, they are let in and invited, and take turns with the others', async () => {
    lay();
    await hub.to('2027-03-10T11:00');
    expect((await hub.say('per', 'dagordning')).join()).not.toContain('inte medlem');
    await hub.settle();
    expect(asked('ny.medlem@stad.example')).toBe(true);
    expect((await hub.say('johan', 'rättvisa')).at(-1)).toContain('Ny Medlem');
  });

  it('who leaves the group is let out the day after, and no longer invited', async () => {
    hub.local.world.samarbetsyta.groups.set(GROUP, [
      { id: '22222222-0000-4000-8000-000000000001', displayName: 'Ny Medlem', mail: 'ny.medlem@stad.example' },
    ]);
    await hub.to('2027-03-11T09:00');
    await hub.settle();
    expect((await hub.say('per', 'dagordning')).join()).toContain('inte medlem');
    expect(asked(per().mail!)).toBe(false);
    expect(
      agreement().people.some(({ id }) => id === 'per'),
      'their past stays',
    ).toBe(true);
  });
});
