const zone = 'Europe/Stockholm';
const format = (options) => new Intl.DateTimeFormat('sv-SE', { timeZone: zone, ...options });
const longDate = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const shortDate = format({ weekday: 'short', day: 'numeric', month: 'short' });
const shortDateYear = format({ day: 'numeric', month: 'short', year: 'numeric' });
const hourMinute = format({ hour: '2-digit', minute: '2-digit' });
const parts = format({ year: 'numeric', month: '2-digit', day: '2-digit' });

/** What belongs together stays on one line: `9 mars`, `kl. 13.00`, `v. 10`. */
export const together = (text) => text.replaceAll(/(\d|\b(?:kl|v)\.) (?=\p{L}|\d)/gu, '$1\u00a0');

/** `tisdag 9 mars 2027` */
export const day = (instant) => together(longDate.format(new Date(instant)));

/** `kl. 13.00` */
export const clock = (instant) => together(`kl. ${hourMinute.format(new Date(instant)).replace(':', '.')}`);

/** What a field holds, `2027-03-09` or `2027-03-09T13:00`: `tisdag 9 mars 2027`, `tisdag 9 mars 2027 kl. 13.00` */
export function wall(value) {
  const [date, hour] = value.split('T');
  const told = day(`${date}T12:00:00Z`);
  return hour ? `${told} ${together(`kl. ${hour.slice(0, 5).replace(':', '.')}`)}` : told;
}

/** `2027-03-09` */
export const isoDay = (instant) => parts.format(new Date(instant));

/** `tis 9 mars`, or `9 mars 2026` in another year than `now`. */
export function shortDay(instant, now) {
  const sameYear = isoDay(instant).slice(0, 4) === isoDay(now).slice(0, 4);
  return together((sameYear ? shortDate : shortDateYear).format(new Date(instant)).replaceAll('.', ''));
}

/** `i dag kl. 13.00`, `tis 9 mars kl. 13.00` */
export function when(instant, now) {
  if (isoDay(instant) === isoDay(now)) return `i dag ${clock(instant)}`;
  return `${shortDay(instant, now)} ${clock(instant)}`;
}

/** ISO week: `v. 10` */
export function week(instant) {
  const date = new Date(`${isoDay(instant)}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 4 - (date.getUTCDay() || 7));
  const first = new Date(Date.UTC(date.getUTCFullYear(), 0, 1));
  return `v.\u00a0${Math.ceil(((date - first) / 86_400_000 + 1) / 7)}`;
}
