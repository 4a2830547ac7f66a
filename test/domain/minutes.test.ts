import { describe, expect, it } from 'vitest';
import { propose } from '../../src/domain/agenda.ts';
import { attend } from '../../src/domain/attendance.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import {
  action,
  approve,
  begin,
  close,
  edit,
  filed,
  finishAction,
  LONGEST,
  nextItem,
  note,
  outcome,
} from '../../src/domain/minutes.ts';
import { hub } from './definition.ts';
import { begunMeeting, draft, must, openMeeting, plannedMeeting, proposal, publishedMeeting, text } from './meetings.ts';

const task = (what = 'Boka lokal') => ({ what: text(what), who: 'per', due: '2027-04-09' });
const approved = (of = draft()) =>
  must(approve(of, { version: of.version, hash: 'h', comments: 0 }, { hash: 'h' }, 'sara', '2027-03-24T10:12'));

describe('a meeting that begins', () => {
  it('stands at its first item and goes on counting § from the last of the year', () => {
    const begun = begunMeeting(14);
    expect([begun.stage.name, begun.current, begun.reached]).toEqual([
      'in-progress',
      'informationsoverforing',
      ['informationsoverforing'],
    ]);
    expect(must(outcome(begun, hub, 'o', 'statistik', text('Vi prövar.'))).outcomes[0]!.paragraph).toBe(14);
  });

  it('begins also when its agenda was never published, but not before it is open, and not twice', () => {
    expect(begin(openMeeting(), 1).stage.name).toBe('in-progress');
    expect(begin(plannedMeeting(), 1).stage.name).toBe('planned');
    const later = must(nextItem(begunMeeting(3)));
    expect(begin(later, 1)).toBe(later);
    expect(begin(draft(), 1).stage.name).toBe('draft');
  });
});

