import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchWords } from '../../src/retrieval/search-words.ts';
import { WordIndex } from '../../src/retrieval/word-index.ts';
import { fold } from '../../src/vietnamese/fold.ts';

const texts = [
  'Phấn đấu giảm tỷ lệ hộ nghèo bình quân 1,5% mỗi năm.',
  'Tỷ lệ che phủ rừng đạt 42%; trồng mới 3.505 ha rừng.',
  'Xây dựng 12 xã đạt chuẩn nông thôn mới, thôn bản hoà bình.',
  'Thu ngân sách trên địa bàn đạt 116.000 triệu đồng.',
  'Giải quyết việc làm cho lao động nghèo ở vùng cao.',
  'Ty le tre em duoc tiem chung dat 95 phan tram',
];

function indexOf(all: string[]): WordIndex {
  const index = new WordIndex();
  for (const text of all) index.add(text);
  return index;
}

const index = indexOf(texts);
const find = (text: string, limit = 3) => searchWords(index, { text, limit }).map(({ slot }) => slot);

describe('a search by words puts first', () => {
  const questions: [string, string, number][] = [
    ['the passage that has the words', 'tỷ lệ hộ nghèo', 0],
    ['the same for a question typed bare', 'ty le ho ngheo', 0],
    ['the same for one in capitals', 'TỶ LỆ HỘ NGHÈO', 0],
    ['the same for one in NFD', 'tỷ lệ hộ nghèo'.normalize('NFD'), 0],
    ['either spelling of i and y', 'tỉ lệ hộ nghèo', 0],
    ['either place of a tone', 'hòa bình', 2],
    ['what half the marks were typed for', 'tỷ lệ ho ngheo', 0],
    ['a bare document asked for with diacritics', 'trẻ em được tiêm chủng', 5],
    ['a number however it is grouped', '3505', 1],
    ['a number as written', '116.000', 3],
    ['a word with a slip in it', 'hộ nghèoo', 0],
    ['a bare word with two letters swapped', 'ngan sahc', 3],
    ['the topic, not the words that ask', 'có bao nhiêu xã nông thôn mới?', 2],
  ];
  it.each(questions)('%s', (_, question, slot) => {
    expect(find(question)[0]).toBe(slot);
  });

  it('words side by side before the same words apart', () => {
    const apart = indexOf(['hộ gia đình rất nghèo ở xã', 'rất nhiều hộ nghèo gia đình ở xã']);
    expect(searchWords(apart, { text: 'hộ nghèo', limit: 2 }).map(({ slot }) => slot)).toEqual([1, 0]);
  });
});

describe('a search by words finds nothing', () => {
  it.each(['', '   ', '?!…', '🎯🎯', 'xylophone zzz', '\0', '999'])('for %j', (question) => {
    expect(find(question)).toEqual([]);
  });

  it('in an empty index, or among no texts', () => {
    expect(searchWords(new WordIndex(), { text: 'hộ nghèo', limit: 5 })).toEqual([]);
    expect(searchWords(index, { text: 'hộ nghèo', limit: 5, among: [] })).toEqual([]);
  });
});

it('scores near 1 when all words stand close together, and low when only a common word is shared', () => {
  const [best] = searchWords(index, { text: 'giảm tỷ lệ hộ nghèo bình quân', limit: 1 });
  expect(best?.score).toBeGreaterThan(0.8);
  const [poor] = searchWords(index, { text: 'lễ hội đua thuyền đạt giải nhất châu lục', limit: 1 });
  expect(poor?.score ?? 0).toBeLessThan(0.2);
});

it('finds only texts it may', () => {
  const hits = searchWords(index, { text: 'nghèo', limit: 5, among: [[3], [4]] });
  expect(hits.map(({ slot }) => slot)).toEqual([4]);
});

describe('a removed text', () => {
  it('is found no more, and the rest is scored as if it had never been there', () => {
    const changed = indexOf([...texts, 'hộ nghèo hộ nghèo hộ nghèo']);
    changed.remove(texts.length);
    changed.remove(texts.length);
    expect(changed.count).toBe(texts.length);
    for (const text of ['hộ nghèo', 'ho ngheo', 'rừng đạt bao nhiêu']) {
      expect(searchWords(changed, { text, limit: 9 })).toEqual(searchWords(index, { text, limit: 9 }));
    }
  });

  it('leaves no trace even when all are removed', () => {
    const emptied = indexOf(texts);
    for (const slot of texts.keys()) emptied.remove(slot);
    expect(searchWords(emptied, { text: 'hộ nghèo', limit: 9 })).toEqual([]);
    expect(emptied.averageLength).toBe(1);
  });
});

describe('any index and any question', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...texts.join(' ').split(' '))).map((words) => words.join(' ')),
  );

  it('give finite scores, falling, of distinct texts', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 8 }), anyText, (all, question) => {
        const hits = searchWords(indexOf(all), { text: question, limit: 5 });
        expect(new Set(hits.map(({ slot }) => slot)).size).toBe(hits.length);
        hits.forEach(({ slot, score }, place) => {
          expect(slot).toBeLessThan(all.length);
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(hits[place - 1]?.score ?? 10);
        });
      }),
    );
  });

  it('find a text by its own words, also typed bare', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.boolean(), (text, isBare) => {
        expect(find(isBare ? fold(text) : text)[0]).toBe(texts.indexOf(text));
      }),
    );
  });

  it('bear a question of a megabyte', () => {
    expect(find('nghèo '.repeat(200_000))).toContain(0);
    expect(find('x'.repeat(1_000_000))).toEqual([]);
  });
});

it('prunes candidates in a large index without losing the best', () => {
  const large = new WordIndex();
  for (let number = 0; number < 5000; number++)
    large.add(`Báo cáo tình hình thực hiện nhiệm vụ của xã số ${number % 97}`);
  const wanted = large.add('Báo cáo kết quả trồng dược liệu của xã số 5');
  expect(searchWords(large, { text: 'báo cáo trồng dược liệu xã', limit: 3 })[0]?.slot).toBe(wanted);
  expect(searchWords(large, { text: 'bao cao trong duoc lieu xa', limit: 3 })[0]?.slot).toBe(wanted);
});
