/** A draft until it is approved and filed, and the dialogs that change it or open it again. */

export const approval = {
  labels: {
    heading: 'Mötesanteckningar',
    attendance: 'Närvaro',
    actions: 'Åtgärder',
    approve: 'Godkänn',
    edit: 'Ändra',
    adjust: 'Justera en punkt',
    reopen: 'Öppna igen',
    openDraft: 'Öppna utkastet',
    readFirst: 'Anteckningarna är för långa för kortet. Läs hela texten sida för sida; på den sista sidan godkänner du.',
    readElsewhere: 'Anteckningarna är för långa för kortet. Läs hela texten sida för sida.',
    readFile: 'Anteckningarna är för långa för kortet. Hela texten finns på samarbetsytan.',
    readAndApprove: 'Läs och godkänn',
    read: 'Läs allt',
    register: 'Diarienummer',
    changeNumbers: 'Ändra diarienummer',
  },
  states: { draft: 'Utkast', waiting: 'Väntar på dig', approved: 'Godkända', filed: 'Godkända', registered: 'Registrerade' },
  numberAt: (authority: string) => `Anteckningarnas diarienummer, ${authority}`,
  notRegistered: 'inget än',
  due: (day: string) => `klart senast ${day}`,
  source: (source: string) => `Källa: ${source}`,
  version: (version: number, due: string) => `Utkast, version ${version}. Godkänns senast ${due}.`,
  reopened: (version: number, reason: string) => `Utkast, version ${version}. Öppnade igen: ${reason}`,
  record: (authorities: string) =>
    `När du godkänner blir anteckningarna allmän handling hos de deltagande myndigheterna: ${authorities}.`,
  recordNoList: 'När du godkänner blir anteckningarna allmän handling hos de deltagande myndigheterna.',
  summaries: {
    draft: (forum: string, day: string) => `Utkast till mötesanteckningar för ${forum} ${day} väntar på att godkännas.`,
    approved: (forum: string, day: string) => `Mötesanteckningarna för ${forum} ${day} är godkända.`,
    filed: (forum: string, day: string) => `Mötesanteckningarna för ${forum} ${day} är godkända och ligger på samarbetsytan.`,
  },
};

export const editDialog = {
  labels: {
    hint: 'En rad blir ett stycke.',
    none: 'Det finns ingen text att ändra ännu.',
    theirs: 'Så här skrev den andra',
    emptied: '(Texten togs bort.)',
    both: 'Båda texterna',
    mine: 'Min text',
    others: 'Den andras text',
    save: 'Spara',
  },
  keep: (label: string) => `Vad gäller? ${label}`,
  heading: (version: number) => `Utkast, version ${version}`,
  becomes: (version: number) => `När du sparar blir det version ${version}.`,
  summary: (version: number) => `Ändra mötesanteckningarna, version ${version}.`,
};

export const reopenDialog = {
  labels: {
    keeps:
      'Det som ligger på samarbetsytan ligger kvar. När du godkänner igen läggs en ny version bredvid, med skälet och vad som ändrats.',
    reason: 'Vad behöver rättas, och varför?',
    reasonError: 'Skriv vad som behöver rättas.',
    open: 'Öppna igen',
  },
  heading: (edition: number) => `Version ${edition} av anteckningarna`,
  summary: (forum: string, when: string) => `Öppna anteckningarna för ${forum} igen, ${when}.`,
};
