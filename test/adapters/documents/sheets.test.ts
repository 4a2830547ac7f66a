import { readFileSync } from 'node:fs';
import PizZip from 'pizzip';
import { describe, expect, it } from 'vitest';
import { excelSheets } from '../../../src/adapters/documents/sheets.ts';
import { sampleStatistics } from '../../../src/agreements/stockholm/make-sample-statistics.ts';
import { needs } from '../../support/needs.ts';
import { converted } from '../../support/office.ts';
import { changed } from './docx.ts';
import { counts, type Row, shares, table, workbook } from './workbooks.ts';

const sheets = excelSheets();
const parse = async (bytes: Uint8Array | Promise<Uint8Array>, reportedPer = {}) => sheets.parse(await bytes, reportedPer);
const row = (period: string | Date, women: Row[number] = 12, men: Row[number] = 9): Row => [
  'samtal',
  period,
  'AF Järva',
  women,
  men,
];

describe('a statistikfil', () => {
  it('gives one row for each indicator, period and unit, and tells where it stands', async () => {
    const file = table(shares, row('2027 v. 10'), ['deltagande', '2027-02', 'Etableringscentrum', 34, 27, 48, 42]);
    expect(await parse(file)).toEqual({
      problems: [],
      rows: [
        {
          indicator: 'samtal',
          period: '2027-W10',
          unit: 'AF Järva',
          women: 12,
          men: 9,
          womenBase: undefined,
          menBase: undefined,
          cell: 'Blad1!D2',
        },
        {
          indicator: 'deltagande',
          period: '2027-02',
          unit: 'Etableringscentrum',
          women: 34,
          men: 27,
          womenBase: 48,
          menBase: 42,
          cell: 'Blad1!D3',
        },
      ],
    });
  });

  it('is found under title rows, among other columns, in any order and case, also when a Mac wrote it', async () => {
    const file = workbook({
      Inledning: [['Den här filen handlar om …'], ['Kvinnor och män']],
      Siffror: [
        [{ value: 'Statistik för mötet', columnSpan: 6 }, null, null, null, null, null],
        [],
        ['Kommentar', ' MA\u0308N ', 'kvinnor', 'Totalt', 'enhet', 'PERIOD', 'Indikator'],
        ['preliminärt', 9, 12, 21, 'AF Järva', '2027-02', 'samtal'],
        [],
        [null, 8, 11, 19, 'AF Järva', '2027-03', 'samtal'],
        ['Källa: vår egen räkning'],
      ],
    });
    const { rows, problems } = await parse(file);
    expect(problems).toEqual([]);
    expect(rows.map(({ period, women, men, cell }) => [period, women, men, cell])).toEqual([
      ['2027-02', 12, 9, 'Siffror!C4'],
      ['2027-03', 11, 8, 'Siffror!C6'],
    ]);
  });

  it.each([
    ['2027 v. 10', '2027-W10'],
    ['2027 v.10', '2027-W10'],
    ['2027\u00A0v.\u00A05', '2027-W05'],
    ['2027-W10', '2027-W10'],
    ['2027-w05', '2027-W05'],
    ['v. 10 2027', '2027-W10'],
    ['Vecka 10 2027', '2027-W10'],
    ['2026 v. 53', '2026-W53'],
    ['2027-02', '2027-02'],
    ['februari 2027', '2027-02'],
    [' December  2027 ', '2027-12'],
    [new Date(Date.UTC(2027, 1, 1)), '2027-02'],
    ['2027', '2027'],
    ['2027 H1', '2027-H1'],
    ['halvår 2 2027', '2027-H2'],
    ['2026/2027', '2026/2027'],
    ['läsåret 2026/27', '2026/2027'],
  ])('reads the period %s as %s', async (period, expected) => {
    expect((await parse(table(counts, row(period)))).rows.map((read) => read.period)).toEqual([expected]);
  });

  it.each([
    [1234, 1234],
    ['1 234', 1234],
    ['1\u00A0234', 1234],
    ['1\u202F234\u202F567', 1_234_567],
    ['1 234,0', 1234],
    ['12,0', 12],
    ['0', 0],
    [null, undefined],
    ['  ', undefined],
  ])('reads the number %j as %s', async (typed, expected) => {
    const { rows, problems } = await parse(table(counts, row('2027-02', typed)));
    expect(problems).toEqual([]);
    expect(rows.map(({ women }) => women)).toEqual([expected]);
  });

  it.each([
    ['1 234,5', 1234.5],
    ['12,5', 12.5],
  ])('reads %j of what is no persons as %s', async (typed, expected) => {
    const { rows, problems } = await parse(
      table(['Indikator', 'Period', 'Enhet', 'Antal'], ['aktiva-grupper', '2027-02', 'SFY', typed]),
    );
    expect(problems).toEqual([]);
    expect(rows.map(({ unsplit }) => unsplit)).toEqual([expected]);
  });

  it.each([
    ['85%', 48, 41],
    ['85 %', 48, 41],
    ['85\u00A0%', 48, 41],
    ['70,8%', 48, 34],
    ['0%', 48, 0],
    ['100 %', 48, 48],
    ['70,83%', 480, 340],
  ])('reads %s of %s as %s people, since it can be no other number', async (typed, base, expected) => {
    const { rows, problems } = await parse(table(shares, ['deltagande', '2027-02', 'EC', typed, 27, base, 42]));
    expect(problems).toEqual([]);
    expect(rows.map(({ women }) => women)).toEqual([expected]);
  });

  it('reads what a cell shows as percent, however Excel keeps it', async () => {
    const percent = (value: number) => ({ value, type: Number, format: '0%' });
    const file = workbook({ Blad1: [shares, ['deltagande', '2027-02', 'EC', percent(0.85), percent(1), 48, 42]] });
    const { rows, problems } = await parse(file);
    expect(problems).toEqual([]);
    expect(rows).toMatchObject([{ women: 41, men: 42 }]);
  });

  it('reads those whose sex is not known, and what is not persons at all, from columns of their own', async () => {
    const file = workbook({
      Personer: [
        [...counts, 'Uppgift saknas'],
        ['samtal', '2027-02', 'AF Järva', 12, 9, 6],
      ],
      Tider: [
        ['Indikator', 'Period', 'Enhet', 'Antal', 'Underlag'],
        ['tider', '2027-02', 'Vägledning', 30, 60],
        ['tider', '2027-03', 'Vägledning', 61, 60],
      ],
    });
    const { rows, problems } = await parse(file);
    expect(rows.map(({ women, men, unsplit, unsplitBase, cell }) => [women, men, unsplit, unsplitBase, cell])).toEqual([
      [12, 9, 6, undefined, 'Personer!D2'],
      [undefined, undefined, 30, 60, 'Tider!D2'],
    ]);
    expect(problems).toMatchObject([{ sheet: 'Tider', cell: 'D3', text: expect.stringContaining('större än underlaget') }]);
  });

  it('keeps the rows without faults and says what is wrong with the others', async () => {
    const file = table(counts, row('2027-01'), row('2027-02', 'tolv'), row('2027-03'));
    const { rows, problems } = await parse(file);
    expect(rows.map(({ period }) => period)).toEqual(['2027-01', '2027-03']);
    expect(problems).toEqual([
      {
        sheet: 'Blad1',
        cell: 'D3',
        text: 'Cellen ska innehålla ett tal, med siffror. Skriv 0 om det inte fanns någon, och lämna cellen tom om uppgiften saknas.',
      },
    ]);
  });

  it('names the cell of a period of another kind than the indicator is reported per, and does not count its row', async () => {
    const file = table(counts, row('2027-01'), row('2027 v. 5'), ['annat', '2027 v. 5', 'AF Järva', 1, 2]);
    const { rows, problems } = await parse(file, { samtal: 'month' });
    expect(rows.map(({ indicator, period }) => [indicator, period])).toEqual([
      ['samtal', '2027-01'],
      ['annat', '2027-W05'],
    ]);
    expect(problems).toEqual([
      {
        sheet: 'Blad1',
        cell: 'B3',
        text: 'Indikatorn lämnas per månad. Skriv en månad som ”2027-02”. Raden räknas inte.',
        indicator: 'samtal',
      },
    ]);
    expect((await parse(file, { constructor: 'month' })).problems).toEqual([]);
  });
});

