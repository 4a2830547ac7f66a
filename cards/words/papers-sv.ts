/** What the dialogs around approved minutes say. */
export const readDialog = {
  labels: { back: 'Föregående', next: 'Nästa sida', approve: 'Godkänn' },
  page: (page: number, pages: number) => `Sida ${page} av ${pages}`,
  record: (authorities: string) =>
    `När du godkänner blir anteckningarna allmän handling hos de deltagande myndigheterna: ${authorities}.`,
  recordNoList: 'När du godkänner blir anteckningarna allmän handling hos de deltagande myndigheterna.',
  summary: (forum: string, when: string) => `Mötesanteckningarna för ${forum} ${when}, sida för sida.`,
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
