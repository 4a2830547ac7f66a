import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../src/domain/meeting.ts';
import { approve, filed } from '../../src/domain/minutes.ts';
import { isRegistered, mayRegister, register, registrations } from '../../src/domain/registration.ts';
import { reopen } from '../../src/domain/reopen.ts';
import { stockholm as agreement } from '../support/agreement.ts';
import { draft, must, text } from './meetings.ts';

const person = (id: string) => agreement.people.find((one) => one.id === id)!;
const approved = (of: Meeting) =>
  filed(
    must(approve(of, { version: of.version, hash: 'h', comments: 0 }, { hash: 'h' }, 'sara', '2027-03-24T10:12')),
    'https://x.example',
  );
const secretary = { person: 'sara', unit: 'af-jarva', accepted: true, declined: [], reason: {} as never };
const inPlace = (): Meeting => ({ ...approved(draft()), secretary });
const [af, stad] = registrations(agreement, inPlace()).map(({ authority }) => authority.id) as [string, string];
const numbers = (given: Record<string, string>) => new Map(Object.entries(given).map(([id, dnr]) => [id, text(dnr)]));
const at = '2027-03-26T09:00';
const dnrs = (meeting: Meeting) => registrations(agreement, meeting).map(({ dnr }) => dnr);

describe('filed minutes', () => {
  it('are registered when every authority of the forum has given its number', () => {
    const half = must(register(agreement, inPlace(), person('sara'), numbers({ [af]: ' Af-2027/0012 3456 ', [stad]: '' }), at));
    expect(dnrs(half)).toEqual(['Af-2027/0012 3456', undefined]);
    expect(isRegistered(agreement, half)).toBe(false);
    const whole = must(register(agreement, half, person('sara'), numbers({ [stad]: 'ARB 2027/33' }), at));
    expect(isRegistered(agreement, whole)).toBe(true);
  });

  it('take each number once, and a corrected one takes its place while the first stays in the history', () => {
    const first = must(register(agreement, inPlace(), person('sara'), numbers({ [af]: 'Af-1' }), at));
    expect(must(register(agreement, first, person('sara'), numbers({ [af]: 'Af-1' }), at)).registered).toHaveLength(1);
    const second = must(register(agreement, first, person('sara'), numbers({ [af]: 'Af-2' }), at));
    expect(dnrs(second)[0]).toBe('Af-2');
    expect(second.registered!.map(({ dnr, by }) => [dnr, by])).toEqual([
      ['Af-1', 'sara'],
      ['Af-2', 'sara'],
    ]);
  });

  it('are registered by the secretary and the convener for all, by other members for their own authority', () => {
    const may = (id: string) => mayRegister(agreement, person(id), inPlace()).map((one) => one.id);
    expect(may('sara')).toEqual([af, stad]);
    expect(may('johan')).toEqual([af, stad]);
    expect(may('per')).toEqual([stad]);
    expect(may('kim')).toEqual([]);
    expect(register(agreement, inPlace(), person('per'), numbers({ [af]: 'Af-1' }), at)).toEqual({
      ok: false,
      no: 'not-secretary',
    });
    expect(register(agreement, inPlace(), person('kim'), numbers({ [stad]: '1' }), at)).toEqual({
      ok: false,
      no: 'not-secretary',
    });
  });

  it('are registered by a registrar of the authority, who is no member, and by none of another', () => {
    const may = (id: string) => mayRegister(agreement, person(id), inPlace()).map((one) => one.id);
    expect([may('rita'), may('sten'), may('ove'), may('vera')]).toEqual([['af'], ['son'], [], []]);
    expect(dnrs(must(register(agreement, inPlace(), person('rita'), numbers({ af: 'Af-1' }), at)))[0]).toBe('Af-1');
    for (const [who, of] of [
      ['rita', 'son'],
      ['sten', 'af'],
      ['ove', 'amn'],
    ] as const)
      expect(register(agreement, inPlace(), person(who), numbers({ [of]: '1' }), at), who).toMatchObject({ ok: false });
  });

  it('have to be registered anew when they have been put right', () => {
    const done = must(register(agreement, inPlace(), person('sara'), numbers({ [af]: 'Af-1', [stad]: 'S-1' }), at));
    const again = approved(must(reopen(done, 'sara', at, text('Fel dag'))));
    expect(dnrs(again)).toEqual([undefined, undefined]);
    expect(again.registered).toHaveLength(2);
  });

  it('are not registered before they are filed, without a number, or under a whole text', () => {
    const say = (meeting: Meeting, dnr: string) => register(agreement, meeting, person('sara'), numbers({ [af]: dnr }), at);
    expect(say({ ...draft(), secretary }, 'Af-1')).toEqual({ ok: false, no: 'not-filed' });
    expect(say(inPlace(), '  ')).toEqual({ ok: false, no: 'no-number' });
    expect(say(inPlace(), 'x'.repeat(61))).toEqual({ ok: false, no: 'long-number' });
  });
});
