/** A word as it stands on a page. Units are points (1/72 inch), `baseline` counts down from the top edge, `size` is that of its letters. */
export type Word = { text: string; left: number; right: number; baseline: number; size: number; isDoubtful: boolean };

/** A drawn straight line, level or upright: `from`–`to` along it, `at` across it. */
export type Rule = { isLevel: boolean; at: number; from: number; to: number };

/** A page as print: words in any order, and the lines drawn on it. */
export type PrintedPage = { number: number; width: number; height: number; words: Word[]; rules: Rule[] };
