/** Start here: configuration, then the product, then the server. `npm start` is local mode, `npm run serve` a tenant. */
import { enableCompileCache } from 'node:module';
import { environment, readConfig } from './config.ts';

// What is imported from here on is compiled once for all starts; hence no static imports of the product.
enableCompileCache();

function stopOn(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
}

function refuse(lines: readonly string[]): never {
  for (const line of lines) console.error(line);
  process.exit(1);
}

try {
  if (process.argv[2] === 'serve') {
    const config = readConfig(environment, 'serve');
    if (!config.ok) refuse(['Not started. Put these settings right:', ...config.faults.map((fault) => `  ${fault}`)]);
    const { startServe } = await import('./start-serve.ts');
    const serving = await startServe(config.value);
    stopOn(serving.stop);
  } else {
    const config = readConfig(environment, 'local');
    if (!config.ok) refuse(['Startade inte. Rätta det här:', ...config.faults.map((fault) => `  ${fault}`)]);
    const { startLocal } = await import('./local/start-local.ts');
    const local = await startLocal(config.value);
    console.log(`Öppna http://localhost:${local.port}/ – ${local.you}`);
    stopOn(local.stop);
  }
} catch (error) {
  const known = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  refuse([
    known
      ? 'Porten är upptagen. Stäng det som använder den, eller välj en annan: PORT=3979 npm start'
      : error instanceof Error
        ? error.message
        : String(error),
  ]);
}
