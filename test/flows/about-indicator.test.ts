import { describe, expect, it } from 'vitest';
import { aboutIndicator, indicatorsCalled } from '../../src/flows/about-indicator.ts';
import { stockholm } from '../support/agreement.ts';

const found = (said: string) => indicatorsCalled(stockholm, said).map((one) => one.id);
const about = (id: string) => aboutIndicator(stockholm, stockholm.indicators.find((one) => one.id === id)!);

describe('an indicator somebody asks for', () => {
  it('is found by its id, its name, or a word of it, in any case', () => {
    expect(found('inskrivning')).toEqual(['inskrivning']);
    expect(found('  Avslut till  ARBETE med anställningsstöd ')).toEqual(['anstallningsstod']);
    expect(found('anställningsstöd')).toEqual(['anstallningsstod']);
    expect(found('jobbtorg')).toEqual(expect.arrayContaining(['unga-jobbtorg', 'uppsokande-inskrivna']));
    expect(found('')).toEqual([]);
    expect(found('väder')).toEqual([]);
  });

  it('tells what is counted, who reports it and whether that is only a proposal', () => {
    expect(about('inskrivning')).toContainEqual({ kind: 'owner-proposed', text: 'Arbetsförmedlingen' });
    expect(about('anstallningsstod')).toContainEqual({ kind: 'owner', text: 'Etableringscentrum' });
    expect(about('deltagande')[0]).toEqual({
      kind: 'counts',
      text: 'de som deltog i informationsträffen, av alla som anmälts via Welcome House hemsida',
    });
  });

  it('cites documents in their words, and shows a baseline that is not set as that', () => {
    expect(about('kaa-nadda')).toContainEqual({
      kind: 'cited',
      text: expect.stringMatching(/^utfall 50-55 procent – ”Varje år.*\(U 6\.1\)$/),
    });
    expect(about('unga-af')).toContainEqual({ kind: 'baseline', text: '2022: ej satt' });
    expect(about('sjalvforsorjning').filter(({ kind }) => kind === 'cited')).toHaveLength(3);
  });
});
