import type { DirectiveDraft } from '../../domain/directive.ts';
import type { Locality } from '../../domain/locality.ts';
import type { PassageDraft } from '../../domain/passage.ts';
import type { Period } from '../../domain/period.ts';
import type { Figure } from '../../domain/target.ts';
import type { IndicatorTable, LocalityTable } from '../../tables.ts';
import { fold } from '../../vietnamese/fold.ts';

export type SyntheticSize = { directives: number; passages: number; targets: number };
/** What a made-up corpus can be asked; `value` is the figure it set, null where no single figure is asked for. */
export type SyntheticQuestion = { question: string; value: string | null };
type Words = { indicators: IndicatorTable['indicators']; provinces: LocalityTable['legacy']; syllables: string[] };

const firstYear = 2016;
const years = 15;

/**
 * Directives in the manner of the genre, always the same for the same size: each has its province and year, passages of common and rare
 * words, and targets of the vocabulary with quotes at exact offsets. For measuring only.
 */
export class SyntheticCorpus {
  readonly #words: Words;
  readonly #size: SyntheticSize;

  constructor(tables: { indicators: IndicatorTable; localities: LocalityTable }, size: SyntheticSize) {
    const { indicators } = tables.indicators;
    const names = indicators.flatMap((indicator) => [indicator.vi, ...indicator.synonyms]);
    this.#words = {
      indicators: indicators.filter((indicator) => indicator.units.length > 0),
      provinces: tables.localities.legacy,
      syllables: [
        ...new Set(
          names
            .join(' ')
            .toLowerCase()
            .match(/\p{L}+/gu) ?? [],
        ),
      ],
    };
    this.#size = size;
  }

  *drafts(): Generator<DirectiveDraft> {
    for (let index = 0; index < this.#size.directives; index += 1) yield this.#draft(index);
  }

  /** Questions of the corpus in turns: three single figures, a list, a search for words; every other one typed without diacritics. */
  questions(count: number): SyntheticQuestion[] {
    const step = Math.max(1, Math.floor(this.#size.directives / count));
    return Array.from({ length: count }, (_, turn) => {
      const { question, value } = this.#question((turn * step) % this.#size.directives, turn);
      return { question: turn % 2 === 0 ? question : fold(question), value };
    });
  }

  #question(index: number, turn: number): SyntheticQuestion {
    const { province, year, figures, random } = this.#plan(index);
    const place = province.fullName.toLowerCase();
    if (turn % 5 === 3) return { question: `Liệt kê các chỉ tiêu năm ${year} của ${place}`, value: null };
    if (turn % 5 === 4) {
      const words = this.#prose(random).split(' ').slice(0, 8).join(' ');
      return { question: `văn bản nào nói về ${words}?`, value: null };
    }
    const figure = at(figures, turn);
    return { question: `${figure.indicator.vi} của ${place} năm ${year} là bao nhiêu?`, value: figure.value };
  }

  #plan(index: number) {
    const random = mulberry32(index + 1);
    const { indicators, provinces } = this.#words;
    const province = at(provinces, index);
    const perDirective = Math.ceil(this.#size.targets / this.#size.directives);
    const offset = Math.floor(random() * indicators.length);
    const figures = Array.from({ length: perDirective }, (_, place) => {
      const indicator = at(indicators, offset + place * 7);
      const amount = Math.floor(random() * 9000) / 100;
      return { indicator, amount, value: `${String(amount).replace('.', ',')} ${indicator.units[0]}` };
    });
    return { province, year: firstYear + (Math.floor(index / provinces.length) % years), figures, random };
  }

  #draft(index: number): DirectiveDraft {
    const { province, year, figures, random } = this.#plan(index);
    const perDirective = Math.ceil(this.#size.passages / this.#size.directives);
    const locality: Locality = {
      key: province.key,
      name: province.fullName.toLowerCase(),
      level: 'province',
      within: null,
    };
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

  /** Some 400 characters: common words often, rare ones seldom, as in any language. */
  #prose(random: () => number): string {
    const { syllables } = this.#words;
    const words = Array.from({ length: 80 }, () => syllables[Math.floor(syllables.length * random() ** 3)] ?? 'và');
    return `${words.join(' ')}.`;
  }
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
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
