/** The names under which the store keeps where Teams has people and forums. */
export const forumPlace = (forum: string): string => `forum:${forum}`;
export const personPlace = (person: string): string => `person:${person}`;
