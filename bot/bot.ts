/** One activity in, at most one answer out. Looks up what was said or pressed, calls one flow, shows one card. */
import { type InvokeResponse, TeamsInfo, type TurnContext } from 'botbuilder';
import { z } from 'zod';
import { convenerOf, forumOf, type Person } from '../src/domain/agreement.ts';
import { ownText } from '../src/domain/privacy.ts';
import { reportForum } from '../src/domain/report.ts';
import { type Act, forumsByOffice } from '../src/domain/rights.ts';
import { message, postCard } from '../src/flows/cards.ts';
import { refreshRoster } from '../src/flows/follow-groups.ts';
import type { Product } from '../src/flows/product.ts';
import type { View } from '../src/ports.ts';
import { actions, type Given, given as givenWith, openedByOffice, type Pressed } from './actions.ts';
import { CARD, type CardActivity, cardActivity } from './chat.ts';
import { understand } from './commands.ts';
import { type Dialog, dialogs, type Opened } from './dialogs.ts';
import { type Heard, heard, saidText } from './heard.ts';
import { type Meaning, meaning } from './meaning.ts';
import { meetPerson, meetTeam, personByTeamsId } from './places.ts';
import { carefulWith, screened, screenedClaims, screenedFields, screenedId, tellCareful } from './screened.ts';
import { meantPerhaps, notMember, onlyOffice, unknownPerson } from './sentences.ts';
import type { Logic, Teams } from './teams.ts';
import { forumIn, personOf, type Turn } from './turn.ts';
import { welcome } from './welcome.ts';

const pressed = z.looseObject({ action: z.looseObject({ verb: z.string(), data: z.unknown() }) });
const dialogValue = z.looseObject({ data: z.looseObject({ dialog: z.string() }) });

export function botLogic(product: Product, teams: Teams): Logic {
  return async (context) => {
    const { activity } = context;
    const from = heard(context);
    await refreshRoster(product);
    // A guest is known by the roster: Teams' own id for them, met in the forum's team.
    const person =
      personOf(product, from.tenantId, from.entraId) ??
      (await product.store.read((reader) => personByTeamsId(product, reader, from.teamsId)));
    if (person && from.personal)
      await meetPerson(product, person.id, {
        serviceUrl: from.reply.serviceUrl,
        tenantId: from.tenantId,
        teamsId: from.teamsId,
        conversationId: from.reply.conversationId,
      });
    if (activity.type === 'installationUpdate') return installed(product, teams, context, from, person);
    if (activity.type === 'message') return said(product, context, from, person);
    if (activity.type === 'invoke') return invoked(product, context, from, person);
  };
}

async function installed(
  product: Product,
  teams: Teams,
  context: TurnContext,
  from: Heard,
  person: Person | undefined,
): Promise<void> {
  if (context.activity.action === 'remove') return;
  if (!from.personal) {
    const { serviceUrl, teamId } = from.reply;
    // Teams names the channel the app was added in; the team's other channels belong to other forums.
    const channels = await TeamsInfo.getTeamChannels(context);
    for (const { id, name } of channels) {
      if (id)
        await meetTeam(product, teams, { serviceUrl, teamId, channelId: id, tenantId: from.tenantId, channelName: name ?? '' });
    }
    return;
  }
  const shown = await welcome(product, person);
  // Teams may deliver the installation twice, to two of us at once.
  const key = `welcome/${context.activity.id}`;
  if (shown) await product.store.change((change) => postCard(change, { reply: from.reply }, key, shown));
}

/**
 * Who may go on: a member of the forum. Others get one sentence that says what to do. `about` is the meeting or report a card claims to
 * be about: in one's own chat, where cards of several forums lie, it chooses among one's own forums and gives no other right.
 * What an office gives (`byOffice`) is open in one's own chat too, for the forums the office concerns.
 */
