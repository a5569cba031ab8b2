import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Direction } from '../../src/domain/target.ts';
import { buildLexicon } from '../../src/vietnamese/lexicon.ts';
import { isUnitOf } from '../../src/vietnamese/lexicon-unit.ts';

const table = JSON.parse(readFileSync(new URL('../../data/indicators.json', import.meta.url), 'utf8'));
const lexicon = buildLexicon(table);

describe('keyOf: names as documents write them', () => {
  it.each<[string, string, Direction, string]>([
    ['Tăng trưởng kinh tế (GRDP)', '%', 'increase', 'grdp_growth'],
    ['Tốc độ tăng tổng sản phẩm (GRDP)', '%', 'increase', 'grdp_growth'],
    ['tổng sản phẩm trên địa bàn (GRDP)', '%', 'increase', 'grdp_growth'],
    ['Tổng sản phẩm trên địa bàn', 'tỷ đồng', 'level', 'grdp_nominal'],
    ['GRDP bình quân đầu người', 'triệu đồng', 'level', 'grdp_per_capita'],
    ['Thu nhập bình quân đầu người', 'triệu đồng', 'level', 'household_income_per_capita'],
    ['Tổng thu ngân sách nhà nước trên địa bàn', 'tỷ đồng', 'level', 'state_budget_revenue'],
    ['Thu ngân sách', 'ngàn tỉ đồng', 'level', 'state_budget_revenue'],
    ['tỉ lệ hộ nghèo', '%', 'level', 'poverty_rate'],
    ['Tỷ lệ hộ nghèo', '%', 'decrease', 'poverty_reduction'],
    ['giảm tỉ lệ hộ nghèo', '%', 'decrease', 'poverty_reduction'],
    ['giảm tỉ lệ hộ nghèo đồng bào dân tộc thiểu số tại chỗ', '%', 'decrease', 'ethnic_poverty_reduction'],
    ['giường bệnh/vạn dân', 'giường bệnh/vạn dân', 'level', 'beds_per_10k'],
    ['Số giường bệnh trên 01 vạn dân', 'giường', 'level', 'beds_per_10k'],
    ['bác sỹ/10.000 dân', 'bác sĩ', 'maintain', 'doctors_per_10k'],
    ['xã đạt chuẩn nông thôn mới', 'xã', 'level', 'ntm_communes'],
    ['Số xã đạt chuẩn nông thôn mới', 'xã', 'increase', 'ntm_new_communes'],
    ['xã đạt chuẩn NTM nâng cao', 'xã', 'level', 'ntm_advanced_communes'],
    ['Số xã đạt chuẩn nông thôn mới kiểu mẫu', 'xã', 'level', 'ntm_model_communes'],
    ['tỷ lệ xã đạt chuẩn nông thôn mới', '%', 'level', 'ntm_commune_rate'],
    ['dân số tham gia bảo hiểm y tế toàn dân', '% dân số', 'level', 'health_insurance_coverage'],
    ['Tỷ lệ độ che phủ rừng', '%', 'level', 'forest_cover'],
    ['tỉ lệ che phủ rừng', '%', 'increase', 'forest_cover'],
    ['Tỷ lệ lao động qua đào tạo', '%', 'level', 'trained_labour_rate'],
    ['Giá trị xuất khẩu', 'triệu USD', 'level', 'exports'],
    ['tổng kim ngạch xuất, nhập khẩu', 'triệu USD', 'level', 'import_export_turnover'],
    ['Cơ cấu kinh tế: khu vực Nông, Lâm nghiệp và Thủy sản', '%', 'level', 'structure_agri'],
    ['Tăng trưởng kinh tế (GRDP) - KV1', '%', 'increase', 'gva_growth_agri'],
    ['Tốc độ tăng GRDP - công nghiệp - xây dựng', '%', 'increase', 'gva_growth_industry_construction'],
    ['Tốc độ tăng GRDP - nông, lâm nghiệp', '%', 'increase', 'gva_growth_agri'],
    ['Số giường bệnh', 'giường/1 vạn dân', 'level', 'beds_per_10k'],
    [
      'Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân (cân nặng theo tuổi)',
      '%',
      'level',
      'child_underweight_rate',
    ],
    ['Dân số trung bình', 'nghìn người', 'level', 'population'],
    ['Tỷ lệ hoá đô thị'.replace('hoá đô thị', 'đô thị hoá'), '%', 'level', 'urbanisation_rate'],
    ['Tỷ lệ hộ nghèo'.normalize('NFD'), '%', 'level', 'poverty_rate'],
  ])('%s (%s, %s) is %s', (name, unit, direction, key) => {
    expect(lexicon.keyOf(name, unit, direction)).toBe(key);
  });

  it.each<[string, string | undefined, Direction | undefined]>([
    ['', undefined, undefined],
    ['tỷ lệ xã', '%', 'level'],
    ['tỷ lệ hộ nghèo ở các huyện nghèo 30a', '%', 'level'],
    ['GRDP bình quân đầu người', '%', 'increase'],
    ['Thu nhập bình quân đầu người', 'xã', 'level'],
    ['Tỷ lệ bao phủ bảo hiểm y tế', 'tỷ đồng', 'level'],
    ['Tỷ lệ hộ nghèo (dân tộc thiểu số)', 'xã', 'level'],
    ['giảm hộ nghèo', 'hộ', 'decrease'],
    ['Tổng thu ngân sách nhà nước trên địa bàn', 'tỷ đồng', 'increase'],
    ['số lượng robot', 'cái', 'level'],
    ['xã đạt chuẩn nông thôn mới về văn hóa và du lịch', 'xã', 'level'],
    ['Thu ngân sách - nội dung khác', 'tỷ đồng', 'level'],
  ])('%s (%s, %s) has no key', (name, unit, direction) => {
    expect(lexicon.keyOf(name, unit, direction)).toBeNull();
  });

  it('leads nearly every name of the vocabulary to its own key and hardly any to another', () => {
    let right = 0;
    let wrong = 0;
    let all = 0;
    for (const row of lexicon.entries()) {
      const direction = row.kind === 'growth' ? 'increase' : row.kind === 'change' ? undefined : 'level';
      for (const name of [row.vi, ...row.synonyms]) {
        const key = lexicon.keyOf(name, row.units[0], direction);
        all++;
        if (key === row.key) right++;
        else if (key !== null) wrong++;
      }
    }
    expect(right / all).toBeGreaterThan(0.98);
    expect(wrong / all).toBeLessThan(0.005);
  });
});

