import { describe, expect, it } from 'vitest';
import { englishTerms, inVietnamese, isEnglish } from '../../src/vietnamese/english.ts';

describe('isEnglish', () => {
  it.each([
    'How many jobs should Dak Nong create?',
    'What is the 2023 target for trained labour in Cao Bang?',
    'compare forest cover',
    'export target',
    'health insurance coverage Quang Ngai 2023',
  ])('takes %j for English', (text) => {
    expect(isEnglish(text)).toBe(true);
  });
  it.each([
    '',
    'ty le che phu rung cao bang',
    'cho don 2022',
    'Tỷ lệ BHYT là gì',
    'con kon tum',
    'GRDP 2023',
    'so sanh kon tum va cao bang',
    'ai ky chi thi',
    'export',
    'ocop 3 sao lai chau',
    'tong thu ngan sach',
  ])('takes %j for no English', (text) => {
    expect(isEnglish(text)).toBe(false);
  });
});

it('makes plurals and endings meet', () => {
  const ids = (text: string) =>
    englishTerms(text)
      .map(({ id }) => id)
      .sort();
  expect(ids('jobs created')).toEqual(ids('How many jobs should it create?'));
  expect(ids('trained labor')).toEqual(ids('trained labour'));
  expect(ids('the of in')).toEqual([]);
});

describe('inVietnamese', () => {
  it.each([
    ['What is the forest cover target?', 'che phủ rừng', true],
    ['By how much should it cut traffic accidents', 'giảm tai nạn giao thông bao nhiêu', true],
    ['new jobs and poor households', 'việc làm mới và hộ nghèo', true],
    ['How many unicorns in the sea', 'biển bao nhiêu unicorns', false],
    ['', '', true],
  ])('says %j as %j', (english, text, isWhole) => {
    expect(inVietnamese(english)).toEqual({ text, isWhole });
  });
});
