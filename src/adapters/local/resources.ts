import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import type { Column } from './columns.ts';
import type { Item, Meeting, Row } from './ledger.ts';
import { cTag, eTag, listETag, type OpenLibrary } from './library.ts';
import type { OpenList } from './list.ts';
import { UPLOADS } from './send.ts';

const types: Record<string, string> = {
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.pdf': 'application/pdf',
  '.txt': 'text/plain',
};

export function contentType(path: string): string {
  return types[extname(path).toLowerCase()] ?? 'application/octet-stream';
}

/** Things the way Graph shows them. `base` is the address people reach us at. */
export function resources(base: () => string, appId: string) {
  const siteId = `local,${guidOf('site')},${guidOf('web')}`;
  const app = { application: { id: appId, displayName: 'Samverkan' } };
  const someone = { user: { displayName: 'någon på samarbetsytan' } };

  return { site, drive, list, ownList, column, driveItem, listItem, fields, row, rowFields, webUrl, eventUrl, uploadUrl, siteId };

  function webUrl(library: OpenLibrary, path = ''): string {
    const parts = [library.name, ...(path === '' ? [] : path.split('/'))];
    return `${base()}/samarbetsyta/${parts.map(encodeURIComponent).join('/')}`;
  }

  function eventUrl({ id }: Meeting): string {
    return `${base()}/outlook/${encodeURIComponent(id)}`;
  }

  /** Its query is a ticket that has to come back sign for sign. */
  function uploadUrl(session: string): string {
    return `${UPLOADS}/samarbetsyta-upload/${session}?guid='${siteId.slice(6, 14)}'&overwrite=False&tempauth=v1.${session}%3D%3D`;
  }

  function site() {
    return { id: siteId, name: 'samarbetsyta', displayName: 'Samarbetsytan', webUrl: `${base()}/samarbetsyta` };
  }

  function drive(library: OpenLibrary) {
    return { id: library.id, name: library.name, driveType: 'documentLibrary', webUrl: webUrl(library) };
  }

  function list(library: OpenLibrary) {
    return {
      id: guidOf(`list ${library.id}`),
      name: library.name,
      displayName: library.name,
      webUrl: webUrl(library),
      list: { contentTypesEnabled: false, hidden: false, template: 'documentLibrary' },
    };
  }

  /** A list that is no library. */
  function ownList({ id, name }: OpenList) {
    return {
      id: guidOf(`list ${id}`),
      name,
      displayName: name,
      webUrl: `${base()}/samarbetsyta/${encodeURIComponent(name)}`,
      list: { contentTypesEnabled: false, hidden: false, template: 'genericList' },
    };
  }

  function row(list: OpenList, found: Row) {
    return {
      id: String(found.id),
      eTag: rowETag(found),
      webUrl: `${ownList(list).webUrl}/${found.id}`,
      ...whoAndWhen(found),
      parentReference: { siteId },
      contentType: { id: '0x0100', name: 'Objekt' },
    };
  }

  function rowFields(found: Row): Record<string, unknown> {
    const { createdAt: Created, modifiedAt: Modified } = found;
    return { '@odata.etag': rowETag(found), id: String(found.id), Created, Modified, ...found.fields };
  }

  function column(within: { id: string }, { name, type }: Column) {
    return {
      id: guidOf(`column ${within.id} ${name}`),
      name,
      displayName: name,
      readOnly: false,
      required: false,
      hidden: false,
      [type]: {},
    };
  }

  function driveItem(library: OpenLibrary, item: Item) {
    const parent = item.path === '' ? undefined : library.register.find(parentPath(item.path));
    const isRoot = item.path === '';
    return {
      id: item.id,
      name: isRoot ? 'root' : nameOf(item),
      eTag: eTag(item),
      cTag: cTag(item),
      webUrl: webUrl(library, item.path),
      size: item.size,
      ...whoAndWhen(item),
      parentReference: {
        driveId: library.id,
        driveType: 'documentLibrary',
        siteId,
        ...(parent ? { id: parent.id, path: pathReference(library, parent) } : {}),
      },
      ...(isRoot ? { root: {} } : {}),
      ...(item.folder
        ? { folder: { childCount: library.register.children(item).length } }
        : { file: { mimeType: contentType(item.path) } }),
    };
  }

  function listItem(library: OpenLibrary, item: Item) {
    return {
      id: String(item.listItemId),
      eTag: listETag(item),
      webUrl: webUrl(library, item.path),
      ...whoAndWhen(item),
      parentReference: { siteId },
      contentType: item.folder ? { id: '0x0120', name: 'Mapp' } : { id: '0x0101', name: 'Dokument' },
    };
  }

  function fields(item: Item): Record<string, unknown> {
    return {
      '@odata.etag': listETag(item),
      id: String(item.listItemId),
      FileLeafRef: nameOf(item),
      Created: item.createdAt,
      Modified: item.modifiedAt,
      ...item.fields,
    };
  }

  function whoAndWhen(item: Pick<Item, 'createdAt' | 'createdBy' | 'modifiedAt' | 'modifiedBy'>) {
    return {
      createdDateTime: item.createdAt,
      createdBy: item.createdBy === 'app' ? app : someone,
      lastModifiedDateTime: item.modifiedAt,
      lastModifiedBy: item.modifiedBy === 'app' ? app : someone,
    };
  }
}

export type Resources = ReturnType<typeof resources>;

const rowETag = ({ guid, version }: Row) => `"${guid},${version}"`;

function nameOf(item: Item): string {
  return item.path.split('/').at(-1) ?? '';
}

function parentPath(path: string): string {
  return path.split('/').slice(0, -1).join('/');
}

function pathReference(library: OpenLibrary, folder: Item): string {
  return `/drives/${library.id}/root:${folder.path === '' ? '' : `/${folder.path}`}`;
}

/** The same id every time for what has no file of its own. */
function guidOf(what: string): string {
  const hex = createHash('sha256').update(what).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
