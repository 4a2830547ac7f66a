/** What the dialogs around approved minutes say. */
export const readDialog = {
  labels: { back: 'Föregående', next: 'Nästa sida', approve: 'Godkänn', adjust: 'Justera omedelbart' },
  page: (page: number, pages: number) => `Sida ${page} av ${pages}`,
  record: (authorities: string) =>
    `När du godkänner blir anteckningarna allmän handling hos de deltagande myndigheterna: ${authorities}.`,
  recordItem:
    'När du justerar sparas ett utdrag med punkten, som blir allmän handling hos de deltagande myndigheterna. Punkten kan inte ändras i utkastet.',
  recordNoList: 'När du godkänner blir anteckningarna allmän handling hos de deltagande myndigheterna.',
  summary: (forum: string, when: string) => `Mötesanteckningarna för ${forum} ${when}, sida för sida.`,
};

export const adjustDialog = {
  labels: {
    heading: 'Omedelbar justering',
    about:
      'Justera en punkt på en gång när någon behöver börja innan anteckningarna är godkända. Du läser punkten först; sedan kan den inte ändras i utkastet.',
    item: 'Punkt',
    itemError: 'Välj en punkt.',
    none: 'Ingen punkt går att justera nu: det står ingenting under dem, eller så är de redan justerade.',
    read: 'Läs punkten',
  },
  summary: (forum: string, when: string) => `Justera en punkt i anteckningarna för ${forum} ${when} omedelbart.`,
};

/** What is said of members' comments on a draft. */
export const draftComments = {
  heading: 'Kommentarer på utkastet',
  from: (item: number, by: string) => `Punkt ${item}, ${by}: `,
  weigh: 'Kommentarerna ingår inte i anteckningarna. Ta in dem med Ändra, eller godkänn utan dem.',
  outside: 'Kommentarerna ingår inte i anteckningarna. Sekreteraren väljer vad som tas in.',
  take: 'Ta in kommentarer sist under sina punkter',
  read: 'Läs utkastet',
};

export const registerDialog = {
  labels: {
    heading: 'Diarienummer',
    keeps: 'Varje myndighet registrerar handlingen i sitt eget diarium. Skriv numret här, så står det på kortet och vid filen.',
    save: 'Spara',
  },
  main: (dnr: string) => `Överenskommelsen har ${dnr}`,
  summary: (forum: string, when: string) => `Diarienummer för anteckningarna från ${forum} ${when}.`,
  ofReport: (title: string, edition: number) => `${title} · version ${edition}`,
  summaryOfReport: (title: string) => `Diarienummer: ${title}.`,
};
