import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publish } from '../../src/domain/agenda.ts';
import { immovable, plan } from '../../src/domain/cadence.ts';
import {
  draftPath,
  extractPath,
  filePath,
  type Handlingstyp,
  pdfBeside,
  registrationNumbers,
  withFolder,
} from '../../src/domain/filing.ts';
import { type Meeting, planned } from '../../src/domain/meeting.ts';
import { begin } from '../../src/domain/minutes.ts';
import { scan } from '../../src/domain/privacy-scan.ts';
import { anyForum, day, every, forum, hub, stockholm } from './definition.ts';

const types: Handlingstyp[] = ['dagordning', 'motesanteckningar'];

describe('a filed document', () => {
  it('lies under its forum and year in a folder of the meeting, both named by the day it is held', () => {
    expect(filePath(withFolder({ forum: 'hub-intro', start: '2027-03-16T13:00' }), 'dagordning')).toBe(
      'hub-intro/2027/2027-03-16/hub-intro-2027-03-16-dagordning.docx',
    );
    const moved = plan(forum({ rhythm: every(14, '2027-01-01') }), day('2027-01-01'), day('2027-01-01')).meetings[0]!;
    expect(filePath(withFolder(planned(moved)), 'motesanteckningar')).toBe(
      'forum/2026/2026-12-30/forum-2026-12-30-motesanteckningar.docx',
    );
  });

  it('lies in the folder its meeting had when the agenda was published, or begun without, also when it is moved after that', () => {
    const open: Meeting = { ...planned(plan(hub, day('2027-03-01'), day('2027-03-31')).meetings[0]!), stage: { name: 'open' } };
    for (const placed of [publish(open), begin(open, 1)]) {
      const { folder } = placed;
      expect(folder).toBe(withFolder(open).folder);
      const later = begin({ ...placed, start: placed.start.replace(/^\d{4}-\d\d-\d\d/, '2028-01-07') }, 1);
      expect(filePath(later, 'motesanteckningar')).toBe(`${folder}/${hub.id}-2028-01-07-motesanteckningar.docx`);
    }
  });

  it('of a meeting from before each had a folder lies in the year’s, and so does what comes after it', () => {
    const before: Meeting = {
      ...planned(plan(hub, day('2027-03-01'), day('2027-03-31')).meetings[0]!),
      stage: { name: 'published' },
    };
    const begun = begin(before, 1);
    const name = `${hub.id}/2027/${hub.id}-${before.start.slice(0, 10)}-motesanteckningar`;
    expect(filePath(begun, 'motesanteckningar')).toBe(`${name}.docx`);
    expect(filePath(begun, 'motesanteckningar', 2)).toBe(`${name}-v2.docx`);
    expect(extractPath(begun, 3, 1)).toBe(`${name}-utdrag-punkt-3.docx`);
    expect(draftPath(begun, 2)).toBe(`${name}-v2-utkast.docx`);
    expect(draftPath(withFolder(begun), 2)).toBe(draftPath(begun, 2));
  });

  it('has no å, ä, ö, blank or underscore in its name, and nothing a number of a person could be read from', () => {
    const anyId = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);
    fc.assert(
      fc.property(anyForum, anyId, fc.constantFrom(...types), (one, id, type) => {
        const year = [day('2027-01-01'), day('2027-12-31')] as const;
        fc.pre(immovable(one, ...year).length === 0);
        for (const meeting of plan({ ...one, id }, ...year).meetings) {
          const name = filePath(withFolder(planned(meeting)), type)
            .split('/')
            .at(-1)!
            .slice(id.length);
          expect(name).toMatch(/^-\d{4}-\d{2}-\d{2}-[a-z]+\.docx$/);
          expect(name).not.toMatch(/\d{6}-?\d{4}/);
        }
      }),
    );
  });

  it('and neither has a draft of it, a later version or a copy in PDF', () => {
    const anyDay = fc.tuple(
      fc.integer({ min: 2025, max: 2045 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    );
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), ([year, month, day], edition) => {
        const start = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}T13:00`;
        const path = filePath(withFolder({ forum: 'hub-intro', start }), 'motesanteckningar', edition);
        const names = [path, pdfBeside(path), draftPath({ forum: 'hub-intro', start }, edition)].map(
          (one) => one.split('/').at(-1)!,
        );
        expect(new Set(names).size).toBe(3);
        for (const name of names) {
          expect(name).toMatch(/^[a-z0-9-]+\.(docx|pdf)$/);
          expect(scan(name, Temporal.PlainDate.from('2027-03-16'))).toEqual([]);
        }
      }),
    );
  });

  it('is another one for the agenda than for the minutes, and for every meeting', () => {
    const meetings = plan(hub, day('2027-01-01'), day('2029-12-31')).meetings.map(planned);
    const paths = meetings.flatMap((meeting) => types.map((type) => filePath(withFolder(meeting), type)));
    expect(new Set(paths).size).toBe(meetings.length * 2);
  });
});

describe('registration numbers', () => {
  it('are one per authority in the forum, and a missing one is never made up', () => {
    expect(registrationNumbers(stockholm, hub)).toBe(
      'Arbetsförmedlingen: Af-2022/0101 5990; Socialnämnden, Stockholms stad: ej angivet',
    );
  });
});
