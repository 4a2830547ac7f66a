/** What the card about who was reached says. */
const days = (about: string): string => (about === '' ? '' : ` ${about}`);

export const reach = {
  heading: 'Vem nåddes',
  since: (forum: string, day: string) => `${forum}. Det jag har skickat sedan ${day}.`,
  none: 'Ingenting har skickats.',
  all: '✔ Alla kort har nått fram.',
  missedHeading: 'Har inte nått fram',
  reachedHeading: 'Har nått fram',
  channel: 'Forumets kanal',
  what: {
    agenda: (about: string) => `Dagordningen${days(about)}`,
    turn: (about: string) => `Tur att skriva${days(about)}`,
    minutes: (about: string) => `Anteckningarna${days(about)}`,
    'remind-close': (about: string) => `Påminnelse att avsluta mötet${days(about)}`,
    'remind-first': (about: string) => `Påminnelse att godkänna${days(about)}`,
    'remind-last': (about: string) => `Sista påminnelse att godkänna${days(about)}`,
    'hand-over': (about: string) => `Ej godkända anteckningar${days(about)}`,
    'actions-given': (about: string) => `Nya åtgärder från mötet${days(about)}`,
    'actions-due': (about: string) => `Påminnelse om åtgärder från mötet${days(about)}`,
    'ask-situation': (about: string) => `Fråga om lägesbild${days(about)}`,
    'ask-figures': (about: string) => `Fråga om siffror${days(about)}`,
    question: (about: string) => `Besked om en fråga${days(about)}`,
    booked: (about: string) => `Besked om bokade möten${days(about)}`,
    'by-hand': (about: string) => `Ändrad fil på samarbetsytan${days(about)}`,
    'hand-made': (about: string) => `Utkast ändrat för hand${days(about)}`,
    'time-box': (about: string) => `Punktens tid är slut${days(about)}`,
    'ask-targets': () => 'Fråga om nya mål',
    swap: (about: string) => `Fråga om byte av tur${days(about)}`,
    swapped: (about: string) => `Besked om byte av tur${days(about)}`,
    away: (about: string) => `Besked om att den på tur är borta${days(about)}`,
    moved: (about: string) => `Mötet är flyttat${days(about)}`,
    empty: (about: string) => `Enhet utan representant${days(about)}`,
    waits: (about: string) => `Dokument som väntar${days(about)}`,
    refused: (about: string) => `Dokument som inte kunde sparas${days(about)}`,
    'put-back': (about: string) => `Möte återlagt i kalendern${days(about)}`,
    digest: () => 'Veckobrevet',
    other: (about: string) => `Ett meddelande${days(about)}`,
  },
  why: {
    waits: 'Väntar på arbetstid eller på sin tur.',
    trying: 'Teams svarar inte. Jag försöker igen av mig själv.',
    'not-met': 'Teams har inte berättat var hen finns. Be hen lägga till appen eller gå med i teamet.',
    'no-channel': 'Appen är inte tillagd i forumets kanal. Be teamets ägare lägga till den.',
    'not-installed': 'Appen är inte installerad där, eller blockerad. Be hen lägga till den. Jag försöker igen av mig själv.',
    gone: 'Konversationen är borta. Be hen lägga till appen igen och skicka sedan om.',
    unknown: 'Kan ha nått fram; det går inte att se härifrån. Titta efter innan du skickar om.',
    refused: 'Teams tog inte emot kortet. Be administratören söka i loggen.',
  },
  asked: (at: string) => `Skulle skickas ${at}`,
  done: (done: number, of: number, at: string) => (of === 1 ? at : `${done} av ${of}, senast ${at}`),
  outsideHeading: 'Inte med i Teams',
  outside: (calendar: boolean): string =>
    calendar
      ? 'Får kalenderinbjudan. Dagordning och anteckningar finns på samarbetsytan.'
      : 'Dagordning och anteckningar finns på samarbetsytan; möten med "kalender forum".',
  more: (count: number) => (count === 1 ? 'Ett kort till har inte nått fram.' : `${count} kort till har inte nått fram.`),
  again: (count: number) => (count === 1 ? 'Skicka om det' : `Skicka om dessa ${count}`),
  summary: (missed: number) =>
    missed === 0
      ? 'Alla kort har nått fram.'
      : missed === 1
        ? 'Ett kort har inte nått fram.'
        : `${missed} kort har inte nått fram.`,
};
