import { findDates } from '../../vietnamese/date.ts';
import type { SourceText } from '../source-text.ts';

/** The form a portal prints beside a document ("Cơ quan ban hành: …", "Ngày ban hành: …") stands among its first lines. */
const formLines = 60;
const place = /^(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường)(?!\p{L}| [uủ][yỷ])/iu;

/** Who issued by the form; null where it says nothing, or only a place. */
export function issuerOfForm(source: SourceText): string | null {
  const said = fieldOf(source, /^[|*\s]{0,4}(?:cơ quan|đơn vị|nơi) ban hành\**\s?[:|]\s{0,3}(?=[^\s|])/iu);
  const name = said?.split(/[|;]|\s(?:Người ký|Ngày|Số|Loại)(?!\p{L})/u)[0]?.trim() ?? '';
  return name.length < 4 || place.test(name) ? null : name;
}

/** The day of issue by the form, ISO; null where it says none. */
export function dateOfForm(source: SourceText): string | null {
  const said = fieldOf(source, /^[|*\s]{0,4}ngày (?:ban hành|ký|văn bản)\**\s?[:|]\s{0,3}(?=\d)/iu);
  return said === null ? null : (findDates(said.slice(0, 40))[0]?.date ?? null);
}

function fieldOf({ lines, text }: SourceText, label: RegExp): string | null {
  for (const { start, end } of lines.slice(0, formLines)) {
    const line = text.slice(start, Math.min(end, start + 200));
    const match = label.exec(line);
    if (match !== null) return line.slice(match[0].length);
  }
  return null;
}
