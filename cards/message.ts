import { z } from 'zod';
import type { Card } from './card.ts';
import { link, paragraphs, text } from './fields.ts';
import template from './message.json' with { type: 'json' };
import { hostile, long, longWord, meeting } from './samples.ts';

const button = z.strictObject({
  title: text.min(1),
  verb: text.min(1),
  data: z.record(z.string(), z.string()),
  dialog: z.boolean(),
  primary: z.boolean(),
});

const schema = z.strictObject({
  text,
  detail: text,
  link: z.strictObject({ title: text.min(1), url: link.min(1) }).nullable(),
  buttons: z.array(button),
});

type MessageView = z.infer<typeof schema>;
type Button = z.infer<typeof button>;

const style = ({ primary }: Button) => (primary ? 'positive' : 'default');
const opening = (each: Button) => ({
  title: each.title,
  style: style(each),
  data: { ...each.data, msteams: { type: 'task/fetch' }, dialog: each.verb },
});

const present: Card<MessageView>['present'] = (view) => {
  const firstExecute = view.buttons.findIndex(({ dialog }) => !dialog);
  const dialogs = (from: number, to: number) => view.buttons.slice(from, to).filter(({ dialog }) => dialog);
  const split = firstExecute === -1 ? view.buttons.length : firstExecute;
  return {
    summary: view.text,
    text: paragraphs(view.text),
    detail: paragraphs(view.detail),
    dialogsFirst: dialogs(0, split).map(opening),
    executes: view.buttons
      .filter(({ dialog }) => !dialog)
      .map((each) => ({ title: each.title, style: style(each), verb: each.verb, data: each.data })),
    dialogsLast: dialogs(split, view.buttons.length).map(opening),
    links: view.link ? [view.link] : [],
  };
};

const ordinary: MessageView = {
  text: 'Tack, punkten står på dagordningen för 16 mars som nummer 8.',
  detail: 'Hur gör vi när tolken uteblir? · 10 min',
  link: null,
  buttons: [
    { title: 'Ändra', verb: 'propose', data: { meeting: meeting.meeting, item: 'p-1' }, dialog: true, primary: false },
    { title: 'Visa dagordning', verb: 'agenda_show', data: { meeting: meeting.meeting }, dialog: false, primary: false },
  ],
};

export const message: Card<MessageView> = {
  template,
  schema,
  present,
  samples: {
    ordinary,
    empty: { text: 'Okej.', detail: '', link: null, buttons: [] },
    longest: {
      text: `${longWord} ${long(1500)}`,
      detail: long(1000),
      link: { title: 'Öppna mötesanteckningarna', url: `https://samarbetsyta.example/${'a'.repeat(800)}` },
      buttons: [
        { title: 'Visa dagordning', verb: 'agenda_show', data: { meeting: meeting.meeting }, dialog: false, primary: true },
        { title: 'Föreslå punkt', verb: 'propose', data: { meeting: meeting.meeting }, dialog: true, primary: false },
      ],
    },
    hostile: {
      ...ordinary,
      text: hostile,
      detail: hostile,
      buttons: [{ title: 'Ändra', verb: 'propose', data: { meeting: hostile, dialog: 'edit' }, dialog: true, primary: true }],
    },
    stopped: {
      text: 'Jag sparade inte texten: den ser ut att innehålla ett personnummer.',
      detail: 'Ditt eget meddelande ligger kvar i Teams. Håll pekaren över det, välj ⋯ och sedan Ta bort.',
      link: null,
      buttons: [],
    },
  },
};
