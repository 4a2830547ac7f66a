import { byId, h } from './elements.js';
import { when } from './swedish-time.js';

/** Files of the samarbetsyta, library by library, newest first. */
export function showFiles(state) {
  const newestFirst = state.files.toSorted((a, b) => b.modifiedAt.localeCompare(a.modifiedAt));
  const libraries = Map.groupBy(newestFirst, ({ library }) => library);
  const holder = byId('files');
  const me = state.people.find(({ id }) => id === state.me);
  if (me.stranger) {
    holder.replaceChildren(h('p', { class: 'hint' }, `${me.name} har inte tillgång till samarbetsytan.`));
    return;
  }
  if (libraries.size === 0) {
    holder.replaceChildren(h('p', { class: 'hint' }, 'Inga filer än. Dagordningar och mötesanteckningar läggs här.'));
    return;
  }
  const open = new Map([...holder.querySelectorAll('details')].map((details) => [details.dataset.library, details.open]));
  holder.replaceChildren(
    ...[...libraries].map(([library, files]) =>
      h(
        'details',
        { open: open.get(library) ?? true, 'data-library': library },
        h('summary', {}, library, h('span', { class: 'count' }, String(files.length))),
        h(
          'ul',
          { class: 'files' },
          files.map((file) => h('li', {}, fileLink(file, state.now))),
        ),
      ),
    ),
  );
}

function fileLink({ name, path, size, modifiedAt, url }, now) {
  const folder = path.split('/').slice(0, -1).join(' › ');
  return h(
    'a',
    { href: url, target: '_blank', rel: 'noopener', title: path },
    h('span', { class: `sort ${sortOf(name)}`, 'aria-hidden': 'true' }, sortOf(name).slice(0, 1).toUpperCase()),
    h(
      'span',
      { class: 'row-text' },
      h('span', { class: 'file-name' }, name),
      h('span', { class: 'row-about' }, [when(modifiedAt, now), kilobytes(size), folder].filter(Boolean).join(' · ')),
    ),
  );
}

function sortOf(name) {
  if (/\.docx?$/i.test(name)) return 'word';
  return /\.xlsx?$/i.test(name) ? 'xcel' : 'file';
}

function kilobytes(size) {
  return `${Math.max(1, Math.round(size / 1024))} kB`;
}
