const acute = '\u0301';
const grave = '\u0300';
const hook = '\u0309';
const tilde = '\u0303';
const dot = '\u0323';
const circumflex = '\u0302';
const breve = '\u0306';

/** What a mark behind a vowel adds to it. */
const marks: ReadonlyMap<string, string> = new Map([
  ['ù', acute],
  ['ø', grave],
  ['û', hook],
  ['õ', tilde],
  ['ï', dot],
  ['â', circumflex],
  ['á', circumflex + acute],
  ['à', circumflex + grave],
  ['å', circumflex + hook],
  ['ã', circumflex + tilde],
  ['ä', circumflex + dot],
  ['ê', breve],
  ['é', breve + acute],
  ['è', breve + grave],
  ['ú', breve + hook],
  ['ü', breve + tilde],
  ['ë', breve + dot],
]);

/** Letters that are one character by themselves. */
const singles: ReadonlyMap<string, string> = new Map([
  ['ñ', 'đ'],
  ['ô', 'ơ'],
  ['ö', 'ư'],
  ['æ', 'ỉ'],
  ['ó', 'ĩ'],
  ['ò', 'ị'],
  ['î', 'ỵ'],
]);

/** Text in VNI (the "VNI-" fonts: marks stand as characters behind their vowel), its bytes taken for Latin-1, in Unicode. */
export function fromVni(latin: string): string {
  const said = latin.replace(/([aeoôuöy])([ùøûõïâáàåãäêéèúüë])|[ñôöæóòî]/gi, (whole, vowel?: string, mark?: string) => {
    if (vowel === undefined || mark === undefined) return single(whole);
    return `${single(vowel)}${marks.get(mark.toLowerCase()) ?? ''}`;
  });
  return said.normalize('NFC');
}

function single(letter: string): string {
  const lower = letter.toLowerCase();
  const meant = singles.get(lower) ?? lower;
  return lower === letter ? meant : meant.toUpperCase();
}
