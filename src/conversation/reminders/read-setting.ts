import type { DigestKind, QuietHours } from '../../domain/reminder.ts';
import { fold } from '../../vietnamese/fold.ts';
import { cleanMessage } from '../../vietnamese/normalize.ts';

/** A change of how a chat is reminded. `refused`: meant as one and of no use, with the sentence to say. */
export type SettingChange =
  | { kind: 'ladder'; before: number[]; time: string | null }
  | { kind: 'usual_ladder' }
  | { kind: 'quiet'; quiet: QuietHours }
  | { kind: 'digest'; digest: DigestKind }
  | { kind: 'escalates'; escalates: boolean }
  | { kind: 'refused'; reason: string };

const hour = '(\\d{1,2}(?:(?: ?h| ?gio|:) ?(?:\\d{1,2}|ruoi)?)?(?: ?(?:sang|trua|chieu|toi))?)';
/** "nhắc trước 10, 5, 2 ngày lúc 7h30", and no work beside. */
const ladder = new RegExp(
  `^(?:dat |doi |cai (?:dat )?)?(?:(?:moc|lich) )?(?:nhac|bao) (?:toi |nhom |chung toi )?truoc (?:han )?(\\d{1,4}(?: ngay)?(?:(?: ?[,;/] ?| va | roi )(?:truoc )?\\d{1,4}(?: ngay)?){0,40})(?<= ngay)(?: truoc han)?(?:,? ?(?:vao |luc |vao luc )?${hour})?(?: hang ngay)?$`,
);
const quiet = new RegExp(
  `^(?:(?:dat )?(?:gio )?yen lang|(?:dung|khong|ngung) nhac(?: toi)?|im lang)(?: tu)? ${hour} (?:den|toi|-) ${hour}(?: sang)?$`,
);
const digest =
  /^(?:(?:gui|nhan|dat) )?(?:ban )?tong hop(?: nhac viec| viec)? ?(?:(hang ngay|moi ngay|hang sang|moi sang)|(hang tuan|moi tuan)|(tat|thoi))$|^(tat|bo|thoi|ngung) (?:nhan )?(?:ban )?tong hop$/;

/** Null for words that change no setting. */
export function readSetting(text: string): SettingChange | null {
  const said = fold(cleanMessage(text)).replace(/(?<![.!\s])[.!\s]+$/, '');
  if (said.length > 200) return null;
  if (/^(?:nhac|moc nhac|lich nhac) (?:nhu )?(?:mac dinh|binh thuong)$/.test(said)) return { kind: 'usual_ladder' };
  if (/^(?:tat|bo) (?:gio )?yen lang$/.test(said)) return { kind: 'quiet', quiet: { from: '00:00', to: '00:00' } };
  const escalation = /^(tat|bat) bao cap tren$/.exec(said);
  if (escalation !== null) return { kind: 'escalates', escalates: escalation[1] === 'bat' };
  return readDigest(said) ?? readLadder(said) ?? readQuiet(said);
}

function readDigest(said: string): SettingChange | null {
  const match = digest.exec(said);
  if (match === null) return null;
  return { kind: 'digest', digest: match[1] !== undefined ? 'daily' : match[2] !== undefined ? 'weekly' : 'none' };
}

const mostSteps = 20;
const longestDays = 366;

function readLadder(said: string): SettingChange | null {
  const match = ladder.exec(said);
  if (match === null) return null;
  const before = [...new Set((match[1] ?? '').match(/\d+/g)?.map(Number))].sort((a, b) => b - a);
  const time = match[2] === undefined ? null : readHour(match[2]);
  if (match[2] !== undefined && time === null) return { kind: 'refused', reason: noSuchHour(match[2]) };
  if (before.some((days) => days > longestDays) || before.length > mostSteps) {
    return {
      kind: 'refused',
      reason: `Chỉ đặt được tối đa ${mostSteps} mốc, mỗi mốc không quá ${longestDays} ngày trước hạn. Chưa đổi gì.`,
    };
  }
  return { kind: 'ladder', before, time };
}

function readQuiet(said: string): SettingChange | null {
  const match = quiet.exec(said);
  if (match === null) return null;
  const [from, to] = [readHour(match[1] ?? ''), readHour(match[2] ?? '')];
  if (from === null || to === null) return { kind: 'refused', reason: noSuchHour(from === null ? match[1] : match[2]) };
  if (from === to)
    return { kind: 'refused', reason: 'Hai giờ trùng nhau. Gõ “tắt giờ yên lặng” nếu muốn nhắc cả đêm. Chưa đổi gì.' };
  return { kind: 'quiet', quiet: { from, to } };
}

const noSuchHour = (said = ''): string => `Không có giờ “${said}”; ghi ví dụ 7h30 hoặc 21h. Chưa đổi gì.`;

/** "7h30", "7 gio ruoi", "9h toi" → "07:30", "07:30", "21:00"; null for an hour that does not exist. */
function readHour(said: string): string | null {
  const match = /^(\d{1,2})(?:(?: ?h| ?gio|:) ?(\d{1,2}|ruoi)?)?(?: ?(sang|trua|chieu|toi))?$/.exec(said);
  const base = Number(match?.[1]);
  const isLate = (match?.[3] === 'chieu' || match?.[3] === 'toi') && base < 12;
  const minute = match?.[2] === 'ruoi' ? 30 : Number(match?.[2] ?? 0);
  const full = base === 24 ? 0 : base + (isLate ? 12 : 0);
  return full < 24 && minute < 60 ? `${String(full).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : null;
}
