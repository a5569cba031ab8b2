import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuantities } from '../../src/vietnamese/quantity.ts';

const line = (text: string): string[] =>
  findQuantities(text).map(
    ({ valueText, comparator, min, max, unit }) => `${valueText} · ${comparator} ${min}..${max} · ${unit}`,
  );

const found: readonly [text: string, quantities: string[]][] = [
  ['đạt 3.505 tỷ đồng', ['3.505 tỷ đồng · = 3505..3505 · tỷ đồng']],
  ['trên 18,2 ngàn tỉ đồng', ['trên 18,2 ngàn tỉ đồng · > 18.2..null · ngàn tỉ đồng']],
  ['9.500-10.400 nghìn tỷ đồng', ['9.500-10.400 nghìn tỷ đồng · range 9500..10400 · nghìn tỷ đồng']],
  ['có thêm 03 xã', ['03 xã · = 3..3 · xã']],
  ['năng suất bình quân 68 tạ/ha', ['68 tạ/ha · = 68..68 · tạ/ha']],
  ['giữ ở mức 18 tiêu chí', ['18 tiêu chí · = 18..18 · tiêu chí']],
  ['tại quận 12, tiêu chí số 17', []],
  ['trồng mới 1.000 ha rừng', ['1.000 ha · = 1000..1000 · ha']],
  ['tạo việc làm cho 1.000 lao động', ['1.000 lao động · = 1000..1000 · lao động']],
  ['cho trên 100 hộ', ['trên 100 hộ · > 100..null · hộ']],
  ['12 bác sĩ trên 10.000 dân', ['12 bác sĩ · = 12..12 · bác sĩ']],
  ['giá trị sản phẩm trên 1 ha đất đạt 95 triệu đồng', ['95 triệu đồng · = 95..95 · triệu đồng']],
  ['05 - 06%/năm', ['05 - 06%/năm · range 5..6 · %/năm']],
  ['6% - 6,5%', ['6% - 6,5% · range 6..6.5 · %']],
  ['45% – 50%', ['45% – 50% · range 45..50 · %']],
  ['từ 1,5 đến 2%', ['từ 1,5 đến 2% · range 1.5..2 · %']],
  ['1 -1,5%', ['1 -1,5% · range 1..1.5 · %']],
  ['từ 11 - 12% trở lên', ['từ 11 - 12% trở lên · range 11..12 · %']],
  ['từ 85% trở lên', ['từ 85% trở lên · >= 85..null · %']],
  ['99% trở lên', ['99% trở lên · >= 99..null · %']],
  ['từ 30% học sinh', ['từ 30% · >= 30..null · %']],
  ['tối thiểu là 80%', ['tối thiểu là 80% · >= 80..null · %']],
  ['không thấp hơn 97%', ['không thấp hơn 97% · >= 97..null · %']],
  ['≥ 95%', ['≥ 95% · >= 95..null · %']],
  ['>= 80%', ['>= 80% · >= 80..null · %']],
  ['đạt và vượt 100%', ['đạt và vượt 100% · >= 100..null · %']],
  ['không quá 105%', ['không quá 105% · <= null..105 · %']],
  ['không vượt quá 9 người/100.000 dân', ['không vượt quá 9 người/100.000 dân · <= null..9 · người/100.000 dân']],
  ['tối đa 70%', ['tối đa 70% · <= null..70 · %']],
  ['< 0,09%', ['< 0,09% · < null..0.09 · %']],
  ['dưới 3‰', ['dưới 3‰ · < null..3 · ‰']],
  ['khoảng 555 nghìn người', ['khoảng 555 nghìn người · ~ 555..555 · nghìn người']],
  ['khoảng trên 20%', ['khoảng trên 20% · > 20..null · %']],
  ['gần 130 tỷ đồng', ['gần 130 tỷ đồng · ~ 130..130 · tỷ đồng']],
  ['khoảng 30,5 - 31%', ['khoảng 30,5 - 31% · range 30.5..31 · %']],
  ['35-40% so với GRDP', ['35-40% so với GRDP · range 35..40 · % so với GRDP']],
  ['không quá 5% GDP', ['không quá 5% GDP · <= null..5 · % GDP']],
  ['đạt 95% dân số.', ['95% dân số · = 95..95 · % dân số']],
  ['91% dân số nông thôn', ['91% · = 91..91 · %']],
  ['đạt 100% kế hoạch', ['100% kế hoạch · = 100..100 · % kế hoạch']],
  ['1,5 điểm phần trăm', ['1,5 điểm phần trăm · = 1.5..1.5 · điểm phần trăm']],
  ['2 điểm %/năm', ['2 điểm %/năm · = 2..2 · điểm %/năm']],
  ['44 triệu đồng/người/năm', ['44 triệu đồng/người/năm · = 44..44 · triệu đồng/người/năm']],
  ['3.200 - 3.500USD', ['3.200 - 3.500USD · range 3200..3500 · USD']],
  ['500 kg/người/năm', ['500 kg/người/năm · = 500..500 · kg/người/năm']],
  ['110ha cây ăn quả', ['110ha · = 110..110 · ha']],
  ['107 bé trai/100 bé gái', ['107 bé trai/100 bé gái · = 107..107 · bé trai/100 bé gái']],
  ['4/100.000 trẻ đẻ sống', ['4/100.000 trẻ đẻ sống · = 4..4 · /100.000 trẻ đẻ sống']],
  ['17,2 tiêu chí/xã', ['17,2 tiêu chí/xã · = 17.2..17.2 · tiêu chí/xã']],
  [
    '9,5 bác sĩ và 31 giường bệnh/1 vạn dân',
    ['9,5 bác sĩ · = 9.5..9.5 · bác sĩ/1 vạn dân', '31 giường bệnh/1 vạn dân · = 31..31 · giường bệnh/1 vạn dân'],
  ],
  ['xếp vị thứ 03/08 huyện, thành phố trở lên', ['xếp vị thứ 03/08 huyện, thành phố trở lên · <= null..3 · thứ hạng']],
  ['đứng thứ 20/63 trở lên', ['đứng thứ 20/63 trở lên · <= null..20 · thứ hạng']],
  ['ở vị trí 5 trở lên', ['ở vị trí 5 trở lên · <= null..5 · thứ hạng']],
  ['trong nhóm 3 huyện dẫn đầu tỉnh', ['3 huyện dẫn đầu · <= null..3 · thứ hạng']],
  ['nằm trong top 20 cả nước', ['20 cả nước · <= null..20 · thứ hạng']],
  ['đạt từ 15 đảng viên trở lên/năm', ['từ 15 đảng viên trở lên/năm · >= 15..null · đảng viên/năm']],
  ['02 hợp tác xã', ['02 hợp tác xã · = 2..2 · hợp tác xã']],
  ['1,5 triệu lượt khách', ['1,5 triệu lượt khách · = 1.5..1.5 · triệu lượt khách']],
  ['12 thư viện số', ['12 thư viện · = 12..12 · thư viện']],
  ['7 lò đốt', ['7 lò · = 7..7 · lò']],
  ['15 kỹ thuật mới', ['15 kỹ thuật · = 15..15 · kỹ thuật']],
  ['12/12 xã, thị trấn', ['12/12 xã, thị trấn · = 12..12 · xã, thị trấn']],
  ['ít nhất một cơ sở', ['ít nhất một cơ sở · >= 1..null · cơ sở']],
  ['giảm từ 20 xuống 15 vụ', ['15 vụ · = 15..15 · vụ']],
  ['từ 45% năm 2020 lên 60%', ['60% · = 60..60 · %']],
  ['từ trên 47 triệu đồng lên 55 triệu đồng', ['55 triệu đồng · = 55..55 · triệu đồng']],
  ['từ 10,5% thành 12%', ['12% · = 12..12 · %']],
  ['“đạt 21,2 tỷ USD” thành “đạt trên 22,5 tỷ USD”', ['trên 22,5 tỷ USD · > 22.5..null · tỷ USD']],
  ['78.000 tỷ đồng, thay vì 72.500 tỷ đồng', ['78.000 tỷ đồng · = 78000..78000 · tỷ đồng']],
  ['không để nợ thuế quá 8%', ['quá 8% · <= null..8 · %']],
  ['không còn xã dưới 13 tiêu chí', ['dưới 13 tiêu chí · >= 13..null · tiêu chí']],
  ['nằm trong nhóm 40 nước dẫn đầu', ['40 nước dẫn đầu · <= null..40 · thứ hạng']],
  ['dat tren 70%', ['tren 70% · > 70..null · %']],
];

