import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Locality } from '../../src/domain/locality.ts';
import { buildGazetteer, type FindOptions } from '../../src/vietnamese/gazetteer.ts';

const table = JSON.parse(readFileSync(new URL('../../data/localities.json', import.meta.url), 'utf8'));
const provinces = buildGazetteer(table);
const learnt: Locality[] = [
  { key: 'huyen-cho-don', name: 'huyện Chợ Đồn', level: 'district', within: 'bac-kan' },
  { key: 'thanh-pho-vi-thanh', name: 'thành phố Vị Thanh', level: 'district', within: 'hau-giang' },
  { key: 'xa-ngoc-linh', name: 'xã Ngọc Linh', level: 'commune', within: null },
  { key: 'xa-doan-ket', name: 'xã Đoàn Kết', level: 'commune', within: null },
  { key: 'bo-noi-vu', name: 'Bộ Nội vụ', level: 'body', within: null },
];
const gazetteer = provinces.withNames(learnt);
const keys = (text: string, options?: FindOptions): string[] =>
  gazetteer.find(text, options).map(({ locality }) => locality.key);

describe('find: towns and districts that have a province’s name', () => {
  it.each([
    ['TP Điện Biên Phủ hộ nghèo', ['thanh-pho-dien-bien-phu']],
    ['tp dien bien phu ho ngheo', ['thanh-pho-dien-bien-phu']],
    ['huyện Điện Biên Đông', ['huyen-dien-bien-dong']],
    ['huyen dien bien 2024', ['huyen-dien-bien']],
    ['thi xa quang tri', ['thi-xa-quang-tri']],
    ['tp cao bang', ['thanh-pho-cao-bang']],
    ['chiến thắng Điện Biên Phủ', []],
    ['Điện Biên phủ sóng 5G', ['dien-bien']],
    ['dien bien phu song 5g bao nhieu xa', ['dien-bien']],
    ['cac huyen cao bang', ['cao-bang']],
    ['bao nhieu huyen kon tum', ['kon-tum']],
  ])('%s → %j', (text, expected) => {
    expect(keys(text, { asked: true })).toEqual(expected);
  });
});

