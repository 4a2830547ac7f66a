import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { behindStop, personalDataStop } from '../../src/flows/personal-data-stop.ts';
import type { Calendar, CalendarEvent, Invitation, Log } from '../../src/ports.ts';
import { disguised } from '../support/personal-numbers.ts';

const clock = { now: () => Temporal.ZonedDateTime.from('2024-10-31T09:00[Europe/Stockholm]') };

function world() {
  const told: unknown[] = [];
  const tell = (facts: Record<string, unknown>, words: string) => void told.push({ facts, words });
  const log: Log = { info: tell, warn: tell, error: tell };
  return { clean: personalDataStop(clock, log), told };
}

describe('the last door', () => {
  it('takes a number out of any field of what passes, and tells the log its kind only', () => {
    fc.assert(
      fc.property(disguised, fc.constantFrom('title', 'notes', 'key', 'deep'), (number, field) => {
        const { clean, told } = world();
        const value = { [field]: [`Se ${number} där`, { [field]: number }], kept: 'Tolken uteblev 2024-10-31' };
        const passed = clean(value);
        const left = JSON.stringify(passed[field]);
        expect(left.match(/\[borttaget\]/g)).toHaveLength(2);
        expect(left).not.toMatch(/\p{Nd}/u);
        expect(passed.kept).toBe(value.kept);
        expect(told).toHaveLength(2);
        expect(JSON.stringify(told)).not.toMatch(/\d{3}/);
      }),
    );
  });

  it.each(['llOlOl-238l', 'lOlOlO-238O', 'OOllll-238O', 'IIolol 238I'])(
    'takes out a number of which few signs are digits: %s',
    (number) => {
      expect(world().clean(`Se ${number} där`)).toBe('Se [borttaget] där');
    },
  );

  it('leaves everything else as it is, and does not copy it', () => {
    const { clean, told } = world();
    const value = { at: clock.now(), bytes: new Uint8Array([1, 2]), texts: ['kl. 13.00', 'Af-2022/0101 5990'], n: 199001282384 };
    expect(clean(value)).toBe(value);
    expect(told).toEqual([]);
  });

  it('stands before every call of a port, and before what a port hands to a function', async () => {
    const saved: unknown[] = [];
    const store = {
      change: <T>(work: (change: { save(value: unknown): void }) => T): T => work({ save: (value) => void saved.push(value) }),
      post: (value: unknown) => void saved.push(value),
    };
    const behind = behindStop(store, world().clean);
    behind.change((change) => change.save({ title: '19900128-2384' }));
    behind.post('Se 19900128-2384');
    expect(saved).toEqual([{ title: '[borttaget]' }, 'Se [borttaget]']);
  });

  it('stands before the calendar: nobody is invited with a number in the heading, the words or the place', async () => {
    const number = '19900128-2384';
    const invitation: Invitation = {
      subject: `Möte om ${number}`,
      start: '2027-03-16T13:00',
      end: '2027-03-16T14:00',
      online: false,
      place: `Rum ${number}`,
      attendees: [{ mail: 'sara.nystrom@af.example', name: 'Sara Nyström', needed: 'always' }],
      paragraphs: ['Välkomna.', `Ta med ${number}.`],
      agendaUrl: `https://samarbetsyta.example/${number}.docx`,
    };
    const event: CalendarEvent = { id: 'AAMkAD=', webUrl: '', start: invitation.start, end: invitation.end, answers: [] };
    const given: [string, Invitation][] = [];
    const note = (what: string, said: Invitation) => {
      given.push([what, said]);
      return Promise.resolve(event);
    };
    const taken = new Map([['sara.nystrom@af.example', [{ start: invitation.start, end: invitation.end }]]]);
    const calendar: Calendar = {
      create: (said, key) => note(key, said),
      change: (id, said) => note(id, said),
      read: async () => event,
      between: async () => [event],
      busy: async () => taken,
    };
    const behind = behindStop(calendar, world().clean);
    await behind.create(invitation, 'hub-intro-2027-03-16');
    await behind.change('AAMkAD=', invitation);
    const stopped = {
      ...invitation,
      subject: 'Möte om [borttaget]',
      place: 'Rum [borttaget]',
      paragraphs: ['Välkomna.', 'Ta med [borttaget].'],
      agendaUrl: 'https://samarbetsyta.example/[borttaget].docx',
    };
    expect(given).toEqual([
      ['hub-intro-2027-03-16', stopped],
      ['AAMkAD=', stopped],
    ]);
    expect(await behind.busy(['sara.nystrom@af.example'], invitation.start, invitation.end)).toBe(taken);
  });

  it('leaves the id that Outlook has given an event as it is', () => {
    const { clean } = world();
    const id = fc
      .uint8Array({ minLength: 108, maxLength: 108 })
      .map((bytes) => `AAMkAD${Buffer.from(bytes).toString('base64url')}AAA=`);
    fc.assert(fc.property(id, (one) => clean(one) === one));
  });
});
