import { describe, expect, it } from 'vitest';
import { graphClient } from '../../../src/adapters/graph/client.ts';
import { findLibraries } from '../../../src/adapters/graph/libraries.ts';
import { Refused, Unavailable } from '../../../src/ports.ts';

const names = { meetings: 'Mötesdokument', drafts: 'Utkast', statistics: 'Statistik' };

describe('finding the libraries of the samarbetsyta', () => {
  it('looks once, through every page, however many ask', async () => {
    const { driveOf, asked } = looking({});
    expect(await Promise.all([driveOf('meetings'), driveOf('statistics'), driveOf('meetings')])).toEqual(['m', 's', 'm']);
    expect(asked).toEqual([
      '/v1.0/sites/exempel.sharepoint.com:/sites/samverkan%20%C3%A5r?$select=id',
      '/v1.0/sites/a%2Cb%2Cc/drives?$select=id,name',
      '/v1.0/sites/a%2Cb%2Cc/drives?$select=id,name&$skiptoken=2',
    ]);
  });

  it('looks again after a failure', async () => {
    const { driveOf } = looking({ failures: 1 });
    await expect(driveOf('meetings')).rejects.toBeInstanceOf(Unavailable);
    expect(await driveOf('meetings')).toBe('m');
  });

  it('tells which libraries there are when ours is not among them, and looks again next time', async () => {
    const { driveOf, asked } = looking({ wanted: { meetings: 'Dokument', drafts: 'Utkast', statistics: 'Statistik' } });
    const error = await driveOf('meetings').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Refused);
    expect(String(error)).toMatch(/"Dokument".*"Mötesdokument", "Statistik"/);
    const before = asked.length;
    expect(await driveOf('statistics')).toBe('s');
    expect(asked.length).toBeGreaterThan(before);
  });

  it('takes an answer of another shape for no answer', async () => {
    const { driveOf } = looking({ site: { name: 'no id' } });
    await expect(driveOf('meetings')).rejects.toMatchObject({ name: 'Unavailable', message: expect.stringMatching(/wrong: id/) });
  });
});

function looking({ failures = 0, wanted = names, site = { id: 'a,b,c' } as object }) {
  const asked: string[] = [];
  let left = failures;
  const send: typeof fetch = async (input) => {
    const { pathname, search } = new URL(String(input));
    asked.push(`${pathname}${search}`);
    if (left-- > 0) return new Response('', { status: 500 });
    if (!pathname.endsWith('/drives')) return Response.json(site);
    if (search.includes('skiptoken')) return Response.json({ value: [{ id: 's', name: names.statistics }] });
    const next = `https://graph.microsoft.com${pathname}${search}&$skiptoken=2`;
    return Response.json({ value: [{ id: 'm', name: names.meetings }], '@odata.nextLink': next });
  };
  const client = graphClient({ token: async () => 'any', send });
  const driveOf = findLibraries(client, { hostname: 'exempel.sharepoint.com', path: '/sites/samverkan år' }, wanted);
  return { driveOf, asked };
}
