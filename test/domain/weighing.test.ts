import { describe, expect, it } from 'vitest';
import { propose, publish } from '../../src/domain/agenda.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { weighed, weighedBy } from '../../src/domain/weighing.ts';
import { hub, stockholm } from './definition.ts';
import { must, openMeeting, proposal } from './meetings.ts';

const weighing = { ...hub, weighs: { origin: { choice: 'Vi vill det' } } };
const guidance = stockholm.guidance!;
const titles = (meeting: Meeting) => meeting.items.map(({ title }) => title);
const withItems = (...said: string[]) =>
  said.reduce((meeting, title, n) => must(propose(meeting, `p-${n}`, proposal(title))), openMeeting());
const standing = titles(openMeeting());

describe('what people propose, where the definition weighs it', () => {
  const said = withItems(
    'Nya lokaler',
    'Hur ordnar vi anställning med stöd?',
    'Krami till våren',
    'Finsam nästa år',
    'Parkering',
  );

  it('stands in the order of the groups, what no fact card is about last, and the rest as it came', () => {
    expect(titles(weighed(said, weighing, guidance))).toEqual([
      ...standing,
      'Finsam nästa år',
      'Hur ordnar vi anställning med stöd?',
      'Krami till våren',
      'Nya lokaler',
      'Parkering',
    ]);
  });

  it('says which fact card gives it its place, and nothing where it has none', () => {
    const named = said.items.map((item) => weighedBy(item, weighing, guidance)?.group);
    expect(named).toEqual([...standing.map(() => undefined), undefined, 'uppdrag', 'utan', 'lag', undefined]);
  });

  it('leaves standing items and what came after publication where they are, and weighs twice as once', () => {
    const once = weighed(said, weighing, guidance);
    expect(weighed(once, weighing, guidance)).toEqual(once);
    const late = must(propose(publish(once), 'late', proposal('Finsam igen'), true));
    expect(titles(weighed(late, weighing, guidance)).at(-1)).toBe('Finsam igen');
    expect(titles(once).slice(0, standing.length)).toEqual(standing);
  });

  it('is as it came where the definition does not', () => {
    expect(weighed(said, hub, guidance)).toBe(said);
    expect(weighed(said, weighing, undefined)).toBe(said);
    for (const forum of stockholm.forums) expect(forum.weighs, forum.id).toBeUndefined();
  });
});
