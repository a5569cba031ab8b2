import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { type RegexLiteral, regexLiterals } from '../support/regex-literals.ts';

const source = join(import.meta.dirname, '..', '..', 'src');

/** Each expression once, with a file that has it. */
function allLiterals(): Map<string, RegexLiteral & { file: string }> {
  const found = new Map<string, RegexLiteral & { file: string }>();
  for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')))
    for (const literal of regexLiterals(readFileSync(join(source, file), 'utf8')))
      found.set(`/${literal.source}/${literal.flags}`, { ...literal, file });
  return found;
}

/** Long enough that an expression which looks back from every place needs billions of steps; a linear one ends in milliseconds. */
const LENGTH = 60_000;
const PATIENCE_MILLISECONDS = 1500;

/** What is repeated: usual characters, and those the expression itself speaks of. */
function unitsOf({ source: written }: RegexLiteral): string[] {
  const own = written.replace(/\\[a-zA-Z]|[\\^$()[\]{}|]/g, '');
  return [...new Set([' ', '\t', '\n', '0', 'a', 'A', '.', '.!', ', ', 'đ ', ...[...own].slice(0, 8)])];
}

/** Not linear, and never given more than a little: cut before, or a word that was recognised on a page. */
const bounded = new Set(['vietnamese/reminder-request.ts', 'ingest/readers/ocr/mend-cells.ts']);

const context = createContext({ matches: 0 });
const script = new Script(
  'for (const text of texts) { expression.lastIndex = 0; if (expression.test(text)) matches += 1; }',
);

/** Whether the expression is through with these texts before patience is lost: thrice, since other work may hold the machine up. */
function ends({ source: written, flags }: RegexLiteral, texts: readonly string[]): boolean {
  context.expression = new RegExp(written, flags);
  context.texts = texts;
  for (let tries = 0; tries < 3; tries += 1) {
    try {
      script.runInContext(context, { timeout: PATIENCE_MILLISECONDS });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    }
  }
  return false;
}

const attack = (literal: RegexLiteral): string | null => {
  for (const unit of unitsOf(literal)) {
    const run = unit.repeat(Math.ceil(LENGTH / unit.length));
    const texts = [`${run}\u0000`, `0${run}\u0000${unit}`, `a${run}b`];
    if (!ends(literal, texts)) return unit;
  }
  return null;
};

describe('the regular expressions of the source', { timeout: 600_000 }, () => {
  const literals = allLiterals();

  it('are found: 1,500 of them or more, all well-formed', () => {
    expect(literals.size).toBeGreaterThanOrEqual(1500);
  });

  it.each([
    [/[.\s]+$/, '\t'],
    [/^\s*(\d)\s*[.)]?\s*$/, ' '],
    [/(a+)+b/, 'a'],
  ])('that look back from every place are caught: %s', ({ source: written, flags }, unit) => {
    expect(attack({ source: written, flags })).not.toBeNull();
    expect(unit).toBeDefined();
  });

  it('each read 0 hostile texts in more than linear time', () => {
    const slow = [...literals].flatMap(([written, literal]) => {
      const unit = attack(literal);
      return unit === null || bounded.has(literal.file)
        ? []
        : [`${literal.file}: ${written} on ${JSON.stringify(unit)}`];
    });
    expect(slow).toEqual([]);
  });
});
