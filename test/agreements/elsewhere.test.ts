import { describe, expect, it } from 'vitest';
import { loadAgreement } from '../../src/agreements/load.ts';
import { convenerOf, forumOf } from '../../src/domain/agreement.ts';
import { plan } from '../../src/domain/cadence.ts';
import { type Files, written } from './files.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);

function loaded(files: Files) {
  const result = loadAgreement(written(files));
  if (!result.ok) throw new Error(result.faults.map((one) => `${one.file}:${one.line}: ${one.field}: ${one.text}`).join('\n'));
  return result.agreement;
}

const choice = 'vårt val: påhittat för ett prov';

/** The parts of a forum that every one of these has alike. */
const usual = `    mandat: { får: komma överens, ${choice} }
    sekreterare: { turordning: enheterna i tur, ${choice} }
    godkännande: { inom dagar: 10, påminn dagar före: [5, 1], ${choice} }`;

const smallMunicipality: Files = {
  'bilaga.yaml': `
typ: bilaga
id: arbete
namn: Bilaga arbete
till: huvud.yaml
personer: folk.yaml
visning: { minsta antal: 10, få observationer: 50, ${choice} }
forum:
  - id: samrad
    namn: Lokalt samråd
    nivå: lokal
    plats: Kommunhuset
    verksamheter: [af-nord, alk]
    rytm:
      slag: var N:e dag
      dagar: 28
      ${choice}
      ankare: { datum: 2027-02-04, start: "09.30", minuter: 90, ${choice} }
${usual}
    stående punkter:
      - { id: lage, namn: Lägesbild, minuter: 20, källa: avsnitt 3 }
indikatorer: []
`,
  'huvud.yaml': `
typ: huvudöverenskommelse
id: lillby
namn: Överenskommelse om samverkan i Lillby
myndigheter:
  - { id: af, namn: Arbetsförmedlingen, dnr: ej angivet, ${choice} }
  - { id: ks, namn: Kommunstyrelsen i Lillby, dnr: KS 2023-000123, källa: avsnitt 1 }
verksamheter:
  - { id: af-nord, namn: AF Nord, myndighet: af }
  - { id: alk, namn: Arbetslivskontoret, myndighet: ks }
nivåer:
  - { id: lokal, namn: Lokal nivå, ordning: 1, under: ledning }
  - { id: ledning, namn: Ledning, ordning: 2 }
`,
  'folk.yaml': `
exempel: nej
personer:
  - { id: maj, namn: Maj Lind, roll: Samordnare, verksamhet: alk, forum: [samrad], sammankallar: [samrad] }
  - { id: ali, namn: Ali Noor, roll: Handläggare, verksamhet: af-nord, forum: [samrad] }
`,
};

