import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, ResponseType } from '@microsoft/microsoft-graph-client';
import { type Document, type FiledDocument, Refused, type Samarbetsyta, Unavailable } from '../../ports.ts';
import { pathInLibrary, segment } from './address.ts';
import { afterDone } from './after-done.ts';
import { understood } from './answer.ts';
import { faultOf } from './fault.ts';
import { driveItem, fileDetails, filedItem } from './item.ts';
import { findLibraries, type LibraryNames, type Site } from './libraries.ts';
import { ONE_PIECE, uploadInFragments } from './upload-session.ts';

export interface GraphSamarbetsytaOptions {
  client: Client;
  site: Site;
  libraries: LibraryNames;
  /** Client id of our app registration: how we know a file as ours before its columns are written. */
  appId: string;
  /** Bytes above which a document goes up in fragments, and how many units of 320 KiB one has. */
  fragments?: { above: number; units: number };
  /** Waits this many milliseconds; tests need not. */
  wait?: (ms: number) => Promise<unknown>;
}

/** Pauses before asking again what SharePoint sporadically refuses right after an upload. */
const pauses = [200, 600, 1800];

export function graphSamarbetsyta(options: GraphSamarbetsytaOptions): Samarbetsyta {
  const { client, site, libraries, appId, wait = sleep, fragments = { above: ONE_PIECE, units: 10 } } = options;
  const driveOf = findLibraries(client, site, libraries);

  return {
    async file(document) {
      const drive = `/drives/${segment(await driveOf(document.library))}`;
      const address = `${drive}/root:/${pathInLibrary(document.path)}`;
      const id = await upload(address, document);
      return afterDone('The document may lie there already, without its columns; the next try finishes it.', async () => {
        const item = id === undefined ? await ourOwn(address, document) : { id };
        if ('filed' in item) return item.filed;
        const newest = `${drive}/items/${segment(item.id)}`;
        await patiently([409, 423], () => client.api(`${newest}/listItem/fields`).patch(fieldsOf(document)));
        // Writing columns moves the eTag, so it is read last.
        return understood(driveItem, `GET ${newest}`, 'maybe', await client.api(`${newest}?$select=id,eTag,webUrl`).get());
      });
    },

    async read(library, path, knownETag) {
      const drive = `/drives/${segment(await driveOf(library))}`;
      const address = `${drive}/root:/${pathInLibrary(path)}`;
      const answer = await unlessMissing(
        client.api(`${address}?$select=id,eTag,webUrl,lastModifiedDateTime,lastModifiedBy,file`).get(),
      );
      if (answer === undefined) return { kind: 'missing' };
      const item = understood(fileDetails, `GET ${address}`, 'no', answer);
      if (!item.file) throw new Refused({ call: `GET ${address}`, next: `A folder lies at "${path}". Rename it.` });
      if (item.eTag === knownETag) return { kind: 'unchanged' };
      const content: ArrayBuffer = await client
        .api(`${drive}/items/${segment(item.id)}/content`)
        .responseType(ResponseType.ARRAYBUFFER)
        .get();
      return {
        kind: 'read',
        eTag: item.eTag,
        bytes: new Uint8Array(content),
        webUrl: item.webUrl,
        modifiedAt: item.lastModifiedDateTime,
        modifiedBy: item.lastModifiedBy?.user?.displayName ?? item.lastModifiedBy?.application?.displayName ?? undefined,
      };
    },

    async mark(library, id, columns) {
      const item = `/drives/${segment(await driveOf(library))}/items/${segment(id)}`;
      const written = await unlessMissing(patiently([409, 423], () => client.api(`${item}/listItem/fields`).patch(columns)));
      if (written === undefined) return 'gone';
      const answer = await unlessMissing(client.api(`${item}?$select=id,eTag,webUrl`).get());
      return answer === undefined ? 'gone' : understood(driveItem, `GET ${item}`, 'maybe', answer);
    },

    async draft({ path, bytes, contentType, columns, effectId }) {
      const drive = `/drives/${segment(await driveOf('drafts'))}`;
      const address = `${drive}/root:/${pathInLibrary(path)}`;
      await mustBeOurs(address, path);
      const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const url = `${address}:/content?@microsoft.graph.conflictBehavior=replace`;
      const answer = await patiently([409], () => client.api(url).header('Content-Type', contentType).put(content));
      const { id } = understood(driveItem, `PUT ${address}`, 'maybe', answer);
      return afterDone('The draft lies there already, without its columns; the next try finishes it.', async () => {
        const newest = `${drive}/items/${segment(id)}`;
        await patiently([409, 423], () => client.api(`${newest}/listItem/fields`).patch({ ...columns, EffectId: effectId }));
        return understood(driveItem, `GET ${newest}`, 'maybe', await client.api(`${newest}?$select=id,eTag,webUrl`).get());
      });
    },

    async discardDraft(path) {
      const drive = `/drives/${segment(await driveOf('drafts'))}`;
      const id = await mustBeOurs(`${drive}/root:/${pathInLibrary(path)}`, path);
      if (id !== undefined) await unlessMissing(client.api(`${drive}/items/${segment(id)}`).delete());
    },

    async asPdf(library, id) {
      const item = `/drives/${segment(await driveOf(library))}/items/${segment(id)}`;
      const content: ArrayBuffer = await client.api(`${item}/content?format=pdf`).responseType(ResponseType.ARRAYBUFFER).get();
      return new Uint8Array(content);
    },
  };

  /** The new file's id, or undefined when something already lies there. */
  async function upload(address: string, { bytes, contentType }: Document): Promise<string | undefined> {
    if (bytes.byteLength > fragments.above) {
      const uploaded = await uploadInFragments({ client, wait, units: fragments.units }, address, bytes);
      return uploaded === 'taken' ? undefined : uploaded;
    }
    const url = `${address}:/content?@microsoft.graph.conflictBehavior=fail`;
    // The client sends the whole buffer under a Uint8Array view; a Buffer of exactly these bytes it sends as it is.
    const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
      const answer = await patiently([409], () => client.api(url).header('Content-Type', contentType).put(content));
      return understood(driveItem, `PUT ${address}`, 'maybe', answer).id;
    } catch (error) {
      if (faultOf(error)?.codes.includes('nameAlreadyExists')) return undefined;
      throw error;
    }
  }

  /** What already lies there, when we put it there for the same effect; with its columns if those are written. */
  async function ourOwn(
    address: string,
    { path, effectId }: Document,
  ): Promise<{ id: string; filed: FiledDocument } | { id: string }> {
    const call = `PUT "${path}"`;
    const answer = await unlessMissing(client.api(`${address}?$expand=listItem($expand=fields)`).get());
    if (answer === undefined) {
      throw new Unavailable({
        call,
        status: 409,
        delivered: 'no',
        next: 'Something lay there and is gone again. It is tried again.',
      });
    }
    const { id, eTag, webUrl, file, listItem, createdBy } = understood(filedItem, `GET ${address}`, 'no', answer);
    const written = listItem?.fields?.EffectId;
    if (file && written && written === effectId) return { id, filed: { id, eTag, webUrl } };
    if (file && !written && createdBy?.application?.id === appId) return { id };
    const next = `Another ${file ? 'file' : 'folder'} lies at "${path}" and is left as it is. Rename or move it; the document is filed at the next try.`;
    throw new Refused({ call, status: 409, next });
  }

  /** The id of what lies there; undefined when nothing does. @throws Refused when somebody else put it there. */
  async function mustBeOurs(address: string, path: string): Promise<string | undefined> {
    const answer = await unlessMissing(client.api(address).get());
    if (answer === undefined) return undefined;
    const { id, file, createdBy } = understood(filedItem, `GET ${address}`, 'no', answer);
    if (file && createdBy?.application?.id === appId) return id;
    const next = `Another ${file ? 'file' : 'folder'} lies at "${path}" among the drafts and is left as it is. Rename or move it.`;
    throw new Refused({ call: `draft "${path}"`, status: 409, next });
  }

  /** Asks again, a few times, what SharePoint may refuse for a moment with one of these statuses. */
  async function patiently<T>(statuses: readonly number[], ask: () => Promise<T>): Promise<T> {
    for (const pause of pauses) {
      try {
        return await ask();
      } catch (error) {
        if (!(error instanceof Unavailable && statuses.includes(error.status ?? 0))) throw error;
        await wait(pause);
      }
    }
    return ask();
  }
}

function fieldsOf({ columns, effectId }: Document) {
  return { ...columns, EffectId: effectId };
}

async function unlessMissing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (faultOf(error)?.codes.includes('itemNotFound')) return undefined;
    throw error;
  }
}
