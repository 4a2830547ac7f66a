/** The few shapes the year's picture is drawn with. */

const safe = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

type Attributes = Record<string, string | number | undefined>;

const number = (value: number): string => String(Math.round(value * 10) / 10);

const written = (attributes: Attributes): string =>
  Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? number(value) : safe(String(value))}"`)
    .join('');

const INK = '#242424';

export const shape = (name: string, attributes: Attributes, title = ''): string =>
  title ? `<${name}${written(attributes)}><title>${safe(title)}</title></${name}>` : `<${name}${written(attributes)}/>`;

export const words = (x: number, y: number, size: number, text: string, more: Attributes = {}): string =>
  `<text${written({ x, y, 'font-size': size, fill: INK, ...more })}>${safe(text)}</text>`;

export const group = (title: string, parts: readonly string[]): string => `<g><title>${safe(title)}</title>${parts.join('')}</g>`;

/** A name on as many lines as it needs. */
export function lines(text: string, width: number): string[] {
  const found = [''];
  for (const word of text.split(' ')) {
    const last = found.length - 1;
    const longer = found[last] === '' ? word : `${found[last]} ${word}`;
    if (longer.length > width && found[last] !== '') found.push(word);
    else found[last] = longer;
  }
  return found;
}

export function picture(width: number, height: number, title: string, about: string, parts: readonly string[]): string {
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="Segoe UI, Open Sans, Helvetica, Arial, sans-serif" role="img">`,
    `<title>${safe(title)}</title>`,
    `<desc>${safe(about)}</desc>`,
    shape('rect', { width, height, fill: '#ffffff' }),
    ...parts,
    '</svg>',
  ].join('\n')}\n`;
}
