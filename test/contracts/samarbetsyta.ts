import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Document, type Library, Refused, type Samarbetsyta, Unavailable } from '../../src/ports.ts';

/** A samarbetsyta and what people and bad luck do to it. */
export interface SamarbetsytaWorld {
  samarbetsyta: Samarbetsyta;
  /** Somebody puts a file there themselves, or saves over one that lies there. */
  someoneSaves(library: Library, path: string, text: string): Promise<void>;
  someoneDeletes(library: Library, path: string): Promise<void>;
  /** Somebody opens the file, and closes it. */
  someoneOpens(library: Library, path: string): void;
  someoneCloses(library: Library, path: string): void;
  /** There is no space left, or there is again. */
  fillUp(full: boolean): void;
  /** The next writes are done but their answers never come: the connection breaks, or a gateway gives up. */
  loseAnswers(n: number, how: 'cut' | '504'): void;
  files(): Promise<{ library: Library; path: string; text: string; columns: Record<string, unknown> }[]>;
  close(): Promise<void>;
}

const path = 'hub-intro/2027/2027-03-16/hub-intro-2027-03-16-dagordning.docx';

/** What any samarbetsyta promises, whichever adapter stands before it. */
export function samarbetsytaContract(name: string, make: () => Promise<SamarbetsytaWorld>): void {
  describe(name, () => {
    let world: SamarbetsytaWorld;
    beforeEach(async () => {
      world = await make();
    });
    afterEach(() => world.close());

    it('files a document with its columns, where people can open it', async () => {
      const filed = await world.samarbetsyta.file(agenda());
      expect(filed.webUrl).toMatch(/^https?:\/\//);
      expect(filed.id).not.toBe('');
      expect(await world.files()).toEqual([
        {
          library: 'meetings',
          path,
          text: 'Dagordning',
          columns: expect.objectContaining({ Title: 'Dagordning 16 mars 2027', Status: 'Utkast', EffectId: 'effect-1' }),
        },
      ]);
    });

    it('files a document once when asked twice, and gives the same answer', async () => {
      const first = await world.samarbetsyta.file(agenda());
      expect(await world.samarbetsyta.file(agenda())).toEqual(first);
      expect(await world.files()).toHaveLength(1);
    });

    it('sends exactly the bytes of a view into a larger buffer', async () => {
      const bytes = Buffer.from('xxxxDagordningxxxx').subarray(4, 14);
      await world.samarbetsyta.file({ ...agenda(), bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) });
      expect((await world.files())[0]?.text).toBe('Dagordning');
    });

    it.each(['cut', '504'] as const)('files a document once even when answers are lost (%s)', async (how) => {
      for (const lost of [1, 2, 3]) {
        const document = { ...agenda(), path: `lost-${lost}.docx`, effectId: `effect-${lost}` };
        world.loseAnswers(lost, how);
        const filed = await untilFiled(() => world.samarbetsyta.file(document));
        expect(filed).toEqual(await world.samarbetsyta.file(document));
      }
      const files = await world.files();
      expect(files.map((file) => [file.path, file.columns['EffectId'], file.columns['Title']])).toEqual(
        [1, 2, 3].map((lost) => [`lost-${lost}.docx`, `effect-${lost}`, 'Dagordning 16 mars 2027']),
      );
    });

    it.each([
      [0, 'cut'],
      [1, 'cut'],
      [2, 'cut'],
      [3, 'cut'],
      [1, '504'],
      [4, '504'],
    ] as const)('files a large document whole and once, though %i answers on the way are lost (%s)', async (lost, how) => {
      const text = Array.from({ length: 120_000 }, (_, line) => `rad ${line}`).join('\n');
      const document = { ...agenda(), bytes: Buffer.from(text) };
      world.loseAnswers(lost, how);
      const filed = await untilFiled(() => world.samarbetsyta.file(document));
      expect(filed).toEqual(await world.samarbetsyta.file(document));
      expect((await world.files()).map((file) => [file.path, file.text === text, file.columns['EffectId']])).toEqual([
        [path, true, 'effect-1'],
      ]);
    });

    it('does not write over what somebody put there while a large document was on its way', async () => {
      const document = { ...agenda(), bytes: Buffer.alloc(1_000_000, 'x') };
      await world.someoneSaves('meetings', path, 'Min egen');
      expect(await failure(world.samarbetsyta.file(document))).toBeInstanceOf(Refused);
      expect((await world.files()).map((file) => file.text)).toEqual(['Min egen']);
    });

    it.each([10, 1_000_000])('is unavailable while there is no space left for %i bytes, and says what to do', async (size) => {
      world.fillUp(true);
      const full = await failure(world.samarbetsyta.file({ ...agenda(), bytes: Buffer.alloc(size, 'x') }));
      expect(full).toBeInstanceOf(Unavailable);
      expect(full).toMatchObject({ status: 507 });
      expect(full.message).toMatch(/more space/);
      world.fillUp(false);
      await world.samarbetsyta.file({ ...agenda(), bytes: Buffer.alloc(size, 'x') });
      expect(await world.files()).toHaveLength(1);
    });

    it('leaves a file somebody else has put there as it is, and says so', async () => {
      await world.someoneSaves('meetings', path, 'Min egen');
      const refusal = await failure(world.samarbetsyta.file(agenda()));
      expect(refusal).toBeInstanceOf(Refused);
      expect(refusal.message).toContain('hub-intro-2027-03-16-dagordning.docx');
      expect(refusal.message).toMatch(/rename or move/i);
      expect((await world.files()).map((file) => file.text)).toEqual(['Min egen']);
    });

    it('does not take a document of another effect for its own', async () => {
      await world.samarbetsyta.file(agenda());
      expect(await failure(world.samarbetsyta.file({ ...agenda(), effectId: 'effect-2' }))).toBeInstanceOf(Refused);
    });

    it('keeps what somebody has written in a document that was filed', async () => {
      await world.samarbetsyta.file(agenda());
      await world.someoneSaves('meetings', path, 'Dagordning, ändrad');
      await world.samarbetsyta.file(agenda());
      expect((await world.files()).map((file) => file.text)).toEqual(['Dagordning, ändrad']);
    });

    it('is unavailable, not refused, while somebody has the file open', async () => {
      world.someoneOpens('meetings', path);
      const locked = await failure(world.samarbetsyta.file(agenda()));
      expect(locked).toBeInstanceOf(Unavailable);
      expect(locked).toMatchObject({ status: 423 });
      expect(locked.message).toMatch(/close it/);
      world.someoneCloses('meetings', path);
      await world.samarbetsyta.file(agenda());
      expect(await world.files()).toHaveLength(1);
    });

    it('refuses a column the library has not, and files it all the same once the column is right', async () => {
      const wrong = { ...agenda(), columns: { Okand: 'x' } };
      expect(await failure(world.samarbetsyta.file(wrong))).toBeInstanceOf(Refused);
      await world.samarbetsyta.file(agenda());
      expect(await world.files()).toHaveLength(1);
    });

    it('reads a file, and says nothing has changed until somebody changes it', async () => {
      await world.someoneSaves('statistics', 'Statistik 2027.xlsx', 'ett');
      const first = await world.samarbetsyta.read('statistics', 'Statistik 2027.xlsx');
      if (first.kind !== 'read') throw new Error(`expected a file, got ${first.kind}`);
      expect(Buffer.from(first.bytes).toString()).toBe('ett');
      expect(first.modifiedBy).toMatch(/någon/);
      expect(Temporal.Instant.from(first.modifiedAt).epochMilliseconds).toBeGreaterThan(0);
      expect(await world.samarbetsyta.read('statistics', 'Statistik 2027.xlsx', first.eTag)).toEqual({ kind: 'unchanged' });

      await world.someoneSaves('statistics', 'Statistik 2027.xlsx', 'två');
      const second = await world.samarbetsyta.read('statistics', 'Statistik 2027.xlsx', first.eTag);
      if (second.kind !== 'read') throw new Error(`expected a file, got ${second.kind}`);
      expect(Buffer.from(second.bytes).toString()).toBe('två');
      expect(second.eTag).not.toBe(first.eTag);
    });

    it('knows a document it filed by the eTag it got', async () => {
      const { eTag } = await world.samarbetsyta.file(agenda());
      expect(await world.samarbetsyta.read('meetings', path, eTag)).toEqual({ kind: 'unchanged' });
    });

    it('writes columns of a document it filed, and nothing else, and says when it is gone', async () => {
      const { id } = await world.samarbetsyta.file(agenda());
      const marked = await world.samarbetsyta.mark('meetings', id, { Status: 'Ersatt av version 2' });
      if (marked === 'gone') throw new Error('it was there');
      expect(await world.samarbetsyta.read('meetings', path, marked.eTag)).toEqual({ kind: 'unchanged' });
      expect((await world.files()).map(({ text, columns }) => [text, columns['Status'], columns['EffectId']])).toEqual([
        ['Dagordning', 'Ersatt av version 2', 'effect-1'],
      ]);
      await world.someoneDeletes('meetings', path);
      expect(await world.samarbetsyta.mark('meetings', id, { Status: 'Ersatt av version 2' })).toBe('gone');
    });

    it('lays a draft anew over its own, among the drafts, and takes it away once and again', async () => {
      const draft = (text: string) => ({ ...agenda(), path: 'a/utkast.docx', bytes: Buffer.from(text), effectId: 'draft' });
      const first = await world.samarbetsyta.draft(draft('ett'));
      const second = await world.samarbetsyta.draft(draft('två'));
      expect([second.id, second.webUrl]).toEqual([first.id, first.webUrl]);
      expect((await world.files()).map(({ library, text }) => [library, text])).toEqual([['drafts', 'två']]);
      world.someoneOpens('drafts', 'a/utkast.docx');
      expect(await failure(world.samarbetsyta.draft(draft('tre')))).toMatchObject({ name: 'Unavailable', status: 423 });
      expect(await failure(world.samarbetsyta.discardDraft('a/utkast.docx'))).toMatchObject({ name: 'Unavailable', status: 423 });
      world.someoneCloses('drafts', 'a/utkast.docx');
      await world.samarbetsyta.discardDraft('a/utkast.docx');
      await world.samarbetsyta.discardDraft('a/utkast.docx');
      expect(await world.files()).toEqual([]);
    });

    it("neither writes over nor takes away somebody else's file among the drafts", async () => {
      await world.someoneSaves('drafts', 'a.docx', 'Min egen');
      const draft = { ...agenda(), path: 'a.docx' };
      expect(await failure(world.samarbetsyta.draft(draft))).toBeInstanceOf(Refused);
      expect(await failure(world.samarbetsyta.discardDraft('a.docx'))).toBeInstanceOf(Refused);
      expect((await world.files()).map(({ text }) => text)).toEqual(['Min egen']);
    });

    it('gives a document as PDF, and refuses what cannot be one', async () => {
      const docx = readFileSync(new URL('../../src/adapters/documents/templates/dagordning.docx', import.meta.url));
      const { id } = await world.samarbetsyta.file({ ...agenda(), bytes: docx });
      const pdf = Buffer.from(await world.samarbetsyta.asPdf('meetings', id));
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      const other = await world.samarbetsyta.file({ ...agenda(), path: 'bild.zip', effectId: 'effect-2' });
      expect(await failure(world.samarbetsyta.asPdf('meetings', other.id))).toBeInstanceOf(Refused);
    });

    it('says that a file is missing, before it came and after somebody took it away', async () => {
      expect(await world.samarbetsyta.read('statistics', 'Statistik 2027.xlsx')).toEqual({ kind: 'missing' });
      await world.someoneSaves('statistics', 'Statistik 2027.xlsx', 'ett');
      expect((await world.samarbetsyta.read('statistics', 'Statistik 2027.xlsx')).kind).toBe('read');
      await world.someoneDeletes('statistics', 'Statistik 2027.xlsx');
      expect(await world.samarbetsyta.read('statistics', 'Statistik 2027.xlsx')).toEqual({ kind: 'missing' });
    });

    it.each([
      'Möte åäö/Överenskommelse.docx',
      'a # b & c + d % e/100 % klart.docx',
      "Råd 'ett' (två) [tre]; fyra, = fem @sex!.docx",
      'emoji 🙂 och é.docx',
      '%2e%2e/%41.docx',
    ])('files and reads under the name %s', async (awkward) => {
      await world.samarbetsyta.file({ ...agenda(), path: awkward });
      expect((await world.files()).map((file) => file.path)).toEqual([awkward]);
      const read = await world.samarbetsyta.read('meetings', awkward);
      expect(read.kind === 'read' && Buffer.from(read.bytes).toString()).toBe('Dagordning');
    });

    it.each(['../ute.docx', 'a/../../ute.docx', '/etc/ute.docx', 'a//b.docx', '', '..'])(
      'refuses a path that leads out of the library: "%s"',
      async (outside) => {
        expect(await failure(world.samarbetsyta.file({ ...agenda(), path: outside }))).toBeInstanceOf(Refused);
        expect(await world.files()).toEqual([]);
      },
    );
  });
}

function agenda(): Document {
  return {
    library: 'meetings',
    path,
    bytes: Buffer.from('Dagordning'),
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    columns: { Title: 'Dagordning 16 mars 2027', Status: 'Utkast', Motesdatum: '2027-03-16' },
    effectId: 'effect-1',
  };
}

/** Asks again as the flows do after Unavailable, but only a few times. */
async function untilFiled<T>(file: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await file();
    } catch (error) {
      if (!(error instanceof Unavailable) || attempt === 5) throw error;
      expect(error.delivered).toBe('maybe');
    }
  }
}

async function failure(work: Promise<unknown>): Promise<Error> {
  const error = await work.then(
    () => new Error('it went well, and should not have'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error)) throw new Error(`thrown, and not an error: ${error}`);
  return error;
}
