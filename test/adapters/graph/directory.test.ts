import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { graphClient } from '../../../src/adapters/graph/client.ts';
import { graphDirectory } from '../../../src/adapters/graph/directory.ts';
import { type LocalSamarbetsyta, localSamarbetsyta } from '../../../src/adapters/local/samarbetsyta.ts';
import { type Conforming, conforming } from '../../contracts/graph-schemas.ts';

const GROUP = '11111111-0000-4000-8000-000000000001';
const dir = mkdtempSync(join(tmpdir(), 'directory-'));
let local: LocalSamarbetsyta;
let checked: Conforming;
const asked: URL[] = [];
beforeAll(() => {
  local = localSamarbetsyta({
    dir,
    libraries: [],
    now: () => '2027-03-01T08:00:00Z',
    appId: 'our-app',
    publicUrl: () => 'http://127.0.0.1:1',
  });
  checked = conforming(async (input, init) => {
    asked.push(new URL(String(input)));
    return local.app.request(String(input), init);
  });
});
afterAll(() => {
  local.close();
  rmSync(dir, { recursive: true });
  expect(checked.problems).toEqual([]);
});

const directory = () => graphDirectory({ client: graphClient({ token: async () => 'any', send: checked.send }) });
const answering = (status: number, body: object) =>
  graphDirectory({ client: graphClient({ token: async () => 'any', send: async () => Response.json(body, { status }) }) });
const lay = (members: object[]) =>
  local.app.request(`http://localhost/directory/groups/${GROUP}`, { method: 'PUT', body: JSON.stringify(members) });
const numbered = (n: number) => ({
  id: `22222222-0000-4000-8000-${String(n).padStart(12, '0')}`,
  displayName: `Person ${n}`,
  mail: n % 2 === 0 ? `person${n}@stad.example` : null,
});

it('everybody in a group is found, page by page, guests without an address too', async () => {
  expect((await lay(Array.from({ length: 250 }, (_, n) => numbered(n)))).status).toBe(200);
  const found = await directory().members(GROUP);
  expect(found).toHaveLength(250);
  expect(new Set(found.map(({ entraId }) => entraId)).size).toBe(250);
  expect(found[1]).toEqual({ entraId: numbered(1).id, name: 'Person 1', mail: undefined });
  expect(asked).toHaveLength(3);
  expect(asked[0]!.pathname).toBe(`/v1.0/groups/${GROUP}/members/microsoft.graph.user`);
  expect(asked[0]!.searchParams.get('$select')).toBe('id,displayName,mail');
});

it('an empty group is empty, and one that is not there is refused with what to do', async () => {
  await lay([]);
  expect(await directory().members(GROUP)).toEqual([]);
  await expect(directory().members('33333333-0000-4000-8000-000000000001')).rejects.toMatchObject({
    name: 'Refused',
    status: 404,
    message: expect.stringContaining('object id of the group'),
  });
});

it('without the right to read groups, or names, the message says which to give', async () => {
  const denied = { error: { code: 'Authorization_RequestDenied', message: 'Insufficient privileges' } };
  await expect(answering(403, denied).members(GROUP)).rejects.toMatchObject({
    status: 403,
    message: expect.stringContaining('GroupMember.Read.All'),
  });
  const nameless = { value: [{ id: numbered(1).id, displayName: null, mail: null }] };
  await expect(answering(200, nameless).members(GROUP)).rejects.toMatchObject({
    name: 'Refused',
    status: 403,
    message: expect.stringContaining('User.ReadBasic.All'),
  });
});

it('an answer that is no list of people is not believed', async () => {
  await expect(answering(200, { value: [{ displayName: 'Anna' }] }).members(GROUP)).rejects.toMatchObject({
    name: 'Unavailable',
  });
});
