import { type Asked, libraryOf, listOf, many, one, type Parts, type Reply, type Surroundings } from './asked.ts';
import { driveDelta, listDelta } from './delta.ts';
import { calendarView, cancel, event, events } from './events.ts';
import { GraphNo } from './graph-no.ts';
import { groupUsers } from './groups.ts';
import { children, columns, content, driveItem, fields, json, listItem, listItems } from './items.ts';
import { page } from './query.ts';
import { type ListHandler, row, rowColumns, rowFields, rows } from './rows.ts';
import { getSchedule } from './schedules.ts';
import { createUploadSession, uploadSession } from './upload-sessions.ts';

type Handler = (asked: Asked, parts: Parts, around: Surroundings) => Reply;

const item = '/drives/(?<drive>[^/]+)/(?:root|items/(?<id>[^/:]+))';
const list = '/sites/(?<site>[^/]+)/lists/(?<list>[^/]+)';

/** Longest and most particular first: the first that fits answers. */
const routes: readonly [methods: string, address: string, handler: Handler][] = [
  ['GET', '/sites/[^/:]+:/.+?:?', (asked, _, { show }) => one(asked, show.site())],
  ['GET', '/sites/(?<site>[^/]+)/drives', (asked, _, { libraries, show }) => many(asked, libraries.map(show.drive))],
  [
    'GET',
    '/sites/(?<site>[^/]+)/lists',
    (asked, _, { libraries, lists, show }) => many(asked, [...libraries.map(show.list), ...lists.map(show.ownList)]),
  ],
  [
    'GET',
    list,
    ofList(
      (asked, _, { show }, found) => one(asked, show.ownList(found)),
      (asked, parts, around) => one(asked, around.show.list(libraryOf(parts, around))),
    ),
  ],
  ['GET', `${list}/columns`, ofList(rowColumns, columns)],
  ['GET', `${list}/items/delta`, ofList(listDelta)],
  ['GET|POST', `${list}/items`, ofList(rows, listItems)],
  ['GET|PATCH', `${list}/items/(?<listItem>[^/]+)/fields`, ofList(rowFields, fields)],
  ['GET|DELETE', `${list}/items/(?<listItem>[^/]+)`, ofList(row, listItem)],
  ['GET', '/sites/(?<site>[^/]+)', (asked, _, { show }) => one(asked, show.site())],
  ['GET', '/drives/(?<drive>[^/]+)', (asked, parts, around) => one(asked, around.show.drive(libraryOf(parts, around)))],
  ['GET', '/drives/(?<drive>[^/]+)/list', (asked, parts, around) => one(asked, around.show.list(libraryOf(parts, around)))],
  ['GET', '/drives/(?<drive>[^/]+)/list/columns', columns],
  ['GET|PATCH', '/drives/(?<drive>[^/]+)/list/items/(?<listItem>[^/]+)/fields', fields],
  ['GET', '/drives/(?<drive>[^/]+)/root/delta', driveDelta],
  ...[item, `${item}:/(?<path>.+?)`].flatMap((address): [string, string, Handler][] => {
    const action = address === item ? '/' : ':/';
    return [
      ['GET|PUT', `${address}${action}content`, content],
      ['POST', `${address}${action}createUploadSession`, createUploadSession],
      ['GET', `${address}${action}children`, children],
      ['GET|PATCH', `${address}${action}listItem/fields`, fields],
      ['GET', `${address}${action}listItem`, listItem],
      ['GET|DELETE', `${address}${address === item ? '' : ':?'}`, driveItem],
    ];
  }),
  ['GET', '/teams/(?<team>[^/]+)/channels/(?<channel>[^/]+)/messages', messages],
  ['GET', '/chats/(?<chat>[^/]+)/messages', messages],
  ['GET|POST', '/users/(?<user>[^/]+)/events', events],
  ['GET|PATCH|DELETE', '/users/(?<user>[^/]+)/events/(?<event>[^/]+)', event],
  ['POST', '/users/(?<user>[^/]+)/events/(?<event>[^/]+)/cancel', cancel],
  ['GET', '/users/(?<user>[^/]+)/calendarView', calendarView],
  ['POST', '/users/(?<user>[^/]+)/calendar/getSchedule', getSchedule],
  ['GET', '/groups/(?<group>[^/]+)/members/microsoft\\.graph\\.user', groupUsers],
  ['GET', '/subscriptions', (asked, _, { subscriptions }) => many(asked, subscriptions.all())],
  [
    'POST',
    '/subscriptions',
    (asked, _, { subscriptions }) => ({
      status: 201,
      body: subscriptions.add(json(asked.body)),
      did: { outcome: 'subscribed' },
    }),
  ],
  ['GET|PATCH|DELETE', '/subscriptions/(?<subscription>[^/]+)', subscription],
];

/** A list that is no library answers for its rows; a library answers with its files. */
function ofList(own: ListHandler, library?: Handler): Handler {
  return (asked, parts, around) => {
    const found = listOf(parts, around);
    if (found) return own(asked, parts, around, found);
    if (library && ['GET', 'PATCH'].includes(asked.method)) return library(asked, parts, around);
    throw new GraphNo(400, 'invalidRequest', 'The local samarbetsyta does not do this with the list of a library.');
  };
}

/** An upload address is no address of Graph's. */
const elsewhere: typeof routes = [['GET|PUT|DELETE', '/samarbetsyta-upload/(?<session>[^/]+)', uploadSession]];

const compiled = [
  ...routes.map(([methods, address, handler]) => ({ methods, address: `/v1\\.0${address}`, handler })),
  ...elsewhere.map(([methods, address, handler]) => ({ methods, address, handler })),
].map(({ methods, address, handler }) => ({ methods: methods.split('|'), address: new RegExp(`^${address}$`), handler }));

export function answer(asked: Asked, around: Surroundings): Reply {
  let wrongMethod = false;
  for (const { methods, address, handler } of compiled) {
    const match = address.exec(asked.url.pathname);
    if (!match) continue;
    if (methods.includes(asked.method)) return handler(asked, match.groups ?? {}, around);
    wrongMethod = true;
  }
  const why = wrongMethod ? 'does not take this method here' : 'has nothing at this address';
  throw new GraphNo(400, 'BadRequest', `The local samarbetsyta ${why}.`);
}

function subscription(asked: Asked, { subscription: id = '' }: Parts, { subscriptions }: Surroundings): Reply {
  if (asked.method === 'GET') return one(asked, subscriptions.one(id));
  if (asked.method === 'PATCH')
    return { status: 200, body: subscriptions.renew(id, json(asked.body)), did: { outcome: 'renewed' } };
  subscriptions.remove(id);
  return { status: 204, did: { outcome: 'unsubscribed' } };
}

function messages(asked: Asked, { team, channel, chat }: Parts, around: Surroundings): Reply {
  if (!around.messages) throw new GraphNo(403, 'Forbidden', 'The app may not read messages here.');
  const all = chat
    ? around.messages.chat(decodeURIComponent(chat))
    : around.messages.channel(decodeURIComponent(team ?? ''), decodeURIComponent(channel ?? ''));
  return { status: 200, body: page(asked.url, all) };
}
