/**
 * Draws the app's two icons, so that nobody needs a drawing program: `node bot/tools/icons.ts`.
 * Two speech bubbles that share a part: two authorities, one meeting.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';

type Colour = readonly [red: number, green: number, blue: number, alpha: number];
/** Signed distance in units of the picture (0–1): below zero is inside. */
type Shape = (x: number, y: number) => number;

const white: Colour = [255, 255, 255, 255];
const clear: Colour = [255, 255, 255, 0];
const night: Colour = [27, 58, 92, 255];
const sun: Colour = [244, 196, 72, 255];
const shared: Colour = [120, 190, 175, 255];

const bubble = (left: number, top: number, width: number, height: number, round: number): Shape => {
  const [middleX, middleY] = [left + width / 2, top + height / 2];
  return (x, y) => {
    const dx = Math.abs(x - middleX) - width / 2 + round;
    const dy = Math.abs(y - middleY) - height / 2 + round;
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - round;
  };
};

/** A triangle that hangs from y: its tip lies at (tipX, y + height). */
const tail = (tipX: number, baseX: number, y: number, height: number): Shape => {
  const [left, right] = [Math.min(tipX, baseX), Math.max(tipX, baseX)];
  return (x, atY) => {
    const down = (atY - y) / height;
    const edge = tipX === left ? right - down * (right - left) : left + down * (right - left);
    return Math.max(y - atY, atY - y - height, tipX === left ? x - edge : edge - x, left - x, x - right);
  };
};

const either =
  (...shapes: Shape[]): Shape =>
  (x, y) =>
    Math.min(...shapes.map((shape) => shape(x, y)));
const both =
  (...shapes: Shape[]): Shape =>
  (x, y) =>
    Math.max(...shapes.map((shape) => shape(x, y)));
const line =
  (shape: Shape, width: number): Shape =>
  (x, y) =>
    Math.abs(shape(x, y)) - width / 2;

const first = either(bubble(0.17, 0.2, 0.44, 0.36, 0.1), tail(0.25, 0.38, 0.55, 0.14));
const second = either(bubble(0.39, 0.4, 0.44, 0.34, 0.1), tail(0.75, 0.62, 0.73, 0.13));

function colour(x: number, y: number): Colour {
  if (both(first, second)(x, y) < 0) return shared;
  if (first(x, y) < 0) return white;
  if (second(x, y) < 0) return sun;
  return night;
}

const outlines = either(
  line(bubble(0.06, 0.1, 0.56, 0.46, 0.12), 0.07),
  tail(0.17, 0.32, 0.56, 0.18),
  line(bubble(0.38, 0.38, 0.56, 0.42, 0.12), 0.07),
  tail(0.83, 0.68, 0.8, 0.17),
);

const outline = (x: number, y: number): Colour => (outlines(x, y) < 0 ? white : clear);

/** Every pixel is the mean of 64 samples, alpha-weighted. */
function draw(size: number, at: (x: number, y: number) => Colour): Buffer {
  const samples = 8;
  const rows = Array.from({ length: size }, (_row, row) => {
    const pixels = Buffer.alloc(1 + size * 4);
    for (let column = 0; column < size; column++) {
      const sum = [0, 0, 0, 0];
      for (let sample = 0; sample < samples * samples; sample++) {
        const x = (column + ((sample % samples) + 0.5) / samples) / size;
        const y = (row + (Math.floor(sample / samples) + 0.5) / samples) / size;
        const [red, green, blue, alpha] = at(x, y);
        sum[0]! += red * alpha;
        sum[1]! += green * alpha;
        sum[2]! += blue * alpha;
        sum[3]! += alpha;
      }
      const alpha = sum[3]!;
      const mean = alpha === 0 ? [255, 255, 255] : sum.slice(0, 3).map((part) => Math.round(part / alpha));
      pixels.set([...mean, Math.round(alpha / (samples * samples))], 1 + column * 4);
    }
    return pixels;
  });
  return png(size, Buffer.concat(rows));
}

function png(size: number, scanlines: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6], 8); // 8 bits a channel, RGBA
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(scanlines, { level: 9 })), chunk('IEND')]);
}

function chunk(type: string, data = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

export function drawIcons(): { color: Buffer; outline: Buffer } {
  return { color: draw(192, colour), outline: draw(32, outline) };
}

if (import.meta.main) {
  const folder = fileURLToPath(new URL('../../manifest/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  const icons = drawIcons();
  writeFileSync(`${folder}color.png`, icons.color);
  writeFileSync(`${folder}outline.png`, icons.outline);
}
