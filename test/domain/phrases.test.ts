import { describe, expect, it } from 'vitest';
import { phrasesFor, withPhrase } from '../../src/domain/phrases.ts';
import { screen } from '../../src/domain/privacy.ts';
import { day, stockholm } from './definition.ts';
import { text } from './meetings.ts';

describe('phrases for the minutes', () => {
  it('are gone on with in one’s own words, or stand alone', () => {
    const begun = phrasesFor(stockholm.phrases, 'outcome').find(({ text: phrase }) => phrase.endsWith('…'))!;
    expect(withPhrase(begun, text('pröva fredagstider. '))).toBe(`${begun.text.slice(0, -2)} pröva fredagstider.`);
    expect(withPhrase(begun, text(''))).toBe(begun.text.slice(0, -2));
    expect(withPhrase(undefined, text('Egna ord.'))).toBe('Egna ord.');
  });

  it('ship for notes, outcomes and actions, each once, and pass the personal-data stop', () => {
    const all = stockholm.phrases;
    for (const kind of ['note', 'outcome', 'action'] as const) expect(phrasesFor(all, kind).length).toBeGreaterThan(2);
    expect(new Set(all.map((one) => one.text)).size).toBe(all.length);
    for (const one of all) {
      expect(screen(one.text, day('2027-03-16')).ok, one.text).toBe(true);
      // Only at its end can it be gone on with.
      expect(one.text.indexOf('…'), one.text).toBeOneOf([-1, one.text.length - 1]);
    }
  });
});
