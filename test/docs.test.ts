import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const pages = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)];

describe('what the documentation names', () => {
  it.each(pages)('%s: every file is there', (page) => {
    const text = readFileSync(join(root, page), 'utf8');
    const named = [...text.matchAll(/`((?:src|test|docs|deploy|data|prompts)\/[\w./-]*\w\.\w+)`/g)].map(
      ([, path = '']) => path,
    );
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('the map of security names every test of test/security', () => {
    const map = readFileSync(join(root, 'docs/security.md'), 'utf8');
    const tests = readdirSync(join(root, 'test/security')).filter((name) => name.endsWith('.test.ts'));
    expect(tests.filter((name) => !map.includes(`\`test/security/${name}\``))).toEqual([]);
  });
});
