/** The tags a template may hold, each with what it stands for. A tag inside a list may also be one of those around it. */
import { documentProperties } from './document-properties.ts';

export type TagTree = { readonly [tag: string]: { readonly says: string; readonly within?: TagTree } };

const say = (says: string) => ({ says });
const each = (says: string, within: TagTree) => ({ says, within });

const PROPERTIES: Record<(typeof documentProperties)[number], string> = {
  Forum: 'forumets namn',
  Motesdatum: 'mötesdag, 2027-03-16',
  Handlingstyp: 'dagordning, mötesanteckningar, rapport eller årlig uppföljning',
  Version: 'version',
  Diarienummer: 'diarienummer per myndighet',
  Sekreterare: 'sekreterare',
  GodkandAv: 'vem som godkände',
  Innehallshash: 'kontrollsumma för den godkända texten',
  Status: 'utkast, publicerad eller godkänd',
};

export const templateTags: TagTree = {
  title: say('rubriken'),
  banner: say('UTKAST, tills anteckningarna är godkända'),
  facts: each('uppgifter om mötet, en rad för varje', { label: say('vad det är'), value: say('uppgiften') }),
  hasAttendance: say('sant när närvaron är antecknad'),
  attendance: each('närvaro, en rad för varje enhet', {
    unit: say('enhet'),
    present: say('vilka som var där'),
    note: say('anmärkning'),
  }),
  hasForums: say('sant i årlig uppföljning, när något forum har haft möten'),
  forums: each('hur samverkansformerna har fungerat, en rad för varje forum', {
    forum: say('forum'),
    held: say('hållna möten'),
    moved: say('flyttade möten'),
    outcomes: say('beslut och överenskommelser'),
    questions: say('lyfta och besvarade frågor'),
    note: say('anmärkning'),
  }),
  hasItems: say('sant när det finns punkter'),
  items: each('punkterna', {
    number: say('punktens nummer'),
    title: say('punktens rubrik'),
    why: say('varför punkten är med'),
    paragraphs: each('anteckningar, ett stycke för varje', { '.': say('texten') }),
    outcomes: each('beslut och överenskommelser', {
      mark: say('paragraf'),
      word: say('Beslut eller Överenskommet'),
      text: say('texten'),
    }),
    hasFigures: say('sant när punkten har siffror'),
    figures: each('siffror, en rad för varje indikator', {
      indicator: say('indikator'),
      women: say('kvinnor'),
      men: say('män'),
      total: say('totalt'),
      target: say('mål'),
      source: say('källa'),
    }),
  }),
  hasActions: say('sant när det finns åtgärder'),
  actions: each('åtgärder, en rad för varje', {
    number: say('nummer'),
    what: say('vad som ska göras'),
    who: say('ansvarig'),
    due: say('klart senast'),
    status: say('status'),
  }),
  hasClosing: say('sant när det finns avslutande rader'),
  closing: each('nästa möte och godkännande, ett stycke för varje', { '.': say('texten') }),
  ...Object.fromEntries(documentProperties.map((name) => [`properties.${name}`, say(PROPERTIES[name])])),
};

/** Tags as docxtemplater found them, by the list they stand in. */
export type FoundTags = { [tag: string]: FoundTags };

/** Tags that stand where nothing fills them: `items › nummer`. */
export function unknownTags(
  found: FoundTags,
  known: TagTree = templateTags,
  around: TagTree = {},
  path: string[] = [],
): string[] {
  const here = { ...around, ...known };
  return Object.entries(found).flatMap(([tag, within]) => {
    const meant = here[tag];
    if (!meant) return [[...path, tag].join(' › ')];
    return unknownTags(within, meant.within ?? {}, here, [...path, tag]);
  });
}
