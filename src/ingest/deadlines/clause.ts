import type { DocumentBlock } from '../block.ts';
import { splitLong } from '../passages/split-long.ts';
import { findClauses, findSentences } from '../sentences.ts';
import type { Line, SourceText } from '../source-text.ts';
import { parseMarker } from '../structure/marker.ts';
import { type FlowText, flowText } from './flow-text.ts';
import { opensWithPeriod } from './report-period.ts';

/** One clause of a sentence, as running text, with where its sentence begins. `isLast`: it closes its sentence. */
export type Clause = Line & { flow: FlowText; sentenceStart: number; isLast: boolean };

/** No clause is that long; a text without any mark is cut so that reading it takes time in its length. */
const longestClause = 2000;

const cue =
  /bao cao|truoc |cham nhat|muon nhat|hoan thanh|hoan tat|(?<![a-z])xong(?![a-z])|den het|thoi gian|thoi han|dinh ky|dang ky|(?<![a-z])g[uo]i(?![a-z])|(?<![a-z])nop(?![a-z])|ky hop|(?:trong|vao|cuoi|dau) (?:cuoi |dau )?(?:qu[yi]|thang|nua|tuan|nam \d)|ngay (?:sau )?khi|trong vong|hang ngay|tuan cuoi|cong khai|truoc (?:mua|vu|khai giang)|(?<![a-z])qu[yi] [iv]|hang (?:qu[yi]|thang|nam)|thang \d{1,2}[/]\d{4}|ngay lam viec|ke tu ngay|(?<![a-z])tu (?:ngay )?\d{1,2}(?=[/.]| )|ket thuc|(?<![a-z])dot \d|tu nay|che do bao cao|(?<![a-z])han /;

/** The clauses of a block that may hold a deadline, in order; the bullet or number that opens the block is left out. */
export function clausesOf(source: SourceText, block: DocumentBlock): Clause[] {
  if (!cue.test(source.folded.slice(block.start, block.end))) return [];
  const marker = parseMarker(source.text.slice(block.start, Math.min(block.end, block.start + 200)));
  const open = block.start + (marker?.contentStart ?? 0);
  const start = open + (/^[*_\s]+/.exec(source.text.slice(open, open + 8))?.[0].length ?? 0);
  return findSentences(source, start, block.end).flatMap((sentence) => {
    const clauses = withLists(source, findClauses(source, sentence)).flatMap((clause) =>
      splitLong(source, clause, longestClause),
    );
    return clauses.map((clause, at) => ({
      ...clause,
      flow: flowText(source, clause.start, clause.end),
      sentenceStart: sentence.start,
      isLast: at === clauses.length - 1,
    }));
  });
}

/** "báo cáo quý I trước 15/3; 6 tháng trước 15/6; cả năm trước 15/12": stretches with their dates belong to the clause before. */
function withLists(source: SourceText, clauses: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (const clause of clauses) {
    const last = joined.at(-1);
    const folded = source.folded.slice(clause.start, Math.min(clause.end, clause.start + longestOpening));
    // "…; 6 tháng một lần (trước ngày 25/6) báo cáo Sở …" says itself what is due.
    const goesOn = last !== undefined && opensWithPeriod(folded) && !folded.includes('bao cao');
    if (goesOn) joined[joined.length - 1] = { ...last, end: clause.end };
    else joined.push(clause);
  }
  return joined;
}

const longestOpening = 200;
