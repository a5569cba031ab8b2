/** Formatters by time zone: building one takes longer than reading a short document. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** The day it is in a time zone, ISO. */
export function todayIn(timeZone: string, now: Date): string {
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    // Swedish writes dates as ISO does.
    formatter = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
    formatters.set(timeZone, formatter);
  }
  return formatter.format(now);
}
