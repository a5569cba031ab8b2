import { fold } from '../vietnamese/fold.ts';
import { remembered } from '../vietnamese/remembered.ts';
import { canonicalSyllable, foldedSyllable, syllables } from '../vietnamese/syllables.ts';
import { wholeWords } from '../vietnamese/whole-words.ts';

/** Words of asking, of politeness and of the language of plans: they say nothing of what is asked about. "·" parts the phrases. */
export const fillerPhrases = `
ai · bao nhiêu · là bao nhiêu · nhiêu · mấy · bn · bnhiu · bnhieu · là mấy · là gì · gì · nào · là nào · thế nào · như thế nào
ra sao · sao · ntn · xin hỏi · cho hỏi · cho tôi hỏi · cho em hỏi · cho mình hỏi · cho tôi biết · cho biết · cho em biết
cho mình biết · làm ơn · vui lòng · hãy · giúp tôi · giúp em · giúp mình · giúp · tôi muốn · em muốn · muốn biết · muốn hỏi
muốn · tôi cần · cần biết · cần · ạ · nhé · nhỉ · à · ơi · dạ · quản trị viên · bạn · tôi · em · mình · anh chị · anh · chị · ad
admin · bot · thưa · với · vậy · thì sao · thì · thế · hỏi · biết · nha · ha · dùm · giùm · phấn đấu · đặt ra · đề ra · đưa ra
phải đạt · cần đạt · đạt được · đạt tới · đạt mức · đạt · phải · sẽ · được · nên · là · ở mức · mức · dự kiến · cụ thể · tra cứu
tìm kiếm · cho xem · hiển thị · nêu · nêu rõ · về việc · hiện nay · hiện tại · nay · năm nay · trong năm · cả năm
trong nhiệm kỳ · nhiệm kỳ · giai đoạn · trong giai đoạn · cuối năm · hết năm · đến năm · đến cuối · vào năm · vào · tới · năm
mỗi năm · hằng năm · hàng năm · một năm · từng năm · mỗi · so với · so với năm · cùng kỳ · của tỉnh · của huyện · của xã
của thành phố · toàn tỉnh · toàn huyện · trong tỉnh · trên địa bàn tỉnh · trên địa bàn huyện · trên địa bàn · tại · ở · của
các · những · này · kia · ấy · đó · trong đó · nói chung · và · còn · nữa · cũng · đều · chỉ · mà · hay · hoặc · hoặc là · để
cho · về · theo · đối với · trong · có · có được · không · chưa · đã · đang · bị · do · từ · đến · thêm được · ra · nhờ
trở lên · tối thiểu · ít nhất · trên mấy · không quá · tối đa · phần trăm · phần nghìn · điểm phần trăm · thuộc · so sánh
đối chiếu · nơi nào · tỉnh nào · huyện nào · xã nào · địa phương nào · bên nào · đâu · cao hơn · thấp hơn · nhiều hơn · ít hơn
cao nhất · thấp nhất · nhiều nhất · lớn hơn · nhỏ hơn · hơn kém · chênh lệch · vui · với ạ · được không · đúng không
xin chào · chào · chào bạn · chào em · chào anh chị · chào buổi sáng · hello · hi · alo · a lô · em ơi · anh ơi · chị ơi · bạn ơi · ad ơi
cho em xin · cho tôi xin · cho mình xin · xin · v · vậy ạ · thế ạ · với nhé · nhen · nhá · kể · kể tên · kể giúp tôi · kể ra · tóm tắt
liệt kê · tổng hợp lại · chênh nhau · chênh · khác nhau · thế nhỉ · chắc là · khoảng mấy · cả thảy
anh chị ơi · bác ơi · cô ơi · chú ơi · sếp ơi · đồng chí · giùm em · giùm tôi · giùm mình · hộ em · hộ tôi · hộ mình · hộ cái · gấp nhé
xin cho biết · làm ơn cho biết · rồi · luôn · hen · hén · hả · à quên · à nhầm · nhắc lại · theo văn bản · vậy ta · thế à
check · check giúp · check giùm · update · info · please · target · plan · kpi · là nhiêu · tầm mấy · cỡ mấy · khoảng tầm · thế còn · vậy còn
được nhắc · được nhắc đến · nhắc đến · nhắc tới · nói đến · nói tới · nói về · đề cập · đề cập đến · được nêu · được nói · viết về · hôm nay
văn bản nào · văn bản gì · việc gì · điều gì · những việc gì
gồm · bao gồm · gồm có · phải không · có phải · số bao nhiêu · được bao nhiêu · lên bao nhiêu · xuống bao nhiêu · không vượt · không vượt quá · không được quá
không được vượt quá · không thấp hơn · không dưới · không ít hơn · tối đa là · tối thiểu là · nhiều nhất là · ít nhất là · ít ra
`;

