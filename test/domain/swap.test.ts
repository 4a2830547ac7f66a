import { describe, expect, it } from 'vitest';
import type { Meeting, Secretary } from '../../src/domain/meeting.ts';
import { askSwap, lapseSwap, takeSwap, withdrawSwap } from '../../src/domain/swap.ts';
import { begunMeeting, must, publishedMeeting } from './meetings.ts';

const sara: Secretary = {
  person: 'sara',
  unit: 'jarva',
  accepted: true,
  declined: [],
  reason: {
    person: 'sara',
    unit: 'jarva',
    kind: 'longest-waiting',
    due: { person: 'sara', unit: 'jarva' },
    unitLast: undefined,
    personLast: undefined,
    passed: [],
  },
};
const saras = (): Meeting => ({ ...publishedMeeting(), secretary: sara });
const per = { person: 'per', unit: 'intro' };
const asked = (who: 'all' | string = 'all') => must(askSwap(saras(), 'sara', who, false));

describe('swapping the turn to write', () => {
  it('the first to take it takes it, and the next one is told that it is gone', () => {
    const taken = must(takeSwap(asked(), 1, per));
    expect(taken.secretary).toMatchObject({ person: 'per', accepted: true, reason: { kind: 'swapped' } });
    expect(takeSwap(taken, 1, { person: 'lena', unit: 'globen' })).toEqual({ ok: false, no: 'no-swap' });
  });

  it('does not change whose turn it was: that is what is taken back later', () => {
    expect(must(takeSwap(asked(), 1, per)).secretary!.reason.due).toEqual({ person: 'sara', unit: 'jarva' });
  });

  it('asked of one, only that one can take it', () => {
    expect(takeSwap(asked('lena'), 1, per)).toEqual({ ok: false, no: 'not-asked' });
    expect(must(takeSwap(asked('lena'), 1, { person: 'lena', unit: 'globen' })).secretary!.person).toBe('lena');
  });

  it('is asked by the one whose turn it is, or on behalf of somebody by whoever may', () => {
    expect(askSwap(saras(), 'johan', 'all', false)).toEqual({ ok: false, no: 'not-yours' });
    expect(must(askSwap(saras(), 'johan', 'all', true)).secretary!.swap).toMatchObject({ by: 'johan', from: 'sara' });
    expect(takeSwap(must(askSwap(saras(), 'johan', 'all', true)), 1, { person: 'johan', unit: 'jarva' }).ok).toBe(true);
  });

  it('one question at a time, and never of the one who has the turn', () => {
    expect(askSwap(asked(), 'sara', 'lena', false)).toEqual({ ok: false, no: 'swap-open' });
    expect(askSwap(saras(), 'sara', 'sara', false)).toEqual({ ok: false, no: 'own-turn' });
    expect(takeSwap(asked(), 1, { person: 'sara', unit: 'jarva' })).toEqual({ ok: false, no: 'own-turn' });
  });

  it('withdrawn, everything is as before: the question as well as a swap already made', () => {
    for (const now of [asked(), must(takeSwap(asked(), 1, per))]) {
      const back = must(withdrawSwap(now, 'sara', false)).secretary!;
      expect({ ...back, swap: undefined }).toEqual({ ...sara, swap: undefined });
      expect(back.swap!.state).toBe('withdrawn');
    }
  });

  it('whoever took it can give it back, a bystander cannot', () => {
    const taken = must(takeSwap(asked(), 1, per));
    expect(withdrawSwap(taken, 'lena', false)).toEqual({ ok: false, no: 'not-yours' });
    expect(must(withdrawSwap(taken, 'per', false)).secretary!.person).toBe('sara');
    expect(withdrawSwap(asked(), 'per', false)).toEqual({ ok: false, no: 'not-yours' });
  });

  it('an old card does not answer a new question', () => {
    const again = must(askSwap(must(withdrawSwap(asked(), 'sara', false)), 'sara', 'all', false));
    expect(takeSwap(again, 1, per)).toEqual({ ok: false, no: 'no-swap' });
    expect(takeSwap(again, 2, per).ok).toBe(true);
  });

  it('untaken when the meeting starts, the turn stays', () => {
    const begun = lapseSwap({ ...asked(), stage: begunMeeting().stage });
    expect(begun.secretary).toMatchObject({ person: 'sara', swap: { state: 'lapsed' } });
    expect(takeSwap(begun, 1, per)).toEqual({ ok: false, no: 'closed' });
    expect(lapseSwap(saras())).toEqual(saras());
  });
});
