import { h } from './elements.js';

/** Text of a person or the bot as nodes: mentions marked, the bot's markdown rendered, nobody's HTML trusted. */
export function messageText({ text, mentions, from }) {
  if (from === null) return botText(text, mentions);
  return h('p', { class: 'text' }, mentioned(text, mentions));
}

function mentioned(text, mentions) {
  const known = new Map(mentions.map((mention) => [mention.text, mention.name]));
  return text.split(/(<at>.*?<\/at>)/).map((part) => (known.has(part) ? h('span', { class: 'mention' }, known.get(part)) : part));
}

const markdown = () => {
  const reader = window.markdownit({ html: false, linkify: true, breaks: true }).disable(['image']);
  const open = reader.renderer.rules.link_open ?? ((tokens, index, options, _, self) => self.renderToken(tokens, index, options));
  reader.renderer.rules.link_open = (tokens, index, ...rest) => {
    tokens[index].attrSet('target', '_blank');
    tokens[index].attrSet('rel', 'noopener');
    return open(tokens, index, ...rest);
  };
  return reader;
};
let reader;

/** Markdown to HTML by markdown-it, which escapes all HTML of its input. */
export function markdownToHtml(text, mentions = []) {
  reader ??= markdown();
  const known = new Set(mentions.map((mention) => mention.text));
  const marked = text.replace(/<at>(.*?)<\/at>/g, (whole, name) => (known.has(whole) ? `\uE000${name}\uE001` : whole));
  return reader.render(marked).replace(/\uE000(.*?)\uE001/g, '<span class="mention">$1</span>');
}

function botText(text, mentions) {
  const holder = h('div', { class: 'text' });
  holder.innerHTML = markdownToHtml(text, mentions);
  return holder;
}
