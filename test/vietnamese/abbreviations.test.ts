import { describe, expect, it } from 'vitest';
import { expandAbbreviations, findAbbreviations, withMeanings } from '../../src/vietnamese/abbreviations.ts';

const table = {
  abbreviations: {
    BHYT: ['bảo hiểm y tế'],
    'KT-XH': ['kinh tế - xã hội'],
    KTXH: ['kinh tế - xã hội'],
    'GD&ĐT': ['giáo dục và đào tạo'],
    ĐBDTTS: ['đồng bào dân tộc thiểu số'],
    GRDP: ['tổng sản phẩm trên địa bàn'],
    CT: ['chỉ tiêu', 'chỉ thị'],
    KH: ['kế hoạch'],
    UBND: ['Ủy ban nhân dân'],
    'PAR INDEX': ['chỉ số cải cách hành chính'],
  },
  typing: { bn: 'bao nhiêu', ko: 'không', đc: 'được', 'bao nhiu': 'bao nhiêu', tl: 'tỷ lệ' },
};

describe('expandAbbreviations', () => {
  it.each([
    ['tl bhyt cao bang bn %', 'tỷ lệ bảo hiểm y tế cao bang bao nhiêu %'],
    ['BHYT đạt bao nhiu?', 'bảo hiểm y tế đạt bao nhiêu?'],
    ['KT-XH và ktxh', 'kinh tế - xã hội và kinh tế - xã hội'],
    ['gd&đt', 'giáo dục và đào tạo'],
    ['ĐBDTTS, dbdtts', 'đồng bào dân tộc thiểu số, đồng bào dân tộc thiểu số'],
    ['par index 2023', 'chỉ số cải cách hành chính 2023'],
    ['CT năm 2023', 'chỉ tiêu năm 2023'],
  ])('writes out %j', (text, expanded) => {
    expect(expandAbbreviations(text, table)).toBe(expanded);
  });

  it.each(['15/KH-UBND', 'ct nào', 'BHYTX', 'xBHYT', 'GRDP tăng', 'BN 2023', 'kế hoạch', '', '…'])(
    'leaves %j',
    (text) => {
      expect(expandAbbreviations(text, table)).toBe(text);
    },
  );

  it('leaves typing habits and small letters alone in a document', () => {
    expect(expandAbbreviations('ko bhyt BHYT', table, { asked: false })).toBe('ko bhyt bảo hiểm y tế');
  });
});

it('gives all a short form can stand for, with its span', () => {
  const text = 'các CT năm';
  expect(findAbbreviations(text, table)).toEqual([{ start: 4, end: 6, meanings: ['chỉ tiêu', 'chỉ thị'] }]);
});

it('keeps both forms for searching', () => {
  expect(withMeanings('tỷ lệ BHYT', table)).toBe('tỷ lệ BHYT bảo hiểm y tế');
  expect(withMeanings('tỷ lệ', table)).toBe('tỷ lệ');
});
