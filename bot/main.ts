/** Start here: configuration, then the product, then the server. `npm start` is local mode, `npm run serve` a tenant. */
import { productLog } from './compose.ts';
import { environment, readConfig } from './config.ts';
import { startLocal } from './local/start-local.ts';
import { startServe } from './start-serve.ts';

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
    const serving = await startServe(config.value, productLog(config.value.logLevel));
    stopOn(serving.stop);
  } else {
    const config = readConfig(environment, 'local');
    if (!config.ok) refuse(['Startade inte. Rätta det här:', ...config.faults.map((fault) => `  ${fault}`)]);
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
