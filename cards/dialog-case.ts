import { z } from 'zod';
import type { Card } from './card.ts';
import template from './dialog-case.json' with { type: 'json' };
import { localDate, localTime, paragraphs, text } from './fields.ts';
import { hostile, long, longWord, meeting } from './samples.ts';

const day = z.union([localDate, z.literal('')]);

const schema = z.strictObject({
  meeting: text,
  forum: text,
  start: localTime,
  first: text,
  looked: z.enum(['', 'not-there', 'found', 'no']),
  alias: text,
  kinds: z.array(z.strictObject({ id: text, name: text, inAdvance: z.boolean() })),
  kind: text,
  givers: z.array(z.strictObject({ id: text, name: text })),
  of: text,
  wanted: text,
  own: text,
  givenOwn: day,
  givenOther: day,
  error: text,
});

type CaseDialogView = z.infer<typeof schema>;

/** Sends back: looked, alias, kind, of, wanted, givenOwn and givenOther (2027-03-01, '' when not known). */
const present: Card<CaseDialogView>['present'] = (view, words) => {
  const { caseDialog: say, format } = words;
  const when = format.start(view.start);
  return {
    summary: say.summary(view.forum, when),
    meeting: view.meeting,
    heading: format.capital(when),
    where: view.forum,
    rule: paragraphs(view.first),
    looked: view.looked,
    alias: view.alias,
    kinds: view.kinds.map(({ id, name, inAdvance }) => ({ id, title: inAdvance ? say.inAdvance(name) : name })),
    kind: view.kind,
    givers: view.givers.map(({ id, name }) => ({ id, title: name })),
    of: view.of,
    wanted: view.wanted,
    own: say.own(view.own),
    givenOwn: view.givenOwn,
    givenOther: view.givenOther,
    error: view.error === '' ? '' : `⚠ ${view.error}`,
    noNames: words.noNames,
    submit: say.submit,
    text: say.labels,
  };
};

const empty: CaseDialogView = {
  meeting: meeting.meeting,
  forum: meeting.forum,
  start: meeting.start,
  first: 'I första hand hämtas befintlig information från Mina sidor tillsammans med individen (N 1.8).',
  looked: '',
  alias: '',
  kinds: [
    { id: 'fordjupat', name: 'Fördjupat stöd', inAdvance: true },
    { id: 'sfi', name: 'SFI', inAdvance: false },
  ],
  kind: '',
  givers: [{ id: 'af', name: 'Arbetsförmedlingen' }],
  of: 'af',
  wanted: '',
  own: 'Socialtjänsten',
  givenOwn: '',
  givenOther: '',
  error: '',
};

export const dialogCase: Card<CaseDialogView> = {
  template,
  schema,
  present,
  samples: {
    ordinary: {
      ...empty,
      looked: 'not-there',
      alias: 'A-17',
      kind: 'fordjupat',
      wanted: 'En gemensam planering före sommaren.',
      givenOwn: '2027-02-01',
    },
    empty,
    longest: {
      ...empty,
      forum: `${meeting.forum} ${longWord}`,
      kinds: Array.from({ length: 12 }, (_, n) => ({ id: `k${n}`, name: long(60), inAdvance: true })),
      givers: Array.from({ length: 6 }, (_, n) => ({ id: `g${n}`, name: `${longWord} ${long(60)}` })),
      own: long(80),
      wanted: long(200),
      error: long(200),
    },
    hostile: {
      ...empty,
      meeting: hostile,
      forum: hostile,
      first: hostile,
      alias: hostile,
      kinds: [{ id: hostile, name: hostile, inAdvance: false }],
      givers: [{ id: hostile, name: hostile }],
      of: hostile,
      wanted: hostile,
      own: hostile,
      error: hostile,
    },
    refused: {
      ...empty,
      looked: 'no',
      error: 'Hämta uppgiften från Mina sidor tillsammans med personen först. Finns den inte där, anmäl ärendet.',
    },
  },
};
