import { createRequire } from 'node:module';
import { type Canvas, createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { doubtNeighbours } from '../../../src/ingest/readers/ocr/doubt-neighbours.ts';
import { dropSeals } from '../../../src/ingest/readers/ocr/drop-seals.ts';
import { findSpots } from '../../../src/ingest/readers/ocr/find-spots.ts';
import { mergedReadings } from '../../../src/ingest/readers/ocr/look-again.ts';
import { mendCells } from '../../../src/ingest/readers/ocr/mend-cells.ts';
import { mendComparator } from '../../../src/ingest/readers/ocr/mend-comparator.ts';
import { mendFigure } from '../../../src/ingest/readers/ocr/mend-figure.ts';
import { mendPerMille } from '../../../src/ingest/readers/ocr/mend-per-mille.ts';
import { mendWords } from '../../../src/ingest/readers/ocr/mend-words.ts';
import { greyPicture, inkOf } from '../../../src/ingest/readers/ocr/picture.ts';
import type { SeenWord } from '../../../src/ingest/readers/ocr/seen-word.ts';
import { isNoise } from '../../../src/ingest/readers/ocr/trust.ts';
import { noPhrases } from '../../../src/vietnamese/phrases.ts';
import { tables } from '../support/read-text.ts';

const fonts = createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json');
GlobalFonts.registerFromPath(fonts.replace('package.json', '400Regular/Tinos_400Regular.ttf'), 'Tinos Test');

/** 11 point letters as a scanner of 300 dots an inch sees them. */
const size = 46;

function drawn(text: string, alsoDraw: (canvas: Canvas) => void = () => {}) {
  const canvas = createCanvas(600, 100);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, 600, 100);
  context.fillStyle = 'black';
  context.font = `${size}px "Tinos Test"`;
  context.fillText(text, 20, 64);
  alsoDraw(canvas);
  const ink = inkOf(greyPicture(context.getImageData(0, 0, 600, 100).data, { width: 600, height: 100 }));
  const rows = Array.from({ length: 100 }, (_, y) => y).filter((y) => ink.subarray(y * 600, y * 600 + 600).includes(1));
  return {
    seen: { ink, width: 600 },
    box: { left: 0, top: rows[0] ?? 0, right: 600, bottom: (rows.at(-1) ?? 99) + 1 },
  };
}

const word = (text: string, confidence = 96, left = 0): SeenWord => ({
  text,
  confidence,
  left,
  right: left + text.length * 10,
  top: 0,
  bottom: 20,
  baseline: 18,
  size: 20,
  isDoubtful: false,
});

const line = (text: string, confidence = 96): SeenWord[] => {
  let left = 0;
  return text.split(' ').map((part) => {
    const placed = word(part, confidence, left);
    left = placed.right + 8;
    return placed;
  });
};

