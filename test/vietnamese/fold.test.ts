import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, hasDiacritics } from '../../src/vietnamese/fold.ts';
import { cleanMessage, stripInvisible, toNfc } from '../../src/vietnamese/normalize.ts';

describe('fold', () => {
  it.each([
    ['Đắk Nông', 'dak nong'],
    ['TỶ LỆ HỘ NGHÈO', 'ty le ho ngheo'],
    ['ưƠ ẵ Ỹ ỵ', 'uo a y y'],
    ['15/KH-UBND – “Đoàn kết”', '15/kh-ubnd – “doan ket”'],
    ['Ðắk (with U+00D0)', 'dak (with u+00d0)'],
    ['', ''],
  ])('folds %j to %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('keeps the UTF-16 length of any NFC text, so offsets carry over', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const nfc = toNfc(text);
        expect(fold(nfc)).toHaveLength(nfc.length);
      }),
    );
  });

  it('is the same for a long text and for its parts', () => {
    const text = 'Tỷ lệ che phủ rừng đạt trên 40%. '.repeat(2000);
    expect(fold(text)).toBe(fold('Tỷ lệ che phủ rừng đạt trên 40%. ').repeat(2000));
  });

  it('reads NFD once it is made NFC', () => {
    expect(fold(toNfc('Hoà Bình'.normalize('NFD')))).toBe('hoa binh');
    // A converter's letter of another language that looks the same.
    expect(toNfc('l\u01a3\u01a1ng th\u1ef1c \u01a2u tiên')).toBe('lương thực Ưu tiên');
  });
});

describe('hasDiacritics', () => {
  it.each(['Đắk', 'đ', 'hoà', 'hoà'.normalize('NFD'), 'ơ'])('sees the marks of %j', (text) => {
    expect(hasDiacritics(text)).toBe(true);
  });
  it.each(['', 'dak nong', '3.505 – “x”', '😀', 'Привет'])('sees none in %j', (text) => {
    expect(hasDiacritics(text)).toBe(false);
  });
});

describe('normalize', () => {
  it('takes out what no reader sees and keeps the rest', () => {
    expect(stripInvisible('tỷ\u200b lệ\ufeff hộ\u00ad nghèo\u202e')).toBe('tỷ lệ hộ nghèo');
    expect(stripInvisible('a\u0000b\tc\nd')).toBe('a b\tc\nd');
  });
  it('makes a typed message one line of NFC', () => {
    expect(cleanMessage('  hoà\u0300  \n bình\u200b '.normalize('NFD')).startsWith('hoà')).toBe(true);
    expect(cleanMessage(' tỷ\n\n lệ\t hộ ')).toBe('tỷ lệ hộ');
  });
});
