import { byId } from './elements.js';

const nameOf = (element) => element.getAttribute('aria-label') || element.textContent;

/**
 * Remembers what has the focus in a message. The function it gives puts the focus back once the card may have been drawn
 * anew: on the button of the same name, in the same place on the screen, or, when the card has become another, at its start.
 */
export function rememberFocus(element = document.activeElement) {
  const message = element?.closest?.('article');
  if (!message) return () => {};
  const { top } = element.getBoundingClientRect();
  return () => {
    const { activeElement } = document;
    if (activeElement !== document.body && activeElement !== element) return;
    if (element.isConnected) return element.focus({ preventScroll: true });
    const feed = byId('feed');
    const now = feed.querySelector(`article[data-id="${CSS.escape(message.dataset.id)}"]`);
    const same = [...(now?.querySelectorAll('button') ?? [])].find((button) => nameOf(button) === nameOf(element));
    if (same) {
      feed.scrollTop += same.getBoundingClientRect().top - top;
      same.focus({ preventScroll: true });
    } else if (now) {
      now.focus({ preventScroll: true });
      if (now.getBoundingClientRect().top < feed.getBoundingClientRect().top) now.scrollIntoView({ block: 'start' });
    }
  };
}
