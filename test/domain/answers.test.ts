import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forumOf, membersOf } from '../../src/domain/agreement.ts';
import { type Answer, answersByUnit } from '../../src/domain/answers.ts';
import { stockholm } from '../support/agreement.ts';

const section = forumOf(stockholm, 'section');
const hub = forumOf(stockholm, 'hub-intro');
const meeting = { start: '2027-04-13T13:00' };
const emptyIn = (answers: Record<string, Answer>, on = meeting) =>
  answersByUnit(stockholm, hub, on, answers)
    .filter(({ empty }) => empty)
    .map(({ unit }) => unit);

describe('what people have answered', () => {
  it('is counted unit by unit, in the order the forum has them', () => {
    const answers = { sara: 'accepted', johan: 'declined', omar: 'none', lena: 'tentative', per: 'accepted' } as const;
    expect(answersByUnit(stockholm, hub, meeting, answers)).toEqual([
      { unit: 'af-city', asked: 1, accepted: 0, tentative: 0, declined: 0, empty: false },
      { unit: 'af-jarva', asked: 2, accepted: 1, tentative: 0, declined: 1, empty: false },
      { unit: 'af-globen', asked: 1, accepted: 0, tentative: 1, declined: 0, empty: false },
      { unit: 'intro-ekonomi', asked: 1, accepted: 1, tentative: 0, declined: 0, empty: false },
    ]);
  });

  it('empties a unit only when everyone in it has said no: who has not been asked may come', () => {
    expect(emptyIn({ sara: 'declined', johan: 'none' })).toEqual([]);
    expect(emptyIn({ sara: 'declined', johan: 'declined' })).toEqual(['af-jarva']);
    expect(emptyIn({ sara: 'declined' })).toEqual([]);
  });

  it('counts who is known to be away, unless they say that they come', () => {
    const whileAway = { start: '2027-03-16T13:00' };
    expect(emptyIn({ omar: 'none' }, whileAway)).toEqual(['af-city']);
    expect(emptyIn({ omar: 'accepted' }, whileAway)).toEqual([]);
    expect(emptyIn({ omar: 'none' })).toEqual([]);
  });

  it('never counts more answers than were asked for, and a unit with somebody who comes is never empty', () => {
    const members = membersOf(stockholm, section.id).map(({ id }) => id);
    const answer = fc.constantFrom<Answer>('accepted', 'tentative', 'declined', 'none');
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...members, 'kim', 'tova'), answer), (answers) => {
        for (const one of answersByUnit(stockholm, section, meeting, answers)) {
          expect(one.accepted + one.tentative + one.declined).toBeLessThanOrEqual(one.asked);
          if (one.accepted + one.tentative > 0) expect(one.empty).toBe(false);
        }
      }),
    );
  });
});
