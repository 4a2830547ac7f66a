export const decisions = {
  heading: 'Beslut och överenskommelser',
  sought: (words: string) => `Sökte: ${words}`,
  none: 'Jag hittar inget sådant i dina forum.',
  title: (paragraph: number, word: 'agreed' | 'decided') =>
    `${word === 'decided' ? 'Beslut' : 'Överenskommet'} §\u00A0${paragraph}`,
  facts: (forum: string, day: string, draft: boolean) => `${forum}, ${day}${draft ? ' · utkast, inte godkänt än' : ''}`,
  open: 'Öppna anteckningarna',
  more: (count: number) => `${count} äldre visas inte. Sök på fler ord.`,
  summary: (count: number) => (count === 0 ? 'Jag hittar inget sådant i dina forum.' : `${count} beslut och överenskommelser.`),
};

export const decisionDialog = {
  heading: 'Skriv in ett beslut',
  lead: (name: string) => `Från ${name}. Det går ner till forumen som medskick och är öppet tills alla har tagit emot det.`,
  title: 'Vad gäller beslutet?',
  text: 'Vad beslutades?',
  missing: 'Fyll i det här.',
  on: 'Beslutat den',
  concerns: 'Vilka fler forum gäller det?',
  submit: 'Skicka ner beslutet',
  summary: (name: string) => `Skriv in ett beslut från ${name}.`,
};
