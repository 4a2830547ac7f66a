import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CarriedOver } from '../../src/domain/agenda.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { ownText } from '../../src/domain/privacy.ts';
import { nextReflection, REFLECTION, withReflection } from '../../src/domain/reflection.ts';
import { hub } from './definition.ts';
import { openMeeting } from './meetings.ts';

const source = { source: 'S 2.4' };
const questions = ['Hur når vi fler?', 'Vad fungerar?', 'Vem saknas?'].map((text) => ({ text, origin: source }));
const reflecting = { ...hub, reflects: { minutes: 10, origin: { choice: 'Vi vill det' } } };
const nothing: CarriedOver = { items: [], actions: [] };
const asked = (meeting: Meeting) => meeting.items.filter(({ id }) => id === REFLECTION).map(({ title }) => title);

/** So many meetings after each other; the ones named are put off. */
function meetings(count: number, putOff: readonly number[] = []): Meeting[] {
  const held: Meeting[] = [];
  for (let n = 0; n < count; n += 1) {
    const opened = withReflection(openMeeting(), reflecting, questions, held, nothing);
    const comesBack = [{ item: REFLECTION, how: 'tabled' as const, reason: ownText('Tiden tog slut') }];
    held.push(putOff.includes(n) ? ({ ...opened, comesBack } as Meeting) : opened);
  }
  return held;
}

describe('a question to reflect on', () => {
  it('stands on the agenda after the standing items, one a meeting and each in its turn', () => {
    const [first] = meetings(1);
    const standing = first!.items.filter(({ kind }) => kind === 'standing');
    expect(standing.at(-1)).toMatchObject({ title: 'Hur når vi fler?', minutes: 10 });
    expect(meetings(5).map(asked)).toEqual([
      ['Hur når vi fler?'],
      ['Vad fungerar?'],
      ['Vem saknas?'],
      ['Hur når vi fler?'],
      ['Vad fungerar?'],
    ]);
  });

  it('that is put off is asked again at the next meeting, with what was said', () => {
    expect(meetings(3, [1]).map(asked)).toEqual([['Hur når vi fler?'], ['Vad fungerar?'], ['Vad fungerar?']]);
    const standing = [{ ...meetings(1)[0]!.items.find(({ id }) => id === REFLECTION)!, background: ownText('Bordlagd 16 mars') }];
    const again = withReflection(openMeeting(), reflecting, questions, [], { ...nothing, standing });
    expect(again.items.find(({ id }) => id === REFLECTION)?.background).toBe('Bordlagd 16 mars');
  });

  it('stands nowhere where the forum wants none or there are none, and never twice', () => {
    expect(withReflection(openMeeting(), hub, questions, [], nothing)).toEqual(openMeeting());
    expect(withReflection(openMeeting(), reflecting, [], [], nothing)).toEqual(openMeeting());
    const [first] = meetings(1);
    expect(withReflection(first!, reflecting, questions, [], nothing)).toBe(first);
  });

  it('is the one asked longest ago, whatever has been asked and taken out of the list since', () => {
    const texts = fc.constantFrom('Hur når vi fler?', 'Vad fungerar?', 'Vem saknas?', 'En som är borttagen?');
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 12 }), (before: string[]) => {
        const next = nextReflection(questions, before)!;
        for (const { text } of questions) expect(before.lastIndexOf(next.text)).toBeLessThanOrEqual(before.lastIndexOf(text));
        expect(nextReflection(questions, before)).toEqual(next);
      }),
    );
  });
});
