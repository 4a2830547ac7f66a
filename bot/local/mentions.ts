import type { Mention } from './happenings.ts';
import type { LocalPerson } from './roster.ts';

/**
 * What the compose box does with `@Per Holm` and `@Per`: a mention of the member it was chosen from.
 * A first name counts when only one member has it; anything else stays plain text.
 */
export function withMentions(
  text: string,
  members: readonly LocalPerson[],
  bot: { id: string; name: string },
): { text: string; mentions: Mention[] } {
  const names = new Map<string, { id: string; name: string }>();
  const firstNames = members.map((member) => firstName(member.name));
  for (const member of members) {
    names.set(member.name, { id: member.teamsId, name: member.name });
    const first = firstName(member.name);
    if (firstNames.filter((other) => other === first).length === 1) names.set(first, { id: member.teamsId, name: member.name });
  }
  names.set(bot.name, bot);
  const longestFirst = [...names.keys()].sort((a, b) => b.length - a.length).map(escapeForRegExp);
  const mentions = new Map<string, Mention>();
  const marked = text.replace(
    new RegExp(`(?<![\\p{L}\\d])@(${longestFirst.join('|')})(?![\\p{L}\\d])`, 'gu'),
    (_, name: string) => {
      const account = names.get(name)!;
      const mention = { text: `<at>${account.name}</at>`, id: account.id, name: account.name };
      mentions.set(account.id, mention);
      return mention.text;
    },
  );
  return { text: marked, mentions: [...mentions.values()] };
}

function firstName(name: string): string {
  return name.split(' ')[0] ?? name;
}

function escapeForRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