const none = [
  'Chỉ thị số 34-CT/TW ngày 07/4/2014',
  'Kế hoạch số 15/KH-UBND',
  'Nghị quyết số 42/2019/NQ-HĐND ngày 09 tháng 12 năm 2019',
  'Luật số 72/2025/QH15',
  'giai đoạn 2021 - 2025',
  'đến hết năm 2025',
  'lúc 08:03, 14h30',
  'điện thoại: 0243.943.1234',
  'Đại hội lần thứ 13, mức độ 4, khoản 2 Điều 15',
  'Chương trình 135, Đề án 06, Quốc lộ 14',
  '10 nhiệm vụ trọng tâm, 4 phong trào thi đua, 3 trụ cột',
  '90 năm ngày thành lập, 6 tháng đầu năm, 5 năm tới',
  '20 tập thể, 15 cá nhân',
  'Covid-19, công nghệ 4.0, 24/7',
  'KV1, KV2',
  'số giường bệnh trên 01 vạn dân',
  'hai bên cùng phát triển, một số nơi',
  '',
];

describe('findQuantities', () => {
  it.each(found)('reads %s', (text, expected) => {
    expect(line(text)).toEqual(expected);
  });

  it.each(none)('finds none in %s', (text) => {
    expect(findQuantities(text).filter(({ kind }) => kind !== 'none')).toEqual([]);
  });

  it('gives a bare number without a unit', () => {
    expect(line('Chỉ số đạt 0,75')).toEqual(['0,75 · = 0.75..0.75 · ']);
  });

  it('gives offsets that slice to the value, for any text', () => {
    const pieces = [
      'trên ',
      '5',
      '%',
      ' - ',
      'từ ',
      '3.505',
      ' tỷ đồng',
      ' đến ',
      '/',
      'năm ',
      '2025',
      ' xã',
      '≥',
      ' trở lên',
      '(',
      '\n',
      'é',
      '🙂',
    ];
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(fc.constantFrom(...pieces)).map((parts) => parts.join('')),
        ),
        (text) => {
          const nfc = text.normalize('NFC');
          for (const { start, end, valueText, min, max } of findQuantities(nfc)) {
            expect(nfc.slice(start, end)).toBe(valueText);
            expect(min ?? max).not.toBeNull();
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
