import { describe, expect, it } from 'vitest';
import { type Agreement, forumOf } from '../../src/domain/agreement.ts';
import { hasAgenda, isOutside, liftsOf, mayConcern, placeName } from '../../src/domain/question-paths.ts';
import { stockholm } from './definition.ts';

const paths = (forum: string) => liftsOf(stockholm, forumOf(stockholm, forum)).map((one) => [one.to, one.forDecision]);

describe('the way of a question', () => {
  it('is the agreement’s: hubs to section managers, they to unit managers for decision, they to the styrgrupp', () => {
    expect(paths('hub-intro')).toEqual([['section', false]]);
    expect(paths('hub-ec')).toEqual([['section', false]]);
    expect(paths('section')).toEqual([['unit', true]]);
    expect(paths('unit')).toEqual([['steering', true]]);
    expect(paths('steering')).toEqual([]);
  });

  it('says which of it the agreement says', () => {
    for (const id of ['hub-intro', 'hub-ec', 'section', 'unit', 'education'])
      for (const lift of forumOf(stockholm, id).lifts) expect(lift.origin).toHaveProperty('source');
    expect(forumOf(stockholm, 'um').lifts[0]!.origin).toHaveProperty('choice');
  });

  it('may lead outside the product, where there is a name and no agenda', () => {
    expect(paths('education')).toContainEqual(['bilaga-10-forum', false]);
    expect(isOutside(stockholm, 'bilaga-10-forum')).toBe(true);
    expect(hasAgenda(stockholm, 'bilaga-10-forum')).toBe(false);
    expect(hasAgenda(stockholm, 'steering')).toBe(false);
    expect(hasAgenda(stockholm, 'section')).toBe(true);
    expect(placeName(stockholm, 'bilaga-10-forum')).toBe('Samverkansforum enligt bilaga 10');
  });

  it('does not lead to a place that is no longer in the definition', () => {
    const cut = { ...stockholm, forums: stockholm.forums.filter(({ id }) => id !== 'section') };
    expect(liftsOf(cut, forumOf(cut, 'hub-intro'))).toEqual([]);
    const within = { ...stockholm, outside: [] };
    expect(liftsOf(within, forumOf(within, 'education')).map(({ to }) => to)).toEqual(['steering']);
  });

  it('is one level up where the definition says nothing', () => {
    const silent: Agreement = { ...stockholm, forums: stockholm.forums.map((one) => ({ ...one, lifts: [] })) };
    expect(liftsOf(silent, forumOf(silent, 'hub-ec'))).toMatchObject([{ to: 'section', forDecision: false }]);
    expect(liftsOf(silent, forumOf(silent, 'hub-ec'))[0]!.origin).toHaveProperty('choice');
  });

  it('lets a decision concern any forum that has an agenda, except where it is made', () => {
    const forums = mayConcern(stockholm, 'unit').map((one) => one.id);
    expect(forums).toContain('hub-ec');
    expect(forums).not.toContain('unit');
    expect(forums).not.toContain('steering');
  });
});
