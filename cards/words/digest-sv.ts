/** What the weekly letter says. */
export const digest = {
  heading: (week: string) => `Din vecka, ${week}`,
  meetings: 'Möten',
  writes: 'Du skriver',
  drafts: 'Väntar på ditt godkännande',
  draft: (forum: string, day: string, due: string) => `${forum}, mötet ${day}. Godkänn senast ${due}.`,
  actions: 'Åtgärder',
  open: (open: number, late: number): string =>
    `${open === 1 ? 'En öppen åtgärd' : `${open} öppna åtgärder`}${late === 0 ? '.' : late === 1 ? ', ▲ en är sen.' : `, ▲ ${late} är sena.`}`,
  next: (what: string, day: string) => `Närmast: ${what}, senast ${day}.`,
  questions: 'Dina frågor',
  question: (id: string, text: string) => `${id}. ${text}`,
  more: (count: number): string => (count === 1 ? 'En fråga till är öppen.' : `${count} frågor till är öppna.`),
  foot: 'Skriv "mina åtgärder" eller "mina frågor" för att se allt, och "veckobrev av" om du inte vill ha brevet.',
  summary: (meetings: number, actions: number): string =>
    `Veckobrev: ${meetings === 1 ? 'ett möte' : `${meetings} möten`}, ${actions === 1 ? 'en öppen åtgärd' : `${actions} öppna åtgärder`}.`,
};
