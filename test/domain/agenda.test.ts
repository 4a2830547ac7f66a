import { describe, expect, it } from 'vitest';
import { carriedOver, changeProposal, isTakenUp, openAgenda, propose, publish, returns } from '../../src/domain/agenda.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { action, finishAction, nextItem, note, outcome } from '../../src/domain/minutes.ts';
import { hub } from './definition.ts';
import { begunMeeting, draft, must, nothing, openMeeting, plannedMeeting, proposal, publishedMeeting, text } from './meetings.ts';

const titles = (meeting: Meeting) => meeting.items.map((item) => item.title);
const standing = hub.standingItems.map((item) => item.title);
const act = (what: string) => ({ what: text(what), who: 'per', due: '2027-04-09' });

describe('an agenda that opens', () => {
  it('holds the standing items of the agreement, in its order, each saying so', () => {
    const open = openMeeting();
    expect(titles(open)).toEqual(standing);
    expect(open.items.map((item) => item.why)).toEqual(
      hub.standingItems.map((item) => ({ kind: 'standing', standing: item.id })),
    );
    expect(open.stage).toEqual({ name: 'open' });
  });

  it('takes up open actions under one item, then what was not reached, then what was proposed ahead', () => {
    const before = must(propose(begunMeeting(), 'late', proposal('Lokaler'), true));
    const left = carriedOver(draft(must(action(before, '2027-03-16-a', 'statistik', act('Boka lokal')))));
    const ahead = must(propose(plannedMeeting('2027-03-30'), 'ahead', proposal('Fredagstider')));
    const open = openAgenda(ahead, hub, left, 'Uppföljning av öppna åtgärder');
    expect(titles(open)).toEqual([...standing, 'Uppföljning av öppna åtgärder', 'Lokaler', 'Fredagstider']);
    const [followUp, carried] = open.items.slice(standing.length);
    expect(followUp!.background).toContain('Boka lokal');
    expect(followUp!.why).toEqual({ kind: 'carried-over', from: '2027-03-16', reason: 'open-action' });
    expect(carried!.why).toEqual({ kind: 'carried-over', from: '2027-03-16', reason: 'not-reached' });
    expect(carried!.late).toBe(false);
    expect(open.earlierActions).toEqual(left.actions);
  });

  it('opens once: a second time changes nothing', () => {
    const open = must(propose(openMeeting(), 'p', proposal()));
    expect(openAgenda(open, hub, nothing, '')).toBe(open);
    expect(openAgenda(publishedMeeting(), hub, nothing, '').stage.name).toBe('published');
  });
});

describe('a proposal', () => {
  it('lands last, says whose it is, and is there once however often it is sent', () => {
    const once = must(propose(openMeeting(), 'p', proposal()));
    const twice = must(propose(once, 'p', proposal('Något annat')));
    expect(twice).toBe(once);
    expect(once.items.at(-1)).toMatchObject({ id: 'p', title: 'När tolken uteblir', why: { kind: 'proposed', by: 'sara' } });
  });

  it('can be made ahead, before the agenda is open', () => {
    expect(titles(must(propose(plannedMeeting(), 'p', proposal())))).toEqual(['När tolken uteblir']);
  });

  it('is asked about when the agenda is published, and stands under övrigt when that is chosen', () => {
    expect(propose(publishedMeeting(), 'p', proposal())).toEqual({ ok: false, no: 'published' });
    expect(must(propose(publishedMeeting(), 'p', proposal(), true)).items.at(-1)!.late).toBe(true);
    expect(must(propose(begunMeeting(), 'p', proposal(), true)).items.at(-1)!.late).toBe(true);
  });

  it('comes too late when the meeting is closed, also as a late one', () => {
    expect(propose(draft(), 'p', proposal(), true)).toEqual({ ok: false, no: 'not-open' });
    expect(propose(draft(), 'p', proposal())).toEqual({ ok: false, no: 'not-open' });
  });

  it('is changed and taken back by the one who made it, and by nobody else', () => {
    const open = must(propose(openMeeting(), 'p', proposal()));
    const changed = must(changeProposal(open, 'p', 'sara', { title: text('Tolkar'), minutes: 5 }));
    expect(changed.items.at(-1)).toMatchObject({ title: 'Tolkar', minutes: 5, why: { by: 'sara' } });
    expect(titles(must(changeProposal(open, 'p', 'sara', 'remove')))).toEqual(standing);
    expect(changeProposal(open, 'p', 'per', { title: text('Tolkar') })).toEqual({ ok: false, no: 'not-yours' });
    expect(changeProposal(open, 'p', 'per', 'remove')).toEqual({ ok: false, no: 'not-yours' });
  });

  it('stands as it is once the agenda is published', () => {
    const published = publish(must(propose(openMeeting(), 'p', proposal())));
    expect(changeProposal(published, 'p', 'sara', 'remove')).toEqual({ ok: false, no: 'published' });
    expect(changeProposal(published, 'p', 'sara', { minutes: 5 })).toEqual({ ok: false, no: 'published' });
    const over = { ...published, stage: draft().stage };
    expect(changeProposal(over, 'p', 'sara', 'remove')).toEqual({ ok: false, no: 'not-open' });
  });

  it('is the only kind of item that people can change', () => {
    expect(changeProposal(openMeeting(), 'statistik', 'sara', 'remove')).toEqual({ ok: false, no: 'not-yours' });
    expect(changeProposal(openMeeting(), 'nothing', 'sara', 'remove')).toEqual({ ok: false, no: 'no-such-item' });
  });
});

