export const targetDialog = {
  labels: {
    heading: 'Sätt mål',
    value: { share: 'Målvärde i procent', count: 'Målvärde, antal' },
    valueError: 'Skriv målvärdet med siffror, till exempel 85.',
    direction: 'Målet är att nå',
    directionError: 'Välj minst eller högst.',
    'at-least': 'Minst',
    'at-most': 'Högst',
    validFrom: 'Gäller från och med',
    validTo: 'Gäller till och med',
    decidedAt: 'Beslutat den',
    reportedAt: 'Redovisat för styrgruppen den (om det är gjort)',
    dateError: 'Välj en dag.',
    kept: 'Det tidigare målet finns kvar i historiken.',
    save: 'Spara målet',
  },
  setter: (forum: string) => `Beslutas av ${forum}.`,
  now: (target: string, until: string, isOver: boolean) =>
    until === '' ? target : `${target} ${isOver ? 'Gällde' : 'Gäller'} t.o.m. ${until}.`,
  summary: (name: string) => `Sätt mål för ${name}.`,
};