/** Words that say nothing in a question about a figure and something in one about a text. */
const figureFillers = `
thông tin · dữ liệu · số liệu · con số · yêu cầu · xác định · địa phương · giao · được giao · giao chỉ tiêu · chỉ tiêu
mục tiêu · chỉ tiêu về · mục tiêu về · kế hoạch là · theo kế hoạch · ủy ban nhân dân · ubnd · hội đồng nhân dân · hđnd · tỉnh ủy
huyện ủy · thành ủy · chính quyền · lộ trình · khống chế · kiềm chế · hướng tới · vươn tới · tiền · đồng · tỷ đồng · triệu đồng · usd · đô · đô la · triệu đô · tỷ đô · ngàn tỷ · nghìn tỷ · liên quan · điều chỉnh
sau điều chỉnh · điều chỉnh thành · điều chỉnh lên · thành · lên · tổng cộng · bốn · ba · hai · sáu · bảy · tám · chín · cuối
đạt mục tiêu · đặt mục tiêu · đạt chỉ tiêu · đặt chỉ tiêu · mục tiêu đạt · 1 năm · một kỳ · 1 kỳ · cái nào · cái gì · cái · giữa · ước · ước đạt · ước tính · ước thực hiện · thực hiện năm · kết quả năm · hết · đến hết · theo công văn · theo quyết định
theo nghị quyết · theo chỉ thị · theo thông báo · theo chương trình · theo đề án · kế hoạch năm
quyết nghị · thông qua · thông qua chỉ tiêu · biểu quyết · biểu quyết thông qua · giao dự toán · đại hội · đại hội đảng · đại hội đảng bộ · nghị quyết đảng bộ · nghị quyết đại hội · đặt mức · đặt chỉ tiêu là · yêu cầu đạt · yêu cầu phải đạt · phong trào thi đua · trong phong trào · phong trào · trong đợt thi đua · kế hoạch phát triển kinh tế - xã hội · giữ · giữ mức · giữ ở mức · duy trì · chốt · ấn định · cam kết · hướng đến · lên đến · tới mức · còn lại
thủ tướng · thủ tướng chính phủ · của thủ tướng · chính phủ đặt · quốc hội đặt · quốc hội quyết nghị · đại hội đặt · đại hội đề ra · đại hội đặt ra
thực tế · thực tế đạt · thực tế đạt được
đầu năm · hiện · nhằm · trên · dưới · khoảng · đặt · xem · tra · tìm · phía · bên · chung · riêng · hơn · nhau · nhiều · bằng
`;

type Filler = { accented: string[]; folded: string[]; isForFigures: boolean };

const fillersByFirst = makeFillers();

