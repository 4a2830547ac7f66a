import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import PizZip from 'pizzip';
import { describe, expect, it } from 'vitest';
import { drawIcons } from '../../bot/tools/icons.ts';
import { fillManifest, type ManifestValues, manifestCommands, manifestFaults, packApp } from '../../bot/tools/pack.ts';
import { root } from '../support/needs.ts';

const given: ManifestValues = { 'app-id': 'A0000000-0000-4000-8000-00000000000A', domain: 'bot.kommunen.se' };

describe('the manifest', () => {
  it("is valid by Microsoft's schema once it is filled in", async () => {
    expect(await manifestFaults(fillManifest(given))).toEqual([]);
  });

  it('is not valid before', async () => {
    const faults = await manifestFaults(JSON.parse(readFileSync(join(root, 'manifest/manifest.json'), 'utf8')));
    expect(faults).toContain('{{APP_ID}} is not filled in');
    expect(faults.some((fault) => fault.startsWith('/id '))).toBe(true);
  });

  it('carries what was given, and only that', () => {
    const manifest = fillManifest({
      ...given,
      'teams-app-id': 'b0000000-0000-4000-8000-00000000000b',
      privacy: 'https://kommunen.se/integritet',
    });
    expect(manifest).toMatchObject({
      id: 'b0000000-0000-4000-8000-00000000000b',
      bots: [{ botId: 'a0000000-0000-4000-8000-00000000000a' }],
      webApplicationInfo: { id: 'a0000000-0000-4000-8000-00000000000a' },
      validDomains: ['bot.kommunen.se'],
      developer: { privacyUrl: 'https://kommunen.se/integritet', websiteUrl: 'https://bot.kommunen.se/' },
      supportsChannelFeatures: 'tier1',
    });
    expect(JSON.stringify(manifest)).not.toContain('{{');
  });

  it('tells every fault of what was given at once', () => {
    const faulty = { 'app-id': 'bot', domain: 'https://x', publisher: 'x'.repeat(33), website: 'http://x', version: 'next' };
    expect(() => fillManifest(faulty)).toThrow(
      /--app-id is not a GUID\n--domain is not a host name.*\n--version is not three.*\n--publisher is longer.*\n--website is not/,
    );
  });

  it.each(['team', 'personal'] as const)('offers ten commands at most in the scope %s, short enough to be shown', (scope) => {
    expect(manifestCommands(scope).length).toBeLessThanOrEqual(10);
    for (const { title, description } of manifestCommands(scope)) {
      expect(title.length).toBeLessThanOrEqual(32);
      expect(description.length).toBeLessThanOrEqual(100);
    }
  });
});

describe('the package', () => {
  it('holds the manifest and both icons, at the top', async () => {
    const zip = new PizZip(await packApp(given));
    expect(Object.keys(zip.files).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    expect(JSON.parse(zip.file('manifest.json')?.asText() ?? '')).toEqual(fillManifest(given));
  });

  it('is not made of a manifest that Teams would refuse', async () => {
    const website = `https://kommunen.se/${'x'.repeat(2048)}`;
    await expect(packApp({ ...given, website })).rejects.toThrow('/developer/websiteUrl must NOT have more than 2048 characters');
  });

  it('is written by the tool, or nothing is', () => {
    const folder = mkdtempSync(join(tmpdir(), 'samverkan-pack-'));
    const out = join(folder, 'deep', 'app.zip');
    const run = (...args: string[]) =>
      execFileSync(process.execPath, ['bot/tools/pack.ts', ...args, '--out', out], {
        cwd: root,
        encoding: 'utf8',
        stdio: 'pipe',
      });
    expect(() => run('--app-id', 'bot', '--domain', 'x.se')).toThrow('--app-id is not a GUID');
    expect(() => readFileSync(out)).toThrow('ENOENT');
    expect(run('--app-id', given['app-id'], '--domain', given.domain)).toContain('app.zip is ready');
    expect(new PizZip(readFileSync(out)).file('color.png')).not.toBeNull();
    rmSync(folder, { recursive: true });
  });
});

describe('the icons', () => {
  const color = pixels(readFileSync(join(root, 'manifest/color.png')));
  const outline = pixels(readFileSync(join(root, 'manifest/outline.png')));

  it('have the sizes Teams asks for', () => {
    expect([color.width, color.height, outline.width, outline.height]).toEqual([192, 192, 32, 32]);
  });

  it('are a full picture, and white lines on nothing', () => {
    expect(color.rgba.every(([, , , alpha]) => alpha === 255)).toBe(true);
    expect(outline.rgba.every(([red, green, blue, alpha]) => alpha === 0 || (red === 255 && green === 255 && blue === 255))).toBe(
      true,
    );
    const seen = outline.rgba.filter(([, , , alpha]) => alpha! > 127).length / outline.rgba.length;
    expect(seen).toBeGreaterThan(0.1);
    expect(seen).toBeLessThan(0.6);
  });

  it('are those that the tool draws', () => {
    const drawn = drawIcons();
    expect(pixels(drawn.color)).toEqual(color);
    expect(pixels(drawn.outline)).toEqual(outline);
  });
});

/** Reads the PNGs our tool writes: RGBA, one IDAT, no row filters. */
function pixels(png: Buffer): { width: number; height: number; rgba: number[][] } {
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const at = png.indexOf('IDAT');
  const rows = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
  const rgba: number[][] = [];
  for (let y = 0; y < height; y++) {
    const row = rows.subarray(y * (1 + width * 4) + 1, (y + 1) * (1 + width * 4));
    for (let x = 0; x < width; x++) rgba.push([...row.subarray(x * 4, x * 4 + 4)]);
  }
  return { width, height, rgba };
}
