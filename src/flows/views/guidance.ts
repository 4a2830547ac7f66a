/** In the sources' own words. `source` is '' where a sentence is our choice, `choice` where it is the source's. */
export type GuidanceView =
  | {
      kind: 'fact-card';
      name: string;
      group: string;
      about: string;
      laws: string[];
      mission: string[];
      responsibility: string[];
      execution: string[];
      source: string;
      choice: string;
    }
  /** `missed` is the word that fitted none; '' when none was given. */
  | {
      kind: 'fact-cards';
      missed: string;
      groups: { name: string; about: string; cards: string[] }[];
      without: { name: string; list: string }[];
    }
  | { kind: 'no-fact-card'; name: string; list: string }
  | { kind: 'route'; name: string; steps: { text: string; source: string; choice: string }[] }
  | { kind: 'routes'; missed: string; names: string[] }
  /** `at` counts from 0; `meeting` is where an item could be proposed, '' when nowhere. */
  | { kind: 'rung'; meeting: string; at: number; of: number; name: string; text: string; source: string; choice: string }
  /** `answered` is the rung that gave the answer, '' when none did; `meeting` is '' when nothing can be proposed. */
  | { kind: 'ladder-end'; answered: string; meeting: string };
