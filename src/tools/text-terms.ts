import { remembered } from '../vietnamese/remembered.ts';
import { foldedSyllable, syllables } from '../vietnamese/syllables.ts';
import { fillerLength, type TypedSyllable, typedSyllables } from './question-words.ts';

/** A syllable that a text question searches for. */
export type TextTerm = TypedSyllable & {
  /** Words that every question about directives has count little. */
  isCommon: boolean;
  isNumber: boolean;
};

const functionWords = new Set(
  'và của là các những cho trong trên với về tại ở từ đến theo được bị có một này đó khi để do nên thì mà cũng đã đang sẽ bằng như hay hoặc vào ra'.split(
    ' ',
  ),
);
/** Single words, and pairs of syllables, that every question about directives has. */
const commonWords = new Set('tinh huyen xa cap nganh nam viec'.split(' '));
const commonPairs = new Set(
  'nhiem vu,noi dung,giai phap,yeu cau,qui dinh,trach nhiem,cong tac,muc dich,van ban,to chuc,thuc hien,tiep tuc,dia phuong,don vi,trong tam,chu yeu,phong trao,thi dua,ke hoach,trien khai,chuong trinh'.split(
    ',',
  ),
);

function isCommonAt(typed: readonly TypedSyllable[], at: number): boolean {
  const [before, own, after] = [typed[at - 1]?.folded, typed[at]?.folded ?? '', typed[at + 1]?.folded];
  return commonWords.has(own) || commonPairs.has(`${before} ${own}`) || commonPairs.has(`${own} ${after}`);
}

const spokenNumbers: Readonly<Record<string, string>> = {
  một: '1',
  hai: '2',
  ba: '3',
  bốn: '4',
  sáu: '6',
  bảy: '7',
  tám: '8',
  chín: '9',
  mười: '10',
  bon: '4',
};

/** The syllables of a question worth searching for, in order; numbers said in words as digits. Empty when only words of asking are left. */
export function textTerms(question: string): TextTerm[] {
  const found = syllables(question.normalize('NFC'));
  const typed = typedSyllables(found);
  const terms: TextTerm[] = [];
  for (let at = 0; at < found.length; ) {
    const text = (found[at]?.text ?? '').toLowerCase();
    const number = /^\d/.test(text) ? text.replace(/^0+(?=\d)/, '') : (spokenNumbers[text] ?? null);
    const skip = number === null ? fillerLength(typed, at, 'text') : 0;
    const syllable = typed[at];
    if (skip === 0 && syllable !== undefined && !functionWords.has(text)) {
      terms.push({
        ...(number === null ? syllable : { ...syllable, accented: null, folded: number }),
        isCommon: isCommonAt(typed, at),
        isNumber: number !== null,
      });
    }
    at += Math.max(1, skip);
  }
  return terms;
}

/** The syllables of a stored text, ready to be searched in. */
export type TextWords = { folded: string[]; accented: (string | null)[]; positions: Map<string, number[]> };

export function textWords(text: string): TextWords {
  const found = syllables(text);
  const accented = typedSyllables(found).map((syllable) => syllable.accented);
  const folded = found.map((syllable) => wordOf(syllable.text));
  const positions = new Map<string, number[]>();
  folded.forEach((word, at) => {
    const list = positions.get(word);
    if (list === undefined) positions.set(word, [at]);
    else list.push(at);
  });
  return { folded, accented, positions };
}

/** A syllable as it is searched for: numbers as digits however said, without leading zeros. */
const wordOf = remembered((text): string => {
  const written = text.toLowerCase();
  if (/^\d/.test(written)) return written.replace(/^0+(?=\d)/, '');
  return (written === 'bon' ? undefined : spokenNumbers[written]) ?? foldedSyllable(text);
});

/** 1 there · 0.6 there under other marks · 0 not there. */
export function presence(term: TextTerm, words: TextWords): number {
  const places = words.positions.get(term.folded);
  if (places === undefined) return 0;
  if (term.accented === null) return 1;
  return places.some((at) => words.accented[at] === term.accented || words.accented[at] === null) ? 1 : 0.6;
}

/** A syllable alone, without either of its neighbours, is mostly part of another word ("đề" of "để", "chủ" of "Chủ tịch"). */
const aloneWorth = 0.5;

/** How far each term is in a text: `presence`, less where neither neighbour in the question stands beside it there. */
export function presences(terms: readonly TextTerm[], words: TextWords): number[] {
  const arePair = pairsIn(words);
  return terms.map((term, at) => {
    const there = presence(term, words);
    if (there === 0 || terms.length === 1) return there;
    const isBeside = arePair(terms[at - 1], term) || arePair(term, terms[at + 1]);
    return isBeside ? there : there * aloneWorth;
  });
}

/** 0..1: share of neighbouring pairs of the question that stand in the text too, in order and with at most `between` words between them. */
export function pairShare(terms: readonly TextTerm[], words: TextWords, between = 0): number {
  if (terms.length < 2) return 0;
  const arePair = pairsIn(words, between);
  return terms.filter((term, at) => at > 0 && arePair(terms[at - 1], term)).length / (terms.length - 1);
}

const pairsIn =
  (words: TextWords, between = 0) =>
  (left: TextTerm | undefined, right: TextTerm | undefined): boolean =>
    left !== undefined &&
    right !== undefined &&
    (words.positions.get(left.folded) ?? []).some((place) =>
      words.folded.slice(place + 1, place + 2 + between).includes(right.folded),
    );