describe('what comes back', () => {
  const withTwo = () => {
    const one = must(propose(begunMeeting(), 'p1', proposal('Tolkar'), true));
    return must(propose(one, 'p2', proposal('Lokaler'), true));
  };

  it('is what was proposed and not reached, and not the standing items', () => {
    const held = must(note(withTwo(), 'n', 'p1', text('Vi ringer tolken dagen innan.')));
    expect(carriedOver(held).items.map((item) => item.id)).toEqual(['p2']);
  });

  it('counts an item as taken up when the meeting came to it or anything was written under it', () => {
    const reached = withTwo().items.reduce((meeting) => must(nextItem(meeting)), withTwo());
    expect(carriedOver(reached).items).toEqual([]);
    const agreed = must(outcome(withTwo(), hub, 'o', 'p1', text('Vi prövar.')));
    expect(isTakenUp(agreed, 'p1')).toBe(true);
    expect(isTakenUp(must(action(withTwo(), 'a', 'p2', act('Boka'))), 'p2')).toBe(true);
    expect(isTakenUp(withTwo(), 'p1')).toBe(false);
  });

  it('is every open action, the oldest first, and none that is done', () => {
    const first = draft(must(action(begunMeeting(), '2027-03-16-a', 'statistik', act('Boka lokal'))));
    const second = { ...openMeeting(carriedOver(first), '2027-03-30'), stage: { name: 'in-progress' } as const };
    const both = must(action(second, '2027-03-30-b', 'statistik', act('Ringa')));
    expect(carriedOver(both).actions.map(({ number, what }) => `${number} ${what}`)).toEqual(['1 Boka lokal', '2 Ringa']);
    expect(carriedOver(must(finishAction(both, 1))).actions.map(({ what }) => what)).toEqual(['Ringa']);
  });

  it('is told before the meeting is closed, with what ends', () => {
    const held = must(note(must(action(withTwo(), 'a', 'uteblivna', act('Boka'))), 'n', 'p1', text('Klart.')));
    const told = returns(held);
    expect(told.ends).toEqual(['Tolkar']);
    expect(told.again).toContainEqual({ title: 'Lokaler', because: 'not-reached' });
    expect(told.again).toContainEqual({ title: 'Hantering av uteblivna besök', because: 'open-action' });
    expect(told.again).toContainEqual({ title: 'Ärendedragning, med stöd av samtycke', because: 'standing' });
    expect(told.again.length + told.ends.length).toBe(held.items.length);
  });

  it('the follow-up of actions ends when every action is done', () => {
    const first = draft(must(action(begunMeeting(), '2027-03-16-a', 'statistik', act('Boka lokal'))));
    const second: Meeting = { ...openMeeting(carriedOver(first), '2027-03-30'), stage: { name: 'in-progress' } };
    expect(returns(second).again).toContainEqual({ title: 'Uppföljning av öppna åtgärder', because: 'open-action' });
    expect(returns(must(finishAction(second, 1))).ends).toEqual(['Uppföljning av öppna åtgärder']);
  });
});