describe('find: indicators in questions', () => {
  const best = (text: string): string | undefined => lexicon.find(text)[0]?.key;
  it.each([
    ['Tăng trưởng kinh tế (GRDP) bình quân nhiệm kỳ 2020-2025 là bao nhiêu?', 'grdp_growth'],
    ['GRDP tăng bao nhiêu', 'grdp_growth'],
    ['grdp binh quan dau nguoi den nam 2025', 'grdp_per_capita'],
    ['thu nhap binh quan dau nguoi', 'household_income_per_capita'],
    ['Tổng thu NSNN trên địa bàn', 'state_budget_revenue'],
    ['ti lê che phu rừng 2025', 'forest_cover'],
    ['ti lê hộ ngèo giảm bao nhiêu', 'poverty_reduction'],
    ['tỷ lệ hộ nghèo còn bao nhiêu', 'poverty_rate'],
    ['BHYT toàn dân phấn đấu trên mấy %?', 'health_insurance_coverage'],
    ['Kim ngạch XNK qua địa bàn', 'import_export_turnover'],
    ['knxk nam 2023', 'exports'],
    ['bao nhiêu xã NTM nâng cao', 'ntm_advanced_communes'],
    ['có thêm bao nhiêu xã XDNTM đạt chuẩn?', 'ntm_new_communes'],
    ['ty lê khám pha án', 'crime_solved_rate'],
    ['so giuong benh tren 1 van dan', 'beds_per_10k'],
    ['Chợ Đồn trồng mới bao nhiêu ha rừng', 'afforestation_area'],
    ['trong đó KV2 tăng bao nhiêu?', 'gva_growth_industry_construction'],
    ['Tỉ trọng tổng vốn đầu tư toàn xã hội so với GRDP', 'social_investment_share'],
    ['How many jobs should the province create?', 'jobs_created'],
    ['What is the 2023 target for trained labour?', 'trained_labour_rate'],
    ["What is the province's export target?", 'exports'],
    ['What is the forest cover target?', 'forest_cover'],
    ['What is the poverty rate?', 'poverty_rate'],
  ])('%s asks for %s', (text, key) => {
    expect(best(text)).toBe(key);
  });

  it('names several when a question asks for several', () => {
    const keys = (text: string) =>
      lexicon
        .find(text)
        .filter(({ score }) => score > 0.9)
        .map(({ key }) => key);
    expect(keys('số giường bệnh và bác sĩ trên vạn dân').sort()).toEqual(['beds_per_10k', 'doctors_per_10k']);
    expect(keys('gia đình văn hóa, cơ quan văn hóa, khu dân cư văn hóa').sort()).toEqual([
      'cultural_agency_rate',
      'cultural_family_rate',
      'cultural_village_rate',
    ]);
    expect(keys('bao nhiêu xã đạt chuẩn NTM, bao nhiêu xã NTM nâng cao')).toEqual(
      expect.arrayContaining(['ntm_communes', 'ntm_advanced_communes']),
    );
  });

  it('names the whole family of "cơ cấu kinh tế"', () => {
    const keys = lexicon.find('co cau kinh te nam 2020').map(({ key }) => key);
    expect(keys).toEqual(
      expect.arrayContaining(['structure_agri', 'structure_industry_construction', 'structure_services']),
    );
  });

  it('gives the span of the words', () => {
    const text = 'Năm 2023 tỷ lệ che phủ rừng bao nhiêu?';
    expect(lexicon.find(text).map(({ start, end }) => text.slice(start, end))).toEqual(['che phủ rừng']);
  });

  it.each([
    '',
    'Chủ đề phong trào thi đua là gì?',
    'Ai phải báo cáo UBND tỉnh về phong trào thi đua?',
    'Ba trụ cột kinh tế là gì?',
    'ai ky chi thi phat dong thi dua 2021',
    'xin chào',
    'How are you?',
  ])('is sure of nothing in %j', (text) => {
    expect(lexicon.find(text).filter(({ score }) => score >= 0.5)).toEqual([]);
  });

  it('never mixes up what is easily confused', () => {
    expect(best('giường bệnh trên vạn dân')).not.toBe('doctors_per_10k');
    expect(lexicon.find('tỷ lệ hộ nghèo dân tộc thiểu số').map(({ key }) => key)).not.toContain('poverty_rate');
    expect(lexicon.find('thu nhập bình quân đầu người').map(({ key }) => key)).not.toContain('grdp_per_capita');
  });
});

