import { inflateRawSync } from 'node:zlib';

export class TooLarge extends Error {}

/**
 * The wanted files of a zip, unpacked to at most `limit` bytes in all, whatever the zip says about its sizes.
 * @throws TooLarge, or another Error when it is no zip that Excel would write
 */
export function unzip(bytes: Uint8Array, limit: number, wanted: (name: string) => boolean): Map<string, Uint8Array> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = zip.lastIndexOf(endOfDirectory);
  if (end < 0) throw new Error('no zip: it has no directory');
  const files = new Map<string, Uint8Array>();
  let left = limit;
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error(`no directory entry at byte ${at}`);
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, nameEnd);
    if (wanted(name)) {
      if (files.has(name)) throw new Error('a file stands twice in the directory');
      const content = unpack(zip, at, left);
      left -= content.length;
      files.set(name, content);
    }
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

const endOfDirectory = Buffer.from([0x50, 0x4b, 0x05, 0x06]);

function unpack(zip: Buffer, entry: number, limit: number): Uint8Array {
  const isEncrypted = (zip.readUInt16LE(entry + 8) & 1) === 1;
  if (isEncrypted) throw new Error('the zip is encrypted');
  const method = zip.readUInt16LE(entry + 10);
  const local = zip.readUInt32LE(entry + 42);
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(start, start + zip.readUInt32LE(entry + 20));
  if (method !== 0 && method !== 8) throw new Error(`unknown compression ${method}`);
  if (packed.length > limit) throw new TooLarge('packed');
  return method === 0 ? packed : inflate(packed, limit);
}

function inflate(packed: Buffer, limit: number): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) });
  } catch (cause) {
    const isTooLarge = (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw isTooLarge ? new TooLarge('unpacked', { cause }) : cause;
  }
}
