import { figureForm } from './figure-form.ts';

/** What the card says that asks for figures before an agenda goes out. */
const sv = {
  labels: { ...figureForm.sv, open: 'Öppna filen' },
  heading: 'Siffror saknas inför mötet',
  allIn: 'Alla siffror är inne',
  publishes: (day: string) => `Dagordningen publiceras ${day}. Det som saknas då står på den.`,
  thanks: 'Tack. Inget saknas längre inför mötet.',
  missing: (period: string, from: string) => `${period}: saknas från ${from}.`,
  write: (name: string) => `Skriv raden i ${name}.`,
  writeOn: (name: string, sheet: string) => `Skriv raden i ${name}, på bladet ${sheet}.`,
  standIn: 'Jag hittar ingen därifrån att fråga bland medlemmarna. Be dem lämna siffran.',
  came: (names: string) => `Inne: ${names}.`,
  summary: (forum: string, when: string) => `Siffror saknas inför mötet i ${forum}, ${when}.`,
  summaryIn: (forum: string, when: string) => `Alla siffror är inne inför mötet i ${forum}, ${when}.`,
};

const en: typeof sv = {
  labels: { ...figureForm.en, open: 'Open the file' },
  heading: 'Figures are missing for the meeting',
  allIn: 'All figures are in',
  publishes: (day) => `The agenda goes out on ${day}. It will say what is missing then.`,
  thanks: 'Thank you. Nothing is missing for the meeting any longer.',
  missing: (period, from) => `${period}: missing from ${from}.`,
  write: (name) => `Write the row in ${name}.`,
  writeOn: (name, sheet) => `Write the row in ${name}, on the sheet ${sheet}.`,
  standIn: 'I find nobody from there to ask among the members. Please ask them for the figure.',
  came: (names) => `In: ${names}.`,
  summary: (forum, when) => `Figures are missing for the meeting of ${forum}, ${when}.`,
  summaryIn: (forum, when) => `All figures are in for the meeting of ${forum}, ${when}.`,
};

export const figuresAsk = { sv, en };
