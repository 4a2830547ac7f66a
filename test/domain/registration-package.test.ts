import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { register, registrations } from '../../src/domain/registration.ts';
import { asCsv, packageRow, paperDay } from '../../src/domain/registration-package.ts';
import { stockholm as agreement } from '../support/agreement.ts';
import { draft, must, text } from './meetings.ts';

const filedMeeting = {
  ...draft(),
  secretary: { person: 'sara', unit: 'af-jarva', accepted: true, declined: [], reason: {} as never },
  stage: { name: 'filed' as const, by: 'sara', at: '2027-03-24T10:12', version: 1, hash: 'h', url: 'https://x.example' },
};
const paper = {
  meeting: filedMeeting.id,
  path: 'hub-intro/2027/2027-03-16/hub-intro-2027-03-16-motesanteckningar.docx',
  edition: 1,
  columns: { Title: 'Mötesanteckningar', Handlingstyp: 'Mötesanteckningar', Status: 'Godkänd', Diarienummer: 'allas' },
};
const [af, stad] = registrations(agreement, filedMeeting).map(({ authority }) => authority.id) as [string, string];
const sara = agreement.people.find(({ id }) => id === 'sara')!;

const lies = { sha256: 'abc', remark: '' };

describe('a registration package', () => {
  it("has the authority's own number, and none where it has given none", () => {
    const numbered = must(
      register(agreement, filedMeeting, sara, new Map([[af, text('Af-2027/0012 3456')]]), '2027-03-26T09:00'),
    );
    const row = (authority: string) => packageRow(numbered, authority, paper, { ...lies, registered: [] });
    expect(row(af)).toMatchObject({ diarienummer: 'Af-2027/0012 3456', datum: '2027-03-16', filens_sha256: 'abc', version: '1' });
    expect(row(af).fil).toBe('hub-intro-2027-03-16-motesanteckningar.docx');
    expect(row(stad).diarienummer).toBe('');
  });

  it('has the number of each edition at that edition, and none at the agenda', () => {
    const registered = [1, 2].map((edition) => ({
      ...{ authority: af, dnr: text(`Af-${edition}`), edition, by: 'sara', at: '2027-04-26T09:00' },
    }));
    const number = (edition: number, Handlingstyp = 'Mötesanteckningar') =>
      packageRow(
        { ...filedMeeting, registered },
        af,
        { ...paper, edition, columns: { Handlingstyp } },
        { ...lies, registered: [] },
      ).diarienummer;
    expect([number(1), number(2), number(3), number(1, 'Dagordning')]).toEqual(['Af-1', 'Af-2', '', '']);
  });

  it('has a report under the day it was frozen, with who froze it for which authorities, and the number of its own edition', () => {
    const columns = { Title: 'Rapport', Motesdatum: '2027-06-10T12:00:00Z', Sekreterare: 'Gunilla Hedin', Myndigheter: 'A; B' };
    const report = {
      meeting: 'report/unit/2027-H1',
      path: 'unit/2027/unit-2027-h1-styrgruppsrapport-v2.docx',
      edition: 2,
      columns,
    };
    const given = (dnr: string, edition: number, authority = af) => ({
      ...{ authority, dnr: text(dnr), edition, by: 'rita', at: '2027-06-11T09:00' },
    });
    const registered = [given('Af-1', 1), given('Af-2', 2), given('S-2', 2, stad)];
    expect(packageRow(undefined, af, { ...report, edition: 1 }, { ...lies, registered }).diarienummer).toBe('Af-1');
    expect(packageRow(undefined, af, { ...report, edition: 3 }, { ...lies, registered }).diarienummer).toBe('');
    expect(packageRow(undefined, af, report, { ...lies, registered })).toMatchObject({
      fil: 'unit-2027-h1-styrgruppsrapport-v2.docx',
      datum: '2027-06-10',
      avsandare: 'Gunilla Hedin',
      parter: 'A; B',
      diarienummer: 'Af-2',
      version: '2',
    });
    // What is filed under neither a meeting nor a report is left out, not given a day.
    expect(paperDay({ ...report, meeting: 'hub-intro-2027-03-16' }, undefined)).toBeUndefined();
  });

  it('gives a table that can be read back whole, whatever stands in it, and no formula', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (titles) => {
        const rows = titles.map((Title) =>
          packageRow(filedMeeting, af, { ...paper, columns: { Title } }, { ...lies, registered: [] }),
        );
        const csv = asCsv(rows);
        const fields = [...csv.slice(1).matchAll(/"((?:[^"]|"")*)"(;|\r\n)/g)].map(([, field]) => field!.replaceAll('""', '"'));
        const wide = Object.keys(rows[0]!).length;
        expect(fields).toHaveLength(wide * (rows.length + 1));
        const read = titles.map((_, n) => fields[(n + 1) * wide + 1]);
        expect(read.map((one) => one!.replace(/^'(?=[=+\-@\t\r])/, ''))).toEqual(titles);
        for (const field of fields) expect(field).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});
