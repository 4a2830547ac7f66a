import { expect, it } from 'vitest';
import { loadAgreement } from '../../src/agreements/load.ts';
import { type Files, oneHubFiles, written } from './files.ts';

const PEOPLE = 'exempelpersoner.yaml';
const GROUP = '11111111-0000-4000-8000-000000000001';

const withGroups = (...groups: string[]): Files => {
  const files = oneHubFiles();
  files[PEOPLE] = files[PEOPLE]!.replace(
    'personer:\n',
    `grupper:\n${groups.map((one) => `  - { ${one} }\n`).join('')}personer:\n`,
  );
  return files;
};
const faultsOf = (...groups: string[]) => {
  const loaded = loadAgreement(written(withGroups(...groups)));
  return loaded.ok ? [] : loaded.faults.map(({ field, text }) => `${field}: ${text}`);
};
const good = `grupp: ${GROUP}, verksamhet: intro-ekonomi, roll: Handläggare, forum: [hub-intro]`;

it('a group gives a forum members for one unit', () => {
  const loaded = loadAgreement(written(withGroups(good)));
  expect(loaded.ok && loaded.agreement.groups).toEqual([
    { id: GROUP, unit: 'intro-ekonomi', role: 'Handläggare', forums: ['hub-intro'] },
  ]);
});

it('a unit that a group seats lacks nobody', () => {
  const missing = (files: Files) =>
    loadAgreement(written(files)).warnings.filter(({ text }) => text.startsWith('Ingen från intro-ekonomi'));
  const without = (files: Files): Files => ({
    ...files,
    [PEOPLE]: files[PEOPLE]!.replaceAll('verksamhet: intro-ekonomi\n', 'verksamhet: af-city\n'),
  });
  expect(missing(without(oneHubFiles()))).toHaveLength(1);
  expect(missing(without(withGroups(good)))).toEqual([]);
});

it.each([
  ['an address', good.replace(GROUP, 'hubb@stad.example'), 'grupper [1] › grupp: är inget GUID. Skriv gruppens objekt-id'],
  ['no such unit', good.replace('intro-ekonomi', 'eg'), 'grupper [1] › verksamhet: "eg" är ingen verksamhet. Skriv något av:'],
  ['no such forum', good.replace('hub-intro', 'hubb'), 'grupper [1] › forum [1]: "hubb" är inget forum.'],
  ['no forum', good.replace('[hub-intro]', '[]'), 'grupper [1] › forum: är tom. Skriv minst ett forum.'],
  ['no unit', good.replace('verksamhet: intro-ekonomi, ', ''), 'grupper [1] › verksamhet: saknas'],
])('%s is told with line and field', (_, group, words) => {
  expect(faultsOf(group)[0]).toContain(words);
});

it('a group stands once: it belongs to one unit', () => {
  expect(faultsOf(good, good.replace('intro-ekonomi', 'af-city')).join()).toContain('grupper [2] › grupp: "11111111');
});
