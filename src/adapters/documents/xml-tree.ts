export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  /** Text directly inside, without the children's. */
  text: string;
}

const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/y;

/** A reader for the XML inside Office files: elements, attributes and text. @throws on what is not well-formed. */
export function readXml(xml: string): Element {
  const document: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [document];
  token.lastIndex = xml.startsWith('\uFEFF') ? 1 : 0;
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex;
    const match = token.exec(xml);
    const inside = open.at(-1)!;
    if (!match) throw new Error(`Not well-formed XML at character ${at}`);
    const [, data, closing, name, attributes, selfClosing, text] = match;
    if (data !== undefined) inside.text += data;
    else if (text !== undefined) inside.text += decoded(text);
    else if (name === undefined) continue;
    else if (closing) {
      if (inside.name !== name) throw new Error(`Not well-formed XML: </${name}> at character ${at} closes <${inside.name}>`);
      open.pop();
    } else {
      const element: Element = { name, attributes: readAttributes(attributes ?? ''), children: [], text: '' };
      inside.children.push(element);
      if (!selfClosing) open.push(element);
    }
  }
  const [root] = document.children;
  if (open.length > 1 || !root) throw new Error('Not well-formed XML: it ends too early');
  return root;
}

/** All elements of a name in document order, at any depth but not inside a `stopAt`. */
export function all(element: Element, name: string, stopAt?: string): Element[] {
  return element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...(child.name === stopAt ? [] : all(child, name, stopAt)),
  ]);
}

export const first = (element: Element | undefined, ...path: string[]): Element | undefined =>
  path.reduce<Element | undefined>((inside, name) => inside?.children.find((child) => child.name === name), element);

const readAttributes = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name, double, single]) => [
      name!,
      decoded(double ?? single ?? ''),
    ]),
  );

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const decoded = (text: string) =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return named[name] ?? whole;
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });
