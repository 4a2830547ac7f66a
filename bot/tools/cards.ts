/** npm run cards: a picture of every sample of every card, and one page to see them on (.pictures/index.html). */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { cards } from '../../cards/cards.ts';
import { fill } from '../../cards/fill.ts';
import { type Language, words } from '../../cards/words.ts';
import { type Look, openStudio } from './card-shot.ts';

const folder = fileURLToPath(new URL('../../.pictures/', import.meta.url));

/** Every width and theme once, and what an old client shows; other languages are seen at one width. */
const looks: Look[] = [
  { theme: 'light', width: 720, client: 'teams' },
  { theme: 'light', width: 328, client: 'teams' },
  { theme: 'dark', width: 328, client: 'teams' },
  { theme: 'light', width: 216, client: 'teams' },
  { theme: 'light', width: 328, client: 'fallback' },
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(cards, name));
if (unknown.length > 0) {
  console.error(`No card ${unknown.join(', ')}. There are: ${Object.keys(cards).join(', ')}.`);
  process.exit(2);
}

await mkdir(folder, { recursive: true });
const studio = await openStudio();
const sections: string[] = [];
let faults = 0;
try {
  for (const [name, { samples }] of Object.entries(cards)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    for (const [sample, view] of Object.entries(samples))
      for (const language of Object.keys(words) as Language[]) {
        const { card, summary } = fill(name, view, { language });
        const pictures: string[] = [];
        for (const look of language === 'sv' ? looks : looks.slice(0, 1)) {
          const file = `${name}-${sample}-${language}-${look.width}-${look.theme}${look.client === 'fallback' ? '-fallback' : ''}.png`;
          const { png, problems } = await studio.shoot(card, look);
          await writeFile(`${folder}${file}`, png);
          pictures.push(`<img src="${file}" width="${look.width + 32}" alt="${file}" loading="lazy">`);
          faults += problems.length;
          for (const problem of problems) console.log(`${file}\n  ${problem}`);
        }
        sections.push(`<h2>${name} · ${sample} · ${language}</h2><p>${escaped(summary)}</p><div>${pictures.join('\n')}</div>`);
      }
    console.log(`${name}: ${Object.keys(samples).length} samples`);
  }
} finally {
  await studio.close();
}
await writeFile(
  `${folder}index.html`,
  `<!doctype html><html lang="sv"><meta charset="utf-8"><title>Korten</title>
<style>body{font:14px sans-serif;margin:24px}div{display:flex;flex-wrap:wrap;gap:12px;align-items:flex-start}img{border:1px solid #ccc}</style>
<h1>Korten</h1>${sections.join('\n')}`,
);
console.log(`${folder}index.html${faults > 0 ? `, ${faults} faults` : ''}`);
process.exitCode = faults > 0 ? 1 : 0;

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
