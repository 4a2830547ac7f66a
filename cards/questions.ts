import { z } from 'zod';
import type { Card } from './card.ts';
import { paragraphs, text } from './fields.ts';
import template from './questions.json' with { type: 'json' };
import { hostile, long, longWord } from './samples.ts';

const schema = z.strictObject({
  heading: text.min(1),
  title: text,
  lead: text,
  rows: z.array(z.strictObject({ mark: text, title: text, detail: text, now: z.boolean() })),
  foot: text,
  buttons: z.array(
    z.strictObject({
      title: text.min(1),
      verb: text.min(1),
      data: z.record(z.string(), z.string()),
      dialog: z.boolean(),
      primary: z.boolean(),
    }),
  ),
});

type QuestionsView = z.infer<typeof schema>;

/** In a tight space a row's detail is cut here. */
const TIGHT = 120;

const present: Card<QuestionsView>['present'] = (view, _words, space) => {
  const cut = (detail: string) => (space === 'tight' && detail.length > TIGHT ? `${detail.slice(0, TIGHT).trimEnd()} …` : detail);
  const style = (primary: boolean) => (primary ? 'positive' : 'default');
  return {
    summary: view.title === '' ? `${view.heading}. ${view.lead}` : `${view.heading}: ${view.title} ${view.lead}`,
    heading: view.heading,
    title: view.title,
    lead: view.lead,
    rows: view.rows.map((row) => ({
      mark: row.mark,
      what: row.title,
      weight: row.now ? 'Bolder' : 'Default',
      detail: paragraphs(cut(row.detail)),
    })),
    foot: paragraphs(view.foot),
    hasFoot: view.foot !== '',
    dialogsFirst: view.buttons
      .filter(({ dialog }) => dialog)
      .map(({ title, verb, data, primary }) => ({
        title,
        style: style(primary),
        data: { ...data, msteams: { type: 'task/fetch' }, dialog: verb },
      })),
    executes: view.buttons
      .filter(({ dialog }) => !dialog)
      .map(({ title, verb, data, primary }) => ({ title, style: style(primary), verb, data })),
  };
};

const way: QuestionsView = {
  heading: 'Fråga 3',
  title: 'Kan AF avsätta inskrivningstider på fredagar?',
  lead: 'Hos enhetschefsmötet för beslut. 30 dagar gammal.',
  rows: [
    {
      mark: '✔',
      title: '16 mars 2027 · kommunhubb Intro',
      detail: 'Sara Nyström lyfte frågan till sektionschefsmötet.',
      now: false,
    },
    {
      mark: '✔',
      title: '30 mars 2027 · sektionschefsmötet',
      detail: 'Lyft vidare till enhetschefsmötet för beslut.',
      now: false,
    },
    { mark: '●', title: 'Nu · enhetschefsmötet', detail: 'Väntar på svar sedan 30 mars 2027 (16 dagar).', now: true },
    { mark: '○', title: '27 april 2027 · kommunhubb Intro', detail: 'Svaret väntas.', now: false },
  ],
  foot: 'Förslag till svar: Ja, varannan fredag.',
  buttons: [
    { title: 'Ändra', verb: 'lift', data: { question: '3', how: 'change', meeting: '' }, dialog: true, primary: false },
    { title: 'Dra tillbaka', verb: 'question_withdraw', data: { question: '3', meeting: '' }, dialog: false, primary: false },
    { title: 'Uppdatera', verb: 'question_show', data: { question: '3', meeting: '' }, dialog: false, primary: false },
  ],
};

export const questions: Card<QuestionsView> = {
  template,
  schema,
  present,
  samples: {
    ordinary: way,
    empty: { heading: 'Öppna frågor', title: '', lead: 'Inga frågor väntar.', rows: [], foot: '', buttons: [] },
    longest: {
      ...way,
      heading: 'Fråga 123456',
      title: `${longWord} ${long(200)}`,
      lead: long(200),
      rows: Array.from({ length: 40 }, (_, n) => ({
        mark: '✔',
        title: `${longWord} ${long(80)}`,
        detail: long(1000),
        now: n === 39,
      })),
      foot: long(1000),
    },
    hostile: {
      heading: 'Fråga 3',
      title: hostile,
      lead: hostile,
      rows: [{ mark: '●', title: hostile, detail: hostile, now: true }],
      foot: hostile,
      buttons: [
        { title: 'Uppdatera', verb: 'question_show', data: { question: hostile, meeting: '' }, dialog: false, primary: false },
      ],
    },
    list: {
      heading: 'Öppna frågor',
      title: '',
      lead: '2 frågor väntar.',
      rows: [
        {
          mark: '3',
          title: 'Kan AF avsätta inskrivningstider på fredagar?',
          detail: 'Hos enhetschefsmötet · 30 dagar gammal',
          now: false,
        },
        { mark: '4', title: 'Vem kallar när tolk saknas?', detail: 'Väntar på komplettering · 4 dagar gammal', now: false },
      ],
      foot: 'sektionschefsmötet: svar efter 14 dagar i median, 42 som längst (5 frågor)',
      buttons: [],
    },
  },
};
