import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../support/needs.ts';
import { type Import, importsIn, type Source, sourcesIn, withoutComments } from './sources.ts';

const sources = ['bot', 'cards', 'src'].flatMap(sourcesIn);
const inside = (...folders: string[]) => sources.filter(({ file }) => folders.some((folder) => file.startsWith(folder)));

/** `file → import` for every import that is not allowed. */
const strays = (files: readonly Source[], allowed: (one: Import, file: string) => boolean): string[] =>
  files.flatMap(({ file, imports }) => imports.filter((one) => !allowed(one, file)).map((one) => `${file} → ${one.to}`));

const matches = (files: readonly Source[], pattern: RegExp): string[] =>
  files.flatMap(({ file, code }) => [...code.matchAll(pattern)].map((match) => `${file}: ${match[0].trim()}`));

/** Fails with what the rule protects and what to do instead. */
const none = (found: readonly string[], why: string) => expect(found, why).toEqual([]);

const from =
  (...folders: string[]) =>
  (to: string) =>
    folders.some((folder) => to.startsWith(folder));

describe('who may import whom', () => {
  it('the domain knows only itself', () => {
    none(
      strays(inside('src/domain/'), ({ to }) => from('src/domain/')(to)),
      'src/domain holds what the agreement says, so that it can be read and tested without Teams, Graph or a clock. ' +
        'Hand the value in as an argument, or let a flow fetch it.',
    );
  });

  it('flows know the domain, the ports and each other', () => {
    none(
      strays(
        inside('src/flows/'),
        ({ to }) => from('src/domain/', 'src/flows/')(to) || ['src/ports.ts', 'node:crypto'].includes(to),
      ),
      'src/flows does what the product does without knowing with what. Add what is needed from outside to src/ports.ts, in our words, ' +
        'and let an adapter or bot/ give it.',
    );
  });

  it('the ports know only the domain and each other', () => {
    none(
      strays(inside('src/ports.ts', 'src/ports/'), ({ to }) => from('src/domain/', 'src/ports/')(to)),
      'src/ports says what we need from outside in our own words. Keep the words of Graph, Teams and databases in the adapters.',
    );
  });

  it('an adapter knows the ports, the domain and its own folder', () => {
    none(
      strays(inside('src/adapters/'), ({ to, package: isPackage }, file) => {
        const own = file.split('/').slice(0, 3).join('/');
        return isPackage || to === 'src/ports.ts' || from('src/domain/', `${own}/`)(to);
      }),
      'An adapter can be swapped by writing another one, so it must not lean on flows, bot, cards or another adapter. ' +
        'Move what two of them share to src/ports.ts, or let bot/compose.ts hand one to the other.',
    );
  });

  it('the definitions know the domain and how files are read', () => {
    none(
      strays(inside('src/agreements/'), ({ to, package: isPackage }) => isPackage || from('src/domain/', 'src/agreements/')(to)),
      'src/agreements turns files into an Agreement. What happens with it belongs in flows or bot.',
    );
  });

  it('cards know only themselves', () => {
    none(
      strays(inside('cards/'), ({ to, package: isPackage }) => isPackage || from('cards/')(to)),
      'A card can be drawn, looked at and tested from its data alone. Put what it needs in its data (zod) and format it in cards/.',
    );
  });

  /** Who may take an adapter in its hand, and why. */
  const MAY_USE_ADAPTERS: Record<string, string> = {
    'bot/compose.ts': 'picks the adapters',
    'bot/serve-outside.ts': 'makes the tokens the real outside asks for',
    'bot/local/': 'is the local outside',
    'bot/simulate/': 'plays the product against a local outside',
    'bot/tools/': 'are run by hand',
  };
  const MAY_NAME_THEIR_TYPES: Record<string, string> = {
    'bot/chat.ts': 'is handed a reader of messages',
  };

  it('nothing takes an adapter in its hand but compose, serve-outside, the local outside and the tools', () => {
    none(
      strays(
        inside('bot/', 'src/flows/', 'src/agreements/'),
        ({ to, typeOnly }, file) =>
          !to.startsWith('src/adapters/') ||
          from(...Object.keys(MAY_USE_ADAPTERS))(file) ||
          (typeOnly && file in MAY_NAME_THEIR_TYPES),
      ),
      'A store, a samarbetsyta or a chat is swapped with one line in bot/compose.ts. ' +
        'Take the port from src/ports.ts as an argument, and choose the adapter in bot/compose.ts.',
    );
  });

  it('nothing in src or cards knows the bot', () => {
    none(
      strays(inside('src/', 'cards/'), ({ to }) => !to.startsWith('bot/')),
      'bot/ is the outermost room: it knows the others, and none of them it. Hand in what is needed as an argument.',
    );
  });

  it('botbuilder stays in bot', () => {
    none(
      strays(inside('src/', 'cards/'), ({ to }) => !/^(botbuilder|botframework)/.test(to)),
      'The rules and flows outlive the library that speaks with Teams. Translate its activities in bot/, and pass on plain values.',
    );
  });
});

