import type { Words } from './sv.ts';

export const welcome: Words['welcome'] = {
  labels: {
    heading: 'Welcome',
    try: 'Try to write',
    say1: 'nästa möte',
    does1: '– when you meet, who writes and how many items there are',
    say2: 'föreslå Hur gör vi när tolken uteblir?',
    does2: '– puts an item on the agenda',
    say3: 'hjälp',
    does3: '– shows everything you can write',
  },
  you: (name, forum) => `Hello ${name}! I look after the meetings of ${forum}.`,
  role: (role) => `Your role: ${role}`,
  next: (when) => `Next meeting: ${when}`,
  noNext: 'No meeting is planned yet.',
  summary: (forum) => `Welcome to the meetings of ${forum}.`,
};

export const help: Words['help'] = {
  labels: { heading: 'What you can write', none: 'There are no commands here.' },
  summary: (forum) => `What you can write to me in ${forum}.`,
};
