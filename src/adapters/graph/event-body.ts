/**
 * What an invitation says below its heading. Ours stands in a part of its own, so that a change touches nothing else:
 * Teams puts its link into the same body, and the meeting loses it when that is gone.
 */
import type { Invitation } from '../../ports.ts';

/** Outlook may put `x_` before an id when it has handled the text. */
const OPENS = /<div\b[^>]*\bid=["']?(?:x_)*samverkan["']?(?=[\s>])[^>]*>/i;
const TAG = /<(\/?)div\b[^>]*>/gi;

export function ourPart({ paragraphs, agendaUrl }: Pick<Invitation, 'paragraphs' | 'agendaUrl'>): string {
  const said = paragraphs.map((paragraph) => `<p>${escaped(paragraph).replaceAll('\n', '<br>')}</p>`);
  const link = /^https?:\/\//.test(agendaUrl) ? [`<p><a href="${escaped(agendaUrl)}">Dagordning</a></p>`] : [];
  return `<div id="samverkan">${[...said, ...link].join('')}</div>`;
}

/**
 * The body with our part as it is to be; the same body when people would read nothing new.
 * @param joinUrl the meeting's Teams link, '' while it has none
 */
export function withOurPart(body: string, part: string, joinUrl = ''): string {
  const at = whereOurs(body);
  const before = at && body.slice(at.from, at.to);
  // Who edits in Outlook may have drawn the link into our part.
  if (at && before && !(joinUrl !== '' && readable(before).includes(joinUrl)))
    return readable(before) === readable(part) ? body : body.slice(0, at.from) + part + body.slice(at.to);
  // Or Outlook has written the body anew, without our mark. What stands there stays.
  if (readable(body).includes(readable(part))) return body;
  const begins = /<body\b[^>]*>/i.exec(body);
  const place = begins ? begins.index + begins[0].length : 0;
  return body.slice(0, place) + part + body.slice(place);
}

function whereOurs(body: string): { from: number; to: number } | undefined {
  const opening = OPENS.exec(body);
  if (!opening) return undefined;
  const from = opening.index;
  let depth = 0;
  for (const tag of body.slice(from).matchAll(TAG)) {
    depth += tag[1] === '/' ? -1 : 1;
    if (depth === 0) return { from, to: from + tag.index + tag[0].length };
  }
  return undefined;
}

/** What people read, and where links lead; Exchange writes the HTML around it in its own way. */
function readable(html: string): string {
  const plain = html
    .replaceAll(/<a\b[^>]*\bhref=["']?([^"'\s>]+)[^>]*>/gi, ' [$1] ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&(#x?[0-9a-f]+|\w+);/gi, (entity, name: string) => character(name) ?? entity);
  return plain.replaceAll(/\s+/g, ' ').trim();
}

const named: Record<string, string> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' },
  ...{ aring: 'å', auml: 'ä', ouml: 'ö', Aring: 'Å', Auml: 'Ä', Ouml: 'Ö', eacute: 'é', ndash: '–', rdquo: '”', sect: '§' },
};

function character(name: string): string | undefined {
  if (!name.startsWith('#')) return Object.hasOwn(named, name) ? named[name] : undefined;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => escapes[sign]!);
