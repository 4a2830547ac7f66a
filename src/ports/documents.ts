/** What a minutes or agenda document says, in order; the same blocks are shown on the approval card. */
export interface DocumentText {
  kind: 'dagordning' | 'mötesanteckningar' | 'rapport' | 'årlig uppföljning';
  title: string;
  /** 'UTKAST' until approved, else ''. */
  banner: string;
  /** Label and value, e.g. ['Datum och tid', 'tisdag 16 mars 2027 kl. 13.00–14.00']. */
  facts: readonly (readonly [label: string, value: string])[];
  /** Per unit: who was there. Empty on an agenda. */
  attendance: readonly { unit: string; present: string; note: string }[];
  /** How each forum worked in a year, ready to read; left out where the document has no such table. */
  forums?: readonly { forum: string; held: string; moved: string; outcomes: string; questions: string; note: string }[];
  items: readonly {
    number: string;
    title: string;
    /** Why the item is there, and minutes set aside. */
    why: string;
    /** Paragraphs of free text. */
    paragraphs: readonly string[];
    /** Agreed or decided, each with its § and the word the mandate gives. */
    outcomes: readonly { paragraph: string; word: string; text: string }[];
    /** Figures of the item, as a table; empty when it has none. `status` compares with the target in words. */
    figures: readonly { indicator: string; women: string; men: string; total: string; target: string; source: string }[];
  }[];
  actions: readonly { number: string; what: string; who: string; due: string; status: string }[];
  /** Closing lines: next meeting, approval. */
  closing: readonly string[];
  /** Custom properties of the file: name → value. */
  properties: Record<string, string>;
}

export interface Documents {
  /** A .docx with the template of its kind. @throws on text the template cannot take, naming the field. */
  write(text: DocumentText): Uint8Array;
  /** How many things keep people or screen readers from using it; 0 when it is fine. */
  faults(bytes: Uint8Array): number;
  /** SHA-256 of what a reader of the file sees, whatever else is in it; of its bytes where it is no .docx. */
  words(bytes: Uint8Array): string;
  readonly contentType: string;
}
