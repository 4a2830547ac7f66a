import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitOver } from '../../src/domain/privacy.ts';
import { scan } from '../../src/domain/privacy-scan.ts';
import { ordinaryText } from '../support/ordinary-texts.ts';
import { testNumber } from '../support/personal-numbers.ts';

const today = Temporal.PlainDate.from('2026-11-28');
const stopped = (text: string) => scan(text, today).filter(({ action }) => action !== 'warn');
const adult = testNumber.filter(({ century, date }) => `${century}${date}` < '20090101');

describe('a number whose date and last four stand apart', () => {
  it('is stopped where the text says what they are', () => {
    const ways = ['D (sista fyra: L)', 'personnummer D och L', 'D, fyra sista siffrorna är L', 'Pnr: D men kolla L'];
    fc.assert(
      fc.property(adult, fc.constantFrom(...ways), fc.boolean(), ({ century, date, last }, way, long) => {
        const text = way.replace('D', long ? century + date : date).replace('L', last);
        expect(stopped(text), text).toHaveLength(1);
      }),
    );
  });

  it('is stopped with a birth date in words, with typographic quotes, and with blanks round any sign', () => {
    for (const text of [
      'Född den 28 januari 1990, sista fyra 2384',
      'född 1990-01-28. Sista fyra siffrorna: 2384',
      '‹900128›‹2384›',
      '”900128”, ”2384”',
      '900128, 2384',
      '900128 … 2384',
      '900128 ... 2384',
      '19900128 / 2384',
    ])
      expect(stopped(text).length, text).toBeGreaterThan(0);
  });

  it('is no number in figures, days and paragraphs', () => {
    for (const text of [
      'Utfall: 120, 850714, 2391, 1204 per år',
      'Den 261128. 1430 personer kom',
      'Jfr SFS 1930:173, 2 § och 2009:400, 10 kap. 28 §',
      'Dnr AF-2026/0012 3456, AMN 2026/0874-1.4.1',
      'Bankgiro 5050-1055, org.nr 202100-2114',
      'Perioden 2026-01-01–2026-06-30, 1200 deltagare',
      'De fyra sista åren kom 2384 personer, 900128 totalt',
      'IBAN SE45 5000 0000 0583 9825 7466',
    ])
      expect(stopped(text), text).toEqual([]);
  });
});

describe('a number in two fields', () => {
  it('is found where the first ends and the second begins, and what belongs to it is told', () => {
    fc.assert(
      fc.property(adult, fc.constantFrom('', '-', ' – ', ':'), fc.integer({ min: 2, max: 11 }), (number, sign, cut) => {
        const whole = `${number.century}${number.date}${sign}${number.last}`;
        const at = sign === '' ? cut : cut % 2 === 0 ? 8 : 8 + sign.length;
        const [first, second] = [`Om ${whole.slice(0, at)} `, ` ${whole.slice(at)} undrar`];
        const split = splitOver(first, second, today);
        expect(split && first.slice(0, split.from) + second.slice(split.to)).toBe('Om  undrar');
      }),
    );
  });

  it('is not made of ordinary texts and days', () => {
    const some = fc.sample(fc.tuple(ordinaryText, ordinaryText), { numRuns: 1000, seed: 7 });
    expect(some.filter(([first, second]) => splitOver(first, second, today)).length).toBeLessThanOrEqual(3);
    expect(splitOver('Möte 2026-12-03', '1200 kr', today)).toBeUndefined();
    expect(splitOver('hub-intro-2026-11-24', '1430', today)).toBeUndefined();
  });
});

describe('a long text', () => {
  it('is read in pieces, and a number is found once wherever they meet', () => {
    const number = '19900128-2384';
    for (const before of ['a', 'å ', '<b>x</b>', '\u200bx'])
      for (const shift of [-1100, -1024, -14, -7, -1, 0, 5, 1023]) {
        const length = Math.ceil((2 ** 15 + shift) / before.length);
        const text = `${before.repeat(length)} ${number} ${before.repeat(5000)}`;
        const found = scan(text, today).map(({ start, end }) => text.slice(start, end));
        expect(found, `${before} ${shift}`).toEqual([number]);
      }
  });
});
