export const caseDialog = {
  summary: (forum: string, when: string) => `Anmäl ett ärende till ${forum}, ${when}.`,
  submit: 'Anmäl',
  own: (giver: string) => `Samtycke till ${giver} gavs den`,
  inAdvance: (kind: string) => `${kind} (bra att anmäla i förväg)`,
  labels: {
    looked: 'Har ni letat efter uppgiften på Mina sidor, tillsammans med personen?',
    lookedError: 'Svara på frågan om Mina sidor.',
    notThere: 'Ja, den finns inte där',
    found: 'Ja, vi hittade den',
    notYet: 'Nej, inte än',
    alias: 'Beteckning som båda känner till',
    aliasHint: 'Till exempel A-17',
    aliasError: 'Skriv en beteckning, till exempel A-17.',
    kind: 'Vilket slags behov?',
    kindError: 'Välj ett slag.',
    of: 'Av vem önskas något?',
    ofError: 'Välj vem.',
    wanted: 'Vad önskas?',
    wantedHint: 'Kort, utan något som pekar ut personen.',
    wantedError: 'Skriv vad som önskas.',
    ownError: 'Välj dagen.',
    other: 'Samtycke till den andra gavs den, om du vet',
  },
};

export const consentDialog = {
  summary: (alias: string, giver: string) => `Samtycke till ${giver} i ärende ${alias}.`,
  heading: (alias: string) => `Ärende ${alias}`,
  lead: (giver: string, months: number) =>
    `Samtycket till ${giver} gäller i högst ${months} månader. Det ska gälla på mötets dag.`,
  submit: 'Spara',
  labels: {
    title: 'Samtycke',
    what: 'Vad gäller?',
    whatError: 'Välj vad som gäller.',
    given: 'Samtycket är lämnat',
    withdrawn: 'Samtycket är återkallat',
    day: 'Dagen det lämnades',
  },
};
