/** What the card of the report says. */
export const report = {
  heading: 'Rapport',
  headingOfYear: 'Årlig uppföljning',
  running: (day: string) => `Inte fryst. Siffror t.o.m. ${day}.`,
  frozen: (edition: number, at: string, who: string) => `Version ${edition}, fryst ${at} av ${who}.`,
  correctedHeading: 'Rättelser sedan dess',
  none: '✔ Inga rättelser sedan dess.',
  changedHeading: 'Ändrat sedan dess',
  noneChanged: '✔ Ingenting har ändrats sedan dess.',
  changed: 'har en annan lydelse',
  paragraph: (number: number, day: string) => `§\u00A0${number}, ${day}`,
  question: (id: string) => `Fråga ${id}`,
  questionChanged: 'har ändrats eller fått svar',
  counted: {
    planned: 'möten enligt planen',
    held: 'hållna möten',
    moved: 'flyttade möten',
    empty: 'möten där en verksamhet saknades',
    drafts: 'möten vars anteckningar inte är godkända',
    outcomes: 'beslut och överenskommelser',
    open: 'öppna åtgärder',
    lifted: 'lyfta frågor',
    answered: 'besvarade frågor',
  },
  texts: {
    deviations: 'avvikelser',
    progress: 'framsteg',
    analysis: 'analys',
    proposals: 'förslag',
  },
  textChanged: 'texten har ändrats',
  written: (texts: string) => `Skrivet: ${texts}.`,
  notWritten: (texts: string) => `Inte skrivet än: ${texts}.`,
  write: 'Skriv analys',
  forumsHeading: 'Samverkansformerna',
  forum: (of: { planned: number; held: number; moved: number; outcomes: number; lifted: number; answered: number }) =>
    [
      `${of.held} av ${of.planned} möten hållna`,
      `${of.moved} flyttade`,
      `${of.outcomes} beslut och överenskommelser`,
      `${of.lifted === 1 ? '1 fråga lyft' : `${of.lifted} frågor lyfta`}, ${of.answered} ${of.answered === 1 ? 'besvarad' : 'besvarade'}`,
    ].join(' · '),
  sex: { women: 'kvinnor', men: 'män', total: 'totalt' },
  change: (sex: string, was: string, now: string) => `${sex} ${was} → ${now}`,
  hiddenChange: (sex: string) => `${sex} rättad`,
  added: 'har tillkommit',
  gone: 'är inte längre lämnad',
  moreCorrections: (count: number) => (count === 1 ? 'En rättelse till.' : `${count} rättelser till.`),
  figuresHeading: 'Siffrorna',
  bySex: (women: string, men: string, total: string) => `Kvinnor ${women} · Män ${men} · Totalt ${total}`,
  total: (total: string) => `Totalt ${total}`,
  missing: 'Uppgift saknas.',
  more: (count: number) => `${count} siffror till i rapporten.`,
  earlier: (count: number) =>
    count === 1 ? 'En tidigare period finns i dokumentet.' : `${count} tidigare perioder finns i dokumentet.`,
  freeze: 'Frys och spara',
  freezing: 'När du fryser står siffrorna fast, och rapporten läggs på samarbetsytan.',
  again: (edition: number) => `Frys version ${edition}`,
  open: 'Öppna rapporten',
  summary: (title: string, corrections: number) =>
    corrections === 0
      ? `${title}.`
      : `${title}. ${corrections === 1 ? 'En rättelse' : `${corrections} rättelser`} sedan den frystes.`,
};

/** What the dialog says where those who make the yearly follow-up write in it. The words are U 9's. */
export const followUpDialog = {
  labels: {
    heading: 'Skriv i uppföljningen',
    deviations: 'Avvikelser',
    deviationsHint: 'Vad blev inte som det var tänkt?',
    progress: 'De viktigaste framstegen',
    progressHint: 'Vad har blivit bättre?',
    analysis: 'Lokal analys av året',
    analysisHint: 'Varför blev det så, och vad behöver utvecklas framöver?',
    proposals: 'Förslag till åtgärder och insatser',
    proposalsHint: 'Vad skulle stärka samverkan?',
    noPersons: 'Skriv inget som pekar ut en person.',
    kept: 'Texten kommer med när uppföljningen fryses. Ändras den sedan kan en ny version frysas.',
    save: 'Spara',
  },
  summary: (title: string) => `Skriv i ${title}.`,
};
