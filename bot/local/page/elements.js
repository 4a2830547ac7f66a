/**
 * `h('button', { class: 'row', onclick }, 'text', child)`: an element. Text is always text, never markup;
 * null, undefined and false are left out.
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name in element && typeof value === 'boolean') element[name] = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export const byId = (id) => document.getElementById(id);

const hues = [256, 200, 160, 20, 330, 290, 100, 40];

/** Round picture with initials; decoration, the name stands beside it. */
export function avatar(name, isBot = false) {
  if (isBot) return h('img', { class: 'avatar', src: '/assets/icon.svg', alt: '', width: 32, height: 32 });
  const initials = name
    .split(' ')
    .map((part) => part[0])
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join('');
  const sum = [...name].reduce((total, letter) => total + letter.codePointAt(0), 0);
  const picture = h('span', { class: 'avatar', 'aria-hidden': 'true' }, initials);
  picture.style.setProperty('--hue', hues[sum % hues.length]);
  return picture;
}