const fourLevels: Files = {
  'bilaga.yaml': `
typ: bilaga
id: kluster
namn: Bilaga kluster
till: huvud.yaml
personer: folk.yaml
visning: { minsta antal: 5, få observationer: 30, ${choice} }
forum:
  - id: natverk
    namn: Nätverk
    nivå: natverk
    plats: Digitalt
    verksamheter: [af-ost, berga, dalby]
    rytm:
      slag: var N:e dag
      dagar: 21
      källa: avsnitt 4
      ankare: { datum: 2027-01-13, start: "08.15", minuter: 45, ${choice} }
    uppehåll:
      - { namn: Höstlov, veckor: { från: 44, till: 44 }, ${choice} }
      - { namn: Nyår, veckor: { från: 52, till: 1 }, ${choice} }
${usual}
    stående punkter:
      - { id: siffror, namn: Siffror, minuter: 10, indikatorer: [platser], källa: avsnitt 4 }
  - id: ledning
    namn: Ledningsgrupp
    nivå: ledning
    plats: Berga
    verksamheter: [berga, dalby]
    rytm: { slag: varje år, från: 09-01, till: 10-15, källa: avsnitt 9 }
${usual.replace('komma överens', 'besluta')}
    stående punkter:
      - { id: uppfoljning, namn: Årlig uppföljning, minuter: 60, källa: avsnitt 9 }
  - id: rapport
    namn: Rapportgrupp
    nivå: samordning
    plats: Berga
    verksamheter: [af-ost]
    rytm: { slag: fönster per år, fönster: [{ från: 02-01, till: 02-28 }, { från: 09-01, till: 09-30 }], källa: avsnitt 9 }
${usual}
    stående punkter:
      - { id: rapport, namn: Rapport, minuter: 30, källa: avsnitt 9 }
  - id: styr
    namn: Styrgrupp
    nivå: styrning
    plats: Berga
    verksamheter: [berga]
    rytm: { slag: inga egna datum, ${choice} }
${usual}
    stående punkter:
      - { id: beslut, namn: Beslut, minuter: 30, källa: avsnitt 2 }
indikatorer:
  - id: platser
    namn: Lediga platser
    mäts som: antal
    period: månad
    per verksamhet: nej
    mål: { riktning: öka, gäller till: 2028-12-31 }
    ägare: Berga
    statistikfil: platser.xlsx
    aktivitet: Vi frågar arbetsgivare.
    effekt: Fler får jobb.
    källa: avsnitt 5
`,
  'huvud.yaml': `
typ: huvudöverenskommelse
id: kluster
namn: Tre kommuner tillsammans
myndigheter:
  - { id: af, namn: Arbetsförmedlingen, dnr: ej angivet, ${choice} }
  - { id: berga-ks, namn: Bergas kommunstyrelse, dnr: 3.1.3-108/2019, källa: avsnitt 1 }
  - { id: dalby-ks, namn: Dalbys kommunstyrelse, dnr: ej angivet, ${choice} }
verksamheter:
  - { id: af-ost, namn: AF Öst, myndighet: af }
  - { id: berga, namn: Bergas vuxenutbildning, myndighet: berga-ks }
  - { id: dalby, namn: Dalbys arbetsmarknadsenhet, myndighet: dalby-ks }
nivåer:
  - { id: natverk, namn: Nätverk, ordning: 1, under: samordning }
  - { id: samordning, namn: Samordning, ordning: 2, under: ledning }
  - { id: ledning, namn: Ledning, ordning: 3, under: styrning }
  - { id: styrning, namn: Styrning, ordning: 4 }
`,
  'folk.yaml': `
exempel: nej
personer:
  - { id: eva, namn: Eva Ek, roll: Rektor, verksamhet: berga, forum: [natverk, ledning, styr], sammankallar: [ledning, styr] }
  - { id: bo, namn: Bo Dal, roll: Samordnare, verksamhet: dalby, forum: [natverk, ledning], sammankallar: [natverk] }
  - { id: ida, namn: Ida Ask, roll: Sektionschef, verksamhet: af-ost, forum: [natverk, rapport], sammankallar: [rapport] }
`,
};

describe('another place', () => {
  it('a small municipality with two levels and one forum is data, not code', () => {
    const agreement = loaded(smallMunicipality);
    expect(agreement.levels.map((level) => [level.id, level.parent])).toEqual([
      ['lokal', 'ledning'],
      ['ledning', undefined],
    ]);
    expect(agreement.disclosureThreshold).toBe(10);
    expect(agreement.sample).toBe(false);
    expect(convenerOf(agreement, 'samrad')?.name).toBe('Maj Lind');
    const { meetings, rests } = plan(forumOf(agreement, 'samrad'), day('2027-02-01'), day('2027-12-31'));
    expect(meetings.map((one) => one.start.toPlainDate().toString()).slice(0, 4)).toEqual([
      '2027-02-04',
      '2027-03-04',
      '2027-04-01',
      '2027-04-29',
    ]);
    expect(meetings.map((one) => one.start.toPlainTime().toString())).toEqual(meetings.map(() => '09:30:00'));
    expect(rests).toEqual([]);
  });

  it('three municipalities with four levels, every kind of rhythm and a deciding forum load too', () => {
    const agreement = loaded(fourLevels);
    expect(agreement.levels.map((level) => level.order)).toEqual([1, 2, 3, 4]);
    expect(agreement.forums.map((forum) => [forum.rhythm.kind, forum.mandate])).toEqual([
      ['every', 'agrees'],
      ['yearly', 'decides'],
      ['windows', 'agrees'],
      ['none', 'agrees'],
    ]);
    expect(agreement.indicators[0]!.target).toMatchObject({ value: undefined, direction: 'increase', validTo: '2028-12-31' });
    const rests = plan(forumOf(agreement, 'natverk'), day('2027-01-01'), day('2029-12-31')).rests;
    expect(new Set(rests.map((one) => one.pause))).toEqual(new Set(['Höstlov', 'Nyår']));
  });
});
