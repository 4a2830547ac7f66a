import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../src/domain/agreement.ts';
import { numberOf, numbersOf } from '../../src/domain/register-numbers.ts';
import { type FiledReport, isReportRegistered, mayRegisterReport, registerReport } from '../../src/domain/report-registration.ts';
import { stockholm as agreement } from '../support/agreement.ts';
import { must, text } from './meetings.ts';

const person = (id: string, of: Agreement = agreement) => of.people.find((one) => one.id === id)!;
const filed: FiledReport = { forum: 'unit', period: '2027-H1', edition: 1, registered: [] };
const all = numbersOf(agreement, filed).map(({ authority }) => authority.id);
const at = '2027-06-11T09:00';
const write = (report: FiledReport, who: string, given: Record<string, string>) =>
  registerReport(agreement, report, person(who), new Map(Object.entries(given).map(([id, dnr]) => [id, text(dnr)])), at);
const numbered = (report: FiledReport, who: string, given: Record<string, string>): FiledReport => ({
  ...report,
  registered: [...report.registered, ...must(write(report, who, given))],
});
const may = (id: string, forum = 'unit', of = agreement) => mayRegisterReport(of, person(id, of), forum).map((one) => one.id);

describe('a filed report', () => {
  it('is registered by who may freeze it for all, and by a registrar for the own authority', () => {
    expect(all.length).toBeGreaterThan(1);
    for (const who of ['gunilla', 'marcus', 'vera']) expect(may(who), who).toEqual(all);
    expect([may('rita'), may('sten'), may('ove')]).toEqual([['af'], ['son'], ['amn']]);
  });

  it('is registered by no one else: members of other forums, registrars of other authorities', () => {
    for (const who of ['sara', 'per', 'kim', 'bo']) expect(may(who), who).toEqual([]);
    for (const [who, of] of [
      ['rita', 'son'],
      ['sten', 'af'],
      ['sara', 'af'],
      ['ove', 'af'],
    ] as const)
      expect(write(filed, who, { [of]: '1' }), who).toEqual({ ok: false, no: 'not-registrar' });
  });

  it('is registered by other members for their own authority where somebody convenes the forum', () => {
    const people = agreement.people.map((one) => (one.id === 'gunilla' ? { ...one, convenes: ['unit'] } : one));
    const convened = { ...agreement, people };
    expect(may('gunilla', 'unit', convened)).toEqual(all);
    const own = agreement.units.find(({ id }) => id === person('marcus').unit)!.authority;
    expect(may('marcus', 'unit', convened)).toEqual([own]);
  });

  it('takes each number once, and a corrected one takes its place while the first stays', () => {
    const once = numbered(filed, 'rita', { af: ' Af-2027/0031 0001 ' });
    expect(once.registered).toMatchObject([{ authority: 'af', dnr: 'Af-2027/0031 0001', edition: 1, by: 'rita', at }]);
    expect(must(write(once, 'rita', { af: 'Af-2027/0031 0001' }))).toEqual([]);
    const corrected = numbered(once, 'gunilla', { af: 'Af-2027/0031 0002' });
    expect(numberOf(corrected.registered, 'af', 1)).toBe('Af-2027/0031 0002');
    expect(corrected.registered).toHaveLength(2);
  });

  it('is registered when every authority of the forum has given its number, and anew in a later edition', () => {
    const some = numbered(filed, 'rita', { af: 'Af-1' });
    expect(isReportRegistered(agreement, some)).toBe(false);
    const whole = numbered(some, 'gunilla', Object.fromEntries(all.map((id) => [id, `${id}-1`])));
    expect(isReportRegistered(agreement, whole)).toBe(true);
    expect(isReportRegistered(agreement, { ...whole, edition: 2 })).toBe(false);
    expect(numberOf(whole.registered, 'af', 1)).toBe('af-1');
  });

  it('takes no empty number and no whole text', () => {
    expect(write(filed, 'rita', { af: '  ' })).toEqual({ ok: false, no: 'no-number' });
    expect(write(filed, 'rita', { af: 'x'.repeat(61) })).toEqual({ ok: false, no: 'long-number' });
  });
});
