/** What a newcomer is told. */

export const welcome = {
  labels: {
    heading: 'Välkommen',
    try: 'Prova att skriva',
    say1: 'nästa möte',
    does1: '– när ni ses, vem som skriver och hur många punkter det är',
    say2: 'föreslå Hur gör vi när tolken uteblir?',
    does2: '– sätter upp en punkt på dagordningen',
    say3: 'hjälp',
    does3: '– visar allt du kan skriva',
  },
  you: (name: string, forum: string) => `Hej ${name}! Jag håller ordning på mötena i ${forum}.`,
  role: (role: string) => `Din roll: ${role}`,
  next: (when: string) => `Nästa möte: ${when}`,
  noNext: 'Inget möte är inplanerat ännu.',
  summary: (forum: string) => `Välkommen till mötena i ${forum}.`,
};

export const help = {
  labels: { heading: 'Det här kan du skriva', none: 'Inga kommandon finns här.' },
  summary: (forum: string) => `Det här kan du skriva till mig i ${forum}.`,
};
