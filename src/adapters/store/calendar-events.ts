/** The events that stand for meetings in the calendar. */
import type { Kysely, Selectable } from 'kysely';
import type { Answers } from '../../domain/answers.ts';
import type { Change, KeptEvent, Reader } from '../../ports.ts';
import type { Tables } from './tables.ts';
import { json } from './values.ts';

const keptEventOf = (row: Selectable<Tables['calendar_events']>): KeptEvent => ({
  meeting: row.meeting,
  generation: row.generation,
  id: row.id,
  webUrl: row.web_url,
  sent: row.sent,
  answers: row.answers as Answers,
  seen: row.seen_at.toISOString(),
});

export const calendarEventsReader = (db: Kysely<Tables>): Pick<Reader, 'calendarEvent' | 'calendarEvents'> => ({
  async calendarEvent(meeting) {
    const row = await db.selectFrom('calendar_events').selectAll().where('meeting', '=', meeting).executeTakeFirst();
    return row && keptEventOf(row);
  },
  async calendarEvents(forum) {
    const own = db.selectFrom('meetings').select('id').where('forum', '=', forum);
    const rows = await db.selectFrom('calendar_events').selectAll().where('meeting', 'in', own).execute();
    return rows.map(keptEventOf);
  },
});

export const calendarEventsChange = (tx: Kysely<Tables>): Pick<Change, 'keepCalendarEvent'> => ({
  async keepCalendarEvent({ meeting, generation, id, webUrl, sent, answers, seen }) {
    const row = { generation, id, web_url: webUrl, sent, answers: json(answers), seen_at: new Date(seen) };
    await tx
      .insertInto('calendar_events')
      .values({ meeting, ...row })
      .onConflict((c) => c.column('meeting').doUpdateSet(row))
      .execute();
  },
});
