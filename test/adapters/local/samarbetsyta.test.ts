import { appendFileSync, readdirSync, readFileSync, renameSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localSamarbetsyta } from '../../../src/adapters/local/samarbetsyta.ts';
import { meetings } from './library-of-tests.ts';
import { type LocalWorld, localWorld } from './local-world.ts';

const drive = `/drives/${encodeURIComponent(meetings.id)}`;
const at = (path: string) => `${drive}/root:/${path.split('/').map(encodeURIComponent).join('/')}`;
const failing = '@microsoft.graph.conflictBehavior=fail';

let world: LocalWorld;
beforeEach(async () => {
  world = await localWorld();
});
afterEach(() => world.close());

describe('finding the way', () => {
  it('goes from a site to its libraries, and from a library to its list', async () => {
    const site = await world.ask('GET', '/sites/exempel.sharepoint.com:/sites/samverkan');
    const drives = await world.ask('GET', `/sites/${site.json.id}/drives`);
    expect(drives.json.value).toMatchObject([{ id: meetings.id, name: meetings.name, driveType: 'documentLibrary' }]);
    const list = await world.ask('GET', `${drive}/list`);
    const lists = await world.ask('GET', `/sites/${site.json.id}/lists`);
    expect(lists.json.value).toMatchObject([{ id: list.json.id, displayName: meetings.name }]);
    expect((await world.ask('GET', `/sites/${site.json.id}`)).json.id).toBe(site.json.id);
    expect((await world.ask('GET', drive)).json.name).toBe(meetings.name);
    expect((await world.ask('GET', `/sites/${site.json.id}/lists/${list.json.id}`)).json.id).toBe(list.json.id);
  });

  it('tells the columns of a library', async () => {
    const { json } = await world.ask('GET', `${drive}/list/columns`);
    const names = json.value.map((column: { name: string }) => column.name);
    expect(names).toEqual(expect.arrayContaining(['Title', 'EffectId', 'Motesdatum', 'Innehallshash', 'Sekretess']));
    const list = await world.ask('GET', `${drive}/list`);
    expect((await world.ask('GET', `/sites/any/lists/${list.json.id}/columns`)).json).toEqual(json);
  });

  it('answers an unknown library, file or address as Graph does', async () => {
    expect(await world.ask('GET', '/drives/other')).toMatchObject({ status: 404, json: { error: { code: 'itemNotFound' } } });
    const { status, json, headers } = await world.ask('GET', at('saknas.docx'), undefined, { 'client-request-id': 'mine' });
    expect(status).toBe(404);
    expect(json.error).toMatchObject({
      code: 'itemNotFound',
      message: expect.any(String),
      innerError: { date: expect.any(String), 'request-id': headers.get('request-id'), 'client-request-id': 'mine' },
    });
    expect((await world.ask('GET', `${drive}/items/01NOTHING`)).status).toBe(404);
    expect(await raw('GET', '/v1.0/me/messages')).toMatchObject({ status: 400, code: 'BadRequest' });
  });
});

