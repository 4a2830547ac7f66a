/** What people are told about a filed document that somebody has changed by hand (ours, domain rule 12: never written over). */

export type Lies = 'as-filed' | 'changed' | 'gone';

/** What is to be told now, once for each thing that happens to it; '' where there is nothing new. */
export const newsOf = (told: '' | 'changed' | 'gone', lies: Lies): '' | 'changed' | 'gone' =>
  lies === 'as-filed' || lies === told ? '' : lies;

/** What is remembered as told: a document that has been put right again is told of anew the next time. */
export const toldAfter = (lies: Lies): '' | 'changed' | 'gone' => (lies === 'as-filed' ? '' : lies);