describe('figures and the signs in them', () => {
  it.each([
    ['73,5', '735', '73,5'],
    ['98,1', '981', '98,1'],
    ['3,1', '31', '3,1'],
    ['1.120', '1,120', '1.120'],
    ['23,6', '23.6', '23,6'],
    ['1.250,5', '1250,5', '1.250,5'],
    ['77,1%', '771%', '77,1%'],
  ])('%s that was read as %s is mended by its ink, and doubted', (shown, said, mended) => {
    const { seen, box } = drawn(shown);
    expect(mendFigure(said, findSpots(seen, box))).toEqual({ text: mended, isDoubtful: true });
  });

  it.each(['735', '1.120', '73,5', '24.600', '0,48', '1.365.000', '2026', '100%', '117'])(
    '%s is left as it was read',
    (text) => {
      const { seen, box } = drawn(text);
      expect(mendFigure(text, findSpots(seen, box))).toEqual({ text, isDoubtful: false });
    },
  );

  it('take no speck between digits for a comma', () => {
    const { seen, box } = drawn('735', (canvas) => canvas.getContext('2d').fillRect(42, 62, 4, 6));
    expect(mendFigure('735', findSpots(seen, box)).text).toBe('735');
  });

  it.each([
    ['≥ 95', '>95', '≥95'],
    ['≤ 0,7', '<0,7', '≤0,7'],
    ['≥', '=', '≥'],
    ['≤', '=', '≤'],
    ['≤ 0,7', '=<0,7', '≤0,7'],
    ['≥', 'z', '≥'],
  ])('%s that was read as %s has its bar back', (shown, said, mended) => {
    const { seen, box } = drawn(shown);
    expect(mendComparator(said, seen, box)).toBe(mended);
  });

  it.each([
    ['> 95', '>95'],
    ['< 4', '<4'],
    ['=', '='],
    ['z', 'z'],
    ['95', '95'],
  ])('%s is no other sign', (shown, said) => {
    const { seen, box } = drawn(shown);
    expect(mendComparator(said, seen, box)).toBeNull();
  });

  it.each([
    ['3‰', '3%', '3‰'],
    ['17,9‰', '17,9%', '17,9‰'],
    ['‰', '%', '‰'],
    ['‰', '%o', '‰'],
    ['0,8‰.', '0,8%.', '0,8‰.'],
    ['3%', '3%', null],
    ['98,6%', '98,6%', null],
    ['80%;', '80%;', null],
    ['%', '%', null],
    ['100', '100', null],
  ])('%s that was read as %s is told by its rings', (shown, said, mended) => {
    const { seen, box } = drawn(shown);
    expect(mendPerMille(said, seen, { box, spots: findSpots(seen, box) })).toBe(mended);
  });

  it('are doubted beside ink that nobody read and beside letters that are no word', () => {
    const doubts = (text: string, overlooked: { left: number; right: number }[] = []) =>
      doubtNeighbours({ words: line(text), box: word('x'), overlooked })
        .filter(({ isDoubtful }) => isDoubtful)
        .map((doubted) => doubted.text);
    expect(doubts('đạt 95%')).toEqual([]);
    expect(doubts('đạt z 95%')).toEqual(['95%']);
    expect(doubts('mức ở 95%')).toEqual([]);
    expect(doubts('đạt 95%', [{ left: 31, right: 37 }])).toEqual(['95%']);
    expect(doubts('đạt 95% trong năm', [{ left: 170, right: 180 }])).toEqual([]);
  });

  it('lose the dust around them in a cell, and are doubted for it; row numbers and words keep their points', () => {
    const cell = (left: number) => ({ left, right: left + 50, top: 0, bottom: 30, across: 1, down: 1 });
    const grid = { left: 0, right: 100, top: 0, bottom: 30, rows: [[cell(0), cell(50)]] };
    const read = (text: string, left = 50) =>
      mendCells([{ text, left, right: left + 20, baseline: 18, size: 10, isDoubtful: false }], [grid]).map(
        (mended) => [mended.text, mended.isDoubtful] as const,
      );
    expect(read('16,20,')).toEqual([['16,20', true]]);
    expect(read('.1.150')).toEqual([['1.150', true]]);
    expect(read('...%')).toEqual([['%', true]]);
    expect(read('%o')).toEqual([['‰', true]]);
    expect(read('24.600')).toEqual([['24.600', false]]);
    expect(read('Nông,')).toEqual([['Nông,', false]]);
    expect(read('1.', 0)).toEqual([['1.', false]]);
  });
});

describe('words and their marks', () => {
  const phrases = { known: tables.phrases, own: noPhrases };
  const mended = (text: string, confidence?: number) =>
    mendWords(line(text, confidence), phrases)
      .map((one) => one.text)
      .join(' ');

  it.each([
    ['trung học phố thông', 'trung học phổ thông'],
    ['Kim ngạch xuất khấu', 'Kim ngạch xuất khẩu'],
    ['bảo hiếm ytế', 'bảo hiểm y tế'],
    ['Khách dulịch', 'Khách du lịch'],
    ['tổng chỉ ngân sách', 'tổng chi ngân sách'],
    ['TÍNH TUYÊN QUANG', 'TỈNH TUYÊN QUANG'],
    ['IL TỔ CHỨC THỰC HIỆN', 'II. TỔ CHỨC THỰC HIỆN'],
    ['ngày 16 tháng 01 răm 2026', 'ngày 16 tháng 01 năm 2026'],
  ])('%s is %s', (said, meant) => expect(mended(said)).toBe(meant));

  it.each([
    'Lê Văn Thử',
    'chỉ số giá tiêu dùng',
    'Xã Mường Than',
    'chi phí quản lý',
    'Phường Bãi Cháy',
    'đạt 95,5% trở lên',
    'Kế hoạch số 12/KH-UBND',
    'Ia Ly',
    'thôn Cốc Tộc',
  ])('%s stays', (said) => expect(mended(said)).toBe(said));

  it('are written alike all over a page', () => {
    const own = { count: (one: string, two: string) => Number(`${one} ${two}` === 'ba bể'), spellings: () => ['bể'] };
    const [, last] = mendWords(line('BA BẾ', 60), { known: noPhrases, own });
    expect(last?.text).toBe('BỂ');
  });
});

