import { fold, hasDiacritics } from './fold.ts';

/**
 * Words that, folded, look like a word of quantities or of goals and are another: "đất" is not "đạt", "tầng" is not "tăng",
 * "giám" is not "giảm". They are masked, so that a pattern can be written on folded text and still tell them apart.
 */
const lookAlikes =
  'đất|đặt|dắt|gắn|gan|khoang|khoáng|hôn|cơ|cờ|cỡ|lá|con|nam|nấm|nắm|giám|tặng|tầng|tảng|táng|tang|đa|da|đá|dạ|ược|' +
  'đà|(?<=(?:cao|mặt) )bằng|tự|tư|tứ|tử|thứ|thư|thú|thủ|lại|lái|tồi|đền|đèn|chiêm|quà|quả|chỗ|chở|chờ|chó|giáo|trồng|năng|nặng|nàng|nắng|cố|cổ|cô|cỏ|cò|' +
  'tai|tài|tái|ca|cá|cà|chúng|chủng|chứng|chưng|vôi|vòi|voi|phái|vá|bảng|băng|bang|bàng|chợ|dược|gặp|tội|đen|xưởng|xương|(?<!cơ )sở|đê|dê|dừa|dứa|(?<!vận )tải';

/** Small Latin letters and digits, spelt out: the engine looks classes of all scripts up at each character, three times as slowly. */
const inWord = '[0-9a-zà-öø-ɏạ-ỿ]';
const lookAlike = new RegExp(`(?<!${inWord})(?:${lookAlikes})(?!${inWord})`, 'g');

/**
 * The text as patterns about quantities read it: folded, white space as blanks, look-alikes with "§" for their first letter. It has the same
 * length, so offsets carry over. Text written without diacritics is only folded.
 */
export function quantityText(text: string): string {
  const lower = text.toLowerCase();
  const plain = lower.length === text.length ? lower : text;
  const masked = hasDiacritics(plain) ? plain.replace(lookAlike, (word) => `§${word.slice(1)}`) : plain;
  return fold(masked).replace(/[^\S ]/g, ' ');
}
