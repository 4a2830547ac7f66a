/** What is done when a step around a meeting falls due. A new step does not compile until it has a flow here. */

import { publish } from '../domain/agenda.ts';
import { forumOf } from '../domain/agreement.ts';
import { purgeCases, withCaseTime } from '../domain/cases.ts';
import { type Meeting, reachedStage, zoned } from '../domain/meeting.ts';
import { begin } from '../domain/minutes.ts';
import { draftDue, editionOf } from '../domain/reopen.ts';
import {
  type AgainStep,
  again,
  isActionStep,
  isAskStep,
  isDigestStep,
  isPurgeDraft,
  isReportStep,
  type MeetingStep,
  purgeStep,
  reportSpan,
} from '../domain/steps.ts';
import { longDate, weekday } from '../domain/swedish.ts';
import { isBoxStep } from '../domain/time-boxes.ts';
import type { Change } from '../ports.ts';
import { convenerId, type FigureMap, personView } from './agenda-view.ts';
import { askForFigures, remindOfFigures } from './ask-for-figures.ts';
import { askForSituations } from './ask-for-situations.ts';
import { askForTargets } from './ask-for-targets.ts';
import { asAsked } from './asked-figures.ts';
import { isAway, lookForAway, tellConvenerOfAway } from './away.ts';
import { message, minutesKey, postCard } from './cards.ts';
import { agendaText } from './document-text.ts';
import { frozenFigure, frozenNotes } from './figure-text.ts';
import { fileDocument } from './file-document.ts';
import { differs, followDefinition } from './follow-definition.ts';
import { discardDrafts } from './lay-draft.ts';
import { secretaryCard, showAgenda } from './meeting-cards.ts';
import { nudge } from './nudge.ts';
import { openAgenda } from './open-agenda.ts';
import { hasVacant, passTurnsOn } from './pass-turn-on.ts';
import { planAhead } from './plan-ahead.ts';
import type { Product } from './product.ts';
import { remindOfReport } from './remind-of-report.ts';
import { againOf, takeBackReminders } from './reminders.ts';
import { shareStandingTime, sharing } from './share-standing-time.ts';
import { remindOfActions } from './show-actions.ts';
import { endSwap, showTurns } from './swap-turn.ts';
import { sayOverrun, startBox } from './time-box.ts';
import { tellIfAway, tellSecretary } from './turn-card.ts';
import { warnEmpty } from './warn-empty.ts';
import { warnUnanswered } from './warn-unanswered.ts';
import { writeDigests } from './write-digest.ts';

/** `away`: the calendar of the one whose turn it is says so. */
type StepFlow = (product: Product, change: Change, meeting: Meeting, figures: FigureMap, away: boolean) => Promise<void>;

const publishAgenda: StepFlow = async (product, change, meeting, figures, away) => {
  if (meeting.stage.name !== 'open') return;
  const timed = withCaseTime(meeting, forumOf(product.agreement, meeting.forum));
  const published = publish(await shareStandingTime(product, change, timed));
  await change.save(published);
  // What has fallen due since the reminder is asked for before it is told that it is missing.
  await askForFigures(product, change, published, figures);
  const asked = await asAsked(change, published.id, figures);
  const rows = new Map([...asked].map(([id, figure]) => [id, { ...frozenFigure('', figure), notes: frozenNotes(figure) }]));
  await fileDocument(product, change, published, 'dagordning', agendaText(product, published, rows));
  await showAgenda(product, change, published, figures, 'publish-agenda');
  await tellIfAway(product, change, published, away);
  await warnEmpty(product, change, published, await change.calendarEvent(published.id));
};

const openMinutes: StepFlow = async (product, change, meeting, figures) => {
  if (reachedStage(meeting, 'in-progress')) return;
  const year = meeting.slot.slice(0, 4);
  const earlier = await change.meetings(meeting.forum, { from: `${year}-01-01`, to: meeting.slot });
  const used = earlier.flatMap((one) => one.outcomes.map((outcome) => outcome.paragraph));
  const begun = await endSwap(product, change, begin(meeting, Math.max(0, ...used) + 1));
  await change.save(begun);
  await startBox(product, change, begun);
  const { cases } = forumOf(product.agreement, begun.forum);
  if (cases) await change.planSteps(begun.id, begun.forum, [purgeStep(zoned(begun.end), cases.purgeAfterDays)]);
  await showAgenda(product, change, begun, figures, 'open-minutes');
  await showTurns(product, change, begun, 'open-minutes');
  const person = begun.secretary?.person;
  if (!person) return;
  const card = await secretaryCard(product, change, begun, figures, person);
  await change.keepSetting(`posted/${minutesKey(begun.id, person)}`, 'yes');
  await postCard(change, { person }, minutesKey(begun.id, person), card);
};