describe('find: provinces', () => {
  it.each([
    ['UBND tỉnh Đắk Nông ban hành kế hoạch', ['dak-nong']],
    ['Đăk Nông 2025', ['dak-nong']],
    ['đắc lắc', ['dak-lak']],
    ['Daklak', ['dak-lak']],
    ['dak nong grdp binh quan', ['dak-nong']],
    ['ty le che phu rung cao bang nam 2023', ['cao-bang']],
    ['tỷ lệ che phủ rừng cao bằng năm 2023', ['cao-bang']],
    ['So sánh Kon Tum 2020 và Cao Bằng 2023', ['kon-tum', 'cao-bang']],
    ['so sánh kon tum với cao bằng', ['kon-tum', 'cao-bang']],
    ['Hoà Bình 2024', ['hoa-binh']],
    ['Hòa Bình'.normalize('NFD').normalize('NFC'), ['hoa-binh']],
    ['tỉnh Hòa Bình', ['hoa-binh']],
    ['tỷ lệ hộ nghèo hòa bình năm 2023', ['hoa-binh']],
    ['ở thái bình', ['thai-binh']],
    ['ỦY BAN NHÂN DÂN\nTỈNH CAO BẰNG', ['cao-bang']],
    ['Đại hội Đảng bộ tỉnh Đắk Nông lần thứ XII', ['dak-nong']],
    ['TP. Hồ Chí Minh', ['ho-chi-minh']],
    ['TPHCM 2023', ['ho-chi-minh']],
    ['tp.hcm', ['ho-chi-minh']],
    ['TP Huế', ['hue']],
    ['Thừa Thiên - Huế', ['hue']],
    ['Bà Rịa - Vũng Tàu', ['ba-ria-vung-tau']],
    ['BR-VT', ['ba-ria-vung-tau']],
    ['UBND HN', ['ha-noi']],
    ['phân công Nghệ An thực hiện', ['nghe-an']],
    ['cán bộ Hải Phòng học tập', ['hai-phong']],
    ["What is Kon Tum's export target for 2020?", ['kon-tum']],
    ['How many jobs should Dak Nong create', ['dak-nong']],
    ['bao nhieu ho dua gia suc ra khoi gam san nha o cao bang', ['cao-bang']],
  ])('finds in %j %j', (text, expected) => {
    expect(keys(text)).toEqual(expected);
  });

  it.each([
    'nâng cao bằng nhiều cách',
    'giữ vững hòa bình, ổn định',
    'vì hòa bình và phát triển',
    'sống thái bình',
    'Châu Á - Thái Bình Dương',
    'tư tưởng Hồ Chí Minh',
    'Chủ tịch Hồ Chí Minh',
    'Đoàn Thanh niên Cộng sản Hồ Chí Minh',
    'Nguyễn Thái Bình',
    'ông Trần Hưng Yên',
    'công nghệ an toàn',
    'cong nghe an toan',
    'an ninh bình yên',
    'môi trường sinh thái nguyên sơ',
    'lao động thấp',
    'trồng mới 570 ha năm 2022',
    'trong moi 570 ha nam 2022',
    'nông, lâm đồng bộ',
    'tạo động lực làm động lực phát triển',
    'phát triển Việt Nam định hướng xã hội chủ nghĩa',
    'hai phòng học',
    'hải dương học',
    'thanh hóa đơn',
    'HN 2023',
    'CT 2023',
    'Sâm Ngọc Linh',
    'trồng sâm Ngọc Linh',
    'phát huy sức mạnh đoàn kết',
    'Tỷ lệ che phủ rừng cả tỉnh',
    'Mặt trận Tổ quốc Việt Nam',
    'Chủ tịch UBND tỉnh Hồ Văn Mười',
    'Chủ tịch UBND huyện Nguyễn Văn An',
    '',
  ])('finds none in %j', (text) => {
    expect(keys(text)).toEqual([]);
  });

  it('spans the kind of place with the name', () => {
    const text = 'của tỉnh Đắk Nông, nhiệm kỳ';
    expect(provinces.find(text).map(({ start, end }) => text.slice(start, end))).toEqual(['tỉnh Đắk Nông']);
  });

  it('prints names as documents do', () => {
    const name = (text: string) => provinces.find(text)[0]?.locality.name;
    expect(name('dak nong')).toBe('tỉnh Đắk Nông');
    expect(name('TP.HCM')).toBe('thành phố Hồ Chí Minh');
    expect(name('tỉnh Thừa Thiên Huế')).toBe('tỉnh Thừa Thiên Huế');
  });

  it('finds the whole country where it is a place', () => {
    expect(keys('so với cả nước')).toEqual(['viet-nam']);
    expect(keys('trên toàn quốc')).toEqual(['viet-nam']);
    expect(keys('GDP của Việt Nam')).toEqual(['viet-nam']);
    expect(keys('Đảng Cộng sản Việt Nam')).toEqual([]);
  });
});

