import { describe, expect, it } from 'vitest';
import { attend, attendanceOf } from '../../src/domain/attendance.ts';
import { comment, taken, waiting } from '../../src/domain/comments.ts';
import { LONGEST } from '../../src/domain/minutes.ts';
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
    expect(comment(draft(), 'k1', 'statistik', said)).toEqual({ ok: false, no: 'closed' });
    expect(comment(begunMeeting(), 'k1', 'p9', said)).toEqual({ ok: false, no: 'no-such-item' });
    expect(comment(begunMeeting(), 'k1', 'statistik', { ...said, text: text(' ') })).toEqual({ ok: false, no: 'empty' });
    const much = { ...said, text: text('a'.repeat(LONGEST)) };
    expect(comment(commented(), 'k2', 'statistik', much)).toEqual({ ok: false, no: 'too-long' });
  });
});
