import type { Handlingstyp } from '../domain/filing.ts';

/** A document library on the samarbetsyta, by what it is for; the adapter knows its real name. */
export type Library = 'meetings' | 'drafts' | 'statistics';

/** Metadata columns of a filed document: internal column name → value. */
export type Columns = Record<string, string | number | boolean>;

export interface Document {
  library: Library;
  /** Folder and file name inside the library, '/'-separated: `hub-intro/2027/2027-03-16/hub-intro-2027-03-16-dagordning.docx`. */
  path: string;
  bytes: Uint8Array;
  contentType: string;
  columns: Columns;
  /** Written to the column EffectId: how we recognise our own file after a lost answer. */
  effectId: string;
}

export interface FiledDocument {
  id: string;
  eTag: string;
  /** Address people can open. */
  webUrl: string;
}

export type ReadDocument =
  | { kind: 'unchanged' }
  | { kind: 'missing' }
  | {
      kind: 'read';
      eTag: string;
      bytes: Uint8Array;
      webUrl: string;
      /** ISO instant of the last change, and who made it where the samarbetsyta tells. */
      modifiedAt: string;
      modifiedBy: string | undefined;
    };

export interface Samarbetsyta {
  /**
   * Files a document once: a file that already lies at the path and carries our effect id counts as filed.
   * @throws Unavailable (also for a locked file, 423), Refused when somebody else's file lies there.
   */
  file(document: Document): Promise<FiledDocument>;
  /** Reads a document unless it still has the eTag we know. */
  read(library: Library, path: string, knownETag?: string): Promise<ReadDocument>;
  /** Writes columns of a document that has been filed; its content stays. 'gone' when it is not there any longer. */
  mark(library: Library, id: string, columns: Columns): Promise<FiledDocument | 'gone'>;
  /** Lays a draft in the library of drafts, over the one of ours that lies there. @throws Refused when it is somebody else's. */
  draft(document: Omit<Document, 'library'>): Promise<FiledDocument>;
  /** Takes a draft of ours away; done when it is gone already. Only drafts can be: what is filed stays. @throws Refused as above */
  discardDraft(path: string): Promise<void>;
  /** A document as the samarbetsyta itself makes a PDF of it. @throws Refused when it cannot. */
  asPdf(library: Library, id: string): Promise<Uint8Array>;
}

/** A document that has been filed, as we remember it. */
export interface KeptDocument extends FiledDocument {
  path: string;
  /** The meeting it belongs to, or the report by `reportId`; '' for a document of its own. */
  meeting: string;
  type: Handlingstyp;
  edition: number;
  columns: Columns;
  /** SHA-256 of what can be read in it: SharePoint changes a file's bytes on its own, and not its words. */
  words: string;
  /** What people have been told that somebody did to it by hand; '' while it lies as it was filed. */
  told: '' | 'changed' | 'gone';
}
