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
    keeps:
      'Varje myndighet registrerar anteckningarna i sitt eget diarium. Skriv numret här, så står det på kortet och vid filen.',
    save: 'Spara',
  },
  main: (dnr: string) => `Överenskommelsen har ${dnr}`,
  summary: (forum: string, when: string) => `Diarienummer för anteckningarna från ${forum} ${when}.`,
};
