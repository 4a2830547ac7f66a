import { describe, expect, it } from 'vitest';
import { loadAgreement } from '../../src/agreements/load.ts';
import { type Files, lineOf, oneHubFiles, replace, written } from './files.ts';

const [BILAGA, MAIN, PEOPLE] = ['bilaga-nyanlanda.yaml', 'overenskommelse.yaml', 'exempelpersoner.yaml'];

const faultsOf = (files: Files): string[] => {
  const loaded = loadAgreement(written(files));
  return loaded.ok ? [] : loaded.faults.map(({ file, line, field, text }) => `${file}:${line}: ${field}: ${text}`);
};

/** One slip in the shipped files, and what is said of it. */
const slip = (name: string, before: string, after: string): string[] => {
  const files = oneHubFiles();
  replace(files, name, before, after);
  return faultsOf(files);
};

const one = (found: string[]): string => {
  expect(found).toHaveLength(1);
  return found[0]!;
};

describe('a definition with many faults', () => {
  it('lists all of them at once, each with file, line, field and what to write', () => {
    const files = oneHubFiles();
    const expected: string[] = [];
    const plant = (name: string, before: string, after: string) => replace(files, name, before, after);

    plant(BILAGA, '    plats: Digitalt i Teams', '    platts: Digitalt i Teams');
    plant(BILAGA, '[af-city, af-jarva, af-globen, intro-ekonomi]', '[af-city, af-jarva, af-solna, intro-ekonomi]');
    plant(BILAGA, 'datum: 2027-01-19', 'datum: 2027-02-30');
    plant(BILAGA, 'start: "13.00"', 'start: "13:00"');
    plant(BILAGA, 'veckor: { från: 28, till: 31 }', 'veckor: { från: 28, till: 54 }');
    plant(
      BILAGA,
      '      påminn dagar före: [7, 1]\n      vårt val: Överenskommelsen anger ingen tid\n',
      '      påminn dagar före: [7, 1]\n',
    );
    plant(BILAGA, '[inskrivningssamtal, deltagande]', '[inskrivningssamtal, deltagarna]');
    plant(BILAGA, 'namn: Frågor att lyfta till chefsnivå', 'namn: Frågor att lyfta till chefsnivå\n        vårt val: Vi vill');
    plant(BILAGA, '  - id: deltagande\n    namn: Deltagande i informationsträff på Welcome House\n', '  - id: deltagande\n');
    plant(BILAGA, 'värde: 0.70', 'värde: 70');
    plant(MAIN, 'namn: Huvudöverenskommelsen om', 'namn: Utkast\nnamn: Huvudöverenskommelsen om');
    plant(MAIN, '{ id: af-jarva, namn: AF Järva', '{ id: af-city, namn: AF Järva');
    plant(MAIN, '{ id: ec, namn: Etableringscentrum, myndighet: amn }', '{ id: ec, namn: Etableringscentrum, myndighet: amv }');
    plant(PEOPLE, '    sammankallar: [hub-intro]\n', '');
    plant(PEOPLE, '    roll: Jobbcoach, inte med i hubben\n', '\t\troll: Jobbcoach, inte med i hubben\n');
    plant(PEOPLE, 'medlem från: 2027-03-10', 'medlem från: 10 mars');

    const said = (name: string, at: string, field: string, text: string) =>
      expected.push(`${name}:${lineOf(files, name, at)}: ${field}: ${text}`);
    said(BILAGA, '- id: hub-intro', 'forum [1] › plats', 'saknas. Skriv var forumet möts, t.ex. Digitalt i Teams.');
    said(BILAGA, 'platts:', 'forum [1] › platts', 'finns inte. Menade du "plats"?');
    const units = 'af-city, af-city, af-globen, intro, intro-ekonomi, ec, cso, vuxcentrum';
    said(BILAGA, 'af-solna', 'forum [1] › verksamheter [2]', `"af-jarva" är ingen verksamhet. Skriv något av: ${units}.`);
    said(BILAGA, 'af-solna', 'forum [1] › verksamheter [3]', `"af-solna" är ingen verksamhet. Skriv något av: ${units}.`);
    said(
      BILAGA,
      '2027-02-30',
      'forum [1] › rytm › ankare › datum',
      'finns inte i kalendern. Skriv en dag då forumet möts, t.ex. 2027-01-19.',
    );
    said(BILAGA, '"13:00"', 'forum [1] › rytm › ankare › start', 'är inget klockslag. Skriv t.ex. "13.00".');
    said(BILAGA, 'till: 54', 'forum [1] › uppehåll [4] › veckor › till', 'är ingen vecka. Skriv 1–53.');
    const origin = 'ska ha antingen "källa" (vad överenskommelsen säger) eller "vårt val" (varför), inte båda och inte ingen.';
    said(BILAGA, 'godkännande:', 'forum [1] › godkännande', origin);
    said(
      BILAGA,
      'deltagarna',
      'forum [1] › stående punkter [2] › indikatorer [2]',
      '"deltagarna" är ingen indikator. Skriv något av: inskrivningssamtal, deltagande.',
    );
    said(BILAGA, '- id: lyfta', 'forum [1] › stående punkter [6]', origin);
    said(BILAGA, '- id: deltagande', 'indikatorer [2] › namn', 'saknas. Skriv indikatorns namn.');
    said(BILAGA, 'värde: 70', 'indikatorer [2] › mål › värde', 'är en andel och skrivs mellan 0 och 1, t.ex. 0.70.');
    said(MAIN, 'namn: Huvudöverenskommelsen om', '(yaml)', 'Samma nyckel står två gånger. Ta bort den ena.');
    said(MAIN, 'namn: AF Järva', 'verksamheter [2] › id', '"af-city" finns redan. Välj ett annat id.');
    said(MAIN, 'myndighet: amv', 'verksamheter [6] › myndighet', '"amv" är ingen myndighet. Skriv något av: af, amn, son.');
    said(PEOPLE, '10 mars', 'personer [6] › medlem från', 'är inget datum. Skriv första dagen, t.ex. 2027-03-20.');
    said(PEOPLE, '\t\troll', '(yaml)', 'Indrag görs med blanksteg, inte med tabb.');

    const found = faultsOf(files);
    for (const line of expected) expect(found).toContain(line);
    // What follows from a fault above is said too: people and givers of consent whose unit is not there any more.
    const follows = found.filter((line) => !expected.includes(line));
    expect(
      follows.every((line) => /af-jarva|af-globen/.test(line) && (line.startsWith(PEOPLE) || line.includes('› givare'))),
    ).toBe(true);
  });

  it('is not loaded at all, whatever the fault', () => {
    expect(loadAgreement(written({ ...oneHubFiles(), [PEOPLE]: 'exempel: ja\npersoner: ingen\n' })).ok).toBe(false);
  });

  it('is loaded with a warning when a forum has nobody who convenes it: the agreement may not have named one', () => {
    const loaded = loadAgreement(written({ ...oneHubFiles(), [PEOPLE]: 'exempel: ja\npersoner: []\n' }));
    expect(loaded.ok).toBe(true);
    expect(loaded.warnings.map((one) => one.text)).toEqual([
      'Ingen sammankallar hub-intro. Överenskommelsen namnger ingen: kom överens om en, och skriv "sammankallar: [hub-intro]" hos hen. Till dess flyttas inga möten i forumet för hand.',
    ]);
  });

  it('in order of file and line', () => {
    const files = oneHubFiles();
    replace(files, PEOPLE, 'verksamhet: ec', 'verksamhet: eg');
    replace(files, BILAGA, 'slag: var N:e dag', 'slag: då och då');
    replace(files, BILAGA, 'inom dagar: 14', 'inom dagar: 0');
    const found = faultsOf(files).map((line) => line.split(':').slice(0, 2).join(':'));
    expect(found).toEqual([
      `${BILAGA}:${lineOf(files, BILAGA, 'då och då')}`,
      `${BILAGA}:${lineOf(files, BILAGA, 'inom dagar')}`,
      `${BILAGA}:${lineOf(files, BILAGA, 'påminn dagar')}`,
      `${PEOPLE}:${lineOf(files, PEOPLE, 'verksamhet: eg')}`,
    ]);
  });
});

