/** Every place that tells of changes, and what Graph allows there. */
import type { OpenCalendar } from './calendar.ts';
import type { OpenLibrary } from './library.ts';
import type { OpenList } from './list.ts';
import type { Resources } from './resources.ts';
import type { PlaceRules } from './subscriptions.ts';
import type { PlaceOfChange } from './telling.ts';

interface Watchable extends PlaceOfChange {
  rules: PlaceRules;
}

const files: PlaceRules = { changeTypes: ['updated'], longestMinutes: 42_300 };
const events: PlaceRules = { changeTypes: ['created', 'updated', 'deleted'], longestMinutes: 4_230 };

export function watchable(given: {
  libraries: readonly OpenLibrary[];
  lists: readonly OpenList[];
  calendar: OpenCalendar | undefined;
  show: Resources;
}): Watchable[] {
  const { libraries, lists, calendar, show } = given;
  return [
    ...libraries.map(({ id, register }) => wholePlace(`drives/${id}/root`, (lines) => register.changedSince(lines).length > 0)),
    ...lists.map((list) =>
      wholePlace(`sites/${show.siteId}/lists/${show.ownList(list).id}`, (lines) => list.changedSince(lines).length > 0),
    ),
    ...(calendar ? [eventsOf(calendar)] : []),
  ];
}

/** Tells that something in it was updated, and not what. */
function wholePlace(resource: string, hasChangedSince: (lines: number) => boolean): Watchable {
  const notice = { changeType: 'updated', resource };
  return { resource, rules: files, noticesSince: (lines) => (hasChangedSince(lines) ? [notice] : []) };
}

function eventsOf(calendar: OpenCalendar): Watchable {
  return {
    resource: `users/${calendar.mailbox}/events`,
    rules: events,
    noticesSince: (lines) =>
      calendar.happenedSince(lines).map(({ id, happened }) => ({
        changeType: happened,
        resource: `Users/${calendar.mailbox}/Events/${id}`,
        resourceData: { '@odata.type': '#Microsoft.Graph.Event', id },
      })),
  };
}