describe('a fault leaves its row out and tells what to write', () => {
  const share = (...figures: Row): Row => ['deltagande', '2027-02', 'EC', ...figures];
  it.each<[string, Promise<Uint8Array>, string, string]>([
    ['percent of nothing', table(counts, row('2027-02', '85%')), 'D2', 'Skriv antal personer, inte procent'],
    ['percent in the base', table(shares, share(34, 27, '85%', 42)), 'F2', 'Skriv antal personer, inte procent'],
    ['percent that can be several numbers', table(shares, share('85%', 27, 480, 42)), 'D2', 'mer än ett antal'],
    ['percent that is no whole number', table(shares, share('85%', 2, 3, 42)), 'D2', 'inget helt antal'],
    ['more than all of them', table(shares, share('120%', 27, 48, 42)), 'D2', 'inget helt antal'],
    ['a share as decimals', table(shares, share(0.71, 0.64, 48, 42)), 'D2', 'i hela tal, inte en andel'],
    ['a share where there is no base', table(counts, row('2027-02', 0.71)), 'D2', 'i hela tal, inte en andel'],
    ['half a person', table(counts, row('2027-02', 12.5)), 'D2', 'i hela tal'],
    ['half a person in the base', table(shares, share(34, 27, 48.5, 42)), 'F2', 'i hela tal'],
    ['more women than the base', table(shares, share(49, 27, 48, 42)), 'D2', 'Antalet kvinnor är större än underlaget'],
    ['more men than the base', table(shares, share(34, 43, 48, 42)), 'E2', 'Antalet män är större än underlaget'],
    ['a base for one sex only', table(shares, share(34, 27, 48, null)), 'G2', 'hur många män'],
    ['a negative number', table(counts, row('2027-02', -1)), 'D2', 'mindre än noll'],
    ['a negative number with a real minus', table(counts, row('2027-02', '\u22123')), 'D2', 'mindre än noll'],
    ['a comma that can mean two things', table(counts, row('2027-02', '1,234')), 'D2', 'läsas på två sätt'],
    ['a full stop', table(counts, row('2027-02', '1.234')), 'D2', 'ett tal, med siffror'],
    ['blanks in the wrong place', table(counts, row('2027-02', '12 34')), 'D2', 'ett tal, med siffror'],
    ['a dash', table(counts, row('2027-02', '–')), 'D2', 'Skriv 0 om det inte fanns någon'],
    ['a date as a number', table(counts, row('2027-02', new Date(Date.UTC(2027, 0, 1)))), 'D2', 'inte ett datum'],
    ['true as a number', table(counts, row('2027-02', true)), 'D2', 'sanningsvärde'],
    ['a week the year has not', table(counts, row('2027 v. 53')), 'B2', 'År 2027 har veckorna 1–52'],
    ['week nought', table(counts, row('2027 v. 0')), 'B2', 'År 2027 har veckorna 1–52'],
    ['a month the year has not', table(counts, row('2027-13')), 'B2', '01–12'],
    ['an unlikely year', table(counts, row('1027-02')), 'B2', 'Årtalet stämmer inte'],
    ['a date within a month', table(counts, row(new Date(Date.UTC(2027, 1, 15)))), 'B2', 'ett datum, inte en period'],
    ['a period in words', table(counts, row('förra veckan')), 'B2', '”2027 v. 10”, en månad som ”2027-02”'],
    ['no plausible year', table(counts, ['samtal', 1027, 'AF Järva', 1, 2]), 'B2', 'Period saknas eller går inte att tolka'],
    ['a läsår of two years', table(counts, row('2026/2028')), 'B2', 'Ett läsår går från ett år till nästa.'],
    ['no period', table(counts, ['samtal', null, 'AF Järva', 1, 2]), 'B2', 'Period saknas'],
    ['no indicator', table(counts, [null, '2027-02', 'AF Järva', 1, 2]), 'A2', 'Indikator saknas. Skriv den på varje rad.'],
    ['no unit', table(counts, ['samtal', '2027-02', ' ', 1, 2]), 'C2', 'Enhet saknas. Skriv den på varje rad.'],
  ])('%s', async (_, file, cell, text) => {
    const { rows, problems } = await parse(file);
    expect(rows).toEqual([]);
    expect(problems.map((problem) => [problem.sheet, problem.cell])).toContainEqual(['Blad1', cell]);
    expect(problems[0]!.text).toContain(text);
    expect(problems[0]!.text).toMatch(/^\p{Lu}.*\.$/u);
  });

  it('every fault of a row is told at once', async () => {
    const { problems } = await parse(table(counts, [null, 'snart', 'AF Järva', 'få', 'många']));
    expect(problems.map(({ cell }) => cell)).toEqual(['A2', 'B2', 'D2', 'E2']);
  });

  it('never repeats what stands in a cell, since it may be about a person', async () => {
    const secret = 'Kim Larsson';
    const { problems } = await parse(table(shares, [secret, secret, secret, secret, secret, secret, secret]));
    expect(problems.length).toBeGreaterThan(4);
    expect(JSON.stringify(problems)).not.toContain('Kim');
  });

  it('two rows about the same thing are both left out, since we cannot know which is right', async () => {
    const file = workbook({
      Mars: [counts, row('2027 v. 10', 12), row('2027 v. 11', 14)],
      April: [counts, ['Samtal', '2027-W10', ' AF  järva', 13, 9], row('2027 v. 12', 15)],
    });
    const { rows, problems } = await parse(file);
    expect(rows.map(({ period }) => period)).toEqual(['2027-W11', '2027-W12']);
    expect(problems).toEqual([
      {
        sheet: 'April',
        cell: 'D2',
        text: 'Samma indikator, period och enhet står redan i Mars!D2. Ta bort den ena raden. Tills dess används ingen av dem.',
      },
    ]);
  });

  it('a formula that failed or was never calculated is not taken for a missing figure', async () => {
    const file = await table(counts, row('2027-01', 1001), row('2027-02', 1002), row('2027-03', 1003));
    const sheet = 'xl/worksheets/sheet1.xml';
    const failed = changed(file, sheet, /<c r="D2"([^>]*)><v>1001<\/v>/, '<c r="D2"$1 t="e"><f>1/0</f><v>#DIV/0!</v>');
    const uncalculated = changed(failed, sheet, /<v>1002<\/v>/, '<f>SUM(A1:A2)</f>');
    const fine = changed(uncalculated, sheet, /<v>1003<\/v>/, '<f>SUM(A1:A2)</f><v>1003</v>');
    const { rows, problems } = await parse(fine);
    expect(rows.map(({ women }) => women)).toEqual([1003]);
    expect(problems.map(({ cell, text }) => [cell, text.slice(0, 31)])).toEqual([
      ['D2', 'Formeln i cellen ger inget tal.'],
      ['D3', 'Formeln i cellen ger inget tal.'],
    ]);
  });
});