describe('one home for each thing', () => {
  /** The library and the only places that may know it. */
  const HOMES: Record<string, string[]> = {
    'adaptivecards-templating': ['cards/fill.ts'],
    '@microsoft/microsoft-graph-client': ['src/adapters/graph/'],
    '@azure/msal-node': ['src/adapters/graph/'],
    '@electric-sql/pglite': ['src/adapters/store/'],
    kysely: ['src/adapters/store/'],
    pg: ['src/adapters/store/'],
    'pg-boss': ['src/adapters/store/'],
    docxtemplater: ['src/adapters/documents/'],
    'read-excel-file': ['src/adapters/documents/'],
    yaml: ['src/agreements/'],
  };

  it.each(Object.entries(HOMES))('%s is known in one place', (library, homes) => {
    none(
      strays(sources, ({ to }, file) => to !== library || from(...homes)(file)),
      `A library with one home can be changed there (${homes.join(', ')}). Ask that room for what you need instead of importing ${library}.`,
    );
  });

  it('the environment is read in bot/config.ts and nowhere else', () => {
    none(
      matches(
        sources.filter(({ file }) => file !== 'bot/config.ts'),
        /process\.env\b.*/g,
      ),
      'Every setting is checked, typed and told about in one place. Add it to bot/config.ts and take it as an argument, ' +
        'or import `environment` from there in a tool.',
    );
  });

  it('what the product loads is among its dependencies, not those of development', () => {
    const { dependencies } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const loaded = new Set<string>();
    const missing: string[] = [];
    const load = (file: string) => {
      const source = sources.find((one) => one.file === file);
      if (loaded.has(file) || !source) return;
      loaded.add(file);
      for (const one of source.imports.filter(({ typeOnly }) => !typeOnly)) {
        if (!one.package) load(one.to);
        else if (!one.to.startsWith('node:') && !(one.to in dependencies)) missing.push(`${file} → ${one.to}`);
      }
    };
    load('bot/main.ts');
    expect(loaded.size).toBeGreaterThan(100);
    none(
      missing,
      'Production installs without the dependencies of development. Move the package to "dependencies", or the import to a tool.',
    );
  });
});

