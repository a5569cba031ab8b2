import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DirectiveDraft } from '../../domain/directive.ts';
import type { Locality } from '../../domain/locality.ts';
import type { PassageDraft } from '../../domain/passage.ts';
import type { Period } from '../../domain/period.ts';
import type { Figure } from '../../domain/target.ts';
import { dataFolder, type IndicatorTable, type LocalityTable, readTableFiles } from '../../tables.ts';
import { fold } from '../../vietnamese/fold.ts';
import { createProse, placeName, type Random, type WriteProse } from './corpus-prose.ts';

export type SyntheticSize = { directives: number; passages: number; targets: number };
/** What a made-up corpus can be asked; `figure` is what it set, null where no single figure is asked for. */
export type SyntheticQuestion = {
  question: string;
  figure: { key: string; localityKey: string; value: string } | null;
};
/** Words that a passage is to be found by, as typed, the passage they were taken from, and its number, counted from 0. */
export type SyntheticSearch = { text: string; passage: string; slot: number };

const firstYear = 2016;
const years = 15;
/** Every third directive binds a district, of which there are so many. */
const districts = 700;
/** As passages of real documents have. */
const syllables = { from: 90, to: 250 };

/**
 * Directives in the manner of the genre, always the same for the same size: each has its place and year, passages of common and rare
 * words, and targets of the vocabulary with quotes at exact offsets. For measuring only.
 */
export class SyntheticCorpus {
  readonly size: SyntheticSize;
  readonly #indicators: IndicatorTable['indicators'];
  readonly #provinces: LocalityTable['legacy'];
  readonly #write: WriteProse;

  constructor(size: SyntheticSize) {
    const { indicators, localities } = readTableFiles(dataFolder);
    const named = indicators.indicators;
    this.size = size;
    this.#indicators = named.filter((indicator) => indicator.units.length > 0);
    this.#provinces = localities.legacy;
    this.#write = createProse([...digests(), ...named.flatMap(({ vi, synonyms }) => [vi, ...synonyms])]);
  }

  *drafts(): Generator<DirectiveDraft> {
    for (let index = 0; index < this.size.directives; index += 1) yield this.#draft(index);
  }

  /** Questions of the corpus in turns: three single figures, a list, a search for words; every other one typed without diacritics. */
  questions(count: number): SyntheticQuestion[] {
    const step = Math.max(1, Math.floor(this.size.directives / count));
    return Array.from({ length: count }, (_, turn) => {
      const { question, figure } = this.#question((turn * step) % this.size.directives, turn);
      return { question: turn % 2 === 0 ? question : fold(question), figure };
    });
  }

  /** In turns: words in a row as written, and without diacritics, single words of a passage, the beginning of one with a slip of typing. */
  searches(count: number): SyntheticSearch[] {
    const step = Math.max(1, Math.floor(this.size.directives / count));
    return Array.from({ length: count }, (_, turn) => {
      const random = mulberry32(turn + 77);
      const index = (turn * step) % this.size.directives;
      const { passages } = this.#draft(index);
      const ordinal = Math.floor(random() * passages.length);
      const passage = at(passages, ordinal).text;
      const words = passage.match(/[\p{L}\p{N}/,%-]+/gu) ?? [];
      const from = Math.floor(random() * (words.length - 20));
      const span = words.slice(from, from + 8);
      const text = [
        span.join(' '),
        fold(span.join(' ')),
        words.filter((_, place) => place >= from && place < from + 20 && place % 4 === 0).join(' '),
        withSlip(span).join(' '),
      ];
      return { text: at(text, turn), passage, slot: index * passages.length + ordinal };
    });
  }

