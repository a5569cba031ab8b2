import { fold, hasDiacritics } from './fold.ts';
import type { Term } from './lexicon-terms.ts';
import { syllables } from './syllables.ts';
import { isPossibleSyllable } from './typo.ts';

/** Words that carry a question and name nothing; also how a text is known to be English. */
const englishFunctionWords = new Set(
  (
    'the of in for to is are was what which how many much should does did do by and or a on per with from at as be will have has who when where ' +
    'it its their our me please tell show list give about this that these those than between compare s'
  ).split(' '),
);

/** Words of targets in general. */
const englishEmptyWords = new Set(
  (
    'target targets goal goals plan term year years province provincial district city commune set sets aim aims must percent percentage level total ' +
    'number current average annual get reach value indicator people area number'
  ).split(' '),
);

const englishMeasures = new Map<string, string>([
  ['growth', 'growth'],
  ['grow', 'growth'],
  ['increas', 'growth'],
  ['reduction', 'reduction'],
  ['reduc', 'reduction'],
  ['cut', 'reduction'],
  ['decreas', 'reduction'],
  ['share', 'share'],
  ['rate', 'rate'],
  ['coverag', 'rate'],
]);

/** Spellings and words that mean one thing in names of indicators. */
const englishSame = new Map<string, string>([
  ['labor', 'labour'],
  ['worker', 'labour'],
  ['workforc', 'labour'],
  ['employment', 'job'],
  ['turnover', 'export'],
  ['hospital', 'bed'],
  ['physician', 'doctor'],
  ['woodland', 'forest'],
  ['income', 'income'],
  ['poor', 'poverty'],
  ['grp', 'grdp'],
  ['cooperativ', 'cooperative'],
]);

/**
 * Whether a text is English: no Vietnamese marks, and English function words (two, or one in at most four words) or two English words of the
 * field that cannot be Vietnamese syllables. Folded Vietnamese has "to", "do", "a", "me", "list" of its own, so these need company.
 */
export function isEnglish(text: string): boolean {
  if (hasDiacritics(text)) return false;
  const words = syllables(fold(text)).map((word) => word.text);
  const sure = words.filter((word) => sureWords.has(word)).length;
  const likely = words.filter((word) => englishFunctionWords.has(word)).length;
  const foreign = words.filter((word) => fieldWords.has(word) && !isPossibleSyllable(word)).length;
  return (sure > 0 && (likely > 1 || words.length <= 4)) || foreign > 1;
}

const sureWords = new Set(
  'the of what which how many much should does is are was for with from between compare target please where when'.split(
    ' ',
  ),
);

/** The words of an English text as terms ("en:job"), plurals and endings taken off; empty when nothing is left. */
export function englishTerms(text: string): Term[] {
  return syllables(text).flatMap(({ text: word, start, end }, at): Term[] => {
    const lower = fold(word);
    if (englishFunctionWords.has(lower) || englishEmptyWords.has(lower) || /^(?:19|20)\d\d$/.test(lower)) return [];
    const stem = stemOf(lower);
    const measure = englishMeasures.get(stem);
    if (measure !== undefined) return [{ id: measure, kind: 'measure', at, start, end }];
    return [{ id: `en:${englishSame.get(stem) ?? stem}`, kind: 'strong', at, start, end }];
  });
}

/** Crude and short: enough to make "jobs created" and "create jobs" meet. */
function stemOf(word: string): string {
  if (word.length < 4) return word;
  const base = word
    .replace(/ies$/, 'y')
    .replace(/(?:ing|ed|es|s)$/, '')
    .replace(/e$/, '');
  return base.length < 3 ? word : base;
}

/** English words of questions and what documents say for them, for searching; longest first where one begins another. */
const toVietnamese: readonly (readonly [string, string])[] = [
  ['deadline', 'thời hạn báo cáo'],
  ['report', 'báo cáo'],
  ['emulation movement', 'phong trào thi đua'],
  ['emulation', 'thi đua'],
  ['commendation', 'khen thưởng'],
  ['reward', 'khen thưởng'],
  ['directive', 'chỉ thị'],
  ['resolution', 'nghị quyết'],
  ['decision', 'quyết định'],
  ['plan', 'kế hoạch'],
  ['target', 'chỉ tiêu'],
  ['trained labour', 'lao động qua đào tạo'],
  ['trained labor', 'lao động qua đào tạo'],
  ['vocational training', 'đào tạo nghề'],
  ['jobs', 'việc làm'],
  ['employment', 'việc làm'],
  ['unemployment', 'thất nghiệp'],
  ['poor households', 'hộ nghèo'],
  ['poverty', 'hộ nghèo'],
  ['ethnic minority', 'dân tộc thiểu số'],
  ['forest cover', 'che phủ rừng'],
  ['forest', 'rừng'],
  ['budget revenue', 'thu ngân sách'],
  ['budget', 'ngân sách'],
  ['economic growth', 'tăng trưởng kinh tế'],
  ['economic structure', 'cơ cấu kinh tế'],
  ['per capita', 'bình quân đầu người'],
  ['income', 'thu nhập'],
  ['investment', 'vốn đầu tư'],
  ['exports', 'xuất khẩu'],
  ['export', 'xuất khẩu'],
  ['imports', 'nhập khẩu'],
  ['import', 'nhập khẩu'],
  ['tourists', 'khách du lịch'],
  ['tourism', 'du lịch'],
  ['health insurance', 'bảo hiểm y tế'],
  ['social insurance', 'bảo hiểm xã hội'],
  ['hospital beds', 'giường bệnh'],
  ['doctors', 'bác sĩ'],
  ['schools', 'trường'],
  ['new rural', 'nông thôn mới'],
  ['clean water', 'nước sạch'],
  ['cooperatives', 'hợp tác xã'],
  ['enterprises', 'doanh nghiệp'],
  ['businesses', 'doanh nghiệp'],
  ['population', 'dân số'],
  ['urbanisation', 'đô thị hóa'],
  ['urbanization', 'đô thị hóa'],
  ['electricity', 'điện'],
  ['roads', 'đường'],
  ['environment', 'môi trường'],
  ['party members', 'đảng viên'],
  ['public services', 'dịch vụ công'],
  ['online', 'trực tuyến'],
  ['crime', 'án'],
  ['traffic accidents', 'tai nạn giao thông'],
  ['signed', 'ký'],
  ['issued', 'ban hành'],
  ['who', 'ai'],
  ['when', 'khi nào'],
  ['responsible', 'chịu trách nhiệm'],
];

/** Words of targets that only English has. */
const fieldWords = new Set([
  ...toVietnamese.flatMap(([phrase]) => phrase.split(' ')),
  ...'coverage growth rate households communes standard share number hospital doctors insurance disbursement production'.split(
    ' ',
  ),
]);

/** The Vietnamese words for what an English question names, in its order, for searching; empty when it names nothing known. */
export function vietnameseWordsFor(english: string): string {
  const padded = ` ${syllables(fold(english))
    .map((word) => word.text)
    .join(' ')} `;
  const found: { at: number; words: string }[] = [];
  for (const [phrase, words] of [...toVietnamese].sort(([left], [right]) => right.length - left.length)) {
    const at = padded.indexOf(` ${phrase} `);
    const isFree = at >= 0 && !found.some((other) => other.words.includes(words) || words.includes(other.words));
    if (isFree) found.push({ at, words });
  }
  return found
    .sort((left, right) => left.at - right.at)
    .map(({ words }) => words)
    .join(' ');
}
