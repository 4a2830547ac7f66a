import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadAgreement } from '../../src/agreements/load.ts';
import type { Guidance } from '../../src/domain/guidance.ts';
import { needs, root, shared } from '../support/needs.ts';
import { type Files, lineOf, oneHubFiles, replace, written } from './files.ts';

const GUIDANCE = 'vagledning.yaml';

function shipped(): Guidance {
  const loaded = loadAgreement(path.join(root, 'src/agreements/stockholm/bilaga-nyanlanda.yaml'));
  if (!loaded.ok || !loaded.agreement.guidance) throw new Error('no guidance');
  return loaded.agreement.guidance;
}

describe('the guidance that ships', () => {
  it('has ten fact cards in three groups, and says which forms have none', () => {
    const guidance = shipped();
    expect(guidance.factCards).toHaveLength(10);
    expect(Object.values(Object.groupBy(guidance.factCards, (one) => one.group)).map((group) => group?.length)).toEqual([
      6, 2, 2,
    ]);
    expect(guidance.forms.flatMap(({ name, factCard }) => (factCard ? [] : [name]))).toEqual([
      'Samordning leverantör – kommun',
      'Näringslivs- och kompetensförsörjningsstöd',
      'Kommunen bidrar till företagsetablering',
      'Övergångar till studier i komvux',
    ]);
  });

  it.runIf(needs('shared'))('says nothing as a source’s word that the source does not say', () => {
    const guidance = shipped();
    const quoted = [
      ...guidance.factCards.flatMap((card) => [...card.mission, ...card.responsibility, ...card.execution]),
      ...guidance.forms.map(({ name }) => name),
      ...guidance.groups.flatMap(({ name, about }) => [name, about]),
      ...guidance.ladder.map(({ text }) => text),
      ...guidance.reflections.map(({ text }) => text),
      ...guidance.routes.flatMap(({ steps }) => steps.flatMap(({ text, origin }) => ('source' in origin ? [text] : []))),
    ];
    const sources = bare(
      fs
        .readdirSync(`${shared}/sources`)
        .map((name) => fs.readFileSync(`${shared}/sources/${name}`, 'utf8'))
        .join('\n'),
    );
    expect(quoted.length).toBeGreaterThan(100);
    expect(quoted.filter((text) => !sources.includes(bare(text.replace('[…]', ''))))).toEqual([]);
  });
});

/** One hub, with the shipped guidance. */
function files(): Files {
  const all = oneHubFiles();
  replace(
    all,
    'bilaga-nyanlanda.yaml',
    'personer: exempelpersoner.yaml\n',
    `personer: exempelpersoner.yaml\nvägledning: ${GUIDANCE}\n`,
  );
  all[GUIDANCE] = fs.readFileSync(path.join(root, 'src/agreements/stockholm', GUIDANCE), 'utf8');
  return all;
}

describe('a guidance file with faults', () => {
  const faultsOf = (before: string, after: string) => {
    const all = files();
    replace(all, GUIDANCE, before, after);
    const loaded = loadAgreement(written(all));
    return { all, said: loaded.ok ? [] : loaded.faults.map((one) => `${one.file}:${one.line}: ${one.field}: ${one.text}`) };
  };

  it('names a group that is none, with its line and what to write', () => {
    const { all, said } = faultsOf('    grupp: lag\n    ord: [ekonomiskt', '    grupp: lagen\n    ord: [ekonomiskt');
    expect(said).toEqual([
      `${GUIDANCE}:${lineOf(all, GUIDANCE, 'grupp: lagen')}: faktakort [1] › grupp: "lagen" är ingen grupp. Skriv något av: lag, uppdrag, utan.`,
    ]);
  });

  it('names a fact card that is none, and an id that stands twice', () => {
    expect(faultsOf('faktakort: krami,', 'faktakort: kramo,').said[0]).toContain('"kramo" är inget faktakort.');
    expect(faultsOf('id: kaa', 'id: krami').said.join('\n')).toContain('"krami" finns redan. Välj ett annat id.');
  });

  it('names what is missing', () => {
    expect(faultsOf('    namn: Krami\n', '').said).toEqual([expect.stringContaining('namn: saknas. Skriv faktakortets namn.')]);
  });

  it('without questions to reflect on cannot give a forum any', () => {
    const all = files();
    replace(
      all,
      'bilaga-nyanlanda.yaml',
      '    stående punkter:\n',
      '    reflektionsfråga: { minuter: 10, vårt val: Vi vill det }\n    stående punkter:\n',
    );
    const loaded = loadAgreement(written(all));
    expect(loaded.ok && loaded.agreement.forums[0]!.reflects).toEqual({ minutes: 10, origin: { choice: 'Vi vill det' } });
    all[GUIDANCE] = all[GUIDANCE]!.replace(/reflektionsfrågor:\n(?: {2}- .*\n)+/, '');
    const without = loadAgreement(written(all));
    expect(without.ok ? [] : without.faults.map((one) => `${one.field}: ${one.text}`)).toEqual([
      'forum [1] › reflektionsfråga: har inga frågor att ta av. Skriv reflektionsfrågor i vägledningen.',
    ]);
  });

  it('that is named and does not exist is a fault', () => {
    const { [GUIDANCE]: _, ...rest } = files();
    const loaded = loadAgreement(written(rest));
    expect(loaded.ok ? [] : loaded.faults.map((one) => `${one.file}: ${one.text}`)).toEqual([
      `${GUIDANCE}: Filen finns inte. Kontrollera namnet.`,
    ]);
  });
});

/** Letters and digits only: a page breaks lines and words where it likes. */
const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