describe('findTopics', () => {
  it('finds the fields of a question', () => {
    const topics = lexicon.findTopics('Các chỉ tiêu về môi trường và nông thôn mới').map(({ key }) => key);
    expect(topics).toEqual(['environment', 'new_rural']);
    expect(lexicon.findTopics('toàn xã hội so với GRDP').map(({ key }) => key)).not.toContain('digital');
    expect(lexicon.findTopics('')).toEqual([]);
  });
});

describe('isUnitOf', () => {
  it.each([
    ['ngàn tỉ đồng', ['tỷ đồng'], true],
    ['trđ', ['triệu đồng'], true],
    ['triệu đồng/người/năm', ['triệu đồng'], true],
    ['nghìn người', ['người'], true],
    ['lượt người', ['lao động', 'người'], true],
    ['giường', ['giường bệnh'], true],
    ['%/năm', ['%'], true],
    ['% dân số', ['%'], true],
    ['điểm %', ['%'], true],
    ['% so với GRDP', ['% GRDP'], true],
    ['', ['%'], true],
    ['%', ['tỷ đồng'], false],
    ['%', ['% GRDP'], false],
    ['% so với GRDP', ['%'], false],
    ['triệu USD', ['tỷ đồng'], false],
    ['xã', ['%'], false],
  ])('%s measures %j: %s', (unit, usual, expected) => {
    expect(isUnitOf(unit, usual)).toBe(expected);
  });
});

it('knows nothing from an empty table and never throws', () => {
  const empty = buildLexicon({ indicators: [] });
  expect(empty.keyOf('Tỷ lệ hộ nghèo', '%')).toBeNull();
  expect(empty.find('Tỷ lệ hộ nghèo')).toEqual([]);
  expect(empty.entry('poverty_rate')).toBeNull();
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      lexicon.keyOf(text, text);
      for (const { start, end } of lexicon.find(text)) expect(start).toBeLessThan(end);
    }),
  );
});

it('has rows, groups and areas by their keys', () => {
  expect(lexicon.entry('poverty_rate')?.group).toBe('poverty');
  expect(lexicon.areaOf('poverty')?.key).toBe('society');
  expect(lexicon.areaOf('nothing')).toBeNull();
});
