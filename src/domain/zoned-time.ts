/** A day and a time of day on the wall of a place: "2026-11-27", "15:00". */
export type WallTime = { date: string; time: string };

const MS_A_MINUTE = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** What the wall clock of a zone ("Asia/Ho_Chi_Minh") shows at an instant, to the minute. The zone of the host plays no part. */
export function wallTime(instant: string, zone: string): WallTime {
  const at = epochOf(instant);
  const shown = new Date(at + offsetMinutes(at, zone) * MS_A_MINUTE).toISOString();
  return { date: shown.slice(0, 10), time: shown.slice(11, 16) };
}

/** The ISO instant, with the zone's offset, at which the wall clock shows this: "2026-11-27T15:00:00+07:00". */
export function zonedInstant({ date, time }: WallTime, zone: string): string {
  const local = Date.parse(`${date}T${time}:00Z`);
  const guess = offsetMinutes(local, zone);
  const offset = offsetMinutes(local - guess * MS_A_MINUTE, zone);
  const sign = offset < 0 ? '-' : '+';
  return `${date}T${time}:00${sign}${pad(Math.floor(Math.abs(offset) / 60))}:${pad(Math.abs(offset) % 60)}`;
}

/** Milliseconds since 1970. Throws RangeError for a string that is no instant with an offset or Z. */
export function epochOf(instant: string): number {
  const at = /(?:Z|[+-]\d{2}:?\d{2})$/.test(instant) ? Date.parse(instant) : Number.NaN;
  if (Number.isNaN(at)) throw new RangeError(`not an instant with its offset: ${instant}`);
  return at;
}

function offsetMinutes(epochMs: number, zone: string): number {
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((each) => each.type === type)?.value ?? Number.NaN);
  const parts = formatOf(zone).formatToParts(epochMs);
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return Math.round((shown - Math.floor(epochMs / MS_A_MINUTE) * MS_A_MINUTE) / MS_A_MINUTE);
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formats.set(zone, made);
  return made;
}

const pad = (value: number): string => String(value).padStart(2, '0');