async function turnOf(
  product: Product,
  context: TurnContext,
  from: Heard,
  person: Person | undefined,
  about = '',
  byOffice?: Act,
): Promise<{ turn: Turn } | { say: string }> {
  const { agreement } = product;
  const opened = person && byOffice && from.personal ? forumsByOffice(agreement, person, byOffice) : [];
  const isOpen = (id: string) => person?.forums.includes(id) || opened.some((one) => one.id === id);
  const forum = await product.store.read(async (reader) => {
    const meant = from.personal ? ((await reader.meeting(about))?.forum ?? reportForum(about)) : undefined;
    if (meant !== undefined && isOpen(meant)) return forumOf(agreement, meant);
    const own = await forumIn(product, reader, from.reply.channelId, person);
    return own && !isOpen(own.id) && about === '' ? (opened[0] ?? own) : own;
  });
  if (!forum)
    return {
      say: 'Den här kanalen hör inte till något forum i överenskommelsen. Skriv till mig i forumets kanal eller i vår egen chatt.',
    };
  if (!person) return { say: unknownPerson };
  if (!isOpen(forum.id))
    return {
      say: onlyOffice(person) || notMember(forum.name, convenerOf(agreement, forum.id)?.name ?? 'sammankallande'),
    };
  const cause = context.activity.id ?? '';
  return { turn: { product, forum, actor: { person, cause }, reply: from.reply, personal: from.personal, mentioned: [] } };
}

async function said(product: Product, context: TurnContext, from: Heard, person: Person | undefined): Promise<void> {
  const { text, mentions } = saidText(context);
  const byOffice = understand(text)?.command.byOffice;
  const known = await turnOf(product, context, from, person, '', byOffice);
  if ('say' in known) return send(context, message(known.say), '');
  const mentioned = await product.store.read(async (reader) => {
    const found = await Promise.all(
      mentions.map(async (one) => ({ person: await personByTeamsId(product, reader, one.teamsId), text: one.text })),
    );
    return found.flatMap((one) => (one.person ? [{ person: one.person, text: one.text }] : []));
  });
  const turn: Turn = { ...known.turn, mentioned };
  const passed = await screened(turn, text);
  if (!passed.ok) return passed.answer ? send(context, passed.answer, '') : undefined;
  const meant = meaning(passed.text);
  const isMember = turn.actor.person.forums.includes(turn.forum.id);
  const isOffices = 'command' in meant && byOffice !== undefined && meant.command.byOffice === byOffice;
  // What was heard before the stop opened the door to a command; no other goes through it.
  if (!isMember && !isOffices) return send(context, message(onlyOffice(turn.actor.person)), '');
  const first = text === '' ? undefined : beforehand(meant);
  if (first) await send(context, first, `answer/${context.activity.id}/understood-as`);
  if (meant.kind === 'asked') return;
  const { command, rest } = meant.kind === 'unknown' ? understand('hjälp')! : meant;
  const answer = await command.run(turn, ownText(rest));
  // What is saved is answered through the outbox.
  if (command.writes && !answer) await tellCareful(turn, [rest]);
  if (answer) await context.sendActivity(await rendered(product, answer, `answer/${context.activity.id}`));
  product.probe('turn:answered');
}

/** What is said before the answer, when it was not said word for word. */
function beforehand(meant: Meaning): View | undefined {
  if (meant.kind === 'unknown') return message('Jag förstod inte. Så här kan du skriva till mig.');
  if (meant.kind === 'guessed') return message(`Jag läste det som ”${meant.command.say[0]}”.`);
  if (meant.kind === 'asked') return message(...meantPerhaps(meant.commands));
  return undefined;
}

/** The look-up of names people sent never reaches the prototype. */
const own = <T extends object>(list: T, name: string): T[keyof T] | undefined =>
  Object.hasOwn(list, name) ? list[name as keyof T] : undefined;

