/** What Teams, phones and screen readers need of a card. Reads a filled card; returns what is wrong, in words. */

export interface Fault {
  rule: string;
  /** Where in the card: `$.body[0].items[2]`. */
  path: string;
  text: string;
}

type Node = Record<string, unknown>;
type Report = (rule: string, text: string, at?: string) => void;
type Rule = (node: Node, report: Report) => void;

const known = new Set(
  'AdaptiveCard Container ColumnSet Column RichTextBlock TextRun TextBlock Badge Chart.Line Table TableRow TableCell ActionSet Input.Text Input.Number Input.Date Input.ChoiceSet Action.Execute Action.Submit Action.OpenUrl'.split(
    ' ',
  ),
);
/** In Teams but not in the open schema: an old client drops it without a fallback. */
const onlyInTeams = new Set(['Badge', 'Chart.Line']);
const lists = ['body', 'items', 'columns', 'rows', 'cells', 'inlines', 'choices'];
const marked = /\*\*|__|`|\]\(|^\s*(#{1,6}|\d+[.)]|[-*+]|>)\s|^\s*(\d+[.)]|[-*+])\s*$/;

const string = (value: unknown) => (typeof value === 'string' ? value : '');
const list = (value: unknown) => (Array.isArray(value) ? (value as Node[]) : []);

const rules: Rule[] = [
  function isKnown({ type }, report) {
    if (!known.has(string(type))) report('type', `no rule knows ${String(type)}: is it in Teams on every device?`);
  },

  function hasFallback({ type, fallback }, report) {
    if (onlyInTeams.has(string(type)) && fallback === undefined) report('fallback', `${String(type)} needs a fallback`);
  },

  /** Only our own words stand in a TextBlock: it reads markdown and mentions. */
  function textBlockIsOurs({ type, text, wrap }, report) {
    if (type !== 'TextBlock') return;
    if (string(text).trim() === '') report('empty', 'a TextBlock without text');
    if (wrap !== true) report('wrap', 'text that does not wrap is cut on a phone');
    if (marked.test(string(text))) report('markdown', `markdown: ${string(text).slice(0, 40)}`);
    if (/<\/?\w+[^>]*>/.test(string(text))) report('html', `a tag or a mention: ${string(text).slice(0, 40)}`);
  },

  function textRunSaysSomething({ type, text }, report) {
    if (type === 'TextRun' && string(text) === '') report('empty', 'a TextRun without text');
  },

  function inputIsLabelled({ type, id, label, isRequired, errorMessage, min, max, maxLength }, report) {
    if (!string(type).startsWith('Input.')) return;
    if (!id) report('input', 'without id it is not sent');
    if (!label) report('input', 'no label');
    if ((isRequired || min !== undefined || max !== undefined) && !errorMessage) report('input', 'no errorMessage');
    if (type === 'Input.Text' && !maxLength) report('input', 'no maxLength');
  },

  function tableHasHeaders({ type, columns, rows, firstRowAsHeaders, targetWidth }, report) {
    if (type !== 'Table') return;
    if (firstRowAsHeaders !== true) report('table', 'no header row');
    const width = list(columns).length;
    if (width > 3 && targetWidth !== 'atLeast:standard') report('narrow', `${width} columns on a phone`);
    for (const [index, row] of list(rows).entries())
      if (list(row['cells']).length !== width) report('table', `row ${index} has ${list(row['cells']).length} of ${width} cells`);
  },

  function columnsFitAPhone({ type, columns }, report) {
    if (type === 'ColumnSet' && list(columns).length > 3) report('narrow', `${list(columns).length} columns on a phone`);
  },

  function fewButtons({ actions }, report) {
    const shown = list(actions).filter(({ mode }) => mode !== 'secondary');
    if (shown.length > 3) report('actions', `${shown.length} buttons in a row, 3 is what people read`);
    if (list(actions).filter(({ style }) => style === 'positive').length > 1) report('actions', 'two filled buttons');
  },

  function buttonIsComplete({ type, title, verb, data, url }, report) {
    if (!string(type).startsWith('Action.')) return;
    const sent = (data ?? {}) as Node;
    if (string(title) === '') report('actions', 'a button without a title');
    if (string(title).length > 30) report('actions', `a title of ${string(title).length} characters is cut`);
    if (type === 'Action.Execute' && !verb) report('actions', 'no verb');
    if (type === 'Action.Submit' && !sent['dialog']) report('actions', 'no dialog');
    if (type === 'Action.OpenUrl' && !/^https?:\/\//.test(string(url))) report('actions', `not an address: ${String(url)}`);
    if (type !== 'Action.OpenUrl' && typeof sent['meeting'] !== 'string') report('actions', 'no meeting in the data');
  },
];

/** Faults of a filled card. `allow` names rules that do not hold for it. */
export function lintCard(card: object, allow: readonly string[] = []): Fault[] {
  const faults: Fault[] = [];
  const add = (rule: string, path: string, text: string) => {
    if (!allow.includes(rule)) faults.push({ rule, path, text });
  };
  const ids = new Set<string>();
  let headings = 0;
  let buttons = 0;

  function visit(value: unknown, path: string, data: boolean): void {
    if (value === null || value === undefined) add('null', path, String(value));
    else if (typeof value === 'string') visitText(value, path);
    else if (Array.isArray(value)) for (const [index, each] of value.entries()) visit(each, `${path}[${index}]`, data);
    else if (typeof value === 'object') visitNode(value as Node, path, data);
  }

  function visitNode(node: Node, path: string, data: boolean): void {
    if (!data && typeof node['type'] === 'string') {
      for (const rule of rules) rule(node, (name, text) => add(name, path, text));
      if (node['style'] === 'heading') headings++;
      if (node['type'] === 'Action.Execute' || node['type'] === 'Action.Submit') buttons++;
      for (const key of lists)
        if (Array.isArray(node[key]) && list(node[key]).length === 0) add('empty', path, `${key} is empty`);
      const id = string(node['id']);
      if (id && ids.has(id)) add('id', path, `another element has the id ${id}`);
      ids.add(id);
    }
    for (const [key, each] of Object.entries(node)) visit(each, `${path}.${key}`, data || key === 'data' || key === 'msteams');
  }

  function visitText(text: string, path: string): void {
    if (text.includes('${')) add('placeholder', path, text.slice(0, 60));
    if (/\bundefined\b|\bNaN\b|\[object Object\]|Invalid Date|\d\.\d{6,}/.test(text)) add('value', path, text.slice(0, 60));
  }

  const root = card as Node;
  if (root['type'] !== 'AdaptiveCard') add('card', '$', 'not an AdaptiveCard');
  if (root['version'] !== '1.5') add('card', '$.version', 'Teams takes 1.5 from bots');
  if (!/^[a-z]{2}$/.test(string(root['lang']))) add('card', '$.lang', 'no language for screen readers');
  if (!/\S.*[.!?]$/.test(string(root['fallbackText']))) add('sentence', '$.fallbackText', 'not a full sentence');
  if (list(root['body'])[0]?.['type'] !== 'Container') add('card', '$.body[0]', 'the first element must be our own container');
  const bytes = JSON.stringify(card).length * 2;
  if (bytes > 80 * 1024) add('size', '$', `${bytes} bytes, Teams asks for at most 80 KB`);
  // What Teams asks for by itself is no button.
  const { refresh: _refresh, ...seen } = root;
  visit(seen, '$', false);
  if (headings === 0) add('heading', '$', 'nothing for a screen reader to jump to');
  if (buttons > 6) add('actions', '$', `${buttons} buttons on one card`);
  return faults;
}
