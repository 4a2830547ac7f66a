import type { digest as swedish } from './digest-sv.ts';

export const digest: typeof swedish = {
  heading: (week) => `Your week, ${week}`,
  meetings: 'Meetings',
  writes: 'You write',
  drafts: 'Waits for your approval',
  draft: (forum, day, due) => `${forum}, the meeting ${day}. Approve by ${due}.`,
  actions: 'Actions',
  open: (open, late) =>
    `${open === 1 ? 'One open action' : `${open} open actions`}${late === 0 ? '.' : late === 1 ? ', ▲ one is late.' : `, ▲ ${late} are late.`}`,
  next: (what, day) => `Next: ${what}, by ${day}.`,
  questions: 'Your questions',
  question: (id, text) => `${id}. ${text}`,
  more: (count) => (count === 1 ? 'One more question is open.' : `${count} more questions are open.`),
  foot: 'Write "mina åtgärder" or "mina frågor" to see everything, and "veckobrev av" if you do not want the letter.',
  summary: (meetings, actions) =>
    `Weekly letter: ${meetings === 1 ? 'one meeting' : `${meetings} meetings`}, ${actions === 1 ? 'one open action' : `${actions} open actions`}.`,
};