describe('one slip', () => {
  it('in a key of a list inside a list names the key that was meant', () => {
    expect(one(slip(BILAGA, 'aktivitet: Arbetsförmedlingen kallar', 'aktivetet: Arbetsförmedlingen kallar'))).toContain(
      'Menade du "aktivitet"?',
    );
    expect(slip(BILAGA, 'delar ståendetid:', 'delar standetid:').join()).toContain('Menade du "delar ståendetid"?');
    expect(one(slip(BILAGA, 'månader: 12            #', 'månader: 120           #'))).toMatch(
      /bilaga-nyanlanda\.yaml:\d+: framförhållning › månader: är längre än 36 månader\. Skriv hur många månader/,
    );
    expect(one(slip(BILAGA, 'månader: 12            #', 'månader: 0             #'))).toContain('ska vara större än 0.');
    expect(slip(PEOPLE, 'frånvaro:', 'franvaro:').join()).toContain('Menade du "frånvaro"?');
  });

  it('in a key like no other lists the keys there are', () => {
    expect(one(slip(MAIN, 'id: stockholm', 'id: stockholm\nstad: Stockholm'))).toMatch(
      /:5: stad: finns inte\. Skriv någon av: typ, id, namn, myndigheter, verksamheter, nivåer\.$/,
    );
  });

  it('in who hears of what is stopped names those there are', () => {
    const named = (id: string) =>
      slip(BILAGA, 'personer: exempelpersoner.yaml', `personer: exempelpersoner.yaml\nincidentkontakt: ${id}`);
    expect(one(named('nobody'))).toContain(
      'incidentkontakt: "nobody" är ingen person i filen med medlemmar. Skriv något av: sara,',
    );
    expect(named('johan')).toEqual([]);
  });

  it('in whose register somebody keeps names the authorities, and says that it is not their own', () => {
    const keeps = (id: string) =>
      slip(
        PEOPLE,
        'roll: Handläggare\n    verksamhet: af-jarva',
        `roll: Registrator\n    registrator för: ${id}\n    verksamhet: af-jarva`,
      );
    expect(one(keeps('kansli'))).toMatch(/registrator för: "kansli" är ingen myndighet\. Skriv något av: af, /);
    expect(keeps('af')).toEqual([]);
    expect(one(keeps('son'))).toMatch(
      /:\d+: personer \[1\] › registrator för: "son" är inte den egna myndigheten: af-jarva hör till af\. Skriv af/,
    );
    expect(
      one(
        slip(
          PEOPLE,
          'roll: Handläggare\n    verksamhet: af-jarva',
          'roll: Handläggare\n    rapportansvarig: nej\n    verksamhet: af-jarva',
        ),
      ),
    ).toContain('ska vara ja, eller utelämnas');
  });

  it('in a rule about several fields is told also when another field of it is wrong', () => {
    const files = oneHubFiles();
    replace(files, BILAGA, 'inom dagar: 14', 'inom dagar: fjorton');
    replace(files, BILAGA, '      vårt val: Överenskommelsen anger ingen tid\n', '');
    expect(faultsOf(files)).toHaveLength(2);
  });

  it('of a pause that says two things, or nothing', () => {
    const both = slip(BILAGA, 'midsommar: ja', 'midsommar: ja\n        veckor: { från: 25, till: 25 }');
    expect(one(both)).toContain('exakt ett av "datum", "veckor", "dagar från påskdagen" och "midsommar"');
    expect(one(slip(BILAGA, '        midsommar: ja\n', ''))).toContain('exakt ett av');
  });

  it('of a day that no year has', () => {
    expect(one(slip(BILAGA, 'från: 12-24', 'från: 02-30'))).toContain('är ingen dag. Skriv månad och dag, t.ex. 12-24.');
    expect(slip(BILAGA, 'från: 12-24', 'från: 02-29')).toEqual([]);
  });

  it('of a clock without quotes, which YAML reads as a number', () => {
    expect(one(slip(BILAGA, 'start: "13.00"', 'start: 13.00'))).toContain('Skriv klockslaget inom citattecken, t.ex. "13.00".');
  });

  it('of a reminder that would come before the meeting', () => {
    expect(one(slip(BILAGA, 'påminn dagar före: [7, 1]', 'påminn dagar före: [14, 1]'))).toContain(
      'annars kommer påminnelsen före mötet',
    );
  });

  it('of a meeting longer than the standing time it lies in', () => {
    expect(one(slip(BILAGA, 'minuter: 60', 'minuter: 150'))).toContain('är längre än ståendetiden (120). Skriv högst 120.');
  });

  it('of a target without a value', () => {
    expect(one(slip(BILAGA, 'riktning: minst, värde: 0.70', 'riktning: minst'))).toContain('"minst" behöver ett värde');
  });

  it('of a person in a unit that has no seat in the forum', () => {
    expect(
      one(
        slip(
          PEOPLE,
          'roll: Handläggare, sammankallande\n    verksamhet: af-jarva',
          'roll: Handläggare, sammankallande\n    verksamhet: ec',
        ),
      ),
    ).toContain('"ec" ingår inte i hub-intro. Skriv något av: af-city, af-jarva, af-globen, intro-ekonomi.');
  });

  it('of a convener who is not a member', () => {
    expect(one(slip(PEOPLE, 'forum: []', 'forum: []\n    sammankallar: [hub-intro]'))).toContain(
      'är inte medlem i hub-intro. Skriv "hub-intro" också under forum.',
    );
  });

  it('of two people with the same id in Entra: who acts must never be in doubt', () => {
    expect(one(slip(PEOPLE, '4000-8000-000000000002', '4000-8000-000000000001'))).toContain('› entraId: ');
  });

  it('of a question lifted to somewhere that is not there, to the forum itself, or twice to one place', () => {
    expect(one(slip(BILAGA, 'till: section,', 'till: chefer,'))).toContain(
      'lyfter till [1] › till: "chefer" är ingen plats att lyfta till. Skriv något av: hub-intro, section.',
    );
    expect(one(slip(BILAGA, 'till: section,', 'till: hub-intro,'))).toContain('är forumet självt. Skriv ett annat forum.');
    const twice = '    stående punkter:\n      - id: informationsoverforing';
    const again = '      - { till: section, för beslut: ja, vårt val: test }\n';
    expect(one(slip(BILAGA, twice, again + twice))).toContain('"section" står redan. Ta bort den ena.');
    expect(
      one(slip(BILAGA, 'för beslut: nej, källa: "N 1.8, \\"frågor som behöver lyftas till chefsnivå\\""', 'för beslut: nej')),
    ).toContain('ska ha antingen "källa"');
  });

  it('of a place outside the product that has a forum’s id', () => {
    const found = slip(BILAGA, '{ id: section, namn: Sektionschefernas', '{ id: hub-intro, namn: Sektionschefernas');
    expect(found.join()).toContain('utanför produkten [1] › id: "hub-intro" är ett forum i bilagan. Välj ett annat id.');
  });

  it('of two standing items with one id', () => {
    expect(one(slip(BILAGA, '- id: uteblivna', '- id: arenden'))).toContain('"arenden" finns redan');
  });

  it('of a limit that protects nobody is a warning that says what it does', () => {
    for (const [least, word] of [
      ['1', 'stänger av skyddet'],
      ['2', 'döljer bara ettor'],
    ] as const) {
      const files = oneHubFiles();
      replace(files, BILAGA, 'minsta antal: 5', `minsta antal: ${least}`);
      const loaded = loadAgreement(written(files));
      expect(loaded).toMatchObject({ ok: true, warnings: [{ file: BILAGA, field: 'visning › minsta antal' }] });
      expect(loaded.warnings[0]!.text).toContain(word);
    }
    expect(loadAgreement(written(oneHubFiles())).warnings).toEqual([]);
  });

  it('of a rhythm that some day has nowhere to move is a warning: which days, and the rest is planned', () => {
    const files = oneHubFiles();
    replace(files, BILAGA, '      slag: var N:e dag\n      dagar: 14\n', '      slag: var N:e dag\n      dagar: 1\n');
    const loaded = loadAgreement(written(files));
    expect(loaded.ok).toBe(true);
    expect(loaded.warnings).toMatchObject([{ file: BILAGA, line: lineOf(files, BILAGA, 'rytm:'), field: 'forum [1] › rytm' }]);
    expect(loaded.warnings[0]!.text).toMatch(
      /^ger 2027-01-23 \(helg\), .*dagar till, som varken kan hållas eller flyttas \(högst .*; resten planeras/,
    );
  });

  it('of an anchor on a weekend, an unknown time zone and a person in two units: all at once, each with line and remedy', () => {
    const files = oneHubFiles();
    replace(files, BILAGA, 'datum: 2027-01-19', 'datum: 2027-01-24');
    replace(files, BILAGA, 'typ: bilaga\n', 'typ: bilaga\ntidszon: Europe/Stokholm\n');
    replace(files, PEOPLE, 'verksamhet: ec', 'verksamhet: [ec, af-city]');
    const found = faultsOf(files);
    expect(found.find((line) => line.includes('ankare › datum'))).toContain('är en söndag. Skriv en vardag, t.ex. 2027-01-25.');
    expect(found.find((line) => line.includes('tidszon'))).toContain('ska vara Europe/Stockholm');
    expect(found.join()).toContain('är flera verksamheter. En person hör till en; skriv en av: ec, af-city.');
  });

  it('of levels that stand under each other in a ring', () => {
    const files = oneHubFiles();
    files[MAIN] = files[MAIN]!.replace(
      /^nivåer:\n( .*\n)+/m,
      'nivåer:\n  - { id: hub, namn: Hubb, ordning: 1, under: chef }\n  - { id: chef, namn: Chef, ordning: 2, under: hub }\n',
    );
    expect(faultsOf(files).join()).toContain('går i en ring: hub → chef → hub');
  });

  it('of pauses that leave hardly anything of the rhythm is a warning: which rule, which dates, and the rest is planned', () => {
    const files = oneHubFiles();
    replace(files, BILAGA, 'veckor: { från: 28, till: 31 }', 'veckor: { från: 10, till: 49 }');
    const loaded = loadAgreement(written(files));
    expect(loaded.ok).toBe(true);
    expect(loaded.warnings.map((each) => each.text).join()).toMatch(
      /kan inte hålla "var 14:e dag": \d+ av \d+ tillfällen under ett år ligger i uppehåll \(2027-\d\d-\d\d till /,
    );
  });

  it('of a pause that a forum with a rule for moving cannot be moved out of is a warning; without the rule it rests', () => {
    const files = oneHubFiles();
    replace(files, BILAGA, '    mandat:', '    flytt: { först: senare, inom dagar: 2, vårt val: test }\n    mandat:');
    const warned = loadAgreement(written(files));
    expect(warned.warnings.map((each) => each.text).join()).toMatch(
      /uppehåll: Semesterperiod\).* varken kan hållas eller flyttas/,
    );
    replace(files, BILAGA, '    flytt:', '    i uppehåll: vilar\n    flytt:');
    expect(
      loadAgreement(written(files))
        .warnings.map((each) => each.text)
        .join(),
    ).not.toContain('varken');
  });

  it('of a file that is not there, or named nowhere', () => {
    const files = oneHubFiles();
    replace(files, BILAGA, 'personer: exempelpersoner.yaml', 'personer: vara.yaml');
    expect(faultsOf(files)).toEqual(['vara.yaml:1: (hela filen): Filen finns inte. Kontrollera namnet.']);
    replace(files, BILAGA, 'personer: vara.yaml\n', '');
    expect(one(faultsOf(files))).toContain('personer: saknas. Skriv filen med medlemmar.');
    expect(loadAgreement('/nowhere/at-all.yaml')).toMatchObject({
      ok: false,
      faults: [{ file: 'at-all.yaml', line: 1, text: 'Filen finns inte. Kontrollera namnet.' }],
    });
  });

  it('of YAML that cannot be made out says where, once, and hides no fault in the other files', () => {
    const files = oneHubFiles();
    replace(files, PEOPLE, 'namn: Sara Nyström', 'namn: "Sara Nyström');
    replace(files, MAIN, 'under: section', 'under: sektion');
    const found = faultsOf(files);
    expect(found.filter((line) => line.startsWith(PEOPLE)).length).toBeGreaterThan(0);
    expect(found.join('\n')).toContain(
      'nivåer [1] › under: "sektion" är ingen nivå. Skriv något av: hub, section, unit, steering.',
    );
    expect(new Set(found.map((line) => line.split(':').slice(0, 2).join())).size).toBe(found.length);
  });

  it('of an empty file', () => {
    expect(faultsOf({ [BILAGA]: '' })).not.toEqual([]);
    expect(faultsOf({ [BILAGA]: '- a\n- b\n' })).not.toEqual([]);
    expect(faultsOf({ ...oneHubFiles(), [MAIN]: '' }).every((line) => line.startsWith(MAIN))).toBe(true);
  });
});

describe('an indicator', () => {
  const SHARE = 'mål: { riktning: minst, värde: 0.70 }';
  const cited = (more: string) =>
    `${SHARE}\n    citerat: [{ period: "2022", står: 50-55 procent, mening: varav 50-55 procent nås, källa: U 6.1, ${more} }]`;

  it.each([
    ['riktning: minst, värde: 0.70', 'riktning: minst', 'mål: "minst" behöver ett värde. Skriv t.ex. värde: 0.70.'],
    ['riktning: minst, värde: 0.70', 'riktning: öka, värde: 0.70', 'värde: hör inte till "öka".'],
    ['riktning: minst, värde: 0.70', 'riktning: öka, mot: utgångsvärdet', 'pekar på ett utgångsvärde som saknas'],
    [
      SHARE,
      'mål: { riktning: minst, värde: 0.7, gäller från: 2026-01-01, gäller till: 2025-12-31 }',
      'ligger före "gäller från"',
    ],
    [SHARE, `${SHARE}\n    tidigare mål: [{ riktning: minst, värde: 0.6 }]`, 'tidigare mål [1]: behöver "gäller till"'],
    [
      SHARE,
      `${SHARE}\n    utgångsvärde: { period: hösten, värde: ej satt, källa: U 2.1 }`,
      'utgångsvärde › period: är ingen period.',
    ],
    [
      SHARE,
      `${SHARE}\n    utgångsvärde: { period: "2022", värde: XX, källa: U 2.1 }`,
      'ska vara ett tal (en andel som 0.70) eller "ej satt".',
    ],
    [SHARE, `${SHARE}\n    utgångsvärde: { period: "2022", värde: 47, källa: U 2.1 }`, 'utgångsvärde › värde: är en andel'],
    [SHARE, `${SHARE}\n    ny punkt vid: { vårt val: så }`, 'ny punkt vid: behöver under eller över'],
    [
      SHARE,
      `${SHARE}\n    mål sätts av: { forum: chefer, när: varje januari, källa: N 1.6 }`,
      '"chefer" är inget forum. Skriv något av: hub-intro.',
    ],
    [SHARE, `${SHARE}\n    lämnas av: [ecc]`, 'lämnas av [1]: "ecc" är ingen verksamhet.'],
    [SHARE, `${SHARE}\n    rapporteras per: vecka`, 'rapporteras per: kan skilja sig från perioden bara för "sex veckor"'],
    [
      'mäts som: andel\n    period: månad',
      'mäts som: andel\n    period: sex veckor',
      'period: "sex veckor" räknas ihop av veckor',
    ],
    ['mäts som: andel', 'mäts som: inom tid', 'mäts som: "inom tid" behöver en gräns.'],
    ['period: månad', 'period: kvartal', 'period: ska vara vecka, sex veckor, månad, halvår, år eller läsår.'],
    [SHARE, cited('slag: intervall, värde: 0.50'), 'citerat [1]: är ett intervall och behöver både värde och till.'],
    [SHARE, cited('slag: intervall, värde: 50, till: 0.55'), 'citerat [1] › värde: är en andel'],
    [SHARE, cited('slag: cirka, värde: 0.5'), 'slag: ska vara exakt, ungefär, över eller intervall.'],
  ])('with %j as %j says what to write', (before, after, said) => {
    expect(slip(BILAGA, before, after).join('\n')).toContain(said);
  });

  it('citing a document has the words in the sentence', () => {
    const wrong = `${SHARE}\n    citerat: [{ period: "2022", står: 60 procent, slag: exakt, värde: 0.6, mening: varav 50-55 procent nås, källa: U 6.1 }]`;
    expect(one(slip(BILAGA, SHARE, wrong))).toContain('citerat [1] › står: finns inte i meningen.');
    expect(slip(BILAGA, SHARE, cited('slag: intervall, värde: 0.50, till: 0.55'))).toEqual([]);
  });
});

describe('an appendix without forums', () => {
  const unga = (id: string) => `typ: bilaga utan forum
id: unga
namn: Bilaga 6
indikatorer:
  - { id: ${id}, namn: Nådda, mäts som: antal, period: år, per verksamhet: nej, ägare: X, källa: U 6.1 }
`;
  const withUnga = (text: string): Files => {
    const files = oneHubFiles();
    replace(files, BILAGA, 'personer: exempelpersoner.yaml', 'personer: exempelpersoner.yaml\nandra bilagor: [bilaga-unga.yaml]');
    return { ...files, 'bilaga-unga.yaml': text };
  };

  it('lends its indicators to the one that names it', () => {
    const loaded = loadAgreement(written(withUnga(unga('kaa'))));
    expect(loaded.ok && loaded.agreement.indicators.map((each) => [each.id, each.appendix])).toEqual([
      ['inskrivningssamtal', 'nyanlanda'],
      ['deltagande', 'nyanlanda'],
      ['kaa', 'unga'],
    ]);
  });

  it('has its own faults, on its own lines; an id that is taken is one of them', () => {
    expect(one(faultsOf(withUnga(unga('deltagande'))))).toBe(
      'bilaga-unga.yaml:5: indikatorer [1] › id: "deltagande" finns i en annan bilaga. Välj ett annat id.',
    );
    expect(faultsOf(withUnga(unga('kaa').replace('period: år', 'period: sekel'))).join()).toContain('bilaga-unga.yaml:5');
  });

  it('that is missing is a fault, not an agreement without it', () => {
    const files = oneHubFiles();
    replace(files, BILAGA, 'personer: exempelpersoner.yaml', 'personer: exempelpersoner.yaml\nandra bilagor: [borta.yaml]');
    expect(one(faultsOf(files))).toContain('borta.yaml:1: (hela filen): Filen finns inte.');
  });
});

describe('how cases are announced', () => {
  it('is under an item of the forum, by units that sit in it', () => {
    expect(one(slip(BILAGA, 'punkt: arenden', 'punkt: arendena'))).toContain(
      '"arendena" är ingen stående punkt i forumet. Skriv något av:',
    );
    expect(one(slip(BILAGA, 'verksamheter: [intro-ekonomi], månader', 'verksamheter: [ec], månader'))).toContain(
      '"ec" sitter inte i forumet. Skriv en av dess verksamheter.',
    );
    expect(one(slip(BILAGA, 'id: sfi, namn: SFI', 'id: franvaro, namn: SFI'))).toContain('"franvaro" finns redan.');
    expect(one(slip(BILAGA, 'rensas efter dagar: 30', 'rensas efter dagar: snart'))).toContain(
      'går inte att läsa. Skriv antal dagar',
    );
  });
});

describe('where people are invited', () => {
  const warningsOf = (files: Files) => loadAgreement(written(files)).warnings.map(({ line, text }) => `${line}: ${text}`);

  it('is an address of their own, and of nobody real while the people are made up', () => {
    const taken = slip(PEOPLE, 'epost: per.holm@stad.example', 'epost: Sara.Nystrom@af.example');
    expect(one(taken)).toContain('personer [5] › epost: "sara.nystrom@af.example" finns redan. Skriv personens egen adress.');
    const real = slip(PEOPLE, 'per.holm@stad.example', 'per.holm@myndighet.se');
    expect(one(real)).toContain('epost: kan vara någons riktiga adress. Låt påhittade personers adresser sluta på .example.');
    for (const no of ['per', 'per@stad', 'per holm@stad.example', '"Per <per@stad.example>"'])
      expect(one(slip(PEOPLE, 'epost: per.holm@stad.example', `epost: ${no}`)), no).toMatch(
        /epost: är .* Skriv .*arbetsadressen/,
      );
  });

  it('may be real where the people are', () => {
    const files = oneHubFiles();
    replace(files, PEOPLE, 'exempel: ja', 'exempel: nej');
    replace(files, PEOPLE, 'per.holm@stad.example', 'per.holm@myndighet.se');
    expect(faultsOf(files)).toEqual([]);
  });

  it('is asked for where it is missing, with the other way to the calendar', () => {
    const files = oneHubFiles();
    for (const id of ['lena.sjoberg@af', 'per.holm@stad', 'kim.berg@stad'])
      replace(files, PEOPLE, `    epost: ${id}.example\n`, '');
    expect(faultsOf(files)).toEqual([]);
    expect(warningsOf(files)).toEqual([
      `${lineOf(files, PEOPLE, '- id: lena')}: saknas hos lena, per, som inte får någon inbjudan. Skriv arbetsadressen, eller ge dem kalenderns adress (skriv "kalender forum" i Teams).`,
    ]);
  });

  it('is there for those who take part when needed, who are no members', () => {
    const files = oneHubFiles();
    replace(files, PEOPLE, '    forum: []\n', '    forum: []\n    vid behov: [hub-intro]\n');
    const loaded = loadAgreement(written(files));
    expect(loaded.ok && loaded.agreement.people.find(({ id }) => id === 'kim')).toMatchObject({
      forums: [],
      whenNeeded: ['hub-intro'],
    });
    replace(files, PEOPLE, 'vid behov: [hub-intro]', 'vid behov: [hubb]');
    expect(one(faultsOf(files))).toContain('vid behov [1]: "hubb" är inget forum. Skriv något av: hub-intro.');
    const both = slip(PEOPLE, '    sammankallar: [hub-intro]\n', '    sammankallar: [hub-intro]\n    vid behov: [hub-intro]\n');
    expect(one(both)).toContain('"hub-intro" står också under forum. Ta bort den ena: den som är medlem bjuds alltid in.');
  });

  it('is a link only where the definition says that the forum meets in Teams', () => {
    const files = oneHubFiles();
    const form = '    form: { sker: digitalt, vårt val: Överenskommelsen säger inte hur mötet hålls }\n';
    replace(files, BILAGA, form, '');
    expect(warningsOf(files)).toEqual([
      `${lineOf(files, BILAGA, '- id: hub-intro')}: saknas, så kalendern ger mötena ingen länk. Skriv om de sker "digitalt", "på plats" eller "digitalt eller på plats".`,
    ]);
    expect(one(slip(BILAGA, 'sker: digitalt', 'sker: hemma'))).toContain(
      'forum [1] › form › sker: ska vara "digitalt", "på plats"',
    );
  });
});

describe('who takes part and who calls the meeting', () => {
  const SEATS = '    verksamheter: [af-city, af-jarva, af-globen, intro-ekonomi]\n';
  const with_ = (text: string, more: (files: Files) => void = () => {}) => {
    const files = oneHubFiles();
    replace(files, BILAGA, SEATS, SEATS + text);
    more(files);
    const loaded = loadAgreement(written(files));
    return loaded.ok ? loaded.warnings.map((fault) => fault.text) : loaded.faults.map((fault) => `${fault.field}: ${fault.text}`);
  };
  const deltar = (roles: string) => `    deltar:\n${roles}`;
  const all = '      - { roll: Handläggare, från: [af-city, af-jarva, af-globen], källa: N 1.8 }\n';
  const ekonomi = '      - { roll: Socialsekreterare, från: [intro-ekonomi], källa: N 1.8 }\n';
  const jarva = '    sammankallande: { vem: sektionschef från AF Järva, från: [af-jarva], källa: N 4 }\n';

  it('says nothing when every unit has its role and its people, and the convener comes from where it should', () => {
    expect(with_(deltar(all + ekonomi) + jarva)).toEqual([]);
  });

  it('names a unit without role, a role from a unit that has no seat, and a unit that is none', () => {
    expect(with_(deltar(all))).toEqual(['"intro-ekonomi" har ingen roll under deltar. Skriv vem som kommer därifrån.']);
    expect(with_(deltar(`${all + ekonomi}      - { roll: Jobbcoach, från: [ec], källa: N 1.8 }\n`))).toEqual([
      'forum [1] › deltar [3] › från [1]: "ec" deltar men står inte under verksamheter. Skriv in den där, eller skriv "när: vid behov".',
    ]);
    expect(with_(deltar(`${all + ekonomi}      - { roll: Jobbcoach, från: [ec], när: vid behov, källa: N 1.8 }\n`))).toEqual([]);
    expect(with_(deltar(`${all + ekonomi}      - { roll: Lärare, från: [skolan], källa: N 1.8 }\n`))[0]).toContain(
      '"skolan" är ingen verksamhet. Skriv något av:',
    );
  });

  it('warns of a unit without anybody, and says who is to be written in', () => {
    const [warning] = with_(deltar(all + ekonomi), (files) => {
      files[PEOPLE] = files[PEOPLE]!.replace(/ {2}- id: lena\n[\s\S]*?(?= {2}- id: )/, '');
    });
    expect(warning).toBe('Ingen från af-globen är med i hub-intro. Skriv in Handläggare (N 1.8) med "forum: [hub-intro]".');
  });

  it('warns when nobody calls the meeting or somebody from elsewhere does, with what the agreement says: never a fault', () => {
    expect(with_(jarva, (files) => replace(files, PEOPLE, '    sammankallar: [hub-intro]\n', ''))).toEqual([
      'Ingen sammankallar hub-intro. Det ska vara sektionschef från AF Järva (N 4): skriv "sammankallar: [hub-intro]" hos hen.',
    ]);
    expect(with_(jarva.replace('[af-jarva]', '[af-city]'))[0]).toMatch(
      /^hub-intro ska sammankallas av sektionschef från AF Järva \(N 4\), men johan hör till af-jarva\. Välj någon därifrån/,
    );
  });

  it('takes a duty once between dates, and not half of each', () => {
    const once = (från: string, till: string) =>
      with_('', (files) => {
        files[BILAGA] +=
          `\nårshjul:\n  - { id: sfi, namn: Frånvaro, fönster: [{ från: ${från}, till: ${till} }], vem: Parterna, källa: N 2 }\n`;
      });
    expect(once('2025-01-01', '2025-12-31')).toEqual([]);
    expect(once('2025-01-01', '12-31')[0]).toContain('ska ha två dagar (12-24) eller två datum (2027-12-24), inte ett av varje.');
    expect(once('2025-12-31', '2025-01-01')[0]).toContain('slutar innan det börjar.');
    expect(once('2025-02-30', '2025-12-31')[0]).toContain('är ingen dag. Skriv månad och dag, t.ex. 12-24, eller ett datum');
  });
});