describe('a named table', () => {
  const filled = () =>
    workbook({
      Siffror: [
        ['Kvinnor och män, indikator för indikator'],
        counts,
        row('2027-01'),
        row('2027-02'),
        row('2027-03'),
        ['Summa', null, null, 36, 27],
      ],
    });
  const ranged = async (ref: string) =>
    changed(
      await filled(),
      'xl/workbook.xml',
      '</sheets>',
      `</sheets><definedNames><definedName name="Samtal">${ref}</definedName></definedNames>`,
    );

  it('tells where the rows end, whatever stands below', async () => {
    const { rows, problems } = await parse(withTable(await filled(), 'A2:E6', 1));
    expect(problems).toEqual([]);
    expect(rows.map(({ period, cell }) => [period, cell])).toEqual([
      ['2027-01', 'Siffror!D3'],
      ['2027-02', 'Siffror!D4'],
      ['2027-03', 'Siffror!D5'],
    ]);
  });

  it('may be a named range', async () => {
    expect((await parse(ranged('Siffror!$A$2:$E$5'))).rows).toHaveLength(3);
    expect((await parse(ranged("'Siffror'!$A$2:$E$5"))).rows).toHaveLength(3);
  });

  it.each(['table', 'range'])('that leaves out a row says which (%s)', async (kind) => {
    const file = kind === 'table' ? withTable(await filled(), 'A2:E4') : ranged('Siffror!$A$2:$E$4');
    const { rows, problems } = await parse(file);
    expect(rows).toHaveLength(2);
    expect(problems).toEqual([
      {
        sheet: 'Siffror',
        cell: 'A5',
        text: 'Raden ligger utanför tabellen ”Samtal” och räknas inte. Dra i tabellens nedre hörn så att raden kommer med.',
      },
    ]);
  });

  it('with its columns moved is read by the headings', async () => {
    const file = await workbook({ Siffror: [[], [null, ...counts.toReversed()], [null, ...row('2027-01').toReversed()]] });
    expect((await parse(withTable(file, 'B2:F3'))).rows).toMatchObject([{ women: 12, men: 9, cell: 'Siffror!C3' }]);
  });

  it('that has lost a heading names the column that has figures and none', async () => {
    const file = await workbook({ Siffror: [['Indikator', 'Period', 'Enhet', null, 'Män'], row('2027-01')] });
    for (const bytes of [file, withTable(file, 'A1:E2')]) {
      expect((await parse(bytes)).problems).toEqual([
        { sheet: 'Siffror', cell: 'D1', text: expect.stringContaining('Rubriken ”Kvinnor” saknas. Kolumnen har uppgifter') },
      ]);
    }
  });

  it('about something else, and a name for something else, change nothing', async () => {
    expect((await parse(withTable(await filled(), 'A6:E6'))).rows).toHaveLength(3);
    for (const ref of ['Siffror!$A$1', '#REF!', 'SUM(Siffror!$D$3:$D$5)', 'Annat!$A$1:$B$2']) {
      expect((await parse(ranged(ref))).rows).toHaveLength(3);
    }
  });
});

