export const actions = {
  headings: { all: 'Dina åtgärder', given: 'Du har fått en uppgift', due: 'Snart sista dag' },
  none: 'Du har inga öppna åtgärder.',
  due: (day: string, late: number) =>
    late > 0 ? `▲ Skulle vara klar ${day}, ${late === 1 ? 'en dag' : `${late} dagar`} sen.` : `Klar senast ${day}.`,
  facts: (number: number, forum: string, given: string) => `Nr ${number} · ${forum}, ${given}`,
  owner: (person: string) => `Ansvarig: ${person} (är inte med i Teams)`,
  status: {
    open: () => '',
    started: () => 'Påbörjad.',
    postponed: (because: string) => `Uppskjuten: ${because}`,
  } as Record<'open' | 'started' | 'postponed', (because: string) => string>,
  done: 'Klar',
  change: 'Ändra status',
  more: (count: number) => (count === 1 ? 'En till som får vänta här.' : `${count} till som får vänta här.`),
  summary: (count: number) =>
    count === 0 ? 'Du har inga öppna åtgärder.' : count === 1 ? 'Du har en öppen åtgärd.' : `Du har ${count} öppna åtgärder.`,
};

export const actionDialog = {
  heading: 'Hur går det med åtgärden?',
  which: 'Åtgärd',
  whichError: 'Välj en åtgärd.',
  to: 'Status',
  states: { started: 'Påbörjad', done: 'Klar', postponed: 'Uppskjuten till en ny dag', withdrawn: 'Ska inte göras' },
  due: 'Ny sista dag, om den är uppskjuten',
  reason: 'Varför, om den är uppskjuten eller inte ska göras',
  title: (number: number, what: string, day: string) => `${number}. ${what} (${day})`,
  submit: 'Spara',
  summary: (count: number) => `Ändra status för en av ${count} åtgärder.`,
};
