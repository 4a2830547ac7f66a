import { describe, expect, it } from 'vitest';
import { graphClient } from '../../../src/adapters/graph/client.ts';
import { graphSamarbetsyta } from '../../../src/adapters/graph/samarbetsyta.ts';

type Scripted = Partial<Record<'put' | 'patch' | 'look' | 'read', (() => Response)[]>>;

describe('what SharePoint does right after an upload', () => {
  it('a sporadic conflict on the columns is asked again, after a pause', async () => {
    const { file, paused } = filing({ patch: [no(409, 'resourceModified'), no(423, 'resourceLocked'), fields] });
    expect(await file()).toEqual({ id: 'i', eTag: '"{I},2"', webUrl: 'https://example.se/a.docx' });
    expect(paused).toEqual([200, 600]);
  });

  it('a sporadic conflict on the upload is asked again, and what it left is recognised', async () => {
    const { file, asked } = filing({ put: [no(409, 'resourceModified'), no(409, 'nameAlreadyExists')] });
    expect(await file()).toMatchObject({ id: 'i' });
    expect(asked.filter((call) => call.startsWith('PATCH'))).toHaveLength(1);
  });

  it('columns that stay locked are unavailable, and the file may lie there', async () => {
    const { file, paused } = filing({ patch: [no(423, 'resourceLocked')] });
    await expect(file()).rejects.toMatchObject({
      name: 'Unavailable',
      status: 423,
      delivered: 'maybe',
      message: expect.stringMatching(/next try finishes/),
    });
    expect(paused).toHaveLength(3);
  });

  it('a file that is gone again before it is looked at is asked for anew', async () => {
    const { file } = filing({ put: [no(409, 'nameAlreadyExists')], look: [no(404, 'itemNotFound')] });
    await expect(file()).rejects.toMatchObject({ name: 'Unavailable', delivered: 'maybe' });
  });

  it('a failure after the columns still means it may lie there', async () => {
    const { file } = filing({ read: [no(500, 'generalException')] });
    await expect(file()).rejects.toMatchObject({ name: 'Unavailable', delivered: 'maybe' });
  });

  it('a folder in its place is told as one', async () => {
    const folder = () => Response.json({ ...item, folder: {}, file: undefined });
    const { file } = filing({ put: [no(409, 'nameAlreadyExists')], look: [folder] });
    await expect(file()).rejects.toMatchObject({
      name: 'Refused',
      message: expect.stringMatching(/Another folder lies at "a.docx"/),
    });
  });
});

const item = {
  id: 'i',
  eTag: '"{I},2"',
  webUrl: 'https://example.se/a.docx',
  file: {},
  createdBy: { application: { id: 'our-app' } },
  listItem: { fields: {} },
};
const created = () => Response.json(item, { status: 201 });
const shown = () => Response.json(item);
const fields = () => Response.json({ id: '1' });

function no(status: number, code: string): () => Response {
  return () => Response.json({ error: { code, message: 'no' } }, { status });
}

/** The filing of one document, before a Graph that gives these answers in turn to each kind of call. */
function filing({ put = [created], patch = [fields], look = [shown], read = [shown] }: Scripted) {
  const asked: string[] = [];
  const paused: number[] = [];
  const turns = new Map<object, number>();
  const send: typeof fetch = async (input, init) => {
    const { pathname, search } = new URL(String(input));
    const method = init?.method ?? 'GET';
    asked.push(`${method} ${pathname}`);
    if (pathname.endsWith('/drives')) return Response.json({ value: [{ id: 'd', name: 'Mötesdokument' }] });
    if (pathname.includes('/sites/')) return Response.json({ id: 'site' });
    if (method === 'PUT') return next(put);
    if (method === 'PATCH') return next(patch);
    return next(search.includes('$expand') ? look : read);
  };
  function next(answers: (() => Response)[]): Response {
    const turn = turns.get(answers) ?? 0;
    turns.set(answers, turn + 1);
    return answers[Math.min(turn, answers.length - 1)]?.() ?? Response.error();
  }
  const { file } = graphSamarbetsyta({
    client: graphClient({ token: async () => 'any', send }),
    site: { hostname: 'exempel.sharepoint.com', path: 'sites/samverkan' },
    libraries: { meetings: 'Mötesdokument', drafts: 'Utkast', statistics: 'Statistik' },
    appId: 'our-app',
    wait: async (ms) => paused.push(ms),
  });
  const bytes = Buffer.from('x');
  const document = { library: 'meetings' as const, path: 'a.docx', bytes, contentType: 'text/plain', columns: {}, effectId: 'e' };
  return { file: () => file(document), asked, paused };
}
