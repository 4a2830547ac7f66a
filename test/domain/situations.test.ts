import { describe, expect, it } from 'vitest';
import { forumOf } from '../../src/domain/agreement.ts';
import {
  askedFor,
  LONGEST_SITUATION,
  reporterOf,
  reporters,
  situationsUnder,
  writeSituation,
} from '../../src/domain/situations.ts';
import { hub, stockholm } from './definition.ts';
import { draft, must, plannedMeeting, text } from './meetings.ts';

const section = forumOf(stockholm, 'section');
const meeting = { ...plannedMeeting('2027-03-30'), forum: section.id };
const AT = '2027-03-19T09:00';
const karin = { person: 'karin', unit: 'af-jarva' };

describe('lägesbild', () => {
  it('is asked of the convener for their own organisation, and else of its first member', () => {
    const asked = reporters(section).map((from) => askedFor(stockholm, section, from)?.id);
    expect(asked).toEqual(['karin', 'annika', 'david']);
    const [from] = reporters(section);
    const gone = { ...stockholm, people: stockholm.people.filter(({ unit }) => !from!.units.includes(unit)) };
    expect(askedFor(gone, section, from!)).toBeUndefined();
  });

  it('is written by anybody in the organisation, put in other words by the next, and stands as it was given', () => {
    const first = must(writeSituation(meeting, section, karin, text('Två nya börjar.'), AT));
    const peter = { person: 'peter', unit: 'af-city' };
    const second = must(writeSituation(first, section, peter, text('Två nya börjar.\nEn slutar.'), AT));
    expect(second.situations).toEqual([{ from: 'af', text: 'Två nya börjar.\nEn slutar.', by: 'peter', at: AT }]);
    expect(situationsUnder(second, section, 'lagesbild').map(({ text: said }) => said)).toEqual([
      'Två nya börjar.\nEn slutar.',
      '',
      '',
    ]);
    expect(situationsUnder(second, section, 'indikatorer')).toEqual([]);
  });

  it('is refused where nobody is asked, without words, too long, and when the meeting is closed', () => {
    const sara = { person: 'sara', unit: 'af-jarva' };
    expect(reporterOf(hub, 'af-jarva')).toBeUndefined();
    expect(writeSituation(plannedMeeting(), hub, sara, text('Ett.'), AT)).toEqual({ ok: false, no: 'no-situations' });
    const cso = { person: 'elias', unit: 'cso' };
    expect(writeSituation(meeting, section, cso, text('Ett.'), AT)).toEqual({ ok: false, no: 'no-situations' });
    expect(writeSituation(meeting, section, karin, text(' '), AT)).toEqual({ ok: false, no: 'empty' });
    const long = text('a'.repeat(LONGEST_SITUATION + 1));
    expect(writeSituation(meeting, section, karin, long, AT)).toEqual({ ok: false, no: 'too-long-situation' });
    expect(writeSituation({ ...draft(), forum: section.id }, section, karin, text('Ett.'), AT)).toEqual({
      ok: false,
      no: 'closed',
    });
  });
});