describe('while it is on', () => {
  it('who was there is kept per unit, and can be corrected', () => {
    const nobody = { absent: {}, substitutes: {} };
    const first = must(attend(begunMeeting(), { ...nobody, present: { 'af-jarva': ['sara'], 'intro-ekonomi': [] } }));
    expect(must(attend(first, { ...nobody, present: { 'intro-ekonomi': ['per'] } })).attendance).toEqual({
      'af-jarva': ['sara'],
      'intro-ekonomi': ['per'],
    });
  });

  it('the next item is the next one, and the last stays the last', () => {
    const second = must(nextItem(begunMeeting()));
    expect(second.current).toBe('statistik');
    const last = hub.standingItems.reduce((meeting) => must(nextItem(meeting)), second);
    expect(last.current).toBe('lyfta');
    expect(last.reached).toEqual(hub.standingItems.map((item) => item.id));
  });

  it('a note goes under its item, which becomes the current one', () => {
    const noted = must(note(begunMeeting(), 'n', 'uteblivna', text('Tolken uteblev två gånger')));
    expect(noted.notes).toEqual([{ id: 'n', item: 'uteblivna', text: 'Tolken uteblev två gånger' }]);
    expect([noted.current, noted.reached]).toEqual(['uteblivna', ['informationsoverforing', 'uteblivna']]);
  });

  it('the same note, outcome or action sent twice is kept once, also after the meeting is closed', () => {
    const noted = must(note(begunMeeting(), 'n', 'statistik', text('a')));
    expect(note(noted, 'n', 'statistik', text('b'))).toEqual({ ok: true, value: noted });
    const agreed = must(outcome(noted, hub, 'o', 'statistik', text('a')));
    expect(outcome(agreed, hub, 'o', 'uteblivna', text('b'))).toEqual({ ok: true, value: agreed });
    const acted = must(action(agreed, 'a', 'statistik', task()));
    expect(action(acted, 'a', 'statistik', task('b'))).toEqual({ ok: true, value: acted });
    const closed = draft(acted);
    expect(note(closed, 'n', 'statistik', text('b'))).toEqual({ ok: true, value: closed });
  });

  it('a forum without mandate agrees, and one with mandate decides', () => {
    const word = (mandate: 'agrees' | 'decides') =>
      must(outcome(begunMeeting(), { ...hub, mandate }, 'o', 'statistik', text('Vi prövar.'))).outcomes[0]!.word;
    expect([word('agrees'), word('decides')]).toEqual(['agreed', 'decided']);
  });

  it('§ and action numbers run on, past those of earlier meetings', () => {
    const earlier = { id: '2027-03-02-a', item: 'statistik', number: 4, ...task(), status: 'open' as const };
    let meeting: Meeting = { ...begunMeeting(7), earlierActions: [earlier] };
    meeting = must(outcome(meeting, hub, 'o1', 'statistik', text('a')));
    meeting = must(action(meeting, 'a1', 'statistik', task()));
    meeting = must(outcome(meeting, hub, 'o2', 'uteblivna', text('b')));
    meeting = must(action(meeting, 'a2', 'uteblivna', task()));
    expect(meeting.outcomes.map((one) => one.paragraph)).toEqual([7, 8]);
    expect(meeting.actions.map((one) => one.number)).toEqual([5, 6]);
  });

  it('an action is closed by its number, whichever meeting it is from', () => {
    const earlier = { id: '2027-03-02-a', item: 'statistik', number: 1, ...task(), status: 'open' as const };
    const meeting = must(action({ ...begunMeeting(), earlierActions: [earlier] }, 'a', 'statistik', task()));
    const done = must(finishAction(must(finishAction(meeting, 1)), 2));
    expect([...done.earlierActions, ...done.actions].map((one) => one.status)).toEqual(['done', 'done']);
    expect(finishAction(meeting, 3)).toEqual({ ok: false, no: 'no-such-item' });
  });

  it('nothing is written under an item that is not there', () => {
    expect(note(begunMeeting(), 'n', 'ghost', text('a'))).toEqual({ ok: false, no: 'no-such-item' });
    expect(outcome(begunMeeting(), hub, 'o', 'ghost', text('a'))).toEqual({ ok: false, no: 'no-such-item' });
    expect(action(begunMeeting(), 'a', 'ghost', task())).toEqual({ ok: false, no: 'no-such-item' });
  });

  it('the text stops where a card can no longer show all of it', () => {
    const full = must(note(begunMeeting(), 'n', 'statistik', text('x'.repeat(LONGEST))));
    expect(note(full, 'n2', 'statistik', text('x'))).toEqual({ ok: false, no: 'too-long' });
    expect(action(full, 'a', 'statistik', task('x'))).toEqual({ ok: false, no: 'too-long' });
    expect(full.notes).toHaveLength(1);
  });

  it('nothing is written before it begins or after it is closed', () => {
    const tries = (meeting: Meeting) => [
      note(meeting, 'n', 'statistik', text('a')),
      outcome(meeting, hub, 'o', 'statistik', text('a')),
      action(meeting, 'a', 'statistik', task()),
      attend(meeting, { present: {}, absent: {}, substitutes: {} }),
      nextItem(meeting),
      finishAction(meeting, 1),
    ];
    expect(tries(publishedMeeting()).every((result) => !result.ok && result.no === 'not-begun')).toBe(true);
    expect(tries(draft()).every((result) => !result.ok && result.no === 'closed')).toBe(true);
    expect(tries(approved()).every((result) => !result.ok && result.no === 'already-approved')).toBe(true);
  });
});

describe('closing', () => {
  const figure = { item: 'statistik', indicator: 'x', women: '1', men: '2', total: '3', target: '', source: '' };

  it('freezes the figures and makes version 1 of the draft, once', () => {
    const closed = must(close(begunMeeting(), '2027-03-16T14:00', [figure]));
    expect(closed).toMatchObject({ stage: { name: 'draft' }, closedAt: '2027-03-16T14:00', version: 1, figures: [figure] });
    expect(close(closed, '2027-03-16T15:00', [])).toEqual({ ok: true, value: closed });
  });

  it('is not possible before the meeting begins or after the minutes are approved', () => {
    expect(close(publishedMeeting(), '', [])).toEqual({ ok: false, no: 'not-begun' });
    expect(close(approved(), '', [])).toEqual({ ok: false, no: 'already-approved' });
  });
});