/** A word to the secretary, unless the minutes are approved; after that it is silent. */
const remind =
  (name: MeetingStep, words: (due: string, meeting: Meeting) => { text: string; detail: string }): StepFlow =>
  async (product, change, meeting) => {
    const person = meeting.secretary?.person;
    if (!person || reachedStage(meeting, 'approved')) return;
    if (name === 'remind-close' && reachedStage(meeting, 'draft')) return;
    const forum = forumOf(product.agreement, meeting.forum);
    const due = longDate(draftDue(meeting, forum).toString());
    const { text, detail } = words(due, meeting);
    const buttons = [
      { title: 'Visa anteckningarna', verb: 'minutes_show', data: { meeting: meeting.id }, dialog: false, primary: true },
    ];
    await takeBackReminders(change, meeting.id, person, againOf(meeting));
    const to = { forum: meeting.forum, person };
    await nudge(product, change, to, `${name}${againOf(meeting)}/${meeting.id}/${person}`, message(text, { detail, buttons }));
  };

const dayOf = (meeting: Meeting) => `${weekday(meeting.start)} ${longDate(meeting.start)}`;
const about = (meeting: Meeting) => `mötet ${dayOf(meeting)}`;

/** Nobody can approve the minutes of a meeting that nobody has closed. */
const isClosed = (meeting: Meeting) => reachedStage(meeting, 'draft');
const toDo = (meeting: Meeting, due: string) =>
  isClosed(meeting) ? `Godkänn dem senast ${due}.` : `Avsluta det och godkänn anteckningarna senast ${due}.`;
const notClosed = (meeting: Meeting) => `Mötet ${dayOf(meeting)} är inte avslutat än.`;

const remindClose = remind('remind-close', (_due, meeting) => ({
  text: `Avsluta ${about(meeting)}.`,
  detail: 'Då blir anteckningarna ett utkast att godkänna, och nästa dagordning får det som ska tas upp igen.',
}));

const steps: Record<MeetingStep, StepFlow> = {
  'ask-figures': askForFigures,
  'remind-figures': remindOfFigures,
  'open-agenda': async (product, change, meeting, figures) => {
    await openAgenda(product, change, meeting, figures);
  },
  'ask-situations': (product, change, meeting) => askForSituations(product, change, meeting),
  'publish-agenda': publishAgenda,
  'tell-secretary': (product, change, meeting, _, away) => tellSecretary(product, change, meeting, away, 'tell-secretary'),
  'tell-away': (product, change, meeting, _, away) => tellConvenerOfAway(product, change, meeting, away),
  'open-minutes': openMinutes,
  'remind-close': async (product, change, meeting, figures) => {
    await remindClose(product, change, meeting, figures, false);
    await warnUnanswered(product, change, meeting);
  },
  'remind-first': remind('remind-first', (due, meeting) => ({
    text: isClosed(meeting) ? `Anteckningarna från ${about(meeting)} väntar på dig.` : notClosed(meeting),
    detail: toDo(meeting, due),
  })),
  'remind-last': remind('remind-last', (due, meeting) => ({
    text: isClosed(meeting) ? `Anteckningarna från ${about(meeting)} är inte godkända än.` : notClosed(meeting),
    detail: `${toDo(meeting, due)} Därefter lämnas de över till sammankallande.`,
  })),
  'hand-over': async (product, change, meeting, figures) => {
    const convener = convenerId(product, meeting.forum);
    if (!convener || reachedStage(meeting, 'approved') || !reachedStage(meeting, 'in-progress')) return;
    if (meeting.secretary) await takeBackReminders(change, meeting.id, meeting.secretary.person, againOf(meeting));
    const writer = meeting.secretary && personView(product, meeting.secretary.person);
    const text = isClosed(meeting) ? `Anteckningarna från ${about(meeting)} är inte godkända.` : notClosed(meeting);
    const [wrote, can] = isClosed(meeting)
      ? ['skrev dem', 'godkänna dem']
      : ['stod på tur att skriva', 'avsluta det och godkänna anteckningarna'];
    const isOther = writer && meeting.secretary?.person !== convener;
    const detail = isOther
      ? `${writer.name} ${wrote}. Tiden har gått ut; du kan ${can} som sammankallande.`
      : 'Tiden har gått ut.';
    await nudge(
      product,
      change,
      { forum: meeting.forum, person: convener },
      `hand-over${againOf(meeting)}/${meeting.id}`,
      message(text, { detail }),
    );
    const key = minutesKey(meeting.id, convener);
    if (convener === meeting.secretary?.person) return;
    await change.keepSetting(`posted/${key}`, 'yes');
    const to = { forum: meeting.forum, person: convener };
    await nudge(product, change, to, key, await secretaryCard(product, change, meeting, figures, convener));
  },
};

