import { sayHour } from './say-day.ts';
import type { BoundPiece } from './time-phrase-bind.ts';
import type { DayPart, Reading } from './time-phrase-piece.ts';
import { refusals } from './time-phrase-refusals.ts';

/** The hour of a phrase. `time` null: none was said. `isNextDay`: midnight that ends the day. `clock`: the piece that said it. */
export type Hour = { time: string | null; isNextDay: boolean; clock: BoundPiece | null };

export type Refusal = { kind: 'refused'; reason: string };

/** When a part of the day is named without an hour: shown for the person to correct. */
const usualHours: Record<DayPart, string> = {
  morning: '08:00',
  noon: '12:00',
  afternoon: '14:00',
  evening: '19:00',
  night: '22:00',
};

const partNames: Record<DayPart, string> = {
  morning: 'sáng',
  noon: 'trưa',
  afternoon: 'chiều',
  evening: 'tối',
  night: 'đêm',
};

const rangeBetween = /^ ?(?:-|–|đến|tới|den|toi) ?$/;

/** The one hour that the clocks and parts of the day among the pieces agree on. */
export function settleHour(pieces: readonly BoundPiece[], reading: Reading): Hour | Refusal {
  const parts = new Set(pieces.flatMap(({ piece }) => (piece.type === 'daypart' ? [piece.part] : [])));
  if (parts.size > 1) return refuse(refusals.manyTimes);
  const [part = null] = parts;
  const clocks = firstOfRanges(
    pieces.filter(({ piece }) => piece.type === 'clock'),
    reading,
  );
  const hours = clocks.map((clock) => hourOf(clock, part));
  const refused = hours.find((hour): hour is Refusal => 'kind' in hour);
  if (refused !== undefined) return refused;
  const [hour] = hours as Hour[];
  if ((hours as Hour[]).some((other) => other.time !== hour?.time)) return refuse(refusals.manyTimes);
  if (hour !== undefined) return hour;
  return { time: part === null ? null : usualHours[part], isNextDay: false, clock: null };
}

/** "từ 8h đến 10h" begins at eight. */
function firstOfRanges(clocks: BoundPiece[], reading: Reading): BoundPiece[] {
  return clocks.filter((clock, at) => {
    const last = clocks[at - 1];
    return last === undefined || !rangeBetween.test(reading.text.lower.slice(last.end, clock.pieceStart));
  });
}

function hourOf(clock: BoundPiece, partBeside: DayPart | null): Hour | Refusal {
  const { piece } = clock;
  if (piece.type !== 'clock') return { time: null, isNextDay: false, clock: null };
  const part = piece.part ?? partBeside;
  const shown = sayHour(piece.hour, piece.minute);
  const minutes = piece.hour * 60 + piece.minute;
  if (part === null) {
    const isDoubtful = !piece.isExact && piece.hour >= 1 && piece.hour <= 5;
    return isDoubtful ? refuse(refusals.whichHalf(shown)) : at(minutes, clock);
  }
  const ofPart = withinPart(minutes, part);
  if (ofPart === 'night') return refuse(refusals.nightHour(shown));
  return ofPart === null ? refuse(refusals.hourOfPart(shown, partNames[part])) : at(ofPart, clock);
}

/** Minutes of the day for an hour said with its part of the day; null where they do not go together. */
function withinPart(minutes: number, part: DayPart): number | 'night' | null {
  const noon = 720;
  if (part === 'morning') return minutes < noon ? minutes : null;
  if (part === 'noon')
    return minutes < 180 && minutes >= 60 ? minutes + noon : minutes >= 600 && minutes < 900 ? minutes : null;
  if (part === 'afternoon') {
    if (minutes >= 60 && minutes < 480) return minutes + noon;
    return minutes >= noon && minutes < 1140 ? minutes : null;
  }
  if (minutes >= noon && minutes < noon + 60) return 1440 + minutes - noon;
  if (part === 'evening') {
    if (minutes >= 300 && minutes < noon) return minutes + noon;
    return minutes >= 1020 && minutes < 1440 ? minutes : null;
  }
  if (minutes < 300) return 'night';
  return minutes >= 540 && minutes < noon ? minutes + noon : minutes >= 1260 ? minutes : null;
}

function at(minutes: number, clock: BoundPiece): Hour {
  const inDay = minutes % 1440;
  const time = `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
  return { time, isNextDay: minutes >= 1440, clock };
}

const between = /^[ ,)]*(?:(?:của|vào|hôm|trong|ngày|cua|vao|hom|ngay) ?){0,2}$/u;

/** Whether the hour stands right beside the day, so that what binds the hour binds both: "trước 15h ngày 25/11". */
export function isBesideDay(clock: BoundPiece | null, days: readonly BoundPiece[], { text }: Reading): boolean {
  if (clock === null) return false;
  return days.some(
    (each) =>
      (each.start >= clock.end && between.test(text.lower.slice(clock.end, each.start))) ||
      (each.end <= clock.start && between.test(text.lower.slice(each.end, clock.start))),
  );
}

const refuse = (reason: string): Refusal => ({ kind: 'refused', reason });
