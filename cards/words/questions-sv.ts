/** The dialogs in which questions are lifted and handled. */

export const liftDialog = {
  noItem: 'Ingen särskild punkt',
  goes: (place: string) => `Frågan går till ${place}.`,
  labels: {
    from: 'Vilken punkt gäller det?',
    to: 'Vart ska frågan?',
    toError: 'Välj vart frågan ska.',
    text: 'Frågan',
    textError: 'Skriv frågan, högst 200 tecken.',
    proposal: 'Förslag till svar',
    background: 'Bakgrund',
    backgroundHint: 'Vad behöver den som svarar veta?',
    urgency: 'Hur bråttom är det?',
    urgencyError: 'Välj hur bråttom det är.',
    normal: 'Den kan vänta på nästa öppna dagordning',
    urgent: 'Brådskande: nästa möte, även om dagordningen är publicerad',
  },
  submit: { raise: 'Lyft frågan', change: 'Spara', again: 'Lyft igen' },
  heading: { raise: 'Lyft en fråga', change: 'Ändra frågan', again: 'Lyft frågan igen' },
  summary: (forum: string) => `Lyft en fråga från ${forum}.`,
};

export const questionDialog = {
  heading: { handle: 'Hantera frågan', complete: 'Komplettera', unclear: 'Behöver förtydligas' },
  text: {
    handle: 'Svaret, skälet eller det ni behöver veta',
    complete: 'Din komplettering',
    unclear: 'Vad behöver förtydligas?',
  },
  do: {
    answer: 'Svara med medskick',
    decide: 'Besluta',
    more: 'Begär komplettering av den som frågar',
    lift: (place: string) => `Lyft till ${place}`,
    back: 'Skicka tillbaka med skäl',
    merge: 'Slå ihop med en likadan fråga',
  },
  labels: {
    do: 'Vad gör ni med frågan?',
    doError: 'Välj vad ni gör med frågan.',
    textError: 'Skriv en text, högst 1000 tecken.',
    concerns: 'Ett svar går till alla som har frågat. Berör det också:',
    others: 'Vid sammanslagning: vilken fråga är likadan?',
    noOther: 'Ingen',
  },
  send: 'Skicka',
  summary: (heading: string, title: string) => `${heading}: ${title}.`,
};
