/**
 * Made-up figures for every indicator, 2025–2026 and into the spring the local mode lives in. Small cells, gaps and unknown
 * sex are there on purpose, so that people see what the product does with them.
 */

/** One row of the sample: an indicator, a period and a unit or part; women, men, and their bases. Null: an empty cell. */
export interface SampleRow {
  indicator: string;
  period: string;
  unit: string;
  women: number | null;
  men: number | null;
  womenBase?: number | null;
  menBase?: number | null;
  unsplit?: number | null;
  unsplitBase?: number | null;
}

const AF = ['AF City/Vällingby', 'AF Järva', 'AF Globen/Liljeholmen/Skärholmen'];
const EC = 'Etableringscentrum';
const CSO = 'Centrum för samhällsorientering';
const VUX = 'Vuxenutbildningscentrum';
const PACKAGES = [
  'Utbildningspaket SFI med förberedande grund',
  'SFI mot jobb – grundläggande nivå',
  'SFY – svenska med yrkesinfärgning',
  'Kombinationsutbildningar',
];
const BACKGROUNDS = ['Kortare än grundskola', 'Grundskola', 'Del av gymnasium'];

/** Goes up and down between 0 and `width` without chance: the same file every time it is made. */
const sway = (n: number, width: number): number => (n * 7 + (n % 3) * 5 + (n % 5) * 3) % (width + 1);

const months = (from: string, to: string): string[] => {
  const names: string[] = [];
  for (let at = Temporal.PlainYearMonth.from(from); names.at(-1) !== to; at = at.add({ months: 1 })) names.push(at.toString());
  return names;
};

const weeks = (from: string, to: string): string[] => {
  const names: string[] = [];
  const last = Temporal.PlainDate.from(to);
  for (let at = Temporal.PlainDate.from(from); Temporal.PlainDate.compare(at, last) < 0; at = at.add({ days: 7 }))
    names.push(`${at.yearOfWeek} v. ${at.weekOfYear}`);
  return names;
};

const MONTHS = months('2025-01', '2027-02');

/** Shares of women and men by unit, drifting upwards; `base` people of each sex a month, give or take. */
const shares = (indicator: string, units: readonly string[], base: number, start: number, drift: number): SampleRow[] =>
  MONTHS.flatMap((period, m) =>
    units.map((unit, u): SampleRow => {
      const womenBase = base + sway(m + u * 2, Math.ceil(base / 3));
      const menBase = base - 3 + sway(m * 2 + u, Math.ceil(base / 3));
      const share = Math.min(0.97, start + (drift * m) / MONTHS.length + (sway(m + u, 6) - 3) / 100);
      return {
        indicator,
        period,
        unit,
        women: Math.round(womenBase * share),
        men: Math.round(menBase * Math.max(0, share - 0.04)),
        womenBase,
        menBase,
      };
    }),
  );

const counts = (
  indicator: string,
  periods: readonly string[],
  units: readonly string[],
  least: number,
  width: number,
): SampleRow[] =>
  periods.flatMap((period, n) =>
    units.map((unit, u): SampleRow => {
      const women = least + sway(n + u, width);
      return { indicator, period, unit, women, men: least + sway(n * 2 + u + 1, width) };
    }),
  );

/** A cell left empty: somebody has not reported. */
const without = (rows: SampleRow[], missing: (row: SampleRow) => boolean): SampleRow[] =>
  rows.map((row) => (missing(row) ? { ...row, women: null, men: null } : row));

export const inEveryUnit = (): SampleRow[] => [
  ...shares('inskrivning', AF, 34, 0.74, 0.12),
  ...shares('hanvisning', AF, 40, 0.83, 0.1),
];

/** Small on purpose: some months one to four women or men. August 2026 was never reported. */
export const employment = (): SampleRow[] =>
  without(counts('anstallningsstod', MONTHS, [EC], 3, 14), ({ period }) => period === '2026-08');

/** Some of those present did not want to say. */
export const present = (): SampleRow[] =>
  counts('informationstraff', MONTHS, [EC], 24, 18).map((row, n) => ({ ...row, unsplit: n % 6 === 5 ? 5 + (n % 3) : 0 }));

export const registered = (): SampleRow[] => counts('um-anmalda', weeks('2025-01-06', '2027-03-08'), [CSO], 1, 7);

export const sfi = (): SampleRow[] => shares('sfi-manad', [VUX], 46, 0.84, 0.08);

