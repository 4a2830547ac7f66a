import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../manifest/manifest.json' with { type: 'json' };
import { root } from '../support/needs.ts';

const page = readFileSync(join(root, 'manifest/permissions.md'), 'utf8');

describe('permissions.md', () => {
  it('names every resource-specific permission of the manifest, and no other', () => {
    const asked = manifest.authorization.permissions.resourceSpecific.map(({ name }) => name);
    const told = [...page.matchAll(/^\| `(\w+(?:\.\w+)+\.(?:Group|Chat))` \|/gm)].map(([, name]) => name);
    expect(told.sort()).toEqual(asked.sort());
  });

  it('names every Graph address that an adapter asks', () => {
    const told = [...page.matchAll(/`(?:GET|POST|PUT|PATCH|DELETE) (\/[^`]+)`/g)].map(([, path]) => shape(path ?? ''));
    const asked = globSync('src/adapters/graph/**/*.ts', { cwd: root }).flatMap((file) => addressesIn(file));
    expect(asked.length).toBeGreaterThan(4);
    expect(asked.filter(({ path }) => !told.some((one) => one.startsWith(path)))).toEqual([]);
  });

  it('names files that are there', () => {
    const files = [...page.matchAll(/`((?:bot|src)\/[\w/.-]+\.ts)`/g)].map(([, file]) => file ?? '');
    expect(files.length).toBeGreaterThan(3);
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  it('asks for nothing of the whole tenant except what it marks as optional', () => {
    const rows = page.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| *optional:*'));
    expect(rows.length).toBeGreaterThan(4);
    expect(rows.filter((row) => /\w+\.\w+\.All\b/.test(row))).toEqual([]);
  });
});

function addressesIn(file: string): { file: string; path: string }[] {
  const source = readFileSync(join(root, file), 'utf8');
  const literals = source.matchAll(
    /[`'"](\/(?:sites|drives|teams|chats|users|groups|me|places|subscriptions|communications|appCatalogs)\b[^\n]*)/g,
  );
  return [...literals].map(([, text]) => ({ file, path: shape(text ?? '') }));
}

/** `/sites/{site}/drives` and `/sites/${segment(id)}/drives?$select=id` have the same shape: `/sites/{}/drives`. */
function shape(address: string): string {
  const path = address.replaceAll(/\$?\{(?:[^{}]|\{[^{}]*\})*\}?/g, '{}');
  return path.replaceAll('{}{}', '{}').replace(/[`'"?].*$/, '');
}
