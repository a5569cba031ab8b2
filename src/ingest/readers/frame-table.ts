import { fold } from '../../vietnamese/fold.ts';

/**
 * A table that only arranges the head or the foot of a document (Nghị định 30/2020/NĐ-CP, Phụ lục I): the issuer beside the name of the
 * state, "Nơi nhận" beside the signature. Few rows of two or three columns that hold one of those phrases.
 */
export function isFrameTable(rows: readonly (readonly string[])[]): boolean {
  const widest = Math.max(0, ...rows.map((row) => row.length));
  if (widest < 2) return true;
  if (rows.length > 6 || widest > 3) return false;
  return rows.some((row) => row.some((text) => isFramePhrase(text)));
}

/** A text that stands only in the head or the foot of a document. */
export const isFramePhrase = (text: string): boolean =>
  /cong hoa xa hoi chu nghia|doc lap ?[-–—.] ?tu do|dang cong san viet nam|^[*_ \t]*noi nhan|^(?:tm|kt|tl|tuq)\. ?[a-z]/m.test(
    fold(text.slice(0, 400)),
  );
