/** A look-alike of Teams' Chart.Line: lines with their legend in words. An approximation, no proof of how Teams draws. */

const [WIDTH, HEIGHT, EDGE] = [300, 130, 22];
const SVG = 'http://www.w3.org/2000/svg';
const COLOURS = { purple: '#7a5cc2', teal: '#1f8a8a', blue: '#2f6fd0', neutral: '#8a8886' };

const colourOf = (name) => COLOURS[Object.keys(COLOURS).find((key) => String(name).toLowerCase().endsWith(key)) ?? 'blue'];

export function drawLineChart({ title, data = [] }) {
  const names = [...new Set(data.flatMap(({ values }) => values.map(({ x }) => x)))];
  const heights = data.flatMap(({ values }) => values.map(({ y }) => y));
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  const across = (x) => EDGE + (names.indexOf(x) / Math.max(1, names.length - 1)) * (WIDTH - 2 * EDGE);
  const up = (y) => HEIGHT - EDGE - ((y - low) / (high - low || 1)) * (HEIGHT - 2 * EDGE);

  const svg = part('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: '100%', role: 'img', 'aria-label': title ?? '' });
  for (const [text, y] of [
    [high, EDGE - 8],
    [low, HEIGHT - EDGE + 14],
  ])
    svg.append(part('text', { x: 0, y, 'font-size': 10, fill: 'currentColor' }, Number(text).toLocaleString('sv-SE')));
  for (const { color, values } of data) {
    const points = values.map(({ x, y }) => `${across(x)},${up(y)}`);
    svg.append(part('polyline', { points: points.join(' '), fill: 'none', stroke: colourOf(color), 'stroke-width': 2 }));
  }
  const holder = document.createElement('div');
  const legend = document.createElement('div');
  legend.style.fontSize = '12px';
  for (const { legend: name, color } of data) {
    const entry = document.createElement('span');
    entry.style.marginRight = '10px';
    const mark = document.createElement('b');
    Object.assign(mark.style, { color: colourOf(color), marginRight: '4px' });
    mark.textContent = '―';
    entry.append(mark, name);
    legend.append(entry);
  }
  const span = document.createElement('div');
  span.style.fontSize = '12px';
  span.textContent = names.length > 1 ? `${title ?? ''}: ${names[0]} – ${names.at(-1)}` : (title ?? '');
  holder.append(span, svg, legend);
  return holder;
}

function part(name, attributes, text = '') {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.textContent = text;
  return element;
}
