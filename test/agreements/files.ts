/** Definition files in a folder of their own, as people would have written them. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { root } from '../support/needs.ts';

/** A definition with one hub, where every passage stands once, so that a test can spoil exactly one. */
const oneHub = path.join(root, 'test/agreements/one-hub');

export type Files = Record<string, string>;

export const oneHubFiles = (): Files =>
  Object.fromEntries(
    ['bilaga-nyanlanda.yaml', 'overenskommelse.yaml', 'exempelpersoner.yaml'].map((name) => [
      name,
      fs.readFileSync(path.join(oneHub, name), 'utf8'),
    ]),
  );

/** Writes the files and gives the path of the first, the appendix. They are gone when the test is over. */
export function written(files: Files): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'samverkan-definition-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), content);
  return path.join(folder, Object.keys(files)[0]!);
}

/** Replaces a passage that stands once in a file. */
export function replace(files: Files, name: string, before: string, after: string): void {
  const content = files[name]!;
  if (content.split(before).length !== 2) throw new Error(`"${before}" does not stand exactly once in ${name}`);
  files[name] = content.replace(before, () => after);
}

/** The line a passage stands on; it must stand once. */
export function lineOf(files: Files, name: string, passage: string): number {
  const content = files[name]!;
  if (content.split(passage).length !== 2) throw new Error(`"${passage}" does not stand exactly once in ${name}`);
  return content.slice(0, content.indexOf(passage)).split('\n').length;
}
