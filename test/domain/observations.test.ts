import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences, type KeptObservation, observationKey } from '../../src/domain/observations.ts';

const from = { source: 'statistik.xlsx', url: 'https://x', version: '1', changed: '2027-03-01T08:00', by: 'Eva Lund' };
const row = (period: string, women: number | undefined, over: Partial<KeptObservation> = {}): KeptObservation => ({
  indicator: 'deltagande',
  period,
  unit: 'EC',
  women,
  men: 20,
  womenBase: 50,
  menBase: 50,
  from,
  ...over,
});

describe('what a source says now', () => {
  it('beside what is kept: what is new, what was corrected with both words, what was taken back', () => {
    const kept = [row('2027-01', 30), row('2027-02', 31), row('2026-12', 28)];
    const said = [row('2027-01', 30), row('2027-02', 36), row('2027-03', 40)];
    const { added, corrected, withdrawn } = differences(kept, said);
    expect(added.map((one) => one.period)).toEqual(['2027-03']);
    expect(corrected.map(({ before, now }) => [before.women, now.women])).toEqual([[31, 36]]);
    expect(withdrawn.map((one) => one.period)).toEqual(['2026-12']);
  });

  it('is a correction also when a number becomes empty, and zero is another word than empty', () => {
    expect(differences([row('2027-01', 0)], [row('2027-01', undefined)]).corrected).toHaveLength(1);
    expect(differences([row('2027-01', undefined)], [row('2027-01', 0)]).corrected).toHaveLength(1);
  });

  it('is about the same thing however its name is spaced and capitalised', () => {
    expect(observationKey(row('2027-01', 1, { unit: 'AF  Järva' }))).toBe(
      observationKey(row('2027-01', 1, { unit: 'af järva' })),
    );
  });

  it('said twice changes nothing', () => {
    const some = fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.option(fc.nat(40), { nil: undefined })), { maxLength: 8 });
    const rows = some.map((all) => [
      ...new Map(all.map(([m, n]) => [m, row(`2027-${String(m).padStart(2, '0')}`, n)] as const)).values(),
    ]);
    fc.assert(
      fc.property(rows, (said) => void expect(differences(said, said)).toEqual({ added: [], corrected: [], withdrawn: [] })),
    );
  });
});
