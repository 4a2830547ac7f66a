import { describe, expect, it } from 'vitest';
import { publish } from '../../src/domain/agenda.ts';
import { plan } from '../../src/domain/cadence.ts';
import { type Meeting, planned } from '../../src/domain/meeting.ts';
import { begin } from '../../src/domain/minutes.ts';
import { fileDocument } from '../../src/flows/file-document.ts';
import { discardDrafts, layDraft } from '../../src/flows/lay-draft.ts';
import { performEffect } from '../../src/flows/perform-effect.ts';
import { behindStop } from '../../src/flows/personal-data-stop.ts';
import type { Change, Samarbetsyta } from '../../src/ports.ts';
import { empty } from '../adapters/documents/samples.ts';
import { day } from '../domain/definition.ts';
import { hub } from '../support/agreement.ts';
import { smallProduct } from '../support/small-product.ts';

const [first] = plan(hub, day('2027-03-16'), day('2027-03-16')).meetings;
const open: Meeting = { ...planned(first!), stage: { name: 'open' } };
const stage = { by: 'sara', at: '2027-03-16T15:00', version: 1, hash: 'h' } as const;

describe('what a meeting has on the samarbetsyta', () => {
  it('lies in its own folder, the draft in the year’s', async () => {
    const world = await worldWith(publish(open));
    await world.livesOn();
    expect(world.made).toEqual([
      'meetings hub-intro/2027/2027-03-16/hub-intro-2027-03-16-dagordning.docx',
      'drafts hub-intro/2027/hub-intro-2027-03-16-motesanteckningar-utkast.docx',
      'meetings hub-intro/2027/2027-03-16/hub-intro-2027-03-16-motesanteckningar.docx',
      'meetings hub-intro/2027/2027-03-16/hub-intro-2027-03-16-motesanteckningar-v2.docx',
    ]);
    expect(world.drafts).toEqual([]);
  });

  it('and was published before each had one is where it was, and what follows lies beside it', async () => {
    const { folder: _, ...before } = publish(open);
    const world = await worldWith(before);
    await world.livesOn();
    expect(world.made).toEqual([
      'meetings hub-intro/2027/hub-intro-2027-03-16-dagordning.docx',
      'drafts hub-intro/2027/hub-intro-2027-03-16-motesanteckningar-utkast.docx',
      'meetings hub-intro/2027/hub-intro-2027-03-16-motesanteckningar.docx',
      'meetings hub-intro/2027/hub-intro-2027-03-16-motesanteckningar-v2.docx',
    ]);
    expect(world.drafts).toEqual([]);
  });
});

/** A published meeting whose agenda is on its way, and a samarbetsyta that remembers. */
async function worldWith(published: Meeting) {
  const { product } = await smallProduct({ now: '2027-03-10T09:00', calendar: undefined });
  const made: string[] = [];
  let drafts: string[] = [];
  const here = async (library: string, path: string) => {
    made.push(`${library} ${path}`);
    return { id: path, webUrl: `https://samarbetsyta.example/${path}`, eTag: '1' };
  };
  const samarbetsyta: Samarbetsyta = {
    ...product.samarbetsyta,
    file: ({ library, path }) => here(library, path),
    read: async () => ({ kind: 'missing' }) as never,
    asPdf: async () => new Uint8Array(),
    mark: async () => ({ eTag: '2' }) as never,
    async draft({ path }) {
      drafts.push(path);
      return here('drafts', path);
    },
    async discardDraft(path) {
      drafts = drafts.filter((one) => one !== path);
    },
  };
  Object.assign(product, { samarbetsyta: behindStop(samarbetsyta, product.clean) });
  const work = async () => {
    for (const { id, kind } of await product.store.read((reader) => reader.openEffects()))
      if (['file', 'draft', 'discard'].includes(kind)) await performEffect(product, id);
  };
  const then = async (meeting: Meeting, what: (change: Change) => Promise<void>) => {
    await product.store.change(async (change) => {
      await change.lock(meeting.forum);
      await change.save(meeting);
      await what(change);
    });
    await work();
    await work();
  };
  const minutes = (change: Change, meeting: Meeting) =>
    fileDocument(product, change, meeting, 'motesanteckningar', empty.mötesanteckningar);
  await product.store.change(async (change) => {
    await change.save(published);
    await fileDocument(product, change, published, 'dagordning', empty.dagordning);
  });
  return {
    made,
    get drafts() {
      return drafts;
    },
    /** It is held, written, approved, put right and tidied away. */
    async livesOn() {
      await work();
      const draft: Meeting = { ...begin(published, 1), stage: { name: 'draft' }, version: 1 };
      await then(draft, (change) => layDraft(change, draft));
      expect(drafts).toHaveLength(1);
      const approved: Meeting = { ...draft, stage: { ...stage, name: 'approved' } };
      await then(approved, (change) => minutes(change, approved));
      const again: Meeting = { ...approved, reopenings: [{} as never] };
      await then(again, (change) => minutes(change, again));
      const filed: Meeting = { ...again, stage: { ...stage, name: 'filed', url: 'https://samarbetsyta.example/' } };
      await then(filed, (change) => discardDrafts(change, filed, 'purge'));
    },
  };
}
