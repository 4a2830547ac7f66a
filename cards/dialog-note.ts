import { z } from 'zod';
import type { Card } from './card.ts';
import template from './dialog-note.json' with { type: 'json' };
import { localDate, text } from './fields.ts';
import { hostile, long, longWord, meeting } from './samples.ts';

const way = z.enum(['note', 'tabled', 'continues', 'as-usual']);

const schema = z.strictObject({
  meeting: text,
  kind: z.enum(['note', 'outcome', 'action']),
  mandate: z.enum(['agrees', 'decides']),
  items: z.array(z.strictObject({ id: text, title: text })),
  item: text,
  ways: z.array(way),
  way,
  phrases: z.array(z.strictObject({ id: text, text })),
  text,
  people: z.array(z.strictObject({ id: text, name: text })),
  person: text,
  /** Empty when nothing is proposed. */
  due: z.union([localDate, z.literal('')]),
  error: text,
});

type NoteDialogView = z.infer<typeof schema>;

/** Sends back: item, way (of a note), phrase, text and, for an action, person and due (2027-04-09). */
const present: Card<NoteDialogView>['present'] = (view, words) => {
  const { noteDialog: say } = words;
  const heading = view.kind === 'outcome' ? say.headings.outcome[view.mandate] : say.headings[view.kind];
  return {
    summary: say.summary(heading),
    meeting: view.meeting,
    kind: view.kind,
    label: view.kind === 'outcome' ? say.text.outcome[view.mandate] : say.text[view.kind],
    hasItems: view.items.length > 0,
    items: view.items,
    item: view.item,
    hasWays: view.ways.length > 0,
    ways: view.ways.map((id) => ({ id, title: say.ways[id] })),
    way: view.way,
    hasPhrases: view.phrases.length > 0,
    phrases: view.phrases,
    written: view.text,
    action: view.kind === 'action',
    // Who is responsible for an action must be chosen first.
    adjusts: view.kind !== 'action' && view.items.length > 0,
    hasPeople: view.kind === 'action' && view.people.length > 0,
    people: view.people,
    person: view.person,
    due: view.due,
    error: view.error === '' ? '' : `⚠ ${view.error}`,
    noNames: words.noNames,
    text: say.labels,
  };
};

const ordinary: NoteDialogView = {
  meeting: meeting.meeting,
  kind: 'action',
  mandate: 'agrees',
  items: [
    { id: 'inskrivningar', title: '1. Hur inskrivningarna har fungerat' },
    { id: 'uteblivna', title: '2. Uteblivna besök' },
  ],
  item: 'uteblivna',
  ways: [],
  way: 'note',
  phrases: [
    { id: 'tar-fram', text: 'Ta fram förslag på …' },
    { id: 'bokar', text: 'Boka …' },
  ],
  text: '',
  people: [
    { id: 'sara', name: 'Sara Nyström, AF Järva' },
    { id: 'per', name: 'Per Holm, Intro Stockholm' },
  ],
  person: '',
  due: '2027-04-09',
  error: '',
};

export const dialogNote: Card<NoteDialogView> = {
  template,
  schema,
  present,
  samples: {
    ordinary,
    empty: { ...ordinary, kind: 'note', items: [], item: '', phrases: [], people: [], due: '' },
    longest: {
      ...ordinary,
      items: Array.from({ length: 30 }, (_, index) => ({ id: `item-${index}`, title: `${index + 1}. ${longWord} ${long(59)}` })),
      item: 'item-3',
      ways: ['note', 'tabled', 'continues', 'as-usual'],
      phrases: Array.from({ length: 60 }, (_, index) => ({ id: `phrase-${index}`, text: long(200) })),
      text: long(2000),
      people: Array.from({ length: 60 }, (_, index) => ({ id: `person-${index}`, name: `Sara Nyström ${longWord}` })),
      error: long(200),
    },
    hostile: {
      ...ordinary,
      meeting: hostile,
      items: [{ id: 'a', title: hostile }],
      item: 'a',
      phrases: [{ id: 'f', text: hostile }],
      text: hostile,
      people: [{ id: 'p', name: hostile }],
      error: hostile,
    },
    tabling: {
      ...ordinary,
      kind: 'note',
      ways: ['note', 'tabled', 'continues', 'as-usual'],
      way: 'tabled',
      phrases: [{ id: 'saknar-underlag', text: 'Vi saknar underlag om …' }],
      text: 'Vi saknar underlag om inskrivningarna i mars.',
    },
    decision: { ...ordinary, kind: 'outcome', mandate: 'decides' },
    agreed: { ...ordinary, kind: 'outcome', error: 'Mötet är avslutat. Texten är inte sparad.' },
  },
};
