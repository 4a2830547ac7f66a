import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadAgreement } from '../../src/agreements/load.ts';
import { root } from '../support/needs.ts';
import { oneHubFiles, written } from './files.ts';

const file = path.join(root, 'src/agreements/stockholm/bilaga-nyanlanda.yaml');

describe('the definition that ships', () => {
  it('loads without a fault, from wherever it lies', () => {
    const here = loadAgreement(file);
    expect(here.ok ? [] : here.faults).toEqual([]);
    const elsewhere = loadAgreement(written(oneHubFiles()));
    if (!here.ok || !elsewhere.ok) throw new Error('faults');
    // Which forums stand above it is the only difference.
    expect({ ...elsewhere.agreement.forums[0], order: undefined }).toEqual({ ...here.agreement.forums[0], order: undefined });
    // The convener of the unit managers and of the styrgrupp is not named by the sources.
    expect(here.warnings.map((one) => one.text.split('.')[0])).toEqual([
      'Ingen sammankallar unit',
      'Ingen sammankallar steering',
    ]);
    expect(here.files.map((one) => path.basename(one))).toEqual([
      'bilaga-nyanlanda.yaml',
      'bilaga-unga.yaml',
      'overenskommelse.yaml',
      'exempelpersoner.yaml',
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
