import { FOLLOW_UP_FIELDS } from '../../src/domain/follow-up.ts';
import { trimmed } from '../../src/domain/privacy.ts';
import { view } from '../../src/flows/cards.ts';
import type { SavedWords } from '../../src/flows/follow-up.ts';
import { followUpWords, writeFollowUp } from '../../src/flows/write-follow-up.ts';
import type { Claims, Given } from '../actions.ts';
import type { Dialog, Opened } from '../dialogs.ts';
import { refusals } from '../sentences.ts';
import type { Turn } from '../turn.ts';

const CALLED: Record<string, string> = {
  deviations: 'avvikelserna',
  progress: 'framstegen',
  analysis: 'analysen',
  proposals: 'förslagen',
};

const claimed = ({ forum = '', period = '', seen = '' }: Given) => ({ forum, period, seen });

const shown = (claims: Given, { words, seen }: SavedWords, error: string): Opened => {
  const { forum, period } = claimed(claims);
  const title = `Årlig uppföljning, ${period}`;
  return { title: 'Årlig uppföljning', view: view('dialog-follow-up', { forum, period, seen, title, ...words, error }) };
};

const typed = (claims: Claims) => ({
  deviations: trimmed(claims['deviations']),
  progress: trimmed(claims['progress']),
  analysis: trimmed(claims['analysis']),
  proposals: trimmed(claims['proposals']),
});

/** As it was filled in, for somebody who may. */
async function filled({ product, actor }: Turn, claims: Claims, error: string): Promise<Opened> {
  const may = await followUpWords(product, actor, claimed(claims));
  return may.ok ? shown(claims, { words: typed(claims), seen: claims['seen'] ?? '' }, error) : { say: refusals[may.no] };
}

export const followUp: Dialog = {
  byOffice: 'make-report',

  async open({ product, actor }, claims) {
    const saved = await followUpWords(product, actor, claimed(claims));
    return saved.ok ? shown(claims, saved.value, '') : { say: refusals[saved.no] };
  },

  async submit(turn, claims) {
    const done = await writeFollowUp(turn.product, turn.actor, claimed(claims), typed(claims));
    if (!done.ok) return done.no === 'too-long-follow-up' ? filled(turn, claims, refusals[done.no]) : { say: refusals[done.no] };
    if (!done.value) return { saved: 'Det är sparat. Skriv "rapport år" för att se uppföljningen.' };
    return shown(
      claims,
      done.value,
      'Någon annan sparade medan du skrev. Båda texterna står i fälten: behåll det som ska gälla.',
    );
  },

  again: (turn, claims, stop) => {
    const field = FOLLOW_UP_FIELDS.find((one) => stop.fields.includes(one));
    return filled(turn, claims, stop.say(field ? CALLED[field]! : 'ett fält'));
  },
};