describe('find: places named with their kind', () => {
  it.each([
    ['huyện Ba Bể phấn đấu', 'huyen-ba-be', 'huyện Ba Bể'],
    ['thị trấn Bằng Lũng phấn đấu', 'thi-tran-bang-lung', 'thị trấn Bằng Lũng'],
    ['Các xã Ngọc Phái, Quảng Bạch', 'xa-ngoc-phai', 'xã Ngọc Phái'],
    ['thị xã Gia Nghĩa', 'thi-xa-gia-nghia', 'thị xã Gia Nghĩa'],
    ['thành phố Gia Nghĩa', 'thanh-pho-gia-nghia', 'thành phố Gia Nghĩa'],
    ['thành phố Cao Bằng', 'thanh-pho-cao-bang', 'thành phố Cao Bằng'],
    ['huyện Đắk R’Lấp', 'huyen-dak-r-lap', 'huyện Đắk R’Lấp'],
    ['Quận 1', 'quan-1', 'quận 1'],
    ['đặc khu Lý Sơn', 'dac-khu-ly-son', 'đặc khu Lý Sơn'],
    ['ỦY BAN NHÂN DÂN HUYỆN CHỢ ĐỒN', 'huyen-cho-don', 'huyện Chợ Đồn'],
    ['xã Hòa Bình', 'xa-hoa-binh', 'xã Hòa Bình'],
  ])('reads %j as %s', (text, key, name) => {
    expect(provinces.find(text).map(({ locality }) => [locality.key, locality.name])).toEqual([[key, name]]);
  });

  it('tells the province it lies in when the text does', () => {
    const found = provinces.find('UBND huyện Chợ Đồn, tỉnh Bắc Kạn');
    expect(found.map(({ locality }) => [locality.key, locality.within])).toEqual([
      ['huyen-cho-don', 'bac-kan'],
      ['bac-kan', null],
    ]);
  });

  it.each([
    'KINH TẾ - XÃ HỘI',
    'an sinh xã hội',
    'số xã đạt chuẩn nông thôn mới',
    'xã NTM nâng cao',
    'các huyện, thị xã, thành phố',
    'Huyện ủy, Thành ủy',
    'SỐ XÃ ĐẠT CHUẨN',
    'cơ quan Trung ương',
    'toàn xã. Số hộ nghèo',
    'huyện nào của tỉnh',
  ])('finds no place in %j', (text) => {
    expect(provinces.find(text)).toEqual([]);
  });
});

describe('find: questions', () => {
  it.each([
    ['UBND huyện ở Q.Trị báo cáo', ['quang-tri']],
    ['q.ngai 2024', ['quang-ngai']],
    ['B.Thuận 2023', ['binh-thuan']],
    ['Q. Ninh Kiều thu ngân sách', ['quan-ninh-kieu']],
    ['quận Hải Châu', ['quan-hai-chau']],
    ['kham nghia vu quan su truoc ngay nao', []],
    ['canh quan moi truong sach dep', []],
  ])('reads %j with a point or without marks', (text, expected) => {
    expect(keys(text, { asked: true })).toEqual(expected);
  });

  it('knows places learnt from directives without their kind', () => {
    expect(keys('tong thu ngan sach cho don 2022')).toEqual(['huyen-cho-don']);
    expect(keys('huyện chợ đồn 2022')).toEqual(['huyen-cho-don']);
    expect(keys('tp vi thanh 2024')).toEqual(['thanh-pho-vi-thanh']);
    expect(keys('Chợ Đồn trồng mới bao nhiêu ha rừng')).toEqual(['huyen-cho-don']);
    expect(keys('Bộ Nội vụ giao gì?')).toEqual(['bo-noi-vu']);
    expect(provinces.find('tong thu ngan sach cho don 2022')).toEqual([]);
  });

  it.each([
    ['cao bagn 2023', 'cao-bang'],
    ['dak nogn', 'dak-nong'],
    ['kon tm 2020', 'kon-tum'],
    ['cao băng 2023', 'cao-bang'],
  ])('forgives one slip in %j', (text, key) => {
    expect(gazetteer.find(text).map(({ locality, exact }) => [locality.key, exact])).toEqual([[key, false]]);
  });
  it.each(['con tum', 'bình minh', 'long anh', 'ha nay', 'kon'])('takes %j for no slip', (text) => {
    expect(keys(text)).toEqual([]);
  });

  it.each([
    ['thu ngân sách tỉnh Kon Tùm', 'kon-tum'],
    ['hộ nghèo huyện Chợ Đồnn', 'huyen-cho-don'],
    ['biên chế cấp huyện Kon Tum', 'kon-tum'],
  ])('reads the place of %j in a question', (text, key) => {
    expect(keys(text, { asked: true })).toEqual([key]);
  });
  it('takes an unknown district in small letters for a place nobody has figures of, in questions only', () => {
    const [found] = gazetteer.find('huyen ba be 2022', { asked: true });
    expect(found).toMatchObject({ locality: { key: 'huyen-ba-be', level: 'district' }, exact: false });
    expect(gazetteer.find('UBND huyện tổ chức hội nghị')).toEqual([]);
    expect(gazetteer.find('các huyện còn lại')).toEqual([]);
    const names = (text: string) => gazetteer.find(text).map(({ locality }) => locality.name);
    expect(names('Đảng bộ huyện Mường La - Dấu ấn một nhiệm kỳ')).toEqual(['huyện Mường La']);
    expect(names('thành phố Phan Rang - Tháp Chàm')).toEqual(['thành phố Phan Rang - Tháp Chàm']);
  });

  it('needs no capitals anywhere when the text is known to be a question', () => {
    expect(keys('Tỷ lệ BHYT Cao Bằng và kon tum', { asked: true })).toEqual(['cao-bang', 'kon-tum']);
    expect(keys('Tỷ lệ BHYT Cao Bằng và kon tum', { asked: false })).toEqual(['cao-bang']);
  });
});