describe('filing', () => {
  it('puts an ordinary file in the folder, with folders on the way', async () => {
    const { status, json } = await put('forum/2027/a.docx', 'Hej');
    expect(status).toBe(201);
    expect(json).toMatchObject({ name: 'a.docx', size: 3, createdBy: { application: { id: 'our-app' } }, file: {} });
    expect(readFileSync(onDisk('forum/2027/a.docx'), 'utf8')).toBe('Hej');
    expect(
      readdirSync(join(world.dir, '.uploads'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile()),
    ).toEqual([]);
    expect((await world.ask('GET', at('forum/2027'))).json).toMatchObject({ name: '2027', folder: { childCount: 1 } });
  });

  it('fails, replaces or renames when the name is taken, as asked', async () => {
    const first = await put('a.docx', 'ett');
    expect(await put('a.docx', 'två', failing)).toMatchObject({ status: 409, json: { error: { code: 'nameAlreadyExists' } } });
    expect(readFileSync(onDisk('a.docx'), 'utf8')).toBe('ett');
    const replaced = await put('a.docx', 'två');
    expect(replaced).toMatchObject({ status: 200, json: { id: first.json.id } });
    expect(replaced.json.eTag).not.toBe(first.json.eTag);
    expect(replaced.json.cTag).not.toBe(first.json.cTag);
    const renamed = await put('a.docx', 'tre', '@microsoft.graph.conflictBehavior=rename');
    expect(renamed).toMatchObject({ status: 201, json: { name: 'a 1.docx' } });
    expect((await put('a.docx', 'fyra', '@microsoft.graph.conflictBehavior=rename')).json.name).toBe('a 2.docx');
  });

  it('takes names for the same whatever their case and the form of their å, ä and ö', async () => {
    await put('Överenskommelse.docx', 'ett');
    expect((await put('överenskommelse.DOCX', 'två', failing)).status).toBe(409);
    expect((await put('Överenskommelse.docx'.normalize('NFD'), 'två', failing)).status).toBe(409);
    expect((await world.ask('GET', at('ÖVERENSKOMMELSE.docx'))).json.name).toBe('Överenskommelse.docx');
  });

  it('does not put a file in the place of a folder, or a folder in the place of a file', async () => {
    await put('a/b.docx', 'ett');
    expect((await put('a', 'två')).status).toBe(409);
    expect((await put('a/b.docx/c.docx', 'tre')).status).toBe(400);
  });

  it('changes only what the caller has seen', async () => {
    const { json: first } = await put('a.docx', 'ett');
    expect((await put('a.docx', 'två', '', { 'if-match': first.eTag })).status).toBe(200);
    expect(await put('a.docx', 'tre', '', { 'if-match': first.eTag })).toMatchObject({ status: 412 });
    expect(
      (await world.ask('PATCH', `${drive}/items/${first.id}/listItem/fields`, { Title: 'x' }, { 'if-match': first.eTag })).status,
    ).toBe(412);
    expect((await raw('DELETE', `/v1.0${at('a.docx')}`, { 'if-match': first.eTag })).status).toBe(412);
  });

  it('writes and reads by id, and deletes', async () => {
    const { json } = await put('a.docx', 'ett');
    expect((await world.ask('PUT', `${drive}/items/${json.id}/content`, 'två')).status).toBe(200);
    expect((await world.ask('GET', `${drive}/items/${json.id}/content`)).text).toBe('två');
    expect((await world.ask('DELETE', `${drive}/items/${json.id}`)).status).toBe(204);
    expect((await world.ask('GET', `${drive}/items/${json.id}`)).status).toBe(404);
    expect((await put('a.docx', 'tre')).json.id).not.toBe(json.id);
  });

  it.each([
    `/v1.0${drive}/root:/../ute.docx:/content`,
    `/v1.0${drive}/root:/a/../../../ute.docx:/content`,
    `/v1.0${drive}/root:/%2e%2e/ute.docx:/content`,
    `/v1.0${drive}/root:/%2e%2e%2fute.docx:/content`,
    `/v1.0${drive}/root:/..%5cute.docx:/content`,
    `/v1.0${drive}/root:/%2Ftmp%2Fute.docx:/content`,
    `/v1.0${drive}/root://tmp/ute.docx:/content`,
    `/v1.0${drive}/root:/a%00.docx:/content`,
    `/v1.0${drive}/root:/%ff.docx:/content`,
    `/v1.0${drive}/root:/.samarbetsyta.jsonl:/content`,
    `/v1.0${drive}/root:/~$a.docx:/content`,
    `/v1.0${drive}/root:/a%3Ab.docx:/content`,
    `/v1.0${drive}/root:/a%20:/content`,
    `/v1.0${drive}/root:/CON:/content`,
    `/v1.0${drive}/root:/${'x'.repeat(401)}:/content`,
  ])('keeps out %s', async (path) => {
    expect((await raw('PUT', path)).status).toBe(400);
    expect(readdirSync(world.dir).toSorted()).toEqual(['.samarbetsyta.jsonl', '.uploads', meetings.name]);
    expect(readdirSync(onDisk(''))).toEqual([]);
  });

  it('does not follow a link out of the library', async () => {
    symlinkSync('/etc', onDisk('ut'));
    expect((await world.ask('GET', at('ut/hostname'))).status).toBe(400);
    expect((await put('ut/x.docx', 'x')).status).toBe(400);
    expect((await world.ask('GET', `${drive}/root/children`)).json.value).toEqual([]);
  });
});

describe('columns', () => {
  it('are written and read along every road', async () => {
    const { json } = await put('a.docx', 'ett');
    const written = await world.ask('PATCH', `${drive}/items/${json.id}/listItem/fields`, {
      Title: 'Hej',
      Motesdatum: '2027-03-16',
    });
    expect(written).toMatchObject({ status: 200, json: { Title: 'Hej', Motesdatum: '2027-03-16' } });
    const expanded = await world.ask('GET', `${at('a.docx')}?$select=id&$expand=listItem($expand=fields)`);
    expect(Object.keys(expanded.json).toSorted()).toEqual(['id', 'listItem']);
    expect(expanded.json.listItem.fields).toMatchObject({ Title: 'Hej', FileLeafRef: 'a.docx' });
    const { id } = expanded.json.listItem;
    const list = await world.ask('GET', `${drive}/list`);
    const items = await world.ask('GET', `/sites/any/lists/${list.json.id}/items?$expand=fields($select=Title)`);
    expect(items.json.value).toMatchObject([{ id, fields: { Title: 'Hej' } }]);
    expect(items.json.value[0].fields).not.toHaveProperty('Motesdatum');
    expect((await world.ask('GET', `/sites/any/lists/${list.json.id}/items/${id}/fields`)).json).toMatchObject({ Title: 'Hej' });
    expect((await world.ask('GET', `${drive}/items/${json.id}/listItem/fields`)).json).toMatchObject({ Title: 'Hej' });
    expect((await world.ask('GET', `${drive}/items/${json.id}/listItem?$expand=fields`)).json).toMatchObject({
      id,
      fields: { Title: 'Hej' },
    });
    expect((await world.local.files())[0]).toMatchObject({ path: 'a.docx', columns: { Title: 'Hej' } });
  });

  it('move the eTag and not the cTag', async () => {
    const { json } = await put('a.docx', 'ett');
    await world.ask('PATCH', `${drive}/items/${json.id}/listItem/fields`, { Title: 'Hej' });
    const after = await world.ask('GET', at('a.docx'));
    expect(after.json.eTag).not.toBe(json.eTag);
    expect(after.json.cTag).toBe(json.cTag);
  });

  it.each([
    [{ Okand: 'x' }],
    [{ Title: 5 }],
    [{ Title: 'x'.repeat(256) }],
    [{ Motesdatum: 'i morgon' }],
    [{ FileLeafRef: 'b.docx' }],
  ])('refuse %o', async (values) => {
    const { json } = await put('a.docx', 'ett');
    const refused = await world.ask('PATCH', `${drive}/items/${json.id}/listItem/fields`, values);
    expect(refused).toMatchObject({ status: 400, json: { error: { code: 'invalidRequest' } } });
  });
});

describe('people in the folder', () => {
  it('are seen: a file they put there, change, and take away', async () => {
    writeFileSync(onDisk('Statistik.xlsx'), 'ett');
    utimesSync(onDisk('Statistik.xlsx'), new Date(), new Date('2027-02-01T10:00:00Z'));
    const first = await world.ask('GET', at('Statistik.xlsx'));
    expect(first.json).toMatchObject({
      lastModifiedDateTime: '2027-02-01T10:00:00Z',
      lastModifiedBy: { user: { displayName: 'någon på samarbetsytan' } },
    });
    expect((await world.ask('GET', at('Statistik.xlsx'))).json.eTag).toBe(first.json.eTag);

    writeFileSync(onDisk('Statistik.xlsx'), 'två');
    const second = await world.ask('GET', at('Statistik.xlsx'));
    expect(second.json.id).toBe(first.json.id);
    expect(second.json.eTag).not.toBe(first.json.eTag);

    renameSync(onDisk('Statistik.xlsx'), onDisk('Gammal.xlsx'));
    expect((await world.ask('GET', at('Statistik.xlsx'))).status).toBe(404);
    expect((await world.ask('GET', `${drive}/root/children`)).json.value).toMatchObject([{ name: 'Gammal.xlsx' }]);
  });

  it('do not change a file by only touching it', async () => {
    const { json } = await put('a.docx', 'ett');
    utimesSync(onDisk('a.docx'), new Date(), new Date('2027-04-01T10:00:00Z'));
    expect((await world.ask('GET', at('a.docx'))).json.eTag).toBe(json.eTag);
  });

  it('are named as the ones who changed what we filed', async () => {
    await put('a.docx', 'ett');
    writeFileSync(onDisk('a.docx'), 'ändrad');
    expect((await world.ask('GET', at('a.docx'))).json).toMatchObject({
      createdBy: { application: { id: 'our-app' } },
      lastModifiedBy: { user: { displayName: 'någon på samarbetsytan' } },
    });
  });

  it('keep their own lock files and hidden files to themselves', async () => {
    await put('a.docx', 'ett');
    for (const name of ['.~lock.a.docx#', '~$b.docx', '.DS_Store']) writeFileSync(onDisk(name), '');
    expect((await world.ask('GET', `${drive}/root/children`)).json.value).toMatchObject([{ name: 'a.docx' }]);
    expect(await world.local.files()).toHaveLength(1);
  });

  it.each(['.~lock.a.docx#', '~$docx'])('lock a file by opening it (%s)', async (lock) => {
    const { json } = await put('a.docx', 'ett');
    writeFileSync(onDisk(lock), '');
    expect(await put('a.docx', 'två')).toMatchObject({
      status: 423,
      json: { error: { innerError: { code: 'resourceLocked' } } },
    });
    expect((await world.ask('PATCH', `${drive}/items/${json.id}/listItem/fields`, { Title: 'x' })).status).toBe(423);
    expect((await world.ask('DELETE', `${drive}/items/${json.id}`)).status).toBe(423);
  });

  it('open a file from its link, always as a file', async () => {
    const { json } = await put('möte/a & b.docx', 'Hej');
    const page = await fetch(json.webUrl);
    expect(await page.text()).toBe('Hej');
    expect(page.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''a%20%26%20b.docx");
    for (const path of [
      `/samarbetsyta/${encodeURIComponent(meetings.name)}/saknas.docx`,
      '/samarbetsyta/..%2f..%2fetc%2fpasswd',
      '/samarbetsyta',
    ]) {
      expect((await fetch(`${world.url}${path}`)).status).toBe(404);
    }
  });

  it('need a link of ours to download', async () => {
    await put('a.docx', 'Hej');
    const content = await fetch(`${world.url}/v1.0${at('a.docx')}:/content`, { redirect: 'manual' });
    expect(content.status).toBe(302);
    const link = content.headers.get('location') ?? '';
    expect(await (await fetch(link)).text()).toBe('Hej');
    expect((await fetch(`${link}x`)).status).toBe(404);
  });
});

describe('long lists', () => {
  it('come in pages', async () => {
    for (const name of ['a', 'b', 'c']) writeFileSync(onDisk(name), name);
    const first = await world.ask('GET', `${drive}/root/children?$top=2&$select=name`);
    expect(first.json.value).toEqual([{ name: 'a' }, { name: 'b' }]);
    const next = new URL(first.json['@odata.nextLink']);
    expect(next.hostname).toBe('graph.microsoft.com');
    const second = await world.ask('GET', `${next.pathname.replace('/v1.0', '')}${next.search}`);
    expect(second.json).toEqual({ value: [{ name: 'c' }] });
  });

  it('are not sorted or filtered behind anybody’s back', async () => {
    expect((await world.ask('GET', `${drive}/root/children?$filter=name eq 'a'`)).status).toBe(400);
    expect((await world.ask('GET', `${drive}/root/children?$expand=thumbnails`)).status).toBe(200);
    writeFileSync(onDisk('a'), 'a');
    expect((await world.ask('GET', `${drive}/root/children?$expand=thumbnails`)).status).toBe(400);
  });
});

describe('trouble on demand', () => {
  it('slows down, and says for how long', async () => {
    world.local.faults.throttle(1, 7);
    const slow = await put('a.docx', 'ett');
    expect(slow.status).toBe(429);
    expect(slow.headers.get('retry-after')).toBe('7');
    expect((await put('a.docx', 'ett')).status).toBe(201);
  });

  it('loses the answer of what was done', async () => {
    world.local.faults.loseAnswer(1);
    await expect(put('a.docx', 'ett')).rejects.toThrow();
    expect(readFileSync(onDisk('a.docx'), 'utf8')).toBe('ett');
    world.local.faults.loseAnswer(1, '504', ({ path }) => path.endsWith('/b.docx'));
    expect((await put('c.docx', 'ett')).status).toBe(201);
    expect((await put('b.docx', 'ett')).status).toBe(504);
  });
});

describe('the ledger', () => {
  it('tells every attempt to change something, and what came of it', async () => {
    const { json } = await put('forum/a.docx', 'ett', failing);
    await put('forum/a.docx', 'två', failing);
    await world.ask('PATCH', `${drive}/items/${json.id}/listItem/fields`, { EffectId: 'e-1' });
    world.local.faults.loseAnswer(1, '504');
    await put('forum/a.docx', 'tre');
    await world.ask('DELETE', `${drive}/items/${json.id}`);
    await raw('PUT', `/v1.0${drive}/root:/%2e%2e%2fute:/content`);
    await world.ask('GET', at('forum'));
    const requests = world.ledger().filter((line) => line.kind === 'request');
    const path = `${meetings.name}/forum/a.docx`;
    expect(requests.map(({ n, method, path, status, outcome, answer }) => [n, method, path, status, outcome, answer])).toEqual([
      [1, 'PUT', path, 201, 'created', undefined],
      [2, 'PUT', path, 409, 'refused', undefined],
      [3, 'PATCH', path, 200, 'columns written', undefined],
      [4, 'PUT', path, 200, 'replaced', 'lost'],
      [5, 'DELETE', path, 204, 'deleted', undefined],
      [6, 'PUT', expect.stringContaining('ute'), 400, 'refused', undefined],
    ]);
    expect(requests[2].item.fields).toEqual({ EffectId: 'e-1' });
    expect(requests[0].at).toBe('2027-03-01T08:00:00Z');
  });

  it('keeps ids, tags, columns and numbers over a restart', async () => {
    const { json } = await put('forum/a.docx', 'ett');
    await world.ask('PATCH', `${drive}/items/${json.id}/listItem/fields`, { Title: 'Hej' });
    writeFileSync(onDisk('egen.docx'), 'x');
    const asked = [`${at('forum/a.docx')}?$expand=listItem($expand=fields)`, at('forum'), `${drive}/root`, at('egen.docx')];
    const before = await Promise.all(asked.map(async (path) => withoutLinks((await world.ask('GET', path)).json)));
    await world.restart();
    const after = await Promise.all(asked.map(async (path) => withoutLinks((await world.ask('GET', path)).json)));
    expect(after).toEqual(before);
    await put('b.docx', 'ett');
    expect(world.ledger().at(-1)).toMatchObject({ kind: 'request', n: 3 });
  });

  it('is read all the same when a crash cut its last line off', async () => {
    const { json } = await put('a.docx', 'ett');
    appendFileSync(join(world.dir, '.samarbetsyta.jsonl'), '{"kind":"request","n":2,"at":"2027-');
    await world.restart();
    expect((await world.ask('GET', at('a.docx'))).json.id).toBe(json.id);
    await put('b.docx', 'ett');
    expect(world.ledger().at(-1)).toMatchObject({ path: `${meetings.name}/b.docx` });
  });

  it('knows a file as ours when a crash fell between the file and its line', async () => {
    const { json } = await put('a.docx', 'ett');
    const file = join(world.dir, '.samarbetsyta.jsonl');
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    writeFileSync(
      file,
      lines
        .slice(0, -1)
        .map((line) => `${line}\n`)
        .join(''),
    );
    await world.restart();
    expect(withoutLinks((await world.ask('GET', at('a.docx'))).json)).toEqual(withoutLinks(json));
    expect(world.ledger().filter((line) => line.kind === 'request')).toMatchObject([
      { n: 1, outcome: 'created', answer: 'lost' },
    ]);
  });

  it('says so when a crash came before the file', async () => {
    await put('a.docx', 'ett');
    const file = join(world.dir, '.samarbetsyta.jsonl');
    const intent = world.ledger().find((line) => line.kind === 'intent');
    appendFileSync(file, `${JSON.stringify({ ...intent, n: 2, item: { ...intent.item, path: 'b.docx' } })}\n`);
    await world.restart();
    expect(world.ledger().at(-1)).toMatchObject({ n: 2, outcome: 'not done' });
    expect((await put('b.docx', 'ett', failing)).status).toBe(201);
  });

  it('stops the start when a line in the middle cannot be read', async () => {
    await put('a.docx', 'ett');
    const file = join(world.dir, '.samarbetsyta.jsonl');
    const good = readFileSync(file, 'utf8');
    writeFileSync(file, `{"kind":"odd"}\n${good}`);
    const start = () =>
      localSamarbetsyta({ dir: world.dir, libraries: [meetings], now: () => '', appId: 'our-app', publicUrl: () => '' });
    expect(start).toThrow(/samarbetsyta\.jsonl:1 cannot be read/);
  });
});

const onDisk = (path: string) => join(world.dir, meetings.name, path);

function put(path: string, text: string, query = '', headers: Record<string, string> = {}) {
  return world.ask('PUT', `${at(path)}:/content${query && `?${query}`}`, text, headers);
}

/** Addresses change with the port. */
function withoutLinks(json: object): unknown {
  return JSON.parse(JSON.stringify(json, (name, value) => (name === 'webUrl' ? undefined : value)));
}

/** A request whose address goes out exactly as written. */
function raw(method: string, path: string, headers: Record<string, string> = {}): Promise<{ status: number; code?: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(world.url, { method, path, headers }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += String(chunk);
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, code: JSON.parse(text || '{}').error?.code }));
    });
    asked.on('error', reject);
    asked.end(method === 'PUT' ? 'x' : undefined);
  });
}