describe('headings', () => {
  it('that are missing are named, and the sheet is left out', async () => {
    const { rows, problems } = await parse(table(['Indikator', 'Period', 'Kvinnor', 'Män'], ['samtal', '2027-02', 1, 2]));
    expect(rows).toEqual([]);
    expect(problems).toEqual([
      { sheet: 'Blad1', cell: 'A1', text: 'Rubriken ”Enhet” saknas på rubrikraden. Lägg till en kolumn med den rubriken.' },
    ]);
  });

  it('for the base come in pairs', async () => {
    const { problems } = await parse(table(shares.slice(0, -1), ['deltagande', '2027-02', 'EC', 1, 2, 3]));
    expect(problems.map(({ text }) => text)).toEqual([expect.stringContaining('”Underlag män” saknas')]);
  });

  it('that stand twice make the figures uncertain', async () => {
    const { rows, problems } = await parse(table([...counts, 'Kvinnor'], [...row('2027-02'), 13]));
    expect(rows).toEqual([]);
    expect(problems).toEqual([{ sheet: 'Blad1', cell: 'F1', text: 'Rubriken ”Kvinnor” står i två kolumner. Behåll en av dem.' }]);
  });

  it('on no sheet at all are told once', async () => {
    const { rows, problems } = await parse(workbook({ A: [['Hej']], B: [['Indikator']] }));
    expect(rows).toEqual([]);
    expect(problems).toEqual([
      { sheet: '', cell: '', text: 'Inget blad har rubrikerna Indikator, Period, Enhet, Kvinnor och Män på samma rad.' },
    ]);
  });
});