async function invoked(product: Product, context: TurnContext, from: Heard, person: Person | undefined): Promise<void> {
  const { name, value } = context.activity;
  if (name === 'adaptiveCard/action') {
    const press = pressed.safeParse(value);
    const action = press.success ? own(actions, press.data.action.verb) : undefined;
    if (!press.success || !action)
      return respond(context, actionError(400, 'Den knappen finns inte längre. Skriv "hjälp" för att se vad jag kan.'));
    const given = givenWith.parse(press.data.action.data ?? {});
    const office = openedByOffice[press.data.action.verb];
    const known = await turnOf(product, context, from, person, screenedId(product, given['meeting']), office);
    const passed = 'say' in known ? { ok: false as const, say: known.say } : await screenedClaims(known.turn, given);
    const answer: Pressed = 'say' in known ? known : passed.ok ? await action(known.turn, passed.claims) : { say: passed.say };
    if ('turn' in known && 'card' in answer) await tellCareful(known.turn, Object.values(given));
    product.probe('turn:answered');
    return respond(context, await actionAnswer(product, answer));
  }
  if (name === 'task/fetch' || name === 'task/submit') {
    const given = dialogValue.safeParse(value);
    const dialog = given.success ? own(dialogs, given.data.data.dialog) : undefined;
    if (!given.success || !dialog) return respond(context, taskAnswer({ say: 'Den dialogen finns inte längre.' }));
    const filled = givenWith.parse(given.data.data);
    const known = await turnOf(product, context, from, person, screenedId(product, filled['meeting']), dialog.byOffice);
    const answer: Opened =
      'say' in known ? known : await (name === 'task/fetch' ? opened : submitted)(known.turn, dialog, filled);
    product.probe('turn:answered');
    return respond(context, taskAnswer(product.clean(answer)));
  }
  return respond(context, { status: 501 });
}

async function opened(turn: Turn, dialog: Dialog, filled: Given): Promise<Opened> {
  const passed = await screenedClaims(turn, filled);
  return passed.ok ? dialog.open(turn, passed.claims) : { say: passed.say };
}

/** Nothing reaches a dialog's work while something in it is stopped; the dialog comes back with the rest. */
async function submitted(turn: Turn, dialog: Dialog, filled: Given): Promise<Opened> {
  const { claims, stop } = await screenedFields(turn, filled['dialog'] ?? '', filled);
  if (stop) return dialog.again ? dialog.again(turn, claims, stop) : { say: stop.say('den') };
  const done = await dialog.submit(turn, claims);
  if (!('saved' in done)) return done;
  return { say: [done.saved, carefulWith(turn, Object.values(claims))].filter((words) => words !== '').join(' ') };
}

async function send(context: TurnContext, view: View, key: string): Promise<void> {
  await context.sendActivity(cardActivity(view, key || `answer/${context.activity.id}`));
}

/** As the Chat port fills it, behind the stop: a card that Teams asks for anew goes on being so. */
const rendered = async (product: Product, view: View, key: string): Promise<CardActivity> =>
  (await product.chat.render(view, key)) as CardActivity;

async function respond(context: TurnContext, value: InvokeResponse): Promise<void> {
  await context.sendActivity({ type: 'invokeResponse', value });
}

async function actionAnswer(product: Product, answer: Pressed): Promise<InvokeResponse> {
  if ('say' in answer)
    return {
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: product.clean(answer.say) },
    };
  const [{ content }] = (await rendered(product, answer.card, answer.key)).attachments;
  return { status: 200, body: { statusCode: 200, type: CARD, value: content } };
}

function actionError(statusCode: number, text: string): InvokeResponse {
  return {
    status: 200,
    body: { statusCode, type: 'application/vnd.microsoft.error', value: { code: 'BadRequest', message: text } },
  };
}

function taskAnswer(answer: Opened): InvokeResponse {
  if ('say' in answer) return { status: 200, body: { task: { type: 'message', value: answer.say } } };
  const [{ content }] = cardActivity(answer.view, 'dialog').attachments;
  const value = { title: answer.title, height: 'medium', width: 'medium', card: { contentType: CARD, content } };
  return { status: 200, body: { task: { type: 'continue', value } } };
}
