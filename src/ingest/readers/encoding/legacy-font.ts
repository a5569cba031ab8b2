import { fromTcvn3 } from './tcvn3.ts';
import { fromVni } from './vni.ts';

/** What letters in a font mean: the ".Vn" and "VNI-" fonts draw Vietnamese for Latin letters; in all others letters are themselves. */
export function lettersOfFont(font: string, letters: string): string {
  if (/^\.Vn/i.test(font)) {
    const said = fromTcvn3(letters);
    return /H$/.test(font) ? said.toUpperCase() : said;
  }
  return /^VNI-/i.test(font) ? fromVni(letters) : letters;
}
