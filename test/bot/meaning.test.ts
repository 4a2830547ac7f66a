import { describe, expect, it } from 'vitest';
import { commands, understand } from '../../bot/commands.ts';
import { meaning } from '../../bot/meaning.ts';

/** What is meant, in short. */
const meant = (said: string): unknown => {
  const found = meaning(said);
  if (found.kind === 'unknown') return 'unknown';
  if (found.kind === 'asked') return ['asked', ...found.commands.map(({ say }) => say[0])];
  return [found.kind, found.command.say[0], found.rest];
};

describe('what somebody probably meant', () => {
  it('is what they said, when they said it', () => {
    for (const command of commands) expect(meaning(command.example), command.example).toMatchObject({ kind: 'said', command });
  });

  it('is the nearest command where it only shows something', () => {
    expect(meant('dagornding')).toEqual(['guessed', 'dagordning', '']);
    expect(meant('indikatorerna')).toEqual(['guessed', 'indikatorer', '']);
    expect(meant('indkator inskrivning')).toEqual(['guessed', 'indikator', 'inskrivning']);
    expect(meant('nästa mte')).toEqual(['guessed', 'nästa möte', '']);
    expect(meant('Vem ar sekreteraren?')).toEqual(['guessed', 'vem är sekreterare', '']);
    expect(meant('antekningar')).toEqual(['guessed', 'anteckningar', '']);
  });

  it('is found without å, ä and ö, and with the wrong ones', () => {
    expect(meant('öppna fragor')).toEqual(['guessed', 'öppna frågor', '']);
    expect(meant('mina ätgärder')).toEqual(['guessed', 'mina åtgärder', '']);
    expect(meant('rättvisä')).toEqual(['guessed', 'rättvisa', '']);
  });

  it('is found by the words people have for the same thing', () => {
    for (const said of ['agenda', 'agendan']) expect(meant(said)).toEqual(['said', 'dagordning', '']);
    for (const said of ['protokoll', 'protokollet', 'mötesanteckningar'])
      expect(meant(said)).toEqual(['said', 'anteckningar', '']);
    expect(meant('protokol')).toEqual(['guessed', 'anteckningar', '']);
  });

  it('is asked about, and not done, where it writes', () => {
    expect(meant('antekna Tolken uteblev')).toEqual(['asked', 'anteckna']);
    expect(meant('antecknade du?')).toEqual(['asked', 'anteckna']);
    expect(meant('förslå Tolkar')).toEqual(['asked', 'föreslå']);
    expect(meant('klart')).toEqual(['asked', 'klar']);
    expect(meant('ångra bytte')).toEqual(['asked', 'ångra byte']);
  });

  it('is asked about where a longer command was nearly said', () => {
    expect(meant('beslut sökk lokal')).toEqual(['asked', 'beslut sök', 'beslut']);
    expect(meant('beslut: Vi söker lokal')).toEqual(['said', 'beslut', 'Vi söker lokal']);
    expect(meant('beslut sök lokal')).toEqual(['said', 'beslut sök', 'lokal']);
  });

  it('is nothing of ours when it is far from everything', () => {
    for (const said of ['hej', 'tack så mycket', 'god morgon', 'constructor', 'kan vi ses på torsdag', '1234'])
      expect(meant(said), said).toBe('unknown');
  });

  it('never writes by a guess, whatever sign of a word is lost, doubled or changed places', () => {
    for (const command of commands.filter(({ writes }) => writes)) {
      for (const way of command.say) {
        for (let n = 0; n < way.length; n += 1) {
          const [before, sign = '', after] = [way.slice(0, n), way[n], way.slice(n + 1)];
          for (const typo of [before + after, before + sign + sign + after, before + after.slice(0, 1) + sign + after.slice(1)]) {
            if (understand(typo)?.command.writes) continue;
            const found = meaning(typo);
            if (found.kind === 'guessed') expect(found.command.writes, typo).toBe(false);
          }
        }
      }
    }
  });
});
