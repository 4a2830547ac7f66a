import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

const MEMORY = '/dev/shm';
const ROOM = 2 * 1024 ** 3;

/**
 * Makes directories for what a test kills with SIGKILL, and takes them away when the file's tests are over. The kernel
 * keeps what was written whether or not a disk has it, so where there is room they lie in memory and no fsync waits.
 * (What a power cut leaves is another test's matter.)
 */
export function scratch(name: string): () => string {
  const { bavail, bsize } = fs.existsSync(MEMORY) ? fs.statfsSync(MEMORY) : { bavail: 0, bsize: 0 };
  const room = fs.mkdtempSync(path.join(bavail * bsize > ROOM ? MEMORY : os.tmpdir(), `samverkan-${name}-`));
  afterAll(() => fs.rmSync(room, { recursive: true, force: true }));
  return () => fs.mkdtempSync(path.join(room, 'run-'));
}
