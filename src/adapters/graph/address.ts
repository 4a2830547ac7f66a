import { Refused } from '../../ports.ts';

/** One part of a Graph address; the client encodes nothing by itself. */
export function segment(text: string): string {
  return encodeURIComponent(text);
}

/** A path inside a library as an address: every part encoded, and no part that leads out of the library. */
export function pathInLibrary(path: string): string {
  const parts = path.split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..')) {
    const next = `"${path}" is not a path inside a library. Correct the rule that names documents.`;
    throw new Refused({ call: 'address of a document', next });
  }
  return parts.map(segment).join('/');
}
