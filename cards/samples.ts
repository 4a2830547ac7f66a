import type { Figure } from './figure.ts';

/** What the samples are made of. All persons are invented. */

/** Text as somebody with bad intentions, or just a habit of markdown, would type it. */
export const hostile =
  '[Klicka här](https://ond.example/?a=1&b=2) **fet** _kursiv_ # rubrik <at>Chefen</at> <b onclick="x()">html</b> ${$root.meeting} ${1+1} {{x}} "citat" \'enkla\' `kod` \\ 1. lista';

export const longWord = 'Etableringsprogramsuppföljningskonferensdeltagarundersökning';

/** Plausible Swedish of exactly this many characters. */
export function long(characters: number): string {
  const sentence =
    'Handläggarna på de tre kontoren ser att fler behöver tolk vid inskrivningen, och att tiderna på fredagar ofta blir kvar. ';
  return sentence
    .repeat(Math.ceil(characters / sentence.length))
    .slice(0, characters - 1)
    .trimEnd()
    .padEnd(characters, '.');
}

export const forum = 'Kommunhubb Intro Stockholm – Arbetsförmedlingen';
export const sara = { name: 'Sara Nyström', unit: 'AF Järva' };
export const per = { name: 'Per Holm', unit: 'Intro Stockholm' };
export const lina = { name: 'Lina Berg', unit: 'AF Järva' };
export const meeting = { meeting: 'hub-intro-2027-03-16', forum, start: '2027-03-16T13:00', end: '2027-03-16T14:00' };

const open = { women: '', men: '', total: '' } as const;

/** A share that reaches its target. */
export const participation: Figure = {
  indicator: 'deltagande',
  name: 'Deltagande i informationsträff',
  measure: 'share',
  period: '2027-02',
  women: 0.72,
  men: 0.684,
  total: 0.703,
  unsplit: null,
  bySex: true,
  womenBase: 50,
  menBase: 38,
  totalBase: 88,
  hidden: { ...open, unsplit: '' },
  hiddenBelow: 5,
  few: false,
  target: { value: 0.7, direction: 'at-least', validTo: null, expired: false, setter: '', baseline: null },
  status: 'reached',
  change: { since: '2027-01', women: 0.0155, men: -0.02, total: -0.001 },
  trend: [
    { period: '2026-10', women: 0.71, men: 0.62, total: 0.667, hidden: open },
    { period: '2026-11', women: null, men: null, total: 0.68, hidden: { women: 'few', men: 'reveals', total: '' } },
    { period: '2026-12', women: 0.667, men: 0.607, total: 0.639, hidden: open },
    { period: '2027-01', women: 0.705, men: 0.704, total: 0.704, hidden: open },
    { period: '2027-02', women: 0.72, men: 0.684, total: 0.703, hidden: open },
  ],
  late: null,
  caveat: '',
  notes: [],
  partsAre: 'Enhet',
  source: {
    name: 'Statistik Etableringscentrum',
    url: 'https://samarbetsyta.example/statistik/deltagande.xlsx',
    changed: '2027-03-12T09:12',
    read: '2027-03-16T08:00',
  },
  corrected: '',
  perUnit: [],
  problem: '',
};

/** A weekly count per unit. */
export const enrolments: Figure = {
  ...participation,
  indicator: 'inskrivningssamtal',
  name: 'Deltagare i inskrivningssamtal',
  measure: 'count',
  period: '2027-W10',
  unsplit: 6,
  change: { since: '2027-W09', women: 4, men: -2, total: 2 },
  trend: [],
  women: 38,
  men: 33,
  total: 77,
  womenBase: null,
  menBase: null,
  totalBase: null,
  target: null,
  status: 'follow',
  perUnit: [
    { unit: 'AF City/Vällingby', women: 14, men: 12, total: 26, hidden: open },
    { unit: 'AF Järva', women: 17, men: 15, total: 32, hidden: open },
    { unit: 'AF Globen/Liljeholmen/Skärholmen', women: 7, men: 6, total: 13, hidden: open },
  ],
};

