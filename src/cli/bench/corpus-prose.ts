/** What binds the phrases of any text. */
const common =
  'và của các trong cho với được theo đến về tại là có những để khi từ do năm phải đã đang cần trên như hoặc một này việc'.split(
    ' ',
  );

/** Numbers from 0 up to 1, as `Math.random` gives them. */
export type Random = () => number;

/** One passage of prose of about so many syllables. */
export type WriteProse = (random: Random, syllables: number) => string;

const onsets = 'b c ch d đ g h kh l m n ng nh ph qu r s t th tr v x'.split(' ');
const rimes =
  'a á ài an ang ánh ảo ậm ân ất âu ẻ em ếch ền êu ì in ính iên iệp ò oa oan ọc ôn ông ơ ới ốt u ù ui ung ương ước ừa uyên uyết ưng ăk ăn ắng ặp'.split(
    ' ',
  );

/**
 * Prose with the statistics of official Vietnamese, made of pieces of given texts: a few phrases in nearly every passage, most seldom (the
 * chance of a phrase falls with its rank, as Zipf has it), and beside them numbers, dates, document numbers and a long tail of place names.
 * Words of the language without its sense. For measuring only.
 */
export function createProse(texts: readonly string[]): WriteProse {
  const pieces = Map.groupBy(texts.flatMap(piecesOf), (piece) => piece);
  const phrases = [...pieces].sort(([, left], [, right]) => right.length - left.length).map(([piece]) => piece);
  return (random, syllables) => {
    let prose = '';
    for (let left = syllables; left > 0; ) {
      const wanted = Math.min(left, 12 + Math.floor(random() * 30));
      let sentence = nextPiece(phrases, random);
      let length = lengthOf(sentence);
      while (length < wanted) {
        const bound = random() < 0.5 ? `${common[byRank(common.length, random)]} ` : '';
        const piece = nextPiece(phrases, random);
        sentence += ` ${bound}${piece}`;
        length += lengthOf(piece) + (bound === '' ? 0 : 1);
      }
      left -= length;
      prose += `${prose === '' ? '' : ' '}${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
    }
    return prose;
  };
}

/** Words between single blanks. */
function lengthOf(piece: string): number {
  let count = 1;
  for (let at = piece.indexOf(' '); at >= 0; at = piece.indexOf(' ', at + 1)) count++;
  return count;
}

/** A made-up place name of two syllables; the same for the same number. There are about a million. */
export function placeName(number: number): string {
  const syllable = (at: number): string => {
    const text = `${onsets[at % onsets.length]}${rimes[Math.floor(at / onsets.length) % rimes.length]}`;
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  const many = onsets.length * rimes.length;
  return `${syllable((number * 37) % many)} ${syllable((Math.floor(number / many) * 101 + number * 53) % many)}`;
}

const places = 30_000;

function nextPiece(phrases: readonly string[], random: Random): string {
  const kind = random();
  const pick = (count: number): number => 1 + Math.floor(random() * count);
  if (kind < 0.03) return `xã ${placeName(byRank(places, random))}`;
  if (kind < 0.06)
    return `${pick(9999)}/${random() < 0.5 ? 'QĐ-UBND' : 'NQ-HĐND'} ngày ${pick(28)}/${pick(12)}/${2010 + pick(20)}`;
  if (kind < 0.12) return `${byRank(5000, random)},${pick(9)}%`;
  return phrases[byRank(phrases.length, random)] ?? 'và';
}

/** The rank r comes with a chance in proportion to 1/(r + 20), as in texts whose commonest words stand apart. */
function byRank(count: number, random: Random): number {
  return Math.floor(flat * (((count + flat) / flat) ** random() - 1));
}

const flat = 20;

const longestPiece = 5;

/** The stretches of words between the marks of a text, long ones cut. */
function piecesOf(text: string): string[] {
  const stretches = text.toLowerCase().match(/\p{L}+(?: \p{L}+)*/gu) ?? [];
  return stretches.flatMap((stretch) => {
    const words = stretch.split(' ');
    return Array.from({ length: Math.ceil(words.length / longestPiece) }, (_, at) =>
      words.slice(at * longestPiece, (at + 1) * longestPiece).join(' '),
    );
  });
}