describe('the domain is the same whenever and wherever it is run', () => {
  const domain = inside('src/domain/');
  const why = (instead: string) => `The same values must always give the same answer, in any zone and at any time. ${instead}`;

  it('it has no Date', () => {
    none(matches(domain, /\bnew Date\b|(?<![\w.])Date[.(]/g), why('Use Temporal, with the moment as an argument.'));
  });

  it('it does not ask what time it is', () => {
    none(
      matches([...domain, ...inside('src/flows/', 'cards/')], /\bTemporal\.Now\b|\bDate\.now\b|\bperformance\.now\b/g),
      why('Take `now` as an argument; flows ask product.clock.'),
    );
  });

  it('it has no chance', () => {
    none(matches(domain, /\bMath\.random\b|\brandomUUID\b/g), why('Let the order or the id be an argument.'));
  });

  it('it has no process, network, file, console or timer', () => {
    none(
      matches(
        domain,
        /\bprocess\b\.|\bfetch\(|\brequire\(|\bconsole\.|\bset(?:Timeout|Interval|Immediate)\(|\basync\b|\bawait\b/g,
      ),
      why('Return what should happen as a value and let a flow do it.'),
    );
  });
});

describe('Stockholm is data', () => {
  const NAMES = /Intro Stockholm|Järva|Welcome House|hub-intro/g;
  /** Where the names may stand although they are no definition, and why. */
  const MAY_SAY: Record<string, string> = {
    'bot/tools/simulate.ts': 'its default forum and how it is used',
    'cards/samples.ts': 'the samples every card is looked at with',
    'cards/agenda-samples.ts': 'as their name says',
    'cards/approval.ts': 'its samples',
    'cards/dialog-attendance.ts': 'its samples',
    'cards/dialog-note.ts': 'its samples',
    'cards/minutes.ts': 'its samples',
    'cards/secretary.ts': 'its samples',
  };

  it('no forum or unit of Stockholm is named in code', () => {
    const code = sources.filter(({ file }) => !file.startsWith('src/agreements/') && !(file in MAY_SAY));
    none(
      matches(code, NAMES),
      'Another municipality must be able to use the product by writing a definition file. Read the forum, unit or indicator from the agreement.',
    );
  });

  it('nor in what a card always says, or in the app package', () => {
    const files = ['cards', 'manifest'].flatMap((folder) =>
      fs
        .readdirSync(path.join(root, folder))
        .filter((name) => name.endsWith('.json'))
        .map((name) => ({ file: `${folder}/${name}`, code: fs.readFileSync(path.join(root, folder, name), 'utf8') })),
    );
    none(
      matches(files as Source[], NAMES),
      'A template or a manifest that names a unit is wrong in every other municipality. Make it a field of the data.',
    );
  });

  it('the list of those who may is kept short: everyone on it still does', () => {
    const unused = Object.keys(MAY_SAY).filter((file) => !sources.some((one) => one.file === file && one.code.match(NAMES)));
    none(unused, 'Take the file off the list above.');
  });
});

describe('the personal-data stop', () => {
  it('is the only maker of ports behind it, and nothing is called cleaned that is not', () => {
    none(
      matches(
        sources.filter(({ file }) => file !== 'src/flows/personal-data-stop.ts'),
        /\bas (?:unknown as )?BehindStop\b/g,
      ),
      'A product takes only ports whose calls pass the stop. Wrap the adapter with behindStop in bot/compose.ts.',
    );
  });

  it('stands before the store, the chat, the samarbetsyta, the calendar and the documents of every product', () => {
    const product = sources.find(({ file }) => file === 'src/flows/product.ts')!.code;
    for (const port of ['store', 'chat', 'samarbetsyta', 'calendar', 'documents'])
      expect(product).toMatch(new RegExp(`${port}: BehindStop<`));
  });

  it('is passed by what is said before any command hears it', () => {
    const bot = sources.find(({ file }) => file === 'bot/bot.ts')!.code;
    expect(bot.indexOf('screened(turn, text)')).toBeGreaterThan(0);
    expect(bot.indexOf('screened(turn, text)')).toBeLessThan(bot.indexOf('meaning(passed.text'));
  });

  it('is passed by what is pressed and filled in before any action or dialog gets it', () => {
    const others = inside('bot/').filter(({ file }) => file !== 'bot/screened.ts');
    const why = 'Claims are texts that have passed bot/screened.ts. Take them from there, and let the door say what was stopped.';
    none(matches(others, /\bscreen\(|\bas (?:unknown as )?Claims\b/g), why);
    const bot = sources.find(({ file }) => file === 'bot/bot.ts')!.code;
    for (const [call, passed] of [
      ['action(known.turn, passed.claims)', 'screenedClaims(known.turn, given)'],
      ['dialog.open(turn, passed.claims)', 'screenedClaims(turn, filled)'],
      ['dialog.submit(turn, claims)', 'screenedFields(turn,'],
    ] as const) {
      expect(bot.indexOf(passed), why).toBeGreaterThan(0);
      expect(bot.indexOf(call), why).toBeGreaterThan(bot.indexOf(passed));
    }
  });
});

describe('the protection of few persons', () => {
  const why =
    'Counts of few persons, and what would tell of them, must not reach anybody, and what has been shown must be remembered. ' +
    'Ask product.figures for figures: they have passed src/flows/protect-figures.ts.';
  const elsewhere = (...homes: string[]) => sources.filter(({ file }) => !homes.includes(file));

  it('is passed by everything that is counted: nobody else adds up, or reads what sources say', () => {
    const HOMES: Record<string, string[]> = {
      'src/domain/tally.ts': ['src/domain/shown-tally.ts', 'src/domain/indicators.ts'],
      'src/domain/disclosure-tables.ts': ['src/domain/shown-tally.ts'],
      'src/flows/protect-figures.ts': ['src/flows/figures.ts'],
      'src/flows/figure-view.ts': ['src/flows/figures.ts'],
      'src/flows/figure-sources.ts': ['src/flows/figures.ts'],
      'src/flows/keep-observations.ts': ['src/flows/figure-sources.ts'],
    };
    none(
      strays(sources, ({ to, typeOnly }, file) => typeOnly || !(to in HOMES) || HOMES[to]!.includes(file)),
      why,
    );
    none(matches(elsewhere('src/domain/indicators.ts', 'src/flows/protect-figures.ts'), /\blatestFigure\b/g), why);
    none(
      matches(elsewhere('src/domain/indicators.ts'), /\bshownSeries\(/g).filter((one) => !one.includes('shown-tally.ts')),
      why,
    );
    const outside = inside('bot/', 'src/flows/', 'cards/');
    const reads = /\.observations\(|\bsheets\.parse\(|\blists\.read\(/g;
    const MAY_READ = ['src/flows/figure-sources.ts', 'src/flows/keep-observations.ts'];
    none(
      matches(
        outside.filter(({ file }) => !MAY_READ.includes(file)),
        reads,
      ),
      why,
    );
  });

  it('is the only one to read and keep what has been shown', () => {
    // The tool takes the history over into a store of its own, which is thrown away.
    const MAY_KEEP = ['src/flows/protect-figures.ts', 'bot/tools/figures.ts'];
    none(
      matches(
        inside('bot/', 'src/flows/', 'cards/').filter(({ file }) => !MAY_KEEP.includes(file)),
        /\b(?:keepShownFigures|shownFigures|NOTHING_SHOWN)\b/g,
      ),
      'What has been shown holds hidden counts. It must reach no card, log, error or document.',
    );
  });

  it('is the only maker of figures people see, and nothing is called protected that is not', () => {
    const MAY_CALL: Record<string, RegExp> = {
      'src/domain/shown-tally.ts': /\bas ShownTally\b/,
      'src/flows/figure-view.ts': /\bas FigureView\b/,
    };
    const said = /\bas (?:unknown as )?(?:Protected|ShownTally|Figure|FigureView|FigureMap|FrozenFigure)\b/g;
    none(
      matches(sources, said).filter(
        (one) => !Object.entries(MAY_CALL).some(([file, may]) => one.startsWith(`${file}:`) && may.test(one)),
      ),
      why,
    );
    for (const [file, may] of Object.entries(MAY_CALL)) expect(sources.find((one) => one.file === file)!.code).toMatch(may);
    const views = sources.find(({ file }) => file === 'src/flows/views/figures.ts')!.code;
    expect(views).toContain('interface FigureView extends Protected');
  });

  it('hands its figures to documents in one place, in words', () => {
    none(
      matches(elsewhere('src/flows/figure-text.ts', 'src/domain/meeting.ts', 'src/domain/minutes.ts'), /\bFrozenFigure\b/g),
      'Minutes freeze what frozenFigure makes of a FigureView, which has passed the protection.',
    );
  });
});

describe('the top of the tree', () => {
  const TOP = [
    '.ci',
    '.editorconfig',
    '.gitignore',
    '.npmrc',
    'CHANGELOG.md',
    'DECISIONS.md',
    'LICENSE',
    'README.md',
    'SECURITY.md',
    'biome.json',
    'bot',
    'cards',
    'manifest',
    'package-lock.json',
    'package.json',
    'src',
    'test',
    'tsconfig.json',
  ];

  it('holds exactly what a newcomer has been told of', () => {
    const ignored = fs
      .readFileSync(path.join(root, '.gitignore'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.replace(/\/$/, ''));
    const there = fs.readdirSync(root).filter((name) => name !== '.git' && !ignored.includes(name) && !name.endsWith('.log'));
    expect(
      there.toSorted(),
      'A newcomer finds the room in ten seconds because there are few of them. Put what is new inside one of the folders.',
    ).toEqual(TOP.toSorted());
  });
});

describe('the reader of imports', () => {
  it('sees every way to import, and what is only a type', () => {
    const text = [
      "import { a } from './a.ts';",
      "import type { B } from '../b.ts';",
      "import {\n  c,\n  type D,\n} from '@scope/c/deep';",
      "export { e } from './e.ts';",
      "export * from './f.ts';",
      "export type { G } from './g.ts';",
      "import './h.ts';",
      "const i = await import('./i.ts');",
      "import fs from 'node:fs';",
      "import h, { i as j } from 'hono/streaming';",
    ].join('\n');
    expect(importsIn('src/x/y.ts', text).map((one) => `${one.typeOnly ? 'type ' : ''}${one.to}`)).toEqual([
      'src/x/a.ts',
      'type src/b.ts',
      '@scope/c',
      'src/x/e.ts',
      'src/x/f.ts',
      'type src/x/g.ts',
      'src/x/h.ts',
      'src/x/i.ts',
      'node:fs',
      'hono',
    ]);
    expect(importsIn('a.ts', "export const at = '08:00';\nconst said = 'from';")).toEqual([]);
  });

  it('reads past comments, not past addresses', () => {
    expect(withoutComments("/** hub-intro */\nconst a = 'https://example.test'; // Järva\n").trim()).toBe(
      "const a = 'https://example.test';",
    );
  });

  it('reads every file of every room', () => {
    expect(sources.length).toBeGreaterThan(150);
    for (const room of ['bot/', 'cards/', 'src/domain/', 'src/flows/', 'src/adapters/', 'src/agreements/'])
      expect(inside(room).flatMap((one) => one.imports).length, room).toBeGreaterThan(10);
  });
});
