import { z } from 'zod';
import type { Card } from './card.ts';
import { localDate, localTime, text } from './fields.ts';
import { place } from './figure.ts';
import { AMOUNTS, type Amount, emptyForm, figureForm, hostileForm, sayError, wrongly } from './figure-form.ts';
import template from './figures-ask.json' with { type: 'json' };
import { enrolments, hostile, long, longWord, meeting, participation, sara } from './samples.ts';

const schema = z.strictObject({
  meeting: text,
  forum: text,
  start: localTime,
  publishes: localDate,
  forms: z.array(figureForm),
  elsewhere: z.array(z.strictObject({ name: text, period: text, from: z.array(text), standIn: z.boolean(), place })),
  came: z.array(text),
});

type FiguresAskView = z.infer<typeof schema>;
type Form = FiguresAskView['forms'][number];

/** A card has room for so many buttons; each form has one. */
const BUTTONS = 6;

/** Everything on the card is sent with each button, so that each field is told apart by its indicator: `women/deltagande`. */
const fields = (form: Form) =>
  Object.fromEntries(AMOUNTS.map((amount) => [amount, { id: `${amount}/${form.indicator}`, value: form[amount] }])) as Record<
    Amount,
    { id: string; value: string }
  >;

const present: Card<FiguresAskView>['present'] = (view, { figuresAsk: say, format }) => {
  const when = format.moment(view.start);
  const missing = view.forms.length + view.elsewhere.length > 0;
  const forms = view.forms.slice(0, BUTTONS);
  const elsewhere = [...view.elsewhere, ...view.forms.slice(BUTTONS).map(asElsewhere)];
  // A file is opened from the first figure that is written in it.
  const opens = new Set([...new Set(elsewhere.map(({ place: { url } }) => url))].slice(0, BUTTONS - forms.length));
  return {
    summary: missing ? say.summary(view.forum, when) : say.summaryIn(view.forum, when),
    meeting: view.meeting,
    forum: view.forum,
    heading: missing ? say.heading : say.allIn,
    when: format.capital(when),
    lead: missing ? say.publishes(format.day(view.publishes)) : say.thanks,
    forms: forms.map((form) => ({
      ...fields(form),
      indicator: form.indicator,
      period: form.period,
      name: form.name,
      about: `${form.unit} · ${format.period(form.period)}`,
      error: sayError(form),
    })),
    numbersOnly: view.forms.length > 0 ? say.labels.numbersOnly : '',
    elsewhere: elsewhere.map((one, n) => ({
      url:
        opens.has(one.place.url) && elsewhere.findIndex(({ place: { url } }) => url === one.place.url) === n ? one.place.url : '',
      name: one.name,
      missing: `⚠ ${say.missing(format.capital(format.period(one.period)), format.list(one.from))}`,
      where: one.standIn
        ? say.standIn
        : one.place.name === ''
          ? ''
          : one.place.sheet === ''
            ? say.write(one.place.name)
            : say.writeOn(one.place.name, one.place.sheet),
    })),
    came: view.came.length > 0 ? `✔ ${say.came(format.list(view.came))}` : '',
    text: say.labels,
  };
};

/** A form there is no room for: it says what is missing, and `lämna siffror` opens it. */
const asElsewhere = (form: Form): FiguresAskView['elsewhere'][number] => ({
  name: form.name,
  period: form.period,
  from: [form.unit],
  standIn: false,
  place: { name: '', sheet: '', url: '' },
});

const form: Form = { ...emptyForm, name: enrolments.name };

const file = {
  name: 'exempelstatistik.xlsx',
  sheet: 'Informationsträff',
  url: 'https://samarbetsyta.example/statistik/exempelstatistik.xlsx',
};
const inFile = {
  name: participation.name,
  period: '2027-02',
  from: ['Etableringscentrum'],
  standIn: false,
  place: file,
};

const ordinary: FiguresAskView = {
  meeting: meeting.meeting,
  forum: meeting.forum,
  start: meeting.start,
  publishes: '2027-03-11',
  forms: [form],
  elsewhere: [inFile],
  came: [],
};

export const figuresAsk: Card<FiguresAskView> = {
  template,
  schema,
  present,
  samples: {
    ordinary,
    empty: { ...ordinary, forms: [], elsewhere: [], came: [form.name, inFile.name] },
    longest: {
      ...ordinary,
      forum: `${meeting.forum} ${longWord}`,
      forms: Array.from({ length: 7 }, (_, n) => ({
        ...form,
        indicator: `inskrivningssamtal-${n}`,
        name: `${long(80)} ${longWord}`,
        unit: `${sara.unit} ${long(40)} ${longWord}`,
        error: long(200),
      })),
      elsewhere: Array.from({ length: 6 }, (_, n) => ({
        ...inFile,
        name: `${long(80)} ${longWord}`,
        from: [longWord, long(80)],
        place: { name: `${longWord}.xlsx`, sheet: longWord, url: `${file.url}?${n}` },
      })),
      came: [long(80), longWord],
    },
    hostile: {
      ...ordinary,
      meeting: hostile,
      forum: hostile,
      forms: [hostileForm],
      elsewhere: [{ ...inFile, name: hostile, from: [hostile], place: { ...file, name: hostile, sheet: hostile } }],
      came: [hostile],
    },
    refused: { ...ordinary, forms: [{ ...form, men: '9', ...wrongly }] },
    'stand-in': {
      ...ordinary,
      forms: [],
      elsewhere: [{ ...inFile, from: ['Vuxenutbildningscentrum'], standIn: true }],
      came: [form.name],
    },
  },
};
