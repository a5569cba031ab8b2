/** The clock on the wall in Vietnam: UTC+7 all year, without summer time since 1975. The zone of the host plays no part. */
const OFFSET_MS = 7 * 3_600_000;

/** The instant of a day ("2026-11-25") and a time ("17:00") in Vietnam. */
export function instantAt(date: string, time: string): Date {
  return new Date(Date.parse(`${date}T${time}:00Z`) - OFFSET_MS);
}

/** The day in Vietnam at an instant, "2026-11-25". */
export function localDate(instant: Date): string {
  return shifted(instant).slice(0, 10);
}

/** The time in Vietnam at an instant, "17:00". */
export function localTime(instant: Date): string {
  return shifted(instant).slice(11, 16);
}

export function addSeconds(instant: Date, seconds: number): Date {
  return new Date(instant.getTime() + seconds * 1000);
}

function shifted(instant: Date): string {
  return new Date(instant.getTime() + OFFSET_MS).toISOString();
}