describe('a file that is something else, or wants to do harm, is one problem and never a crash', () => {
  const sheet = 'xl/worksheets/sheet1.xml';
  const good = table(counts, row('2027-02'));
  const withRow = async (xml: string) => changed(await good, sheet, '</sheetData>', `${xml}</sheetData>`);
  const unreadable = /går inte att läsa som en Excel-arbetsbok/;
  const tooLarge = /för stor. Den får vara högst 5 MB/;

  it.each<[string, () => Uint8Array | Promise<Uint8Array>, RegExp]>([
    ['nothing', () => new Uint8Array(), unreadable],
    ['plain text', () => Buffer.from('Indikator;Period;Enhet'), unreadable],
    [
      'an old .xls file, or one with a password',
      () => Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      /äldre formatet \.xls eller är skyddad med lösenord/,
    ],
    ['a zip with something else in it', () => new PizZip().file('a.txt', 'x').generate({ type: 'uint8array' }), unreadable],
    ['a file cut short', async () => (await good).subarray(0, 2000), unreadable],
    ['a zip whose directory points nowhere', async () => patched(await good, 16, 0xfffffff0), unreadable],
    ['broken XML', async () => changed(await good, sheet, '</sheetData>', ''), /går inte att läsa/],
    [
      'a style that does not exist',
      async () => withRow('<row r="9"><c r="D9" s="99"><v>1</v></c></row>'),
      /Cellen går inte att läsa/,
    ],
    ['more than 5 MB', () => new Uint8Array(5 * 1024 * 1024 + 1), tooLarge],
    ['a zip bomb', async () => changed(await good, sheet, '</sheetData>', `${' '.repeat(30_000_000)}</sheetData>`), tooLarge],
    ['a cell at the far end', async () => withRow('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), tooLarge],
    ['a row that no sheet has', async () => withRow('<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>'), tooLarge],
  ])('%s', async (_, file, text) => {
    const { rows, problems } = await parse(file());
    expect(rows).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]!.text).toMatch(text);
  });

  it('a zip that lies about its sizes is read by what is in it', async () => {
    const file = Buffer.from(await good);
    const directory = file.readUInt32LE(file.lastIndexOf(endOfDirectory) + 16);
    file.writeUInt32LE(0xfffffff0, directory + 24);
    file.writeUInt32LE(0xfffffff0, 22);
    expect((await parse(file)).rows).toHaveLength(1);
  });

  it('an empty row at the very end, as some programs leave behind, does no harm', async () => {
    expect((await parse(withRow('<row r="1048576"/>'))).rows).toHaveLength(1);
  });
});

