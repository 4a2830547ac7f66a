import { describe, expect, it } from 'vitest';
import { filePath } from '../../src/domain/filing.ts';
import { approve, edit, filed, outcome } from '../../src/domain/minutes.ts';
import { changedSinceFiled, editionOf, reopen } from '../../src/domain/reopen.ts';
import { hub } from './definition.ts';
import { begunMeeting, draft, must, text } from './meetings.ts';

const approved = (of = draft(must(outcome(begunMeeting(), hub, 'o', 'statistik', text('Vi prövar fredagar'))))) =>
  must(approve(of, { version: of.version, hash: 'h', comments: 0 }, { hash: 'h' }, 'sara', '2027-03-24T10:12'));
const inPlace = (of = approved()) => filed(of, 'https://example.test/m.docx');
const opened = (of = inPlace()) => must(reopen(of, 'johan', '2027-04-02T09:00', text('Fel dag')));

describe('filed minutes that were wrong', () => {
  it('are opened again with a reason, and become a draft that has to be approved anew', () => {
    const again = opened();
    expect(again.stage).toEqual({ name: 'draft' });
    expect(again.version).toBe(inPlace().version + 1);
    expect(again.reopenings![0]).toMatchObject({
      by: 'johan',
      reason: 'Fel dag',
      approved: { url: 'https://example.test/m.docx' },
    });
  });

  it('an approval of what was shown before does not count', () => {
    expect(approve(opened(), { version: 1, hash: 'h', comments: 0 }, { hash: 'h2' }, 'sara', '2027-04-02T10:00')).toMatchObject({
      no: 'stale',
    });
  });

  it('become another file beside the one that lies there', () => {
    expect(editionOf(inPlace())).toBe(1);
    expect(filePath(inPlace(), 'motesanteckningar', editionOf(inPlace()))).toMatch(/-motesanteckningar\.docx$/);
    expect(filePath(opened(), 'motesanteckningar', editionOf(opened()))).toMatch(/-motesanteckningar-v2\.docx$/);
    const third = opened(filed(approved(opened()), 'https://example.test/m2.docx'));
    expect(editionOf(third)).toBe(3);
  });

  it('say what was changed, and nothing where nothing was', () => {
    const again = opened();
    expect(changedSinceFiled(again)).toEqual([]);
    const edited = must(
      edit(again, again.version, [
        { field: 'outcome:o', text: text('Vi prövar måndagar') },
        { field: 'notes:statistik', text: text('En rad till') },
      ]),
    );
    const number = edited.items.findIndex(({ id }) => id === 'statistik') + 1;
    expect(changedSinceFiled(edited)).toEqual([
      { kind: 'item', number },
      { kind: 'outcome', paragraph: 1 },
    ]);
  });

  it('are not opened before they lie filed, nor without a reason', () => {
    expect(reopen(draft(), 'johan', '2027-04-02T09:00', text('x'))).toEqual({ ok: false, no: 'not-filed' });
    expect(reopen(approved(), 'johan', '2027-04-02T09:00', text('x'))).toEqual({ ok: false, no: 'being-filed' });
    expect(reopen(inPlace(), 'johan', '2027-04-02T09:00', text(' '))).toEqual({ ok: false, no: 'empty' });
  });
});
