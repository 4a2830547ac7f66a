import type { GroupMember } from '../domain/roster.ts';

export interface Directory {
  /** Everybody in a group, guests included. @throws Unavailable; Refused when it is not there (404) or may not be read (403). */
  members(group: string): Promise<GroupMember[]>;
}