/** The same with few men in one unit: what would reveal them is withheld too. */
export const enrolmentsWithheld: Figure = {
  ...enrolments,
  women: null,
  men: null,
  hidden: { women: 'reveals', men: 'reveals', total: '', unsplit: '' },
  change: null,
  perUnit: enrolments.perUnit.map((row, index) =>
    index === 2 ? { ...row, women: null, men: null, hidden: { women: 'reveals', men: 'few', total: '' } } : row,
  ),
};

/** A share that misses its target, late, with its trend. */
export const missed: Figure = {
  ...participation,
  women: 0.64,
  men: 0.58,
  total: 0.61,
  status: 'missed',
  change: { since: '2027-01', women: -0.065, men: -0.124, total: -0.094 },
  trend: participation.trend.map((point, n) => (n === 4 ? { ...point, women: 0.64, men: 0.58, total: 0.61 } : point)),
  late: {
    period: '2027-03',
    from: ['Etableringscentrum'],
    place: {
      name: 'exempelstatistik.xlsx',
      sheet: 'Informationsträff',
      url: 'https://samarbetsyta.example/statistik/deltagande.xlsx',
    },
    asked: { on: '2027-04-06', not: [] },
  },
  notes: [
    {
      unit: 'Etableringscentrum',
      factors: 'Träffen flyttades två gånger under sportlovet.',
      analysis: 'Fler än vanligt anmälde sig sent, och många fick kallelsen efter träffen.',
      direction: 'Vi påminner per telefon dagen innan.',
    },
  ],
};

/** A share that misses a target that has run out, on a small base. */
export const withinAWeek: Figure = {
  ...participation,
  indicator: 'inskrivning',
  name: 'Inskrivna inom en vecka',
  period: '2027-W10',
  women: 0.846,
  men: 0.75,
  total: 0.8,
  womenBase: 13,
  menBase: 12,
  totalBase: 25,
  few: true,
  target: {
    value: 0.85,
    direction: 'at-least',
    validTo: '2025-12-31',
    expired: true,
    setter: 'enhetschefsmötet',
    baseline: null,
  },
  status: 'missed',
};

/** Withheld: few persons stand behind it. */
export const withheld: Figure = {
  ...participation,
  indicator: 'anstallningsstod',
  name: 'Avslut till arbete med anställningsstöd',
  measure: 'count',
  women: null,
  men: null,
  total: null,
  womenBase: null,
  menBase: null,
  totalBase: null,
  hidden: { women: 'few', men: 'reveals', total: 'reveals', unsplit: 'blurred' },
  target: { value: 0, direction: 'increase', validTo: null, expired: false, setter: '', baseline: null },
  change: null,
  trend: [],
  caveat: 'Effekten kan ej isoleras till redovisad statistik, men ger oss en uppskattning av hur samverkan fungerar.',
  status: 'unknown',
};

/** Not there, and why. */
export const absent: Figure = {
  ...withheld,
  indicator: 'hanvisning',
  name: 'Hänvisade till informationsträff',
  measure: 'share',
  period: '',
  hidden: { ...open, unsplit: '' },
  target: null,
  source: null,
  problem: 'Filen hanvisning.xlsx saknas på samarbetsytan. Arbetsförmedlingen är tillfrågad 9 mars.',
};

export const longestFigure: Figure = {
  ...withinAWeek,
  name: `${longWord}: ${long(80)}`,
  women: 0.9999,
  men: 0.123,
  total: 1,
  womenBase: 123456,
  menBase: 1234567,
  totalBase: 1358023,
  source: { ...participation.source!, name: long(60) },
  perUnit: enrolments.perUnit.map((row) => ({ ...row, unit: `${row.unit} ${longWord}` })),
  problem: long(160),
  notes: Array.from({ length: 3 }, () => ({
    unit: `AF Globen/Liljeholmen/Skärholmen ${longWord}`,
    factors: long(300),
    analysis: long(300),
    direction: long(300),
  })),
};

export const hostileFigure: Figure = {
  ...participation,
  name: hostile,
  source: { ...participation.source!, name: hostile },
  perUnit: [{ unit: hostile, women: 0.1, men: 0.2, total: 0.15, hidden: open }],
  problem: hostile,
  notes: [{ unit: hostile, factors: hostile, analysis: hostile, direction: hostile }],
};