describe('provinces through time', () => {
  it('knows what became of a former province', () => {
    expect(gazetteer.successorsOf('dak-nong').map(({ key }) => key)).toEqual(['lam-dong']);
    expect(gazetteer.successorsOf('lam-dong')).toEqual([]);
    expect(gazetteer.successorsOf('nowhere')).toEqual([]);
    expect(gazetteer.partsOf('lam-dong').map(({ key }) => key)).toEqual(['binh-thuan', 'dak-nong', 'lam-dong']);
    expect(gazetteer.partsOf('ha-noi')).toEqual([]);
  });
  it('knows until when it stood', () => {
    expect(gazetteer.validity('dak-nong')).toEqual({ from: null, to: '2025-06-30' });
    expect(gazetteer.validity('lam-dong')).toEqual({ from: null, to: null });
    expect(gazetteer.validity('nowhere')).toBeNull();
  });
  it('takes TP Bắc Ninh for the town before it became a city of the centre', () => {
    expect(keys('TP Bắc Ninh', { on: '2024-05-01' })).toEqual(['thanh-pho-bac-ninh']);
    expect(keys('TP Bắc Ninh', { on: '2026-10-01' })).toEqual(['bac-ninh']);
  });
  it('has every province of the table by its key', () => {
    expect(gazetteer.byKey('cao-bang')).toEqual({
      key: 'cao-bang',
      name: 'tỉnh Cao Bằng',
      level: 'province',
      within: null,
    });
    expect(gazetteer.byKey('huyen-cho-don')?.name).toBe('huyện Chợ Đồn');
    expect(gazetteer.byKey('viet-nam')?.level).toBe('country');
    expect(gazetteer.byKey('nowhere')).toBeNull();
    for (const row of [...table.legacy, ...table.current]) {
      expect(keys(`tỉnh ${row.name}`)).toHaveLength(1);
      expect(keys(row.name)).toEqual([row.key]);
    }
  });
});

it('never throws and stays inside the text', () => {
  const part = fc.constantFrom(
    'Cao',
    'Bằng',
    'cao bang',
    'tỉnh',
    'huyện',
    'XÃ',
    'Hồ',
    ' ',
    '\n',
    '-',
    '.',
    'TP',
    'R’',
    'năm',
    '1',
    'Việt Nam',
  );
  fc.assert(
    fc.property(fc.array(part), fc.boolean(), (parts, asked) => {
      const text = parts.join('');
      for (const { start, end } of gazetteer.find(text, { asked })) {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});
