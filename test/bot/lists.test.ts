import { describe, expect, it } from 'vitest';
import { actions } from '../../bot/actions.ts';
import { commands } from '../../bot/commands.ts';
import { dialogs } from '../../bot/dialogs.ts';
import { manifestCommands } from '../../bot/tools/pack.ts';
import { dialogs as cardDialogs, verbs } from '../../cards/verbs.ts';

describe('the lists', () => {
  it('have a handler for every button a card can show', () => {
    for (const verb of verbs) expect(Object.keys(actions)).toContain(verb);
  });

  it('have a handler for every dialog, and no dialog without a card', () => {
    expect(Object.keys(dialogs).sort()).toEqual([...cardDialogs].sort());
  });

  it('offer in Teams what the bot understands, in the same words', () => {
    const known = new Map(commands.map(({ say, does }) => [say[0], does]));
    for (const scope of ['team', 'personal'] as const) {
      const offered = manifestCommands(scope);
      expect(offered.length).toBeGreaterThan(0);
      for (const { title, description } of offered)
        expect({ title, description }).toEqual({ title, description: known.get(title) });
    }
  });

  it('offer no more than the ten Teams has room for in each scope, hjälp last, which shows the rest', () => {
    for (const scope of ['team', 'personal'] as const) {
      const offered = manifestCommands(scope).map(({ title }) => title);
      expect(offered.length).toBeLessThanOrEqual(10);
      expect(new Set(offered).size).toBe(offered.length);
      expect(offered.at(-1)).toBe('hjälp');
    }
  });

  it('name each way of saying something once', () => {
    const ways = commands.flatMap(({ say }) => say);
    expect(new Set(ways).size).toBe(ways.length);
  });
});
