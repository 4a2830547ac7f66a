/**
 * Look-alikes of what Teams draws and the official renderer does not know: Badge, Icon, ProgressBar, Chart.Line, rounded and
 * bordered containers, targetWidth. An approximation for the local page and the pictures, no proof of how Teams looks.
 */

import { drawLineChart } from './line-chart.js';

const groups = ['verynarrow', 'narrow', 'standard', 'wide'];

/** Width brackets of the public Teams mobile host config. */
function groupOf(width) {
  if (width <= 216) return 0;
  if (width <= 413) return 1;
  return width <= 500 ? 2 : 3;
}

function fits(targetWidth, group) {
  const [, bound, name] = /^(?:(atleast|atmost):)?(\w+)$/.exec(String(targetWidth).toLowerCase()) ?? [];
  const wanted = groups.indexOf(name);
  if (wanted < 0) return true;
  if (bound === 'atleast') return group >= wanted;
  return bound === 'atmost' ? group <= wanted : group === wanted;
}

/** A copy of the card without the elements whose targetWidth excludes this width (px, of the whole card). */
export function fitToWidth(card, width) {
  const group = groupOf(width);
  const keep = (node) => {
    if (Array.isArray(node)) return node.filter((each) => !each?.targetWidth || fits(each.targetWidth, group)).map(keep);
    if (!node || typeof node !== 'object') return node;
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, key === 'data' ? value : keep(value)]));
  };
  return keep(card);
}

/** Teaches `AdaptiveCards` (the npm package adaptivecards) the Teams elements; call again to change theme. */
export function registerTeamsElements(AdaptiveCards, tok) {
  const registry = AdaptiveCards.GlobalRegistry.elements;
  for (const [name, draw] of Object.entries(drawings(tok))) registry.register(name, teamsElement(AdaptiveCards, name, draw));
  registry.register('Container', teamsContainer(AdaptiveCards));
}

function teamsElement(AdaptiveCards, name, draw) {
  return class extends AdaptiveCards.CardElement {
    getJsonTypeName() {
      return name;
    }
    internalParse(source, context) {
      super.internalParse(source, context);
      this.source = source;
    }
    internalRender() {
      return draw(this.source);
    }
  };
}

const plainContainers = new WeakMap();

function teamsContainer(AdaptiveCards) {
  if (!plainContainers.has(AdaptiveCards)) plainContainers.set(AdaptiveCards, AdaptiveCards.Container);
  return class extends plainContainers.get(AdaptiveCards) {
    internalParse(source, context) {
      super.internalParse(source, context);
      this.source = source;
    }
    internalRender() {
      const element = super.internalRender();
      if (element && this.source?.roundedCorners) element.classList.add('teams-rounded');
      if (element && this.source?.showBorder) element.classList.add('teams-bordered');
      return element;
    }
  };
}

function drawings(tok) {
  const tints = {
    good: [tok.goodTint, tok.good],
    warning: [tok.warningTint, tok.warning],
    attention: [tok.attentionTint, tok.attention],
    accent: [tok.accentTint, tok.accent],
    informative: [tok.card, tok.text],
    subtle: [tok.emphasis, tok.subtle],
  };
  const colour = (name) => tok[String(name ?? '').toLowerCase()] ?? tok.text;
  return {
    'Chart.Line': drawLineChart,
    Badge({ text, style, appearance, icon, tooltip }) {
      const [tint, strong] = tints[String(style ?? '').toLowerCase()] ?? [tok.card, tok.subtle];
      const tinted = String(appearance ?? 'Filled').toLowerCase() === 'tint';
      const badge = make('span', 'teams-badge', { background: tinted ? tint : strong, color: tinted ? strong : tok.card });
      if (tinted) badge.style.borderColor = tok.line;
      if (tooltip) badge.title = tooltip;
      if (signOf(icon)) badge.append(symbol(icon));
      badge.append(text ?? '');
      // Without the block around it, the column that stretches its children would stretch the badge.
      const holder = make('div', '', { display: 'flex' });
      holder.append(badge);
      return holder;
    },
    Icon({ name, color }) {
      const icon = symbol(name);
      icon.style.color = colour(color);
      return icon;
    },
    ProgressBar({ value = 0, max = 100, color = 'accent' }) {
      const bar = make('div', 'teams-bar');
      bar.setAttribute('role', 'progressbar');
      bar.setAttribute('aria-valuenow', value);
      bar.setAttribute('aria-valuemax', max);
      bar.append(make('i', '', { width: `${(100 * value) / max}%`, background: colour(color) }));
      return bar;
    },
  };
}

const symbols = [
  [/check/i, '✓'],
  [/warn|error/i, '!'],
  [/edit|pen/i, '✎'],
  [/record|play/i, '●'],
  [/add/i, '+'],
];

const signOf = (icon) => symbols.find(([pattern]) => pattern.test(icon ?? ''))?.[1];

function symbol(icon) {
  const sign = make('b', '');
  sign.setAttribute('aria-hidden', 'true');
  sign.textContent = signOf(icon) ?? '•';
  return sign;
}

function make(tag, className, style = {}) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  Object.assign(element.style, style);
  return element;
}
