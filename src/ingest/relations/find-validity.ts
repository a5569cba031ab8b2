import { addDays } from '../../domain/calendar-date.ts';
import { findDates } from '../../vietnamese/date.ts';
import { fold } from '../../vietnamese/fold.ts';
import type { DocumentBlock } from '../block.ts';
import { flowText } from '../deadlines/flow-text.ts';
import { findSentences } from '../sentences.ts';
import type { SourceText } from '../source-text.ts';

/** ISO dates from and until which a document says to be in force, both included; absent: not said, or "từ ngày ký". */
export type Validity = { effectiveFrom?: string; effectiveTo?: string };

const own =
  /(?<![a-z])(?:nghi quyet|quyet dinh|ke hoach|chi thi|van ban|thong tu|nghi dinh|luat|quy dinh|quy che|chuong trinh|huong dan|de an|cong van|thong bao) nay(?![a-z])[^;]{0,120}?(co|het) hieu luc/;

/** What a document says of its own entry into force ("có hiệu lực kể từ ngày 01/01/2026", "sau 10 ngày kể từ ngày ký") and of its end. */
export function findValidity(source: SourceText, blocks: readonly DocumentBlock[], date: string | null): Validity {
  const validity: Validity = {};
  for (const block of blocks) {
    if (block.kind === 'table' || !source.folded.slice(block.start, block.end).includes('hieu luc')) continue;
    const flow = flowText(source, block.start, Math.min(block.end, block.start + 6000));
    for (const { start, end } of findSentences(
      { text: flow.text, folded: flow.folded, lines: [] },
      0,
      flow.text.length,
    )) {
      const text = flow.text.slice(start, end);
      const match = own.exec(fold(text));
      if (match === null) continue;
      const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 140);
      Object.assign(validity, match[1] === 'co' ? entering(rest, date) : ending(rest));
    }
  }
  return validity;
}

/** Behind "có hiệu lực". */
function entering(rest: string, date: string | null): Validity {
  const folded = fold(rest);
  const until = /(?<![a-z])den (?:het )?(?:ngay )?(?=\d|ngay)/.exec(folded);
  const to = until === null ? undefined : findDates(rest.slice(until.index, until.index + 50))[0]?.date;
  const from = startOf(rest.slice(0, until?.index ?? 90), date);
  return { ...(from === undefined ? {} : { effectiveFrom: from }), ...(to === undefined ? {} : { effectiveTo: to }) };
}

function startOf(rest: string, date: string | null): string | undefined {
  const folded = fold(rest);
  if (!/^(?: thi hanh| ap dung)?(?: ke)?(?: tu| sau)(?![a-z])/.test(folded)) return undefined;
  const after = /sau (\d{1,3}) ngay/.exec(folded)?.[1];
  if (after !== undefined) return date === null ? undefined : addDays(date, Number(after));
  const year = /tu nam (?:ngan sach |hoc )?((?:19|20)\d\d)/.exec(folded)?.[1];
  if (year !== undefined) return `${year}-01-01`;
  if (/^[a-z ]{0,24}ngay (?:ky|ban hanh|thong qua|duoc)/.test(folded)) return undefined;
  return findDates(rest.slice(0, 70))[0]?.date;
}

/** Behind "hết hiệu lực": the last day in force. */
function ending(rest: string): Validity {
  const found = findDates(rest.slice(0, 70))[0];
  if (found === undefined) return {};
  const isLast = /sau (?:khi )?(?:het )?ngay|den het|het ngay/.test(fold(rest.slice(0, found.end)));
  return { effectiveTo: isLast ? found.date : addDays(found.date, -1) };
}
