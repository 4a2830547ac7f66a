/** What the card for a registrar says. */
export const registrations = {
  heading: (left: number, documents: number) =>
    documents === 0 ? 'Inget att registrera' : left === 0 ? 'Allt är registrerat' : `Att registrera: ${left}`,
  none: 'Ingenting är sparat på samarbetsytan än i de forum där myndigheten är med.',
  title: (forum: string, when: string) => `Mötesanteckningar, ${forum}, ${when}`,
  report: (title: string, forum: string, day: string) => `${title}, ${forum}, fryst ${day}`,
  unregistered: 'Diarienummer: inget än',
  number: (dnr: string) => `Diarienummer: ${dnr}`,
  version: (edition: number, state: string) => [`Version ${edition}`, state].filter((part) => part !== '').join(' · '),
  states: { 'to-register': '', registered: '', replaced: 'ersatt av en senare version', reopened: 'öppnad för rättelse' },
  hash: (hash: string) => `Textens hash (SHA-256): ${hash}`,
  register: 'Skriv diarienummer',
  change: 'Ändra diarienummer',
  open: 'Öppna dokumentet',
  more: (count: number) => (count === 1 ? 'Och en handling till.' : `Och ${count} handlingar till.`),
  summary: (authority: string, left: number, documents: number) =>
    documents === 0
      ? `${authority}: inget att registrera.`
      : left === 0
        ? `${authority}: allt är registrerat.`
        : `${authority}: ${left} kvar att registrera.`,
};
