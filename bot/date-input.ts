/** A day as a date field sends it: `2027-03-16`, and one there is. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, day] = text.split('-').map(Number);
  const last = Temporal.PlainYearMonth.from({ year: year!, month: Math.min(Math.max(month!, 1), 12) }).daysInMonth;
  return month! >= 1 && month! <= 12 && day! >= 1 && day! <= last;
}
