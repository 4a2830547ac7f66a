import { describe, expect, it } from 'vitest';
import { comeBack } from '../../src/domain/come-back.ts';
import { comment, takeIn } from '../../src/domain/comments.ts';
import { adjust, adjustable, adjustedNow } from '../../src/domain/immediate.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { action, approve, close, edit, filed, finishAction, note, outcome } from '../../src/domain/minutes.ts';
import { reopen } from '../../src/domain/reopen.ts';
import { hub } from './definition.ts';
import { begunMeeting, must, publishedMeeting, text } from './meetings.ts';

const ITEM = 'statistik';
const AT = '2027-03-16T13:40';
const task = { what: text('Boka lokal'), who: 'per', due: '2027-04-09' };
const written = () => must(note(begunMeeting(), 'n', ITEM, text('Vi prövar fredagar.')));
const adjusting = (meeting: Meeting, item = ITEM, hash = 'h') => adjust(meeting, item, { hash }, { hash: 'h' }, 'sara', AT);
const adjusted = () => must(adjusting(written()));
const drafted = (meeting: Meeting) => must(close(meeting, '2027-03-16T14:00', []));
const edited = (meeting: Meeting, field: string) => edit(meeting, meeting.version, [{ field, text: text('Något annat') }]);

describe('an item that is approved at once', () => {
  it('is bound to the text that was shown, by whom and when', () => {
    expect(adjustedNow(adjusted(), ITEM)).toEqual({ item: ITEM, by: 'sara', at: AT, hash: 'h', edition: 1 });
    expect(adjusting(written(), ITEM, 'another')).toEqual({ ok: false, no: 'stale' });
    expect(adjusting(adjusted())).toEqual({ ok: false, no: 'already-adjusted' });
  });

  it('has something written under it, in a meeting that has begun and is not approved', () => {
    expect(adjusting(begunMeeting())).toEqual({ ok: false, no: 'nothing-written' });
    expect(adjusting(written(), 'p9')).toEqual({ ok: false, no: 'no-such-item' });
    expect(adjusting(publishedMeeting())).toEqual({ ok: false, no: 'not-begun' });
    const draft = drafted(written());
    expect(must(adjusting(draft)).version).toBe(draft.version + 1);
  });

  it('is one of those that are offered: written under, not adjusted yet, in a meeting that is on or a draft', () => {
    const offered = (meeting: Meeting) => adjustable(meeting).map(({ id }) => id);
    expect(offered(publishedMeeting())).toEqual([]);
    expect(offered(begunMeeting())).toEqual([]);
    const two = must(note(written(), 'n2', 'lyfta', text('Annat')));
    expect(offered(two).toSorted()).toEqual([ITEM, 'lyfta'].toSorted());
    expect(offered(drafted(must(adjusting(two))))).toEqual(['lyfta']);
    const draft = drafted(two);
    expect(offered(must(approve(draft, { version: 1, hash: 'w', comments: 0 }, { hash: 'w' }, 'sara', AT)))).toEqual([]);
  });

  it('stands as it is for the rest of the meeting', () => {
    const refused = { ok: false, no: 'adjusted' };
    expect(note(adjusted(), 'n2', ITEM, text('Mer'))).toEqual(refused);
    expect(outcome(adjusted(), hub, 'o', ITEM, text('Mer'))).toEqual(refused);
    expect(action(adjusted(), 'a', ITEM, task)).toEqual(refused);
    expect(comeBack(adjusted(), ITEM, 'tabled', text('Vi väntar'))).toEqual(refused);
    expect(must(note(adjusted(), 'n2', 'lyfta', text('Annat'))).notes).toHaveLength(2);
  });

  it('stands as it is in the draft, where the other items can be changed', () => {
    const whole = must(outcome(must(action(written(), 'a', ITEM, task)), hub, 'o', ITEM, text('Vi prövar.')));
    const draft = drafted(must(adjusting(must(note(whole, 'n2', 'lyfta', text('Annat'))))));
    for (const field of [`notes:${ITEM}`, 'outcome:o', 'action:a'])
      expect(edited(draft, field), field).toEqual({ ok: false, no: 'adjusted' });
    expect(must(edited(draft, 'notes:lyfta')).notes.map(({ text: said }) => said)).toEqual([
      'Vi prövar fredagar.',
      'Något annat',
    ]);
    const commented = must(comment(draft, 'k', ITEM, { text: text('Gäller alla'), by: 'per', at: AT }));
    expect(takeIn(commented, ['k'])).toEqual({ ok: false, no: 'adjusted' });
    expect(must(finishAction(must(adjusting(whole)), 1)).actions[0]!.status).toBe('done');
  });

  it('is free again when the minutes have been filed and are opened with a reason', () => {
    const draft = drafted(adjusted());
    const approved = must(approve(draft, { version: 1, hash: 'w', comments: 0 }, { hash: 'w' }, 'sara', '2027-03-24T10:12'));
    expect(adjusting(approved)).toEqual({ ok: false, no: 'already-approved' });
    const again = must(reopen(filed(approved, 'https://x.example'), 'sara', '2027-04-01T09:00', text('Fel dag.')));
    expect(must(edited(again, `notes:${ITEM}`)).notes[0]!.text).toBe('Något annat');
    expect(adjustedNow(must(adjusting(again)), ITEM)?.edition).toBe(2);
  });
});
