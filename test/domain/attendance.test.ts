import { describe, expect, it } from 'vitest';
import { attend, attendanceOf } from '../../src/domain/attendance.ts';
import { comment, left, takeIn, taken, waiting, withoutComments } from '../../src/domain/comments.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { approve, close, filed, LONGEST, note } from '../../src/domain/minutes.ts';
import { reopen } from '../../src/domain/reopen.ts';
import { begunMeeting, draft, must, publishedMeeting, text } from './meetings.ts';

const present = { 'af-jarva': ['sara'], 'af-city': [], 'intro-ekonomi': [] };
const absent = { 'af-jarva': ['johan'], 'af-city': ['omar'], 'intro-ekonomi': ['per', 'amina'] };
const noted = () => must(attend(begunMeeting(), { present, absent, substitutes: { 'af-city': text('Nils Ek, handläggare') } }));

describe('attendance, unit by unit', () => {
  it('tells who is there, who is not, and who came instead', () => {
    expect(attendanceOf(noted(), 'af-jarva')).toMatchObject({ known: true, present: ['sara'], absent: ['johan'], empty: false });
    expect(attendanceOf(noted(), 'af-city')).toMatchObject({ substitute: 'Nils Ek, handläggare', empty: false });
  });

  it('flags a unit without anybody, once that is known', () => {
    expect(attendanceOf(noted(), 'intro-ekonomi')).toMatchObject({ known: true, empty: true });
    expect(attendanceOf(noted(), 'af-globen')).toMatchObject({ known: false, empty: false, absent: [] });
  });

  it('is corrected unit by unit: a substitute who did not come is gone, the others stay', () => {
    const only = { present: { 'af-city': ['omar'] }, absent: { 'af-city': [] }, substitutes: {} };
    const corrected = must(attend(noted(), only));
    expect(attendanceOf(corrected, 'af-city')).toMatchObject({ present: ['omar'], absent: [], substitute: '' });
    expect(attendanceOf(corrected, 'af-jarva')).toEqual(attendanceOf(noted(), 'af-jarva'));
    expect(attend(draft(), only)).toEqual({ ok: false, no: 'closed' });
  });
});

describe('a comment', () => {
  const said = { text: text('Det gäller också Järva.'), by: 'per', at: '2027-03-16T13:12' };
  const commented = () => must(comment(begunMeeting(), 'k1', 'statistik', said));

  it('waits for the secretary under its item, once however often it is sent', () => {
    expect(waiting(commented())).toEqual([{ id: 'k1', item: 'statistik', ...said }]);
    expect(must(comment(commented(), 'k1', 'statistik', said))).toEqual(commented());
  });

  it('is no part of the minutes before the secretary takes it in, and then waits no longer', () => {
    expect(commented().notes).toEqual([]);
    expect(waiting(taken(commented(), 'k1', 'n-1'))).toEqual([]);
    expect(waiting(taken(commented(), 'k9', 'n-1'))).toHaveLength(1);
    expect(taken(begunMeeting(), 'k1', 'n-1')).toEqual(begunMeeting());
  });

  it('needs a meeting that is on, an item, words, and room', () => {
    expect(comment(publishedMeeting(), 'k1', 'statistik', said)).toEqual({ ok: false, no: 'not-begun' });
    expect(comment(begunMeeting(), 'k1', 'p9', said)).toEqual({ ok: false, no: 'no-such-item' });
    expect(comment(begunMeeting(), 'k1', 'statistik', { ...said, text: text(' ') })).toEqual({ ok: false, no: 'empty' });
    const much = { ...said, text: text('a'.repeat(LONGEST)) };
    expect(comment(commented(), 'k2', 'statistik', much)).toEqual({ ok: false, no: 'too-long' });
  });
});

describe('a comment on the draft', () => {
  const said = { text: text('Det gäller också Järva.'), by: 'per', at: '2027-03-18T09:20' };
  const approveSeeing = (meeting: Meeting, comments: number) =>
    approve(meeting, { version: meeting.version, hash: 'h', comments }, { hash: 'h' }, 'sara', '2027-03-18T10:00');
  const commented = () => must(comment(draft(), 'k1', 'statistik', said));

  it('keeps the text, and an approval that has not seen it from counting', () => {
    const { comments, ...rest } = commented();
    expect(rest).toEqual(draft());
    expect(comments).toHaveLength(1);
    expect(approveSeeing(commented(), 0)).toEqual({ ok: false, no: 'commented' });
    expect(must(approveSeeing(commented(), 1)).stage.name).toBe('approved');
    expect(comment(must(approveSeeing(draft(), 0)), 'k1', 'statistik', said)).toEqual({ ok: false, no: 'already-approved' });
  });

  it('is taken in once, last under its item', () => {
    const inside = must(takeIn(commented(), ['k1', 'k9']));
    expect(inside.notes.at(-1)).toEqual({ id: 'c-k1', item: 'statistik', text: said.text });
    expect(left(inside)).toEqual([]);
    expect(must(takeIn(inside, ['k1'])).notes).toEqual(inside.notes);
    const long = { ...said, text: text('x'.repeat(LONGEST)) };
    const full = must(comment(must(note(begunMeeting(), 'n', 'statistik', text('y'))), 'k1', 'statistik', long));
    expect(takeIn(must(close(full, '2027-03-16T14:00', [])), ['k1'])).toEqual({ ok: false, no: 'too-long' });
  });

  it('from before the minutes were filed is not weighed again when they are opened, and goes with the draft', () => {
    const lies = filed(must(approveSeeing(commented(), 1)), 'https://x.example');
    const again = must(reopen(lies, 'sara', '2027-04-01T09:00', text('Fel siffra.')));
    expect(left(again)).toEqual([]);
    expect(left(must(comment(again, 'k2', 'statistik', { ...said, at: '2027-04-01T09:10' })))).toHaveLength(1);
    expect(withoutComments(lies).comments).toBeUndefined();
  });
});
