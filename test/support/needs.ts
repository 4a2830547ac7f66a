import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const shared = fileURLToPath(new URL('../../../shared', import.meta.url));

/** Apache PDFBox Preflight as Debian packs it (libpdfbox2-java); the last two are what Java itself no longer brings (libjaxb-api-java). */
export const PREFLIGHT = ['preflight', 'pdfbox2', 'xmpbox', 'fontbox2', 'commons-logging', 'jaxb-api', 'javax.activation'].map(
  (name) => `/usr/share/java/${name}.jar`,
);

const where = {
  shared: () => existsSync(`${shared}/contracts/graph/schemas.strict.json`),
  chromium: () => existsSync('/usr/bin/chromium'),
  libreoffice: () => existsSync('/usr/bin/soffice') || existsSync('/usr/bin/libreoffice'),
  preflight: () => existsSync('/usr/bin/java') && PREFLIGHT.every((jar) => existsSync(jar)),
  postgres: () => Boolean(process.env['TEST_DATABASE_URL']),
  'postgres-server': () =>
    existsSync('/usr/lib/postgresql') &&
    readdirSync('/usr/lib/postgresql').some((version) => existsSync(`/usr/lib/postgresql/${version}/bin/initdb`)),
};

/** True where the machine has it. Says loudly when it has not, and fails where everything is required. */
export function needs(thing: keyof typeof where): boolean {
  if (where[thing]()) return true;
  if (process.env['REQUIRE_ALL'] === '1') throw new Error(`${thing} is required here (REQUIRE_ALL=1) and missing`);
  console.warn(`\n!! SKIPPED: this machine has no ${thing}; the tests that need it did not run\n`);
  return false;
}