describe('editing the draft', () => {
  const written = () => {
    let meeting = must(note(begunMeeting(), 'n1', 'statistik', text('Ett')));
    meeting = must(note(meeting, 'n2', 'statistik', text('Två')));
    meeting = must(note(meeting, 'n3', 'uteblivna', text('Tre')));
    meeting = must(outcome(meeting, hub, 'o', 'statistik', text('Vi prövar.')));
    return draft(must(action(meeting, 'a', 'statistik', task())));
  };
  const fields = (...edits: [string, string][]) => edits.map(([field, value]) => ({ field, text: text(value) }));

  it('takes one note a line and leaves every other item alone', () => {
    const edited = must(edit(written(), 1, fields(['notes:statistik', 'Ett\n\n  Två och mer \nFyra'])));
    expect(edited.notes.map((one) => [one.item, one.text])).toEqual([
      ['statistik', 'Ett'],
      ['statistik', 'Två och mer'],
      ['statistik', 'Fyra'],
      ['uteblivna', 'Tre'],
    ]);
    expect(edited.notes.slice(0, 2).map((one) => one.id)).toEqual(['n1', 'n2']);
    expect(new Set(edited.notes.map((one) => one.id)).size).toBe(4);
    expect(edited.version).toBe(2);
  });

  it('can empty the notes of an item, and give an item without notes its first', () => {
    const edited = must(edit(written(), 1, fields(['notes:statistik', ''], ['notes:arenden', 'Inga ärenden.'])));
    expect(edited.notes.map((one) => one.text)).toEqual(['Tre', 'Inga ärenden.']);
  });

  it('changes the words of an outcome or an action, never its number, and never empties it', () => {
    const edited = must(edit(written(), 1, fields(['outcome:o', 'Vi prövar i maj.'], ['action:a', '  '])));
    expect(edited.outcomes).toMatchObject([{ id: 'o', text: 'Vi prövar i maj.', paragraph: 1 }]);
    expect(edited.actions).toMatchObject([{ id: 'a', what: 'Boka lokal', number: 1, who: 'per', due: '2027-04-09' }]);
  });

  it('from a card that shows an older text changes nothing', () => {
    const second = must(edit(written(), 1, fields(['outcome:o', 'Andra'])));
    expect(edit(second, 1, fields(['outcome:o', 'Första']))).toEqual({ ok: false, no: 'stale' });
  });

  it('is for drafts only, and stops where the text would be too long', () => {
    expect(edit(begunMeeting(), 0, [])).toEqual({ ok: false, no: 'not-closed' });
    expect(edit(approved(), 1, [])).toEqual({ ok: false, no: 'already-approved' });
    expect(edit(written(), 1, fields(['notes:statistik', 'x'.repeat(LONGEST + 1)]))).toEqual({ ok: false, no: 'too-long' });
  });
});

describe('approving', () => {
  it('binds to exactly the version and text that were shown', () => {
    const of = draft();
    expect(approve(of, { version: 1, hash: 'h', comments: 0 }, { hash: 'other' }, 'sara', '')).toEqual({
      ok: false,
      no: 'stale',
    });
    expect(approve(of, { version: 2, hash: 'h', comments: 0 }, { hash: 'h' }, 'sara', '')).toEqual({ ok: false, no: 'stale' });
    expect(approved(of).stage).toEqual({ name: 'approved', by: 'sara', at: '2027-03-24T10:12', version: 1, hash: 'h' });
  });

  it('happens once', () => {
    expect(approve(approved(), { version: 1, hash: 'h', comments: 0 }, { hash: 'h' }, 'per', '')).toEqual({
      ok: false,
      no: 'already-approved',
    });
    expect(approve(begunMeeting(), { version: 0, hash: 'h', comments: 0 }, { hash: 'h' }, 'sara', '')).toEqual({
      ok: false,
      no: 'not-closed',
    });
  });

  it('comes before filing, which keeps who approved what', () => {
    const waiting = { ...approved(), notice: 'Samarbetsytan svarar inte.' };
    const done = filed(waiting, 'https://example.test/m.docx');
    expect(done.stage).toEqual({ ...approved().stage, name: 'filed', url: 'https://example.test/m.docx' });
    expect(filed(done, 'https://example.test/other.docx')).toBe(done);
    expect(filed(draft(), 'x').stage.name).toBe('draft');
    const late = must(propose(begunMeeting(), 'p', proposal(), true));
    expect(filed(late, 'x')).toBe(late);
  });
});
