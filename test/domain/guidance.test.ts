import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadAgreement } from '../../src/agreements/load.ts';
import { factCardsAbout, type Guidance, routesFor } from '../../src/domain/guidance.ts';
import { root } from '../support/needs.ts';

const loaded = loadAgreement(path.join(root, 'src/agreements/stockholm/bilaga-nyanlanda.yaml'));
const guidance = (loaded.ok && loaded.agreement.guidance) as Guidance;

const cards = (said: string) => factCardsAbout(guidance, said).map(({ id }) => id);
const routes = (said: string) => routesFor(guidance, said).map(({ id }) => id);

describe('a fact card', () => {
  it('is found by its name, its words, in any case and without signs', () => {
    for (const said of ['krami', 'KRAMI', 'Kriminalvården', 'kriminalvarden']) expect(cards(said), said).toEqual(['krami']);
    expect(cards('lokala jobbspår')).toEqual(['jobbspar']);
    expect(cards('jobbspåret')).toEqual(['jobbspar']);
    expect(cards('försörjningsstöd')).toEqual(['ekonomiskt-bistand']);
    expect(cards('finsam')).toEqual(['finsam']);
  });

  it('can each be found by its own name', () => {
    for (const { id, name } of guidance.factCards) expect(cards(name), name).toContain(id);
  });

  it('is not found by a word that is none of its own, or by part of another', () => {
    for (const said of ['', 'bostad', 'kra', 'osa ja', 'skolans tak']) expect(cards(said).includes('krami'), said).toBe(false);
    expect(cards('bostad')).toEqual([]);
  });
});

describe('a route', () => {
  it('is found by a question as people ask it', () => {
    expect(routes('läkarintyg')).toEqual(['lakarintyg']);
    expect(routes('Vart skickar jag läkarintyget?')).toEqual(['lakarintyg']);
    expect(routes('hur anmäler vi någon till inskrivning')).toEqual(['inskrivning']);
    expect(routes('personen behöver anpassning')).toEqual(['anpassning']);
    expect(routes('vilken stadsdelsförvaltning')).toEqual(['stora-stodbehov']);
    expect(routes('lathund')).toEqual(['individarenden-unga']);
  });

  it('is more than one where the word fits several alike', () => {
    expect(routes('adress')).toEqual(['samtycke', 'lakarintyg']);
  });

  it('is none where nothing fits', () => {
    expect(routes('fika')).toEqual([]);
  });
});
