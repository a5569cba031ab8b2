import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allTools } from '../../src/tools/all-tools.ts';

const pages = join(import.meta.dirname, '../../prompts/tools');
const files = join(import.meta.dirname, '../../src/tools');

describe('allTools', () => {
  it.each(allTools.map((tool) => [tool.name] as const))(
    '%s has a file of its name and a page for the model',
    (name) => {
      expect(existsSync(join(files, `${name}.ts`))).toBe(true);
      expect(readFileSync(join(pages, `${name}.md`), 'utf8')).toMatch(new RegExp(`^# ${name}\\n`));
    },
  );

  it('has no page without a tool', () => {
    const names: string[] = allTools.map((tool) => tool.name);
    expect(readdirSync(pages).map((page) => page.replace(/\.md$/, ''))).toEqual(expect.arrayContaining(names));
    expect(readdirSync(pages)).toHaveLength(names.length);
  });

  it.each(allTools.map((tool) => [tool.name, tool] as const))('%s refuses input of another shape', (_name, tool) => {
    expect(tool.input.safeParse({ words: 5 }).success).toBe(false);
    expect(tool.input.safeParse(null).success).toBe(false);
  });
});
