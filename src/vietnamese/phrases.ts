import { fold } from './fold.ts';
import { syllables } from './syllables.ts';

/** Which syllables stand behind one another in the phrases of official prose. All words are asked for in lower case. */
export type Phrases = {
  /** How often the second stands behind the first; 0 where it never does. */
  count(first: string, second: string): number;
  /** The syllables written with the same letters whatever their marks, as they occur; none for letters that do not occur. */
  spellings(word: string): readonly string[];
};

/** No phrases: nothing is known. */
export const noPhrases: Phrases = { count: () => 0, spellings: () => [] };

/** The pairs of neighbouring syllables in these texts; what stands between them other than a blank parts them. */
export function buildPhrases(texts: Iterable<string>): Phrases {
  const pairs = new Map<string, number>();
  const bySound = new Map<string, Set<string>>();
  for (const text of texts) {
    const lower = text.normalize('NFC').toLowerCase();
    let last: { text: string; end: number } | null = null;
    for (const word of syllables(lower)) {
      const pair = `${last?.text ?? ''} ${word.text}`;
      if (last !== null && lower.slice(last.end, word.start).trim() === '') pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
      const key = fold(word.text);
      bySound.set(key, (bySound.get(key) ?? new Set()).add(word.text));
      last = word;
    }
  }
  const known = new Map([...bySound].map(([key, words]) => [key, [...words]]));
  return {
    count: (first, second) => pairs.get(`${first} ${second}`) ?? 0,
    spellings: (word) => known.get(fold(word)) ?? [],
  };
}

/** Formulas of the frame and the body of documents (Nghị định 30/2020/NĐ-CP) that the names of indicators and places do not hold. */
export const officialFormulas: readonly string[] = [
  'cộng hòa xã hội chủ nghĩa việt nam',
  'độc lập',
  'tự do',
  'hạnh phúc',
  'đảng cộng sản việt nam',
  'ủy ban nhân dân tỉnh',
  'ủy ban nhân dân thành phố',
  'ủy ban nhân dân các xã',
  'hội đồng nhân dân tỉnh',
  'hội đồng nhân dân thành phố',
  'ban chấp hành đảng bộ tỉnh',
  'ban thường vụ tỉnh ủy',
  'nghị quyết',
  'quyết định này có hiệu lực kể từ ngày ký',
  'quyết định về việc',
  'kế hoạch phát triển kinh tế',
  'kế hoạch năm',
  'chỉ thị về việc',
  'chương trình hành động',
  'phụ lục kèm theo',
  'căn cứ luật tổ chức chính quyền địa phương',
  'thực hiện nghị quyết số',
  'ban hành kế hoạch',
  'như sau',
  'nơi nhận',
  'như trên',
  'lưu văn thư',
  'chủ tịch',
  'phó chủ tịch',
  'giám đốc sở',
  'mục đích yêu cầu',
  'mục tiêu cụ thể',
  'mục tiêu chung',
  'chỉ tiêu cụ thể',
  'chỉ tiêu chủ yếu',
  'giao chỉ tiêu kế hoạch',
  'đơn vị tính',
  'ước thực hiện năm',
  'thực hiện năm',
  'tổ chức thực hiện',
  'nhiệm vụ giải pháp',
  'chủ trì phối hợp với các sở ban ngành',
  'các đơn vị liên quan',
  'các cơ quan đơn vị địa phương',
  'tổng hợp báo cáo',
  'báo cáo kết quả thực hiện',
  'trước ngày',
  'định kỳ hằng tháng hằng quý hằng năm',
  'ngày tháng năm',
  'giai đoạn',
  'nhiệm kỳ',
  'năm học',
  'trong đó',
  'so với năm',
  'trở lên',
  'tối thiểu',
  'phấn đấu đến năm',
  'đến hết năm',
  'chi phí',
  'kinh phí thực hiện',
  'ngân sách tỉnh',
  'ngân sách nhà nước',
  'chuyển đổi số',
  'quốc phòng an ninh',
  'an sinh xã hội',
  'suy dinh dưỡng thể thấp còi',
  'suy dinh dưỡng thể nhẹ cân',
  'dưới tuổi',
];
