/**
 * Who may do what with a question (ours, domain rule 20): those who asked, and the convener and the secretary of the
 * meeting of the forum whose turn it is. Decided by the roster and the store, never by a card.
 */
import { type Agreement, convenerOf, forumOf, type Person } from './agreement.ts';
import { askersNow, isOpen, liftedBy, placesOf, type Question } from './question.ts';
import { hasAgenda, isOutside, liftsOf } from './question-paths.ts';

/** The secretary of a forum's meeting, '' when nobody is. */
export type SecretaryOf = (forum: string) => string;

/** Speaks for a forum: its convener, the secretary of the meeting, or any member where nobody is named as convener. */
export function speaksFor(agreement: Agreement, person: Person, forum: string, secretary: SecretaryOf): boolean {
  if (!person.forums.includes(forum)) return false;
  const convener = convenerOf(agreement, forum);
  return convener === undefined || convener.id === person.id || secretary(forum) === person.id;
}

export interface May {
  /** Members of every forum it has been in follow it. */
  see: boolean;
  change: boolean;
  withdraw: boolean;
  complete: boolean;
  /** Answer, ask for more, send back, lift further, merge. */
  handle: boolean;
  /** The forums whose receipt this person may give. */
  receive: string[];
}

/**
 * Where the place has no meetings of its own (the styrgrupp, a target outside), a member of the forum that lifted the
 * question writes in what was answered there, and so may the place's own members.
 */
function handles(agreement: Agreement, person: Person, place: string, question: Question, secretary: SecretaryOf): boolean {
  if (hasAgenda(agreement, place)) return speaksFor(agreement, person, place, secretary);
  return person.forums.includes(place) || person.forums.includes(liftedBy(question));
}

export function may(agreement: Agreement, person: Person, question: Question, secretary: SecretaryOf): May {
  const { state } = question;
  const open = isOpen(question);
  const asks = askersNow(question).some((asker) => asker.person === person.id);
  const held = state.name === 'waiting' || state.name === 'completing';
  const stands = (forum: string) => speaksFor(agreement, person, forum, secretary);
  const speaksForAsker = askersNow(question).some((asker) => stands(asker.forum));
  return {
    see: asks || placesOf(question).some((place) => person.forums.includes(place)),
    // The words are the first asker's until others have asked the same.
    change: held && question.askers.length === 1 && asks,
    withdraw: open && asks && state.name !== 'answered',
    complete: (state.name === 'completing' || state.name === 'sent-back') && (asks || speaksForAsker),
    handle: held && handles(agreement, person, state.at, question, secretary),
    receive:
      state.name === 'answered' ? state.receipts.filter((one) => !one.received && stands(one.forum)).map((one) => one.forum) : [],
  };
}

/**
 * Where a person may write in what was decided: forums without meetings here that one of theirs lifts to for decision. The
 * styrgrupp's decisions are recorded by a unit manager (ours).
 */
export function decidersAbove(agreement: Agreement, person: Person): { forum: string; from: string }[] {
  return person.forums.flatMap((forum) =>
    liftsOf(agreement, forumOf(agreement, forum))
      .filter(({ to, forDecision }) => forDecision && !isOutside(agreement, to) && !hasAgenda(agreement, to))
      .map(({ to }) => ({ forum, from: to })),
  );
}
