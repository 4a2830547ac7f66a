import { z } from 'zod';
import type { Card } from './card.ts';
import template from './dialog-question.json' with { type: 'json' };
import { paragraphs, text } from './fields.ts';
import { forum, hostile, long, longWord } from './samples.ts';

const named = z.strictObject({ id: text, name: text });

const schema = z.strictObject({
  meeting: text,
  forum: text,
  how: z.enum(['handle', 'complete', 'unclear']),
  question: text,
  title: text,
  about: text,
  ways: z.array(z.enum(['answer', 'decide', 'more', 'lift', 'back', 'merge'])),
  way: text,
  text,
  to: text,
  concerns: z.array(named),
  others: z.array(z.strictObject({ id: text, title: text })),
  error: text,
});

type QuestionDialogView = z.infer<typeof schema>;

/** Sends back: text; when it is handled also do, concerns (ids with commas) and other (an id or 'none'). */
const present: Card<QuestionDialogView>['present'] = (view, words) => {
  const { questionDialog: say, format } = words;
  const handling = view.how === 'handle';
  return {
    summary: say.summary(say.heading[view.how], view.title),
    meeting: view.meeting,
    how: view.how,
    question: view.question,
    heading: say.heading[view.how],
    lead: view.forum,
    title: view.title,
    about: paragraphs(view.about),
    choosing: handling,
    ways: view.ways.map((way) => ({
      title: way === 'lift' ? say.do.lift(view.to) : say.do[way],
      value: way === 'decide' ? 'answer' : way,
    })),
    way: view.way,
    label: say.text[view.how],
    text: view.text,
    concerning: view.concerns.length > 0,
    concerns: view.concerns.map(({ id, name }) => ({ title: format.capital(name), value: id })),
    merging: view.others.length > 0,
    others: [{ title: say.labels.noOther, value: 'none' }, ...view.others.map(({ id, title }) => ({ title, value: id }))],
    error: view.error === '' ? '' : `⚠ ${view.error}`,
    noNames: words.noNames,
    submit: say.send,
    labels: say.labels,
  };
};

const ordinary: QuestionDialogView = {
  meeting: 'section-2027-03-30',
  forum: 'sektionschefsmötet',
  how: 'handle',
  question: '3',
  title: 'Kan AF avsätta inskrivningstider på fredagar?',
  about: 'Förslag till svar: Ja, varannan fredag.\nFråga 3 · kommunhubb Intro › sektionschefsmötet',
  ways: ['answer', 'more', 'lift', 'back', 'merge'],
  way: 'answer',
  text: '',
  to: 'enhetschefsmötet för beslut',
  concerns: [
    { id: 'a', name: 'kommunhubb Etableringscentrum' },
    { id: 'b', name: 'koordinatorsmötet' },
  ],
  others: [{ id: '4', title: 'Fråga 4, kommunhubb Intro: Fredagstider?' }],
  error: '',
};
const plain: QuestionDialogView = { ...ordinary, ways: [], way: '', to: '', concerns: [], others: [] };

export const dialogQuestion: Card<QuestionDialogView> = {
  template,
  schema,
  present,
  samples: {
    ordinary,
    empty: { ...plain, how: 'complete', about: '' },
    longest: {
      ...ordinary,
      forum: `${forum} ${longWord}`,
      title: long(200),
      about: `${long(1000)}\n${long(1000)}`,
      text: long(1000),
      to: `${longWord} ${long(60)}`,
      concerns: Array.from({ length: 7 }, (_, n) => ({ id: `f${n}`, name: `${longWord} ${long(40)}` })),
      others: Array.from({ length: 7 }, (_, n) => ({ id: `${n}`, title: long(240) })),
      error: long(200),
    },
    hostile: {
      ...ordinary,
      meeting: hostile,
      forum: hostile,
      question: hostile,
      title: hostile,
      about: hostile,
      text: hostile,
      to: hostile,
      concerns: [{ id: hostile, name: hostile }],
      others: [{ id: hostile, title: hostile }],
      error: hostile,
    },
    decides: { ...ordinary, ways: ['decide', 'more', 'back'], to: '', others: [], error: 'Skriv en text.' },
    unclear: { ...plain, how: 'unclear' },
  },
};
