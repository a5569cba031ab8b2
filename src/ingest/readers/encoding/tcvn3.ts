/** TCVN 5712:1993 (VN3, the ".Vn" fonts): the letter of each upper byte, by its Latin-1 character. */
const letters: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '¡¢£¤¥¦§': 'ĂÂÊÔƠƯĐ',
    '¨©ª«¬\u00ad®': 'ăâêôơưđ',
    'µ¶·¸¹': 'àảãáạ',
    '»¼½¾Æ': 'ằẳẵắặ',
    ÇÈÉÊË: 'ầẩẫấậ',
    ÌÎÏÐÑ: 'èẻẽéẹ',
    ÒÓÔÕÖ: 'ềểễếệ',
    '×ØÜÝÞ': 'ìỉĩíị',
    ßáâãä: 'òỏõóọ',
    åæçèé: 'ồổỗốộ',
    êëìíî: 'ờởỡớợ',
    ïñòóô: 'ùủũúụ',
    'õö÷øù': 'ừửữứự',
    úûüýþ: 'ỳỷỹýỵ',
  }).flatMap(([from, to]) => [...from].map((letter, at): [string, string] => [letter, to[at] ?? letter])),
);

/** Text in TCVN3, its bytes taken for Latin-1, in Unicode. Characters the code does not use stay. */
export const fromTcvn3 = (latin: string): string =>
  latin.replace(/[\u00a1-\u00fe]/g, (letter) => letters.get(letter) ?? letter);
