import { describe, expect, it } from 'vitest';
import { noticed, noticeOf } from '../../src/domain/filing-notices.ts';
import { begunMeeting } from './meetings.ts';

const MINUTES = 'hub-motesanteckningar.docx';
const EXTRACT = 'hub-motesanteckningar-utdrag-punkt-3.docx';
const waits = (file: string) => `${file} är inte sparad än.`;
const refused = (file: string) => `${file} kunde inte sparas.`;

describe('what is said of documents that are not filed', () => {
  const both = noticed(noticed(begunMeeting(), EXTRACT, refused(EXTRACT)), MINUTES, waits(MINUTES));

  it('is said of each, and one does not hide another', () => {
    expect(noticeOf(both)).toBe(`${refused(EXTRACT)} ${waits(MINUTES)}`);
    expect(noticeOf(noticed(both, MINUTES, ''))).toBe(refused(EXTRACT));
    expect(noticeOf(noticed(noticed(both, MINUTES, ''), EXTRACT, ''))).toBe('');
  });

  it('is said once, and what is said of a file takes the place of what was', () => {
    expect(noticed(both, EXTRACT, refused(EXTRACT))).toBe(both);
    expect(noticeOf(noticed(both, MINUTES, refused(MINUTES)))).toBe(`${refused(EXTRACT)} ${refused(MINUTES)}`);
  });

  it('changes nothing where nothing was said', () => {
    const meeting = begunMeeting();
    expect(noticed(meeting, MINUTES, '')).toBe(meeting);
  });
});
