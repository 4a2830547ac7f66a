import { agreementFrom, DEFAULT_AGREEMENT } from '../../bot/compose.ts';
import { forumOf } from '../../src/domain/agreement.ts';

/** The definition that ships, with its sample people. */
export const stockholm = agreementFrom(DEFAULT_AGREEMENT);
export const hub = forumOf(stockholm, 'hub-intro');
