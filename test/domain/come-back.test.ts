import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carriedOver, openAgenda, propose, returns, takeUp } from '../../src/domain/agenda.ts';
import { asUsual, comeBack } from '../../src/domain/come-back.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { edit, LONGEST, note } from '../../src/domain/minutes.ts';
import { changedSinceFiled, reopen } from '../../src/domain/reopen.ts';
import { hub } from './definition.ts';
import { begunMeeting, draft, must, nothing, openMeeting, plannedMeeting, proposal, text } from './meetings.ts';

const TITLE = 'Uppföljning av öppna åtgärder';
const WHY = text('Vi väntar på siffrorna.');
const withOne = (): Meeting => must(propose(begunMeeting(), 'p1', proposal('Tolkar'), true));
const talkedAbout = (): Meeting => must(note(withOne(), 'n', 'p1', text('Vi pratade om det.')));
const nextAfter = (meeting: Meeting) => openAgenda(plannedMeeting('2027-03-30'), hub, carriedOver(draft(meeting)), TITLE);
const itemOf = (meeting: Meeting, id: string) => meeting.items.find((item) => item.id === id);

describe('an item the meeting wants back', () => {
  it('is on the next agenda with its reason, also when it was talked about', () => {
    expect(itemOf(nextAfter(talkedAbout()), 'p1')).toBeUndefined();
    const next = nextAfter(must(comeBack(talkedAbout(), 'p1', 'tabled', WHY)));
    expect(itemOf(next, 'p1')!.why).toEqual({ kind: 'carried-over', from: '2027-03-16', reason: 'tabled', said: WHY });
    const goesOn = nextAfter(must(comeBack(talkedAbout(), 'p1', 'continues', WHY)));
    expect(itemOf(goesOn, 'p1')!.why).toMatchObject({ reason: 'continues', said: WHY });
  });

  it('is told of before the meeting is closed, with its own reason before any rule', () => {
    const held = must(comeBack(withOne(), 'p1', 'tabled', WHY));
    expect(returns(withOne()).again).toContainEqual({ title: 'Tolkar', because: 'not-reached' });
    expect(returns(held).again).toContainEqual({ title: 'Tolkar', because: 'tabled', said: WHY });
    expect(returns(must(asUsual(talkedAbout(), 'p1'))).ends).toEqual(['Tolkar']);
  });

  it('that is standing says on the next agenda why it was put off', () => {
    const next = nextAfter(must(comeBack(begunMeeting(), 'statistik', 'tabled', WHY)));
    expect(itemOf(next, 'statistik')!.background).toBe('Bordlagd 16\u00A0mars 2027: Vi väntar på siffrorna.');
    expect(itemOf(next, 'statistik')!.why.kind).toBe('standing');
    expect(next.items.filter(({ id }) => id === 'statistik')).toHaveLength(1);
  });

  it('reaches an agenda that was opened before the meeting was closed, once', () => {
    const early = openMeeting(carriedOver(withOne()), '2027-03-30');
    const closed = draft(must(comeBack(must(comeBack(withOne(), 'p1', 'tabled', WHY)), 'statistik', 'continues', WHY)));
    const once = takeUp(early, closed, TITLE);
    expect(once.items.filter(({ id }) => id === 'p1')).toHaveLength(1);
    expect(itemOf(once, 'p1')!.why).toMatchObject({ reason: 'tabled', said: WHY });
    expect(itemOf(once, 'statistik')!.background).toContain('Fortsätter från 16\u00A0mars 2027');
    expect(takeUp(once, closed, TITLE)).toEqual(once);
  });

  it('is put in other words, taken back, and corrected in the draft', () => {
    const twice = must(comeBack(must(comeBack(withOne(), 'p1', 'tabled', WHY)), 'p1', 'continues', text('Följs upp.')));
    expect(twice.comesBack).toEqual([{ item: 'p1', how: 'continues', reason: 'Följs upp.' }]);
    expect(must(asUsual(twice, 'p1')).comesBack).toEqual([]);
    const edited = must(edit(draft(twice), 1, [{ field: 'back:p1', text: text('Följs upp i maj.') }]));
    expect(edited.comesBack![0]!.reason).toBe('Följs upp i maj.');
    const filed: Meeting = {
      ...edited,
      stage: { name: 'filed', by: 'sara', at: '2027-03-17T09:00', version: 2, hash: 'h', url: 'https://yta.example/1' },
    };
    const opened = must(reopen(filed, 'sara', '2027-03-18T09:00', text('Fel månad')));
    const changed = must(edit(opened, opened.version, [{ field: 'back:p1', text: text('Följs upp i juni.') }]));
    expect(changedSinceFiled(changed)).toEqual([{ kind: 'item', number: changed.items.length }]);
  });

  it('needs a reason, an item that is there and does not come back anyway, and a meeting that is on', () => {
    expect(comeBack(withOne(), 'p1', 'tabled', text(' '))).toEqual({ ok: false, no: 'no-reason' });
    expect(comeBack(withOne(), 'p9', 'tabled', WHY)).toEqual({ ok: false, no: 'no-such-item' });
    expect(asUsual(withOne(), 'p9')).toEqual({ ok: false, no: 'no-such-item' });
    const asked = withOne();
    const question: Meeting = {
      ...asked,
      items: asked.items.map((item) =>
        item.id === 'p1'
          ? {
              ...item,
              why: { kind: 'lifted', question: '1', from: ['hub-ec'], since: '2027-03-02T10:00', forDecision: false },
            }
          : item,
      ),
    };
    expect(comeBack(question, 'p1', 'tabled', WHY)).toEqual({ ok: false, no: 'comes-back' });
    expect(comeBack(draft(), 'statistik', 'tabled', WHY)).toEqual({ ok: false, no: 'closed' });
    expect(asUsual(draft(), 'statistik')).toEqual({ ok: false, no: 'closed' });
    expect(comeBack(openMeeting(), 'statistik', 'tabled', WHY)).toEqual({ ok: false, no: 'not-begun' });
    const long = must(note(withOne(), 'n', 'p1', text('a'.repeat(LONGEST - 5))));
    expect(comeBack(long, 'p1', 'tabled', WHY)).toEqual({ ok: false, no: 'too-long' });
  });

  it('whatever is said, every item either comes back or ends, and the next agenda has just those that come back', () => {
    const ids = ['p1', 'p2', 'p3', 'statistik', 'uteblivna'];
    const anySaid = fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom('tabled', 'continues', 'note', 'usual')));
    fc.assert(
      fc.property(anySaid, (said) => {
        let meeting = begunMeeting();
        for (const id of ['p1', 'p2', 'p3']) meeting = must(propose(meeting, id, proposal(id), true));
        said.forEach(([item, what], n) => {
          if (what === 'note') meeting = must(note(meeting, `n${n}`, item, WHY));
          else if (what === 'usual') meeting = must(asUsual(meeting, item));
          else meeting = must(comeBack(meeting, item, what === 'tabled' ? 'tabled' : 'continues', WHY));
        });
        const { again, ends } = returns(meeting);
        expect(again.length + ends.length).toBe(meeting.items.length);
        const next = nextAfter(meeting).items.map(({ title }) => title);
        expect([...next].sort()).toEqual(again.map(({ title }) => title).sort());
        expect(nextAfter(meeting)).toEqual(nextAfter(meeting));
      }),
    );
  });

  it('leaves nothing behind where nothing is said', () => {
    expect(carriedOver(draft())).toEqual(nothing);
  });
});
