import { h } from './elements.js';
import { cardStyles, hostConfig, tokens } from './host-config.js';
import { markdownToHtml } from './mention-text.js';
import { openOverflowMenu } from './overflow-menu.js';
import { fitToWidth, registerTeamsElements } from './teams-elements.js';

const dark = matchMedia('(prefers-color-scheme: dark)');
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);
let theme;

/** Changes with everything that makes the same card look different. */
export const look = (width) => `${dark.matches ? 'dark' : 'light'} ${[216, 413, 500].filter((edge) => width > edge).length}`;

export const onThemeChange = (listener) => dark.addEventListener('change', listener);

/** Fonts and colours of the cards, and the elements only Teams knows; again after a change of theme. */
export function useTheme() {
  const now = dark.matches ? 'dark' : 'light';
  if (now === theme) return;
  theme = now;
  sheet.replaceSync(cardStyles(theme));
  registerTeamsElements(window.AdaptiveCards, tokens(theme));
}

/**
 * A card drawn by Microsoft's renderer.
 * @param onAction called with { type: 'execute' | 'submit', verb, actionId, data, opensDialog }, inputs checked and merged into data
 */
export function renderCard(card, width, onAction) {
  useTheme();
  const { AdaptiveCards } = window;
  const mentions = (card.msteams?.entities ?? []).map(({ text, mentioned }) => ({ text, name: mentioned?.name }));
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdownToHtml(text, mentions);
    result.didProcess = true;
  };
  AdaptiveCards.AdaptiveCard.onDisplayOverflowActionMenu = (actions, button) => {
    openOverflowMenu(actions, button);
    return true;
  };
  AdaptiveCards.Strings.defaults.overflowButtonTooltip = () => 'Fler val';
  const renderer = new AdaptiveCards.AdaptiveCard();
  renderer.hostConfig = new AdaptiveCards.HostConfig(hostConfig(theme));
  renderer.onExecuteAction = (action) => {
    const kind = action.getJsonTypeName();
    if (kind === 'Action.OpenUrl') window.open(action.url, '_blank', 'noopener');
    else if (kind === 'Action.Execute')
      onAction({ type: 'execute', verb: action.verb ?? '', actionId: action.id, data: action.data ?? {} });
    else if (kind === 'Action.Submit')
      onAction({ type: 'submit', data: action.data ?? {}, opensDialog: action.data?.msteams?.type === 'task/fetch' });
  };
  const holder = h('div', { class: 'teams-card' });
  renderer.parse(fitToWidth(card, width));
  const drawn = renderer.render();
  if (drawn) holder.append(drawn);
  else holder.append(h('p', { class: 'hint' }, card.fallbackText ?? 'Kortet kan inte visas.'));
  return holder;
}

/** Buttons and inputs rest while the bot thinks. */
export function setBusy(holder, isBusy) {
  holder.classList.toggle('busy', isBusy);
  holder.setAttribute('aria-busy', String(isBusy));
  holder.inert = isBusy;
}
