/** The meeting while it is on: what the secretary sees and writes, and what members add. */

export const minutesCard = {
  labels: {
    badge: 'Mötet pågår',
    attendance: 'Närvaro',
    takeAttendance: 'Fyll i närvaro',
    now: 'Nu',
    note: 'Anteckna',
    action: 'Åtgärd',
    next: 'Nästa punkt',
    close: 'Avsluta mötet',
    closing: 'Om du avslutar mötet nu',
    returns: 'Tas upp igen',
    ends: 'Tas inte upp igen',
    changeIt: 'Ska en punkt upp igen? Välj Anteckna och sedan Bordläggning, eller skriv ”bordlägg” och varför.',
    noItems: 'Inga punkter på dagordningen.',
    nothing: 'Inget.',
  },
  outcomeButton: { agrees: 'Överenskommet', decides: 'Beslut' },
  outcome: { agreed: 'Överenskommet', decided: 'Beslut' },
  absent: 'ingen närvarande',
  absentOnes: (names: string) => `frånvarande: ${names}`,
  substitute: (who: string) => `ersättare: ${who}`,
  unknown: 'ingen ännu',
  because: {
    standing: 'stående',
    'not-reached': 'hanns inte med',
    'open-action': 'åtgärd öppen',
    tabled: 'bordlagd',
    continues: 'fortsätter',
    'open-question': 'frågan är öppen',
  },
  returning: (title: string, because: string, said: string) => `${title} (${because}${said ? `: ${said}` : ''})`,
  paragraph: (paragraph: number, word: string) => `${word} §\u00a0${paragraph}`,
  action: (number: number, what: string) => `Åtgärd ${number}: ${what}`,
  who: (who: string, due: string) => `${who}, klart senast ${due}`,
  shortened: 'Äldre anteckningar är avkortade här men sparade i sin helhet.',
  summary: (forum: string, when: string) => `Mötet i ${forum} pågår, ${when}. Du skriver anteckningarna.`,
};

export const noteDialog = {
  headings: { note: 'Anteckna', outcome: { agrees: 'Överenskommet', decides: 'Beslut' }, action: 'Åtgärd' },
  labels: {
    heading: 'Till mötesanteckningarna',
    item: 'Punkt',
    itemError: 'Välj en punkt.',
    way: 'Skriv som',
    phrase: 'Börja med en fras eller kommentar, om du vill',
    phraseHint: 'Skriv för att söka',
    person: 'Ansvarig',
    personHint: 'Välj person',
    personError: 'Välj vem som ansvarar.',
    due: 'Klart senast',
    dueError: 'Välj ett datum.',
    save: 'Spara',
    adjust: 'Spara och justera punkten',
  },
  text: {
    note: 'Anteckning',
    outcome: { agrees: 'Vad kom ni överens om?', decides: 'Vad beslutades?' },
    action: 'Vad ska göras?',
  },
  ways: {
    note: 'Anteckning',
    tabled: 'Bordläggning: texten blir skälet',
    continues: 'Tas upp igen nästa möte: texten säger varför',
    'as-usual': 'Ta bort bordläggningen',
  },
  summary: (heading: string) => `${heading} till mötesanteckningarna.`,
};

export const attendanceDialog = {
  labels: {
    heading: 'Vilka är med på mötet?',
    nobody: 'Ingen person är inlagd för enheten.',
    save: 'Spara',
    none: 'Inga enheter finns i forumet.',
    substituteHint: 'Namn och roll',
  },
  substitute: (unit: string) => `Ersättare från ${unit}`,
  summary: 'Bocka för dem som är med på mötet.',
};

export const situationDialog = {
  labels: {
    heading: 'Lägesbild',
    asGiven: 'Den står på dagordningen och i anteckningarna precis så som du skriver den.',
    textError: 'Skriv lägesbilden, högst 1500 tecken.',
    save: 'Spara',
  },
  label: (from: string) => `Kort lägesbild från ${from}`,
  summary: (from: string, forum: string, when: string) => `Lägesbild från ${from} till ${forum}, ${when}.`,
};

export const commentDialog = {
  labels: {
    heading: 'Kommentar',
    hint: 'Sekreteraren ser den och väljer vad som kommer med i anteckningarna.',
    item: 'Punkt',
    itemError: 'Välj en punkt.',
    comment: 'Vad vill du lägga till?',
    textError: 'Skriv en kommentar, högst 500 tecken.',
    send: 'Skicka',
  },
  summary: 'Kommentera en punkt på mötet.',
};
