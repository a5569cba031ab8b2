import { describe, expect, it } from 'vitest';
import { trimFillers } from '../../src/tools/question-words.ts';
import { fold } from '../../src/vietnamese/fold.ts';

/** Names of fields with a syllable in them that alone only asks or links. */
const fields = [
  'giáo dục',
  'giao thông',
  'môi trường',
  'lao động',
  'tài nguyên',
  'tôn giáo',
  'thanh niên',
  'thành lập hợp tác xã',
  'hải quan',
  'công bằng',
  'tiền lương',
  'dược phẩm',
  'cải cách hành chính',
  'kế hoạch hóa gia đình',
  'kiểm tra',
  'an ninh trật tự',
  'nông thôn mới',
  'mỗi xã một sản phẩm',
  'xây dựng đảng',
  'tư pháp',
  'trẻ em',
  'bảo hiểm xã hội',
  'tai nạn giao thông',
  'vận tải',
  'trồng rừng',
  'tiêm chủng',
  'đấu thầu',
  'ma túy',
  'hộ cận nghèo',
  'tội phạm',
];

describe('what a question is about', () => {
  it.each(fields)('%s stays whole, with marks and without', (field) => {
    expect(trimFillers(field)).toBe(field);
    expect(trimFillers(`về ${field}`)).toBe(field);
    expect(trimFillers(`cac chi tieu ve ${fold(field)} la bao nhieu`)).toBe(fold(field));
  });
});
