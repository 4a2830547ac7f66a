import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/no-power-cut.ts'],
    testTimeout: 60_000,
    hookTimeout: 180_000,
    // One more than a small machine has cores: some tests wait for a minute of real time.
    maxWorkers: 3,
    // What a test starts as a process of its own is compiled once for all of them.
    env: { TZ: process.env['TZ'] ?? 'UTC', NODE_COMPILE_CACHE: path.join(os.tmpdir(), 'samverkan-compiled') },
  },
});