/** Guidance times, which are not persons: offered and booked. */
export const guidanceTimes = (): SampleRow[] =>
  MONTHS.map((period, n) => {
    const offered = 60 + sway(n, 20);
    const booked = Math.round(offered * (0.52 + (0.16 * n) / MONTHS.length));
    return { indicator: 'vagledning-bokade', period, unit: VUX, women: null, men: null, unsplit: booked, unsplitBase: offered };
  });

export const groups = (): SampleRow[] =>
  MONTHS.flatMap((period, n) =>
    PACKAGES.map((unit, p): SampleRow => {
      const running = p === 2 && n % 7 >= 5 ? 0 : 1 + sway(n + p, 2);
      return { indicator: 'aktiva-grupper', period, unit, women: null, men: null, unsplit: running };
    }),
  );

export const guidance = (): SampleRow[] => [
  ...counts('vagledning-genomforda', MONTHS, [VUX], 12, 12),
  ...counts('vagledning-studier', ['2025 H1', '2025 H2', '2026 H1', '2026 H2'], PACKAGES, 4, 22),
];

/** Small on purpose: the group with part of upper secondary is small. */
export const duty = (): SampleRow[] =>
  MONTHS.flatMap((period, n) =>
    BACKGROUNDS.map((unit, b): SampleRow => {
      const least = [62, 38, 9][b]!;
      return { indicator: 'utbildningsplikt', period, unit, women: least + sway(n + b, 9), men: least - 5 + sway(n * 2 + b, 9) };
    }),
  );

const yearly = (
  indicator: string,
  unit: string,
  year: string,
  women: number,
  men: number,
  womenBase?: number,
  menBase?: number,
): SampleRow => ({
  indicator,
  period: year,
  unit,
  women,
  men,
  ...(womenBase === undefined ? {} : { womenBase }),
  ...(menBase === undefined ? {} : { menBase }),
});

/** 2026 is not reported by everybody yet. */
export const young = (): SampleRow[] => [
  yearly('unga-af', 'Arbetsförmedlingen', '2025', 612, 748, 1420, 1810),
  yearly('unga-af', 'Arbetsförmedlingen', '2026', 655, 760, 1433, 1762),
  yearly('unga-jobbtorg', 'Jobbtorg Stockholm', '2025', 188, 231, 402, 530),
  yearly('unga-funktionsnedsattning', 'Arbetsförmedlingen', '2025', 61, 74, 180, 236),
  yearly('unga-funktionsnedsattning', 'Arbetsförmedlingen', '2026', 66, 71, 188, 229),
  yearly('kaa-nadda', 'Arbetsmarknadsförvaltningen', '2025', 1310, 1522, 2480, 2951),
  yearly('kaa-nadda', 'Arbetsmarknadsförvaltningen', '2026', 1352, 1601, 2515, 2990),
  yearly('bron-vidare', 'Bron', '2024/2025', 11, 17, 24, 33),
  yearly('bron-vidare', 'Bron', '2025/2026', 13, 16, 26, 31),
  yearly('bron-information', 'Bron', '2024/2025', 52, 70, 58, 77),
  yearly('bron-information', 'Bron', '2025/2026', 55, 71, 63, 80),
];

export const youngCounts = (): SampleRow[] => [
  yearly('kaa-kontaktade', 'Arbetsmarknadsförvaltningen', '2025', 2480, 2951),
  yearly('kaa-kontaktade', 'Arbetsmarknadsförvaltningen', '2026', 2515, 2990),
  yearly('kaa-stod', 'Arbetsmarknadsförvaltningen', '2025', 431, 502),
  yearly('kaa-stod', 'Arbetsmarknadsförvaltningen', '2026', 444, 519),
  yearly('uppsokande', 'Arbetsmarknadsförvaltningen', '2025', 921, 1160),
  yearly('uppsokande', 'Arbetsmarknadsförvaltningen', '2026', 955, 1142),
  yearly('uppsokande-inskrivna', 'Arbetsmarknadsförvaltningen', '2025', 371, 442),
  yearly('uppsokande-inskrivna', 'Arbetsmarknadsförvaltningen', '2026', 366, 450),
  yearly('bron', 'Bron', '2024/2025', 24, 33),
  yearly('bron', 'Bron', '2025/2026', 26, 31),
];

/** Who came to the meeting at Welcome House before the autumn of 2026. */
export const earlierParticipation = (): SampleRow[] =>
  shares('deltagande', [EC], 38, 0.6, 0.1).filter(({ period }) => period < '2026-10');
