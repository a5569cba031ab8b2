/** The day it is in a time zone, ISO. */
export function todayIn(timeZone: string, now: Date): string {
  // Swedish writes dates as ISO does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now);
}
