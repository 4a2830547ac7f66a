/** What the dialog that takes a target back says, and the button that opens it. */
export const takeBackDialog = {
  open: 'Ta tillbaka mål',
  labels: {
    heading: 'Ta tillbaka mål',
    which: 'Vilket mål ska tas tillbaka?',
    whichError: 'Välj ett mål.',
    kept: 'Målet slutar gälla i dag. Det står kvar i historiken, med vem som tog tillbaka det och när. Ett nytt mål behöver inte sättas.',
    save: 'Ta tillbaka',
  },
  target: (goal: string, from: string, to: string) => `${goal} Gäller fr.o.m. ${from} t.o.m. ${to}.`,
  summary: (name: string) => `Ta tillbaka ett mål för ${name}.`,
};
