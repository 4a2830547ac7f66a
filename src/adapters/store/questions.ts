/** The questions, numbered as people speak of them. */
import type { Kysely } from 'kysely';
import { isOpen, type Question } from '../../domain/question.ts';
import type { Change, Reader } from '../../ports.ts';
import type { Tables } from './tables.ts';
import { json } from './values.ts';

export const questionsReader = (db: Kysely<Tables>): Pick<Reader, 'question' | 'questions'> => ({
  async question(id) {
    if (!/^[1-9]\d{0,8}$/.test(id)) return undefined;
    const row = await db.selectFrom('questions').select('body').where('number', '=', Number(id)).executeTakeFirst();
    return row?.body as Question | undefined;
  },
  async questions(which) {
    let query = db.selectFrom('questions').select('body');
    if (which === 'open') query = query.where('open', '=', true);
    return (await query.orderBy('number').execute()).map((row) => row.body as Question);
  },
});

export const questionsChange = (tx: Kysely<Tables>): Pick<Change, 'nextQuestionId' | 'keepQuestion'> => ({
  async nextQuestionId() {
    const last = await tx.selectFrom('questions').select('number').orderBy('number', 'desc').limit(1).executeTakeFirst();
    return String((last?.number ?? 0) + 1);
  },
  async keepQuestion(question) {
    const row = { number: Number(question.id), open: isOpen(question), body: json(question) };
    await tx
      .insertInto('questions')
      .values(row)
      .onConflict((c) => c.column('number').doUpdateSet({ open: row.open, body: row.body }))
      .execute();
  },
});
