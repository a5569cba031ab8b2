import type { Locality } from '../../domain/locality.ts';
import { country } from '../../vietnamese/gazetteer.ts';
import { placeOf, unitKinds } from '../../vietnamese/gazetteer-units.ts';
import type { DocumentContext } from './document-context.ts';

const searchedText = 20_000;

/** What a place does in a text about it. */
const acts =
  'xác định|phấn đấu|đề ra|đặt ra|đặt mục tiêu|tập trung|đẩy mạnh|quyết tâm|chú trọng|hướng tới|tiếp tục|huy động|nỗ lực|dồn sức|triển khai';
const acting = new RegExp(
  `(?:^|[,.:;–-]\\s|(?:Tại|tại|của)\\s)(\\p{Lu}\\p{Ll}*(?:[\\s'’-]\\p{Lu}\\p{Ll}+){1,2})\\s(?:đã\\s|sẽ\\s|cũng\\s)?(?:${acts})(?!\\p{L})`,
  'u',
);
/** "toàn huyện", "Huyện chú trọng …": of what kind the place is. */
const kinds = ['huyện', 'xã', 'phường', 'thị xã', 'quận', 'thị trấn'];
/** Words that open names of bodies and people, not of places. */
const notPlace =
  /^(?:Ban|Bộ|Sở|Ủy|Uỷ|Hội|Đảng|Chi|Phòng|Chính|Quốc|Thủ|Công|Trường|Đoàn|Nhà|Việt Nam|Nghị|Ông|Bà|Đồng|Cục|Tổng|Mặt|Liên)(?!\p{L})/u;

/**
 * "Năm 2024, Krông Pắc xác định … Huyện chú trọng …": a district or commune named without its kind, which the text tells elsewhere.
 * Null when no bare name acts in the opening, or nothing tells its kind.
 */
export function barePlace({ source, title, lead }: DocumentContext): Locality | null {
  const name = [title, ...lead]
    .map((text) => acting.exec(text.slice(0, 600))?.[1])
    .find((found) => found !== undefined);
  if (name === undefined || notPlace.test(name)) return null;
  const text = source.text.slice(0, searchedText);
  const label = kinds.find((kind) =>
    new RegExp(
      `(?<!\\p{L})(?:toàn|trong|của|địa bàn) ${kind}(?!\\p{L})|(?:^|[.;]\\s)${kind.charAt(0).toUpperCase()}${kind.slice(1)} (?:${acts})`,
      'mu',
    ).test(text),
  );
  const kind = unitKinds.find((unit) => unit.label === label && unit.isTyped === undefined);
  return kind === undefined ? null : placeOf(kind, name);
}

const national = /(?<!\p{L})(?:cả nước|toàn quốc|Việt Nam|đất nước|GDP)(?!\p{L})/gu;
const local =
  /(?<!\p{L})(?:toàn|trong|của|địa bàn|cấp ủy) (?:tỉnh|huyện|xã|phường|thành phố|thị xã|quận|thị trấn|trường|chi bộ|công ty|ngành)(?!\p{L})|nhà trường|chi bộ|công ty|cổ đông|CTCP/iu;
const leastMentions = 2;

/** A text that speaks of the country again and again, and of no part or body of it: "cả nước"; else null. */
export function wholeCountry({ source, title }: DocumentContext): Locality | null {
  const text = source.text.slice(0, searchedText);
  const mentions =
    [...text.matchAll(national)].length + (/cả nước|toàn quốc|Chính phủ|Thủ tướng|Quốc hội/u.test(title) ? 1 : 0);
  return mentions >= leastMentions && !local.test(text) ? country : null;
}
