import { fold } from '../../vietnamese/fold.ts';

/** Small words that, folded, look like the first syllable of a noun: "cần" like "cán bộ" and "cận nghèo", "về" like "vệ sinh", "để" like "đề tài". */
const written: Readonly<Record<string, string>> = {
  can: 'cần',
  cho: 'cho',
  con: 'còn',
  day: 'đẩy',
  de: 'để',
  den: 'đến',
  dua: 'đưa',
  giu: 'giữ',
  gom: 'gồm',
  keo: 'kéo',
  la: 'là',
  nang: 'nâng',
  nham: 'nhằm',
  nhu: 'như',
  phai: 'phải',
  se: 'sẽ',
  tai: 'tại',
  them: 'thêm',
  trong: 'trong',
  va: 'và',
  vao: 'vào',
  ve: 'về',
  voi: 'với',
};

/** Whether the word that opens a stretch of text is the small word it looks like when folded; text without diacritics is taken as it looks. */
export function isSmallWord(text: string): boolean {
  const said = (/^\p{L}+/u.exec(text)?.[0] ?? '').toLowerCase();
  const plain = fold(said);
  return said === plain || (written[plain] ?? said) === said;
}
