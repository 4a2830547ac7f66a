import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../src/domain/meeting.ts';
import { nextItem } from '../../src/domain/minutes.ts';
import { boxOf, isBoxStep, overrun } from '../../src/domain/time-boxes.ts';
import { at } from './definition.ts';
import { begunMeeting, draft, must, publishedMeeting } from './meetings.ts';

const START = at('2027-03-16T13:00');
const first = () => begunMeeting().items[0]!;
const box = (meeting = begunMeeting()) => boxOf(meeting, START)!;
const over = (minutes: number) => START.add({ minutes: first().minutes + minutes });

describe('the time an item has been given', () => {
  it('is over when its minutes have gone since the meeting came to it', () => {
    expect(box()).toEqual({ name: `time-box@${first().id}`, at: over(0) });
    expect(isBoxStep(box().name)).toBe(true);
    expect(isBoxStep('open-agenda')).toBe(false);
  });

  it('is told of while the meeting is still at it, with what is left', () => {
    const said = overrun(begunMeeting(), box().name, box().at, over(1))!;
    const rest = begunMeeting().items.slice(1);
    expect([said.number, said.left]).toEqual([1, rest.length]);
    expect(said.leftMinutes).toBe(rest.reduce((sum, { minutes }) => sum + minutes, 0));
  });

  it('is not told of when the meeting has gone on, is closed, or it is too late to help', () => {
    expect(overrun(must(nextItem(begunMeeting())), box().name, box().at, over(0))).toBeUndefined();
    expect(overrun(draft(), box().name, box().at, over(0))).toBeUndefined();
    expect(overrun(begunMeeting(), box().name, box().at, over(6))).toBeUndefined();
    expect(overrun(begunMeeting(), 'time-box@gone', box().at, over(0))).toBeUndefined();
  });

  it('is nothing where an item has no minutes, or the meeting is not on', () => {
    const timeless: Meeting = { ...begunMeeting(), items: begunMeeting().items.map((item) => ({ ...item, minutes: 0 })) };
    expect(boxOf(timeless, START)).toBeUndefined();
    expect(boxOf(publishedMeeting(), START)).toBeUndefined();
    expect(boxOf({ ...begunMeeting(), items: [], current: '' }, START)).toBeUndefined();
  });
});