it('fifty thousand rows are read within the memory a file is given', async () => {
  const units = Array.from(
    { length: 50_000 },
    (_, index): Row => ['deltagande', '2027-02', `Enhet ${index}`, index % 40, 20, 48, 42],
  );
  const { rows, problems } = await parse(table(shares, ...units));
  expect(problems).toEqual([]);
  expect(rows).toHaveLength(50_000);
}, 120_000);

describe('the sample statistikfil', () => {
  const path = new URL('../../../src/agreements/stockholm/exempelstatistik.xlsx', import.meta.url);

  it('that is committed is the one the script makes', async () => {
    const made = Buffer.from(await sampleStatistics());
    expect(readFileSync(path).equals(made), 'run node src/agreements/stockholm/make-sample-statistics.ts').toBe(true);
  });

  it('has a share for every month', async () => {
    const { rows, problems } = await parse(readFileSync(path));
    expect(problems).toEqual([]);
    const shares = rows.filter(({ indicator, period }) => indicator === 'deltagande' && period >= '2026-10');
    expect(shares.map(({ period }) => period)).toEqual([
      '2026-10',
      '2026-11',
      '2026-12',
      '2027-01',
      '2027-02',
      '2027-03',
      '2027-04',
      '2027-05',
    ]);
    for (const { women, men, womenBase, menBase } of shares) {
      for (const [part, of] of [
        [women!, womenBase!],
        [men!, menBase!],
      ] as const) {
        expect(of >= 25 && of <= 60).toBe(true);
        expect(part / of >= 0.58 && part / of <= 0.76).toBe(true);
      }
    }
  });

  it('says on every sheet that the figures are made up', () => {
    const zip = new PizZip(readFileSync(path));
    expect(zip.file('xl/sharedStrings.xml')!.asText()).toContain('EXEMPELDATA – påhittade siffror');
    for (const sheet of ['sheet1', 'sheet2']) {
      expect(zip.file(`xl/worksheets/${sheet}.xml`)!.asText()).toContain('<c r="A1" s="1" t="s"><v>0</v></c>');
    }
  });

  it.runIf(needs('libreoffice'))(
    'reads the same after somebody has saved it in another program',
    async () => {
      const before = readFileSync(path);
      const after = await converted(before, 'xlsx', 'xlsx');
      expect(Buffer.from(after).equals(before)).toBe(false);
      expect(await parse(after)).toEqual(await parse(before));
    },
    60_000,
  );
});

/** The workbook with an Excel table named Samtal on its first sheet. */
function withTable(workbook: Uint8Array, ref: string, totalsRowCount = 0): Uint8Array {
  const zip = new PizZip(workbook);
  const xml = (name: string, content: string) => zip.file(name, `<?xml version="1.0" encoding="UTF-8"?>${content}`);
  const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/table';
  xml(
    'xl/tables/table1.xml',
    `<table xmlns="${spreadsheet}" id="1" name="Samtal" displayName="Samtal" ref="${ref}" totalsRowCount="${totalsRowCount}"/>`,
  );
  xml(
    'xl/worksheets/_rels/sheet1.xml.rels',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="${type}" Target="../tables/table1.xml"/></Relationships>`,
  );
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
}

const endOfDirectory = Buffer.from('504b0506', 'hex');

/** The zip with another number at an offset into its last record. */
function patched(zip: Uint8Array, offset: number, value: number): Uint8Array {
  const copy = Buffer.from(zip);
  copy.writeUInt32LE(value, copy.lastIndexOf(endOfDirectory) + offset);
  return copy;
}