  #question(index: number, turn: number): SyntheticQuestion {
    const { locality, year, figures, random } = this.#plan(index);
    if (turn % 5 === 3) return { question: `Liệt kê các chỉ tiêu năm ${year} của ${locality.name}`, figure: null };
    if (turn % 5 === 4) {
      const words = this.#prose(random).split(' ').slice(0, 8).join(' ');
      return { question: `văn bản nào nói về ${words}?`, figure: null };
    }
    const { indicator, value } = at(figures, turn);
    const question = `${indicator.vi} của ${locality.name} năm ${year} là bao nhiêu?`;
    return { question, figure: { key: indicator.key, localityKey: locality.key, value } };
  }

  #plan(index: number) {
    const random = mulberry32(index + 1);
    const perDirective = Math.ceil(this.size.targets / this.size.directives);
    const offset = Math.floor(random() * this.#indicators.length);
    const figures = Array.from({ length: perDirective }, (_, place) => {
      const indicator = at(this.#indicators, offset + place * 7);
      const amount = Math.floor(random() * 9000) / 100;
      return { indicator, amount, value: `${String(amount).replace('.', ',')} ${indicator.units[0]}` };
    });
    const year = firstYear + (Math.floor(index / this.#provinces.length) % years);
    return { locality: this.#locality(index), year, figures, random };
  }

  #locality(index: number): Locality {
    const { key, fullName } = at(this.#provinces, index);
    if (index % 3 > 0) return { key, name: fullName.toLowerCase(), level: 'province', within: null };
    const name = `huyện ${placeName(index % districts)}`;
    return { key: fold(name).replaceAll(' ', '-'), name, level: 'district', within: key };
  }

  #draft(index: number): DirectiveDraft {
    const { locality, year, figures, random } = this.#plan(index);
    const perDirective = Math.ceil(this.size.passages / this.size.directives);
    const period: Period = { text: String(year), kind: 'year', from: `${year}-01-01`, to: `${year}-12-31` };
    const builder = new DraftText();
    const targets: Figure[] = [];
    for (let ordinal = 0; ordinal < perDirective; ordinal += 1) {
      const planned = figures[ordinal];
      const prose = this.#prose(random);
      if (planned === undefined) builder.passage(prose);
      else {
        const quote = `${planned.indicator.vi} đạt ${planned.value}`;
        const at = builder.passage(`Phấn đấu năm ${year}, ${quote}. ${prose}`, quote);
        targets.push(target({ ...planned, quote, at, locality, period }));
      }
    }
    return {
      metadata: {
        type: 'kế hoạch',
        number: `${index + 1}/KH-UBND`,
        title: `Kế hoạch phát triển kinh tế - xã hội năm ${year} của ${locality.name} (${index + 1})`,
        issuer: `Ủy ban nhân dân ${locality.name}`,
        locality,
        date: `${year}-01-15`,
        period,
        signer: null,
        recipients: [],
      },
      text: builder.text,
      passages: builder.passages,
      figures: targets,
      deadlines: [],
    };
  }

  #prose(random: Random): string {
    return this.#write(random, syllables.from + Math.floor(random() * (syllables.to - syllables.from)));
  }
}

/** The longest word without its last letter. */
function withSlip(words: readonly string[]): string[] {
  const longest = Math.max(...words.map(({ length }) => length));
  const slipped = words.findIndex(({ length }) => length === longest);
  return words.map((word, place) => (place === slipped ? word.slice(0, -1) : word));
}

/** The texts of the product's own digests, without their heads. */
function digests(): string[] {
  const folder = join(dataFolder, 'directives');
  return readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8').split('---').slice(2).join(' '));
}

class DraftText {
  text = '';
  readonly passages: PassageDraft[] = [];

  /** Adds a passage and gives the offset of `quote` in the whole text. */
  passage(text: string, quote = ''): number {
    const start = this.text.length;
    this.text += `${text}\n\n`;
    this.passages.push({ ordinal: this.passages.length, heading: ['Mục tiêu'], text, start, end: start + text.length });
    return start + text.indexOf(quote);
  }
}

type Planned = {
  indicator: IndicatorTable['indicators'][number];
  amount: number;
  value: string;
  quote: string;
  at: number;
  locality: Locality;
  period: Period;
};

function target({ indicator, amount, value, quote, at, locality, period }: Planned): Figure {
  return {
    kind: 'target',
    indicator: indicator.vi,
    key: indicator.key,
    valueText: `đạt ${value}`,
    min: amount,
    max: amount,
    comparator: '=',
    unit: indicator.units[0] ?? '',
    direction: 'level',
    period,
    locality,
    parent: null,
    heading: ['Mục tiêu'],
    confidence: 1,
    quote,
    start: at,
    end: at + quote.length,
  };
}

function at<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T;
}

/** Small seeded generator (public domain, Tommy Ettinger): the same numbers on every machine. */
function mulberry32(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