function makeFillers(): Map<string, Filler[]> {
  const byFirst = new Map<string, Filler[]>();
  const tables = [
    { phrases: fillerPhrases, isForFigures: false },
    { phrases: figureFillers, isForFigures: true },
  ];
  for (const { phrases, isForFigures } of tables) {
    for (const phrase of phrases.split(/\n|·/)) {
      const parts = syllables(phrase).map(({ text }) => text);
      const key = foldedSyllable(parts[0] ?? '');
      if (key === '') continue;
      const filler = { accented: parts.map(canonicalSyllable), folded: parts.map(foldedSyllable), isForFigures };
      byFirst.set(key, [...(byFirst.get(key) ?? []), filler]);
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.folded.length - a.folded.length);
  return byFirst;
}

/** A syllable as typed, made ready to be compared with fillers. */
export type TypedSyllable = {
  /** With its marks; null for one typed without. */
  accented: string | null;
  folded: string;
  /** It stands in a text typed with marks, so that having none is a spelling too: "thi" (đua) is not "thì". */
  isSpelled: boolean;
};

/** From this share of marked syllables on a text counts as typed with marks. */
const markedFrom = 0.4;

/** The syllables of a question, ready to be compared with fillers. */
export function typedSyllables(found: readonly { text: string }[]): TypedSyllable[] {
  const forms = found.map(({ text }) => formsOf(text));
  const isSpelled = forms.filter(({ accented }) => accented !== null).length >= found.length * markedFrom;
  return forms.map(({ accented, folded }) => ({ accented, folded, isSpelled }));
}

const formsOf = remembered(
  (text): Pick<TypedSyllable, 'accented' | 'folded'> => ({
    accented: fold(text) === text.toLowerCase() ? null : canonicalSyllable(text),
    folded: foldedSyllable(text),
  }),
);

/**
 * How many syllables from here are words of asking or politeness, the longest reading; 0 for none. A word typed with marks is a filler
 * only in just these marks ("đất" is not "đạt"); typed without, it is one by its letters. `kind`: what the question asks about.
 */
export function fillerLength(typed: readonly TypedSyllable[], at: number, kind: 'figure' | 'text' = 'figure'): number {
  const candidates = fillersByFirst.get(typed[at]?.folded ?? '') ?? [];
  const usable = (filler: Filler): boolean =>
    (kind === 'figure' || !filler.isForFigures) && standsAt(filler, typed, at);
  return candidates.find(usable)?.folded.length ?? 0;
}

/** By their letters, the words in which a syllable of asking is none. */
const wholeByLetters = Map.groupBy(
  wholeWords.map((word) => word.split(' ')),
  (word) => word.map(foldedSyllable).join(' '),
);

function isInWord(typed: readonly TypedSyllable[], at: number): boolean {
  return areWord(typed[at - 1], typed[at]) || areWord(typed[at], typed[at + 1]);
}

function areWord(left: TypedSyllable | undefined, right: TypedSyllable | undefined): boolean {
  const fits = (syllable: TypedSyllable | undefined, part: string | undefined): boolean =>
    syllable?.accented === null || syllable?.accented === canonicalSyllable(part ?? '');
  const words = wholeByLetters.get(`${left?.folded} ${right?.folded}`) ?? [];
  return words.some(([first, second]) => fits(left, first) && fits(right, second));
}

/** "3 sao", "từ 3 đến 5 sao": stars, not how. */
const isStars = (typed: readonly TypedSyllable[], at: number): boolean =>
  typed[at]?.folded === 'sao' && /^\d/.test(typed[at - 1]?.folded ?? '');

function standsAt({ folded, accented }: Filler, typed: readonly TypedSyllable[], at: number): boolean {
  if (folded.length === 1 && (isInWord(typed, at) || isStars(typed, at))) return false;
  return folded.every((part, index) => {
    const syllable = typed[at + index];
    if (syllable?.folded !== part) return false;
    if (syllable.accented !== null) return syllable.accented === accented[index];
    return folded.length > 1 || !syllable.isSpelled || accented[index] === part;
  });
}

/** The text without words of asking at its ends and without "bao nhiêu", "mấy" inside: what a sentence can name as the thing asked. */
export function trimFillers(text: string): string {
  const inner = text
    .replace(
      /(?<!\p{L})(?:là |đạt )?(?:bao nhiêu|bao nhieu|mấy|may|bn)(?:\s?%|\s+(?:phần trăm|phan tram))?(?!\p{L})/giu,
      ' ',
    )
    .replace(/\s+/g, ' ');
  const found = syllables(inner);
  const typed = typedSyllables(found);
  let first = 0;
  for (let length = fillerLength(typed, first); length > 0; length = fillerLength(typed, first)) first += length;
  let last = found.length;
  for (let at = first; at < last; ) {
    const length = fillerLength(typed, at);
    if (length > 0 && isAllFiller(typed, at)) last = at;
    else at += Math.max(1, length);
  }
  return inner.slice(found[first]?.start ?? 0, found[last - 1]?.end ?? 0).trim();
}

function isAllFiller(typed: readonly TypedSyllable[], from: number): boolean {
  for (let at = from; at < typed.length; ) {
    const length = fillerLength(typed, at);
    if (length === 0) return false;
    at += length;
  }
  return true;
}
