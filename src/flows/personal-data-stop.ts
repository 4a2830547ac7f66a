/**
 * The last door: whatever a flow hands to the store, to Teams, to Graph or to a document passes here, and a personal
 * identity number is taken out of it. People's texts are stopped earlier, with a word to their writer; this is for what came another way.
 */
import { without } from '../domain/privacy.ts';
import { scan } from '../domain/privacy-scan.ts';
import type { Clock, Log } from '../ports.ts';

declare const passed: unique symbol;
/** A port whose every call has passed the stop; a product is built from no other. */
export type BehindStop<P> = P & { readonly [passed]: true };

/** Gives the same value, or a copy without personal identity numbers. */
export type Clean = <T>(value: T) => T;

/** Four digits or more, letters that stand for digits beside one, or signs that may hide some. */
const MAY_HOLD = /\d(?:\D*\d){3}|\d[OolI]|[OolI][-+ \n]{0,3}\d|[&<%\u00b2\u00b3\u00b9\u00ad\u0250-\uffff]/;
const SHORTEST = 8;
/** Texts remembered, and how long one may be. */
const MOST = 2000;
const LONGEST = 2000;
/** Bytes frozen for a retry: made from what has passed here. */
const BYTES = 'base64';

/** `log` is told the kinds and how many, and nothing else. */
export function personalDataStop(clock: Clock, log: Log): Clean {
  // The same texts pass again and again. Only those in which nothing was found are remembered, and for the day they were read on.
  const harmless = { day: clock.now().toPlainDate(), texts: new Set<string>() };
  const taken = (text: string): string => {
    if (text.length < SHORTEST || !MAY_HOLD.test(text)) return text;
    if (harmless.texts.has(text)) return text;
    const found = scan(text, harmless.day).filter(({ action }) => action === 'block');
    if (found.length === 0) {
      if (text.length <= LONGEST) harmless.texts.add(text);
      return text;
    }
    log.warn({ stopped: found.map(({ type }) => type), count: found.length }, 'a personal identity number was taken out');
    return without(text, found, '[borttaget]');
  };
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') return taken(value);
    if (Array.isArray(value)) return cleanList(value);
    if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
    return cleanParts(value as Record<string, unknown>);
  };
  // Nearly everything passes as it came: a copy is begun at the first thing that is taken out.
  const cleanList = (list: unknown[]): unknown[] => {
    let copy: unknown[] | undefined;
    for (let k = 0; k < list.length; k++) {
      const part = clean(list[k]);
      if (part !== list[k]) copy ??= [...list];
      if (copy) copy[k] = part;
    }
    return copy ?? list;
  };
  const cleanParts = (whole: Record<string, unknown>): Record<string, unknown> => {
    const names = Object.keys(whole);
    let copy: [string, unknown][] | undefined;
    for (let k = 0; k < names.length; k++) {
      const name = names[k]!;
      const cleanName = taken(name);
      const part = name === BYTES ? whole[name] : clean(whole[name]);
      if (cleanName !== name || part !== whole[name]) copy ??= Object.entries(whole);
      if (copy) copy[k] = [cleanName, part];
    }
    return copy ? Object.fromEntries(copy) : whole;
  };
  return ((value: unknown) => {
    const today = clock.now().toPlainDate();
    if (!today.equals(harmless.day) || harmless.texts.size > MOST) {
      harmless.day = today;
      harmless.texts.clear();
    }
    return clean(value);
  }) as Clean;
}

/** What stands behind each stop already: a reader is handed out again and again. */
const standing = new WeakMap<Clean, WeakMap<object, object>>();

/** The port with every call's arguments cleaned; also what it hands to a function it is given, such as a change. */
export function behindStop<P extends object>(port: P, clean: Clean): BehindStop<P> {
  const ports = standing.get(clean) ?? new WeakMap<object, object>();
  standing.set(clean, ports);
  const known = ports.get(port) ?? behind(port, clean);
  ports.set(port, known);
  return known as BehindStop<P>;
}

function behind(port: object, clean: Clean): object {
  const parts = Object.entries(port).map(([name, part]) => [
    name,
    typeof part === 'function' ? (...given: unknown[]) => part(...given.map((one) => argument(one, clean))) : part,
  ]);
  return Object.fromEntries(parts);
}

/** `store.change(work)`: the change that `work` is given stands behind the stop too. */
function argument(given: unknown, clean: Clean): unknown {
  if (typeof given !== 'function') return clean(given);
  return (...handed: unknown[]) => given(...handed.map((one) => (isPort(one) ? behindStop(one, clean) : one)));
}

const isPort = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.values(value).some((part) => typeof part === 'function');