describe('two readings of a line', () => {
  const merged = (first: SeenWord[], second: SeenWord[]) => {
    const seen = { words: first, box: word('x'), overlooked: [] };
    return mergedReadings(seen, second, [seen]).map(({ text, isDoubtful }) => (isDoubtful ? `${text}?` : text));
  };
  it('doubt a figure that they read differently, however sure each is', () => {
    expect(merged([word('1.260')], [word('1.280')])).toEqual(['1.260?']);
    expect(merged([word('1.280')], [word('1.280')])).toEqual(['1.280']);
  });
  it('never make a doubted figure a certain one', () => {
    expect(merged([{ ...word('95'), isDoubtful: true }], [word('95')])).toEqual(['95?']);
    expect(merged([], [word('95')])).toEqual(['95?']);
  });
  it('keep to the foot of the line, and to the unit in brackets above a column', () => {
    const first = word('(%)', 74);
    const seen = { words: [first], box: word('x'), overlooked: [] };
    expect(mergedReadings(seen, [{ ...word('0%', 95), baseline: 4 }], [seen])).toEqual([
      { ...first, isDoubtful: true },
    ]);
    const other = mergedReadings(seen, [{ ...word('thôn', 95, 60), baseline: 4 }], [seen]);
    expect(other.map(({ baseline }) => baseline)).toEqual([18, 18]);
  });
  it('take the likelier word, and those that only one saw clearly', () => {
    expect(merged([word('dulịch', 80)], [word('du', 90), word('lịch', 90, 30)])).toEqual(['du', 'lịch']);
    expect(merged([word('mm', 40)], [])).toEqual([]);
  });
});

it('keeps signs that compare, however badly they were read', () => {
  expect(isNoise('>', 12)).toBe(false);
  expect(isNoise('.', 40)).toBe(true);
});

describe('a seal over text', () => {
  const painted = (paint: (context: ReturnType<Canvas['getContext']>) => void) => {
    const canvas = createCanvas(600, 800);
    const context = canvas.getContext('2d');
    context.fillStyle = 'white';
    context.fillRect(0, 0, 600, 800);
    context.strokeStyle = '#c8283c';
    context.lineWidth = 4;
    paint(context);
    const { data } = context.getImageData(0, 0, 600, 800);
    return dropSeals(greyPicture(data, { width: 600, height: 800 }), data, 1).grey;
  };
  const darkest = (grey: Uint8Array) => Math.min(...grey.filter((_, at) => at % 7 === 0));
  it('is taken for paper; what is printed under it stays', () => {
    const seal = (context: ReturnType<Canvas['getContext']>) => {
      context.beginPath();
      context.arc(300, 400, 55, 0, 2 * Math.PI);
      context.stroke();
    };
    expect(darkest(painted(seal))).toBeGreaterThan(180);
    const over = painted((context) => {
      seal(context);
      context.fillStyle = 'black';
      context.fillRect(250, 395, 100, 10);
    });
    expect(over[400 * 600 + 300]).toBeLessThan(20);
  });
  it('is round: a stamp of secrecy and red figures stay', () => {
    const stamp = painted((context) => context.strokeRect(250, 400, 90, 30));
    expect(darkest(stamp)).toBeLessThan(120);
  });
});
