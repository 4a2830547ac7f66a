import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asAttendance, attendedTogether, type Filled } from '../../src/domain/attendance-together.ts';
import { text } from './meetings.ts';

const UNIT = 'af-jarva';
const MEMBERS = ['sara', 'johan', 'lina'];
const mark = (one: string) => `<${one}>`;
const noted = (present: string[], substitute = '') => ({
  attendance: { [UNIT]: present },
  ...(substitute === '' ? {} : { substitutes: { [UNIT]: text(substitute) } }),
});
const filled = (ticked: string[], substitute: string, seen?: { ticked: string[]; substitute: string }): Filled => ({
  ...{ unit: UNIT, members: MEMBERS, ticked, substitute: text(substitute) },
  seen: seen && { ticked: seen.ticked, substitute: mark(seen.substitute) },
});
const both = (now: ReturnType<typeof noted>, mine: Filled) => attendedTogether(now, [mine], mark)[0]!;

describe('attendance that two fill in at the same time', () => {
  it('holds what each of them has changed', () => {
    const seen = { ticked: ['johan'], substitute: '' };
    const now = noted(['johan', 'sara']);
    expect(both(now, filled(['lina'], 'Nils Ek', seen))).toMatchObject({ present: ['sara', 'lina'], substitute: 'Nils Ek' });
    expect(both(noted([], 'Nils Ek'), filled(['johan'], '', seen))).toMatchObject({ present: [], substitute: 'Nils Ek' });
  });

  it('shows two substitutes that both wrote, and nobody’s is gone', () => {
    const mine = filled([], 'Nils Ek', { ticked: [], substitute: '' });
    expect(both(noted([], 'Eva Lund'), mine)).toMatchObject({ substitute: 'Nils Ek', theirs: 'Eva Lund' });
  });

  it('loses no tick where it is not known what was shown', () => {
    expect(both(noted(['sara']), filled(['lina'], '')).present).toEqual(['sara', 'lina']);
  });

  it('whoever of two saves first, the same people are there', () => {
    const some = fc.subarray(MEMBERS);
    fc.assert(
      fc.property(some, some, some, (seen, one, other) => {
        const saved = (first: string[], second: string[]) => {
          const before = both(noted(seen), filled(first, '', { ticked: seen, substitute: '' })).present;
          return both(noted(before), filled(second, '', { ticked: seen, substitute: '' })).present;
        };
        expect(saved(one, other)).toEqual(saved(other, one));
        expect(saved(one, seen), 'who changes nothing takes nothing away').toEqual(MEMBERS.filter((id) => one.includes(id)));
      }),
    );
  });

  it('is kept with who was not there, and without substitutes that nobody named', () => {
    const one = both(noted([]), filled(['sara'], '', { ticked: [], substitute: '' }));
    expect(asAttendance([one])).toEqual({
      present: { [UNIT]: ['sara'] },
      absent: { [UNIT]: ['johan', 'lina'] },
      substitutes: {},
    });
  });
});
