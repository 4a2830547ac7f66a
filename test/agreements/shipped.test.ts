import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadAgreement } from '../../src/agreements/load.ts';
import { appendix } from '../../src/agreements/schema.ts';
import { needs, root, shared } from '../support/needs.ts';
import { oneHubFiles, written } from './files.ts';

/** Line breaks and the bullets of the source's layout apart, the same words. */
const words = (text: string): string => text.replace(/[-\s\u00a0]+/g, ' ').trim();

const file = path.join(root, 'src/agreements/stockholm/bilaga-nyanlanda.yaml');

describe('the definition that ships', () => {
  it('loads without a fault, from wherever it lies', () => {
    const here = loadAgreement(file);
    expect(here.ok ? [] : here.faults).toEqual([]);
    const elsewhere = loadAgreement(written(oneHubFiles()));
    if (!here.ok || !elsewhere.ok) throw new Error('faults');
    // Which forums stand above it, and what the appendix says of late figures, is the only difference.
    const alone = { order: undefined, figureAsks: undefined };
    expect({ ...elsewhere.agreement.forums[0], ...alone }).toEqual({ ...here.agreement.forums[0], ...alone });
    // The convener of the unit managers and of the styrgrupp is not named by the sources.
    expect(here.warnings.map((one) => one.text)).toEqual(
      ['unit', 'steering'].map(
        (id) =>
          `Ingen sammankallar ${id}. Överenskommelsen namnger ingen: kom överens om en, och skriv "sammankallar: [${id}]" hos hen. Till dess flyttas inga möten i forumet för hand.`,
      ),
    );
    expect(here.files.map((one) => path.basename(one))).toEqual([
      'bilaga-nyanlanda.yaml',
      'bilaga-unga.yaml',
      'overenskommelse.yaml',
      'exempelpersoner.yaml',
      'vagledning.yaml',
      'fraser.yaml',
    ]);
  });

  it('says of every rule whether the agreement gives it or we chose it', () => {
    const loaded = loadAgreement(file);
    if (!loaded.ok) throw new Error('faults');
    const [hub] = loaded.agreement.forums;
    expect(hub!.rhythm).toMatchObject({ kind: 'every', days: 14, anchor: '2027-01-19', start: '13:00', minutes: 60 });
    expect(hub!.rhythm.origin).toEqual({ source: 'N 1.8, "ståendetid varannan vecka, två timmar"' });
    expect(hub!.mandateOrigin).toHaveProperty('choice');
    for (const item of hub!.standingItems) expect(item.origin).toEqual({ source: 'N 1.8' });
    for (const pause of hub!.pauses) expect(pause.origin).toHaveProperty('choice');
  });

  it('says of every forum who takes part, who calls it and how it is held, each with its origin', () => {
    const given = appendix.parse(parse(fs.readFileSync(file, 'utf8'), { schema: 'core' }));
    const roles = given.forum.map((forum) => [forum.id, forum.deltar?.map(({ roll, när }) => (när ? `${roll} ${när}` : roll))]);
    expect(Object.fromEntries(roles)).toEqual({
      'hub-intro': ['Handläggare med etableringskompetens', 'Socialsekreterare från sektionen för ekonomiskt bistånd'],
      'hub-ec': ['Handläggare med etableringskompetens', 'Jobbcoach', 'Studie- och yrkesvägledare vid behov', 'Representant'],
      section: ['Sektionschef', 'Enhetschef, enheten för ekonomiskt bistånd', 'Biträdande enhetschef'],
      unit: ['Enhetschef', 'Verksamhetschef', 'Enhetschef'],
      education: ['Biträdande enhetschef', 'Studie- och yrkesvägledare', 'Sektionschef', 'Arbetsförmedlare'],
      um: ['Personal', 'Koordinator'],
      steering: ['Representant'],
    });
    const calling = given.forum.map(({ id, sammankallande: by }) => [id, by && (by.källa ?? 'vårt val')]);
    expect(Object.fromEntries(calling)).toEqual({
      'hub-intro': 'N 1.8, "Tider för kommunhubbsträffar bokas av Arbetsförmedlingen"',
      'hub-ec': 'N 1.8, "Tider för kommunhubbsträffar bokas av Arbetsförmedlingen"',
      section: 'N 1.8',
      unit: undefined,
      education: 'N 4',
      um: 'vårt val',
      steering: undefined,
    });
    for (const forum of given.forum)
      if (forum.rytm.slag === 'var N:e dag') expect([forum.id, forum.form]).toEqual([forum.id, expect.anything()]);
  });

  it('asks the questions on the extended target group uncut (N 3)', () => {
    const source = needs('shared')
      ? words(fs.readFileSync(path.join(shared, 'sources/000_675da01591180639.txt'), 'utf8'))
      : undefined;
    const loaded = loadAgreement(file);
    if (!loaded.ok) throw new Error('faults');
    for (const id of ['section', 'unit', 'um']) {
      const asked = loaded.agreement.forums
        .find((one) => one.id === id)!
        .standingItems.filter((item) => 'source' in item.origin && item.origin.source === 'N 3')
        .map((item) => item.title.replace('Utökad målgrupp: ', ''));
      expect([id, asked.length]).toEqual([id, 2]);
      if (source) for (const title of asked) expect(source).toContain(words(title));
    }
  });

  it('leaves a registration number that nobody gives undefined', () => {
    const loaded = loadAgreement(file);
    if (!loaded.ok) throw new Error('faults');
    expect(loaded.agreement.authorities.map((one) => one.dnr)).toEqual(['Af-2022/0101 5990', 'AMF 2022/874', undefined]);
  });

  it('has only made-up people, and says that it is a sample', () => {
    const loaded = loadAgreement(file);
    if (!loaded.ok) throw new Error('faults');
    expect(loaded.agreement.sample).toBe(true);
    expect(loaded.agreement.sampleDay).toBe('2027-03-10');
    for (const person of loaded.agreement.people) expect(person.entraId).toMatch(/^00000000-0000-4000-8000-/);
  });
});
