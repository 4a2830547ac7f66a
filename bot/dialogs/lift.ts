import type { Meeting } from '../../src/domain/meeting.ts';
import { trimmed } from '../../src/domain/privacy.ts';
import type { Question } from '../../src/domain/question.ts';
import { liftsOf, placeName } from '../../src/domain/question-paths.ts';
import { view } from '../../src/flows/cards.ts';
import { rightsOf } from '../../src/flows/change-questions.ts';
import { liftQuestion, rewordQuestion } from '../../src/flows/lift-question.ts';
import type { LiftDialogView } from '../../src/flows/views/questions.ts';
import type { Claims } from '../actions.ts';
import type { Dialog, Opened } from '../dialogs.ts';
import { refusals } from '../sentences.ts';
import type { Turn } from '../turn.ts';

const CALLED: Record<string, string> = { text: 'frågan', proposal: 'förslaget', background: 'bakgrunden' };
export const LONGEST_QUESTION = 200;
const LONGEST = 1000;

const howOf = (claims: Claims): LiftDialogView['how'] =>
  claims['how'] === 'change' ? 'change' : claims['how'] === 'again' ? 'again' : 'raise';

function shown({ product, forum }: Turn, claims: Claims, filled: Partial<LiftDialogView>): Opened {
  const how = howOf(claims);
  const lifts = how === 'raise' ? liftsOf(product.agreement, forum) : [];
  if (how === 'raise' && lifts.length === 0) return { say: refusals['no-path'] };
  const data: LiftDialogView = {
    forum: forum.name,
    how,
    question: claims['question'] ?? '',
    meeting: claims['meeting'] ?? '',
    item: claims['item'] ?? '',
    items: [],
    from: claims['from'] ?? '',
    targets: lifts.map(({ to }) => ({ id: to, name: placeName(product.agreement, to) })),
    target: claims['target'] ?? lifts[0]?.to ?? '',
    text: claims['text'] ?? '',
    proposal: claims['proposal'] ?? '',
    background: claims['background'] ?? '',
    urgent: claims['urgency'] === 'urgent',
    error: '',
    ...filled,
  };
  return { title: how === 'change' ? 'Ändra frågan' : 'Lyft en fråga', view: view('dialog-lift', data) };
}

/** What a question can be lifted from: items that are not lifted already. */
const itemsOf = (meeting: Meeting) =>
  meeting.items.flatMap(({ id, title, liftedAs }, n) => (liftedAs ? [] : [{ id, title: `${n + 1}. ${title}` }]));

/** The question as it stands, for its asker. */
async function own({ product, actor }: Turn, id: string, how: 'change' | 'again'): Promise<Question | undefined> {
  return product.store.read(async (reader) => {
    const question = await reader.question(id);
    if (!question) return undefined;
    const rights = await rightsOf(product, reader, actor.person, question);
    return (how === 'change' ? rights.change : rights.complete) ? question : undefined;
  });
}

export const lift: Dialog = {
  async open(turn, claims) {
    const how = howOf(claims);
    if (how !== 'raise') {
      const question = await own(turn, claims['question'] ?? '', how);
      if (!question) return { say: refusals['not-asker'] };
      const { text, proposal, background, urgency } = question;
      return shown(turn, claims, { text, proposal, background, urgent: urgency === 'urgent' });
    }
    const meeting = await turn.product.store.read((reader) => reader.meeting(claims['meeting'] ?? ''));
    const here = meeting?.forum === turn.forum.id ? meeting : undefined;
    const item = here?.items.find((one) => one.id === claims['item']);
    if (item?.liftedAs) return { say: refusals['lifted-already'] };
    if (item)
      return shown(turn, claims, { text: item.title.slice(0, LONGEST_QUESTION), background: item.background.slice(0, LONGEST) });
    return shown(turn, claims, here ? { items: itemsOf(here), from: here.current } : {});
  },

  async submit(turn, claims) {
    const { product, actor, forum } = turn;
    const [text, proposal, background] = [trimmed(claims['text']), trimmed(claims['proposal']), trimmed(claims['background'])];
    if (text === '') return shown(turn, claims, { error: 'Skriv frågan.' });
    if (text.length > LONGEST_QUESTION)
      return shown(turn, claims, { error: `Frågan får ha högst ${LONGEST_QUESTION} tecken. Skriv resten som bakgrund.` });
    if (proposal.length > LONGEST || background.length > LONGEST)
      return shown(turn, claims, { error: `Förslag och bakgrund får ha högst ${LONGEST} tecken var.` });
    const words = {
      text,
      proposal,
      background,
      urgency: claims['urgency'] === 'urgent' ? ('urgent' as const) : ('normal' as const),
    };
    const how = howOf(claims);
    const from = claims['item'] || (claims['from'] === 'none' ? '' : claims['from']);
    const item = from ? { meeting: claims['meeting'] ?? '', id: from } : undefined;
    const done =
      how === 'raise'
        ? await liftQuestion(product, actor, { forum, to: claims['target'] ?? '', words, item })
        : await rewordQuestion(product, actor, claims['question'] ?? '', how === 'change' ? 'change' : 'raise-again', words);
    if (!done.ok) return { say: refusals[done.no] };
    const { question, promise } = done.value;
    return { saved: `Fråga ${question.id}. ${promise} Jag säger till när något händer.` };
  },

  again: async (turn, claims, stop) => shown(turn, claims, { error: stop.say(CALLED[stop.fields[0] ?? ''] ?? 'ett fält') }),
};