/** A step of approving is done again for the edition it was planned for, while that is a draft. */
async function approvingStep(
  product: Product,
  change: Change,
  meeting: Meeting,
  figures: FigureMap,
  name: MeetingStep | AgainStep,
  away: boolean,
): Promise<void> {
  const once = again(name);
  const step = once?.step ?? (name as MeetingStep);
  if (once ? meeting.stage.name === 'draft' && editionOf(meeting) === once.edition : editionOf(meeting) === 1)
    await steps[step](product, change, meeting, figures, away);
}

/** Runs every step of a forum that is due, oldest first, each in a transaction of its own. Late, but once. */
export async function runSteps(product: Product, forumId: string): Promise<'over'> {
  const forum = forumOf(product.agreement, forumId);
  const together = sharing(product, forum);
  const figures = await product.figures.look(forum);
  for (;;) {
    const away = await lookForAway(product, forumId);
    const more = await product.store.change(async (change) => {
      for (const id of together) await change.lock(id);
      const [due] = await change.openSteps(forumId);
      if (!due || Temporal.ZonedDateTime.compare(due.at, product.clock.now()) > 0) return false;
      const meeting = await change.meeting(due.meeting);
      if (!meeting) throw new Error(`step ${due.name} of unknown meeting ${due.meeting}`);
      product.probe(`step:${due.name}`);
      if (due.name === 'purge-cases') await change.save(purgeCases(meeting));
      else if (isPurgeDraft(due.name)) await discardDrafts(change, meeting, due.name);
      else if (isAskStep(due.name)) await askForTargets(product, change, meeting);
      else if (isReportStep(due.name)) await remindOfReport(product, change, meeting, reportSpan(due.name));
      else if (isDigestStep(due.name)) await writeDigests(product, change, forum);
      else if (isBoxStep(due.name)) await sayOverrun(product, change, meeting, { name: due.name, at: due.at });
      else if (isActionStep(due.name)) await remindOfActions(product, change, meeting, due.name.slice(-10));
      else await approvingStep(product, change, meeting, figures, due.name, isAway(away, meeting));
      await change.finishStep(due.meeting, due.name);
      product.log.info({ step: due.name, meeting: due.meeting, due: due.at.toString() }, 'step done');
      product.probe('step:before-commit');
      return true;
    });
    if (!more) return 'over';
    product.probe('step:committed');
  }
}

/** Plans the coming meetings of every forum, moves those a changed definition moves and passes on the turns of those who left; done at every start. */
export async function planEverything(product: Product): Promise<void> {
  for (const forum of product.agreement.forums) {
    const changed = await product.store.read(
      async (reader) => (await differs(product, reader, forum)) || (await hasVacant(product, reader, forum)),
    );
    const figures = changed ? await product.figures.look(forum) : undefined;
    await product.store.change(async (change) => {
      await change.lock(forum.id);
      if (figures) await followDefinition(product, change, forum, figures);
      await planAhead(product, change, forum);
      if (figures) await passTurnsOn(product, change, forum, figures);
    });
  }
}
