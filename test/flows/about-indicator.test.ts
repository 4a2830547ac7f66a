import { describe, expect, it } from 'vitest';
import type { SetTarget } from '../../src/domain/targets.ts';
import { aboutIndicator, indicatorsCalled } from '../../src/flows/about-indicator.ts';
import { stockholm } from '../support/agreement.ts';

const found = (said: string) => indicatorsCalled(stockholm, said).map((one) => one.id);
const today = Temporal.PlainDate.from('2027-03-10');
const about = (id: string, set: SetTarget[] = []) =>
  aboutIndicator(stockholm, stockholm.indicators.find((one) => one.id === id)!, set, today);

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

  it('keeps every target in sight: who decided the one that holds, the earlier ones, and one to come', () => {
    const set = (value: number, validFrom: string, validTo: string, decidedAt: string): SetTarget => ({
      indicator: 'inskrivning',
      value,
      direction: 'at-least',
      validFrom,
      validTo,
      by: 'gunilla',
      forum: 'unit',
      decidedAt,
      reportedAt: undefined,
    });
    const all = [
      set(0.78, '2026-01-20', '2026-12-31', '2026-01-20'),
      set(0.87, '2026-01-20', '2026-12-31', '2026-01-20'),
      set(0.88, '2027-01-12', '2027-12-31', '2027-01-12'),
      set(0.9, '2028-01-01', '2028-12-31', '2027-03-09'),
    ];
    const said = about('inskrivning', all).filter(({ kind }) => kind.endsWith('target'));
    expect(said.map(({ kind, text }) => [kind, text.replaceAll('\u00a0', ' ')])).toEqual([
      ['earlier-target', 'minst 85 % t.o.m. 31 december 2025'],
      ['earlier-target', 'minst 78 % fr.o.m. 20 januari 2026 t.o.m. 31 december 2026 (rättat: skrivet fel, gällde aldrig)'],
      [
        'earlier-target',
        'minst 87 % fr.o.m. 20 januari 2026 t.o.m. 31 december 2026 (beslutat av enhetschefsmötet 20 januari 2026)',
      ],
      ['decided-target', 'beslutat av enhetschefsmötet 12 januari 2027; gäller fr.o.m. 12 januari 2027 t.o.m. 31 december 2027'],
      ['coming-target', 'minst 90 % fr.o.m. 1 januari 2028 t.o.m. 31 december 2028 (beslutat av enhetschefsmötet 9 mars 2027)'],
    ]);
    expect(about('inskrivning').filter(({ kind }) => kind.endsWith('target'))).toEqual([]);
    const back = { ...all[2]!, takenBack: { by: 'gunilla', at: '2027-03-10T09:12' } };
    const [taken, ...others] = about('inskrivning', [back]).filter(({ kind }) => kind.endsWith('target'));
    expect([taken!.kind, taken!.text.replaceAll('\u00a0', ' '), others]).toEqual([
      'taken-back-target',
      'minst 88 % fr.o.m. 12 januari 2027 t.o.m. 31 december 2027 (beslutat av enhetschefsmötet 12 januari 2027 och återtaget 10 mars 2027 av Gunilla Hedin)',
      [],
    ]);
  });
});
