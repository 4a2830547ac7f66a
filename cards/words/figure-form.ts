/** The fields in which the owner of a figure fills it in, on the card that asks and in the dialog. */
const sv = {
  women: 'Kvinnor som deltog',
  men: 'Män som deltog',
  absent: 'Uteblivna, antal (om ni vet)',
  causeKnown: 'Varav med känd orsak, antal',
  numbersOnly: 'Skriv bara antal. Namn och orsaker stannar mellan myndigheterna.',
  send: 'Lämna',
};

const en: typeof sv = {
  women: 'Women who took part',
  men: 'Men who took part',
  absent: 'Absent, number (if you know)',
  causeKnown: 'Of whom the cause is known, number',
  numbersOnly: 'Write numbers only. Names and causes stay between the authorities.',
  send: 'Send',
};

export const figureForm = { sv, en };
