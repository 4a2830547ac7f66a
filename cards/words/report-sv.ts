/** What the card of the report says. */
export const report = {
  heading: 'Rapport',
  running: (day: string) => `Inte fryst. Siffror t.o.m. ${day}.`,
  frozen: (edition: number, at: string, who: string) => `Version ${edition}, fryst ${at} av ${who}.`,
  correctedHeading: 'Rättelser sedan dess',
  none: '✔ Inga rättelser sedan dess.',
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
