import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findViolations } from './support/house-rules.ts';

const root = join(import.meta.dirname, '..');

function readTree(folder: string): Map<string, string> {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => /\.(ts|mjs)$/.test(name)).map((name) => join(root, folder, name));
  return new Map(files.map((file) => [relative(root, file).replaceAll('\\', '/'), readFileSync(file, 'utf8')]));
}

const manyLines = 'export const a = 1;\n'.repeat(301);

/** One fault planted in an otherwise orderly house, and what must be said of it. */
const faults: [fault: string, tree: Record<string, string>, says: RegExp][] = [
  ['domain imports ours', { 'src/domain/a.ts': "import { b } from '../store/b.ts';" }, /domain may not know store/],
  ['domain imports a library', { 'src/domain/a.ts': "import pg from 'pg';" }, /nothing but zod/],
  ['domain does I/O', { 'src/domain/a.ts': "import { readFileSync } from 'node:fs';" }, /does no I\/O/],
  ['vietnamese does I/O', { 'src/vietnamese/a.ts': "import fs from 'node:fs/promises';" }, /does no I\/O/],
  ['vietnamese imports the store', { 'src/vietnamese/a.ts': "import '../store/b.ts';" }, /may not know store/],
  ['store imports retrieval', { 'src/store/a.ts': "export * from '../retrieval/b.ts';" }, /may not know retrieval/],
  [
    'store imports vietnamese',
    { 'src/store/a.ts': "import { b } from '../vietnamese/b.ts';" },
    /may not know vietnamese/,
  ],
  ['retrieval imports tools', { 'src/retrieval/a.ts': "import { b } from '../tools/b.ts';" }, /may not know tools/],
  ['tools import the answer', { 'src/tools/a.ts': "import { b } from '../answer/b.ts';" }, /may not know answer/],
  ['the answer imports the store', { 'src/answer/a.ts': "import { b } from '../store/b.ts';" }, /may not know store/],
  [
    'ingest imports retrieval',
    { 'src/ingest/a.ts': "import { b } from '../retrieval/b.ts';" },
    /may not know retrieval/,
  ],
  [
    'reminders import a platform',
    { 'src/reminders/a.ts': "import { b } from '../platforms/b.ts';" },
    /may not know platforms/,
  ],
  [
    'conversation imports ingest',
    { 'src/conversation/a.ts': "import { b } from '../ingest/b.ts';" },
    /may not know ingest/,
  ],
  [
    'a platform sees the engine',
    { 'src/platforms/telegram/a.ts': "import { b } from '../../answer/b.ts';" },
    /may not know answer/,
  ],
  [
    'a platform sees another',
    { 'src/platforms/telegram/a.ts': "import { b } from '../terminal/b.ts';" },
    /no other platform/,
  ],
  ['a room builds itself', { 'src/tools/a.ts': "import { openEngine } from '../main.ts';" }, /only commands may/],
  ['main knows a command', { 'src/main.ts': "import { ask } from './cli/ask.ts';" }, /knows no command/],
  [
    'a type-only import counts',
    { 'src/domain/a.ts': "import type { B } from '../answer/b.ts';" },
    /may not know answer/,
  ],
  [
    'a dynamic import counts',
    { 'src/domain/a.ts': "const b = await import('../answer/b.ts');" },
    /may not know answer/,
  ],
  [
    'an import over several lines counts',
    { 'src/domain/a.ts': "import {\n  b,\n  c,\n} from '../answer/b.ts';" },
    /may not know answer/,
  ],
  ['an unknown room', { 'src/misc/a.ts': "import { b } from '../domain/b.ts';" }, /do not know/],
  ['source imports a test', { 'src/tools/a.ts': "import { b } from '../../test/support/b.ts';" }, /outside src/],
  [
    'a tool imports a tool',
    {
      'src/tools/all-tools.ts': "import { a } from './a.ts';\nimport { b } from './b.ts';",
      'src/tools/a.ts': "import { b } from './b.ts';",
      'src/tools/b.ts': 'export const b = 1;',
    },
    /may not know each other/,
  ],
  [
    'grammy outside telegram',
    { 'src/conversation/a.ts': "import { Bot } from 'grammy';" },
    /belongs to src\/platforms\/telegram/,
  ],
  [
    'a grammY plugin outside telegram',
    { 'src/main.ts': "import { run } from '@grammyjs/runner';" },
    /belongs to src\/platforms\/telegram/,
  ],
  ['pg outside the store', { 'src/cli/a.ts': "import { Pool } from 'pg';" }, /belongs to src\/store/],
  [
    'pglite outside the store',
    { 'src/main.ts': "import { PGlite } from '@electric-sql/pglite';" },
    /belongs to src\/store/,
  ],
  [
    'pgvector outside the store',
    { 'src/retrieval/a.ts': "import pgvector from 'pgvector/pg';" },
    /belongs to src\/store/,
  ],
  ['openai outside the model', { 'src/answer/a.ts': "import OpenAI from 'openai';" }, /belongs to src\/model/],
  [
    'langchain outside the model',
    { 'src/answer/a.ts': "import { tool } from '@langchain/core/tools';" },
    /belongs to src\/model/,
  ],
  [
    'a file format library outside the readers',
    { 'src/ingest/a.ts': "import mammoth from 'mammoth';" },
    /belongs to src\/ingest\/readers/,
  ],
  [
    'a tracer outside tracing',
    { 'src/answer/a.ts': "import { trace } from '@opentelemetry/api';" },
    /belongs to src\/tracing/,
  ],
  ['a library nobody owns', { 'src/tools/a.ts': "import _ from 'lodash';" }, /no owner folder/],
  ['the environment read elsewhere', { 'src/main.ts': 'const a = process.env.PORT;' }, /reads process\.env/],
  ['the clock read elsewhere', { 'src/answer/a.ts': 'const today = new Date();' }, /reads the clock/],
  ['the clock read with Date.now', { 'src/cli/a.ts': 'const now = Date.now();' }, /reads the clock/],
  ['SQL outside the store', { 'src/tools/a.ts': "db.query('delete from passages');" }, /holds SQL/],
  ['an enum', { 'src/domain/a.ts': 'export enum Kind { A }' }, /enum/],
  ['a long file', { 'src/domain/a.ts': manyLines }, /301 lines/],
  ['a file named utils', { 'src/domain/utils.ts': '' }, /says nothing/],
  ['a file in camelCase', { 'src/domain/myFile.ts': '' }, /kebab-case/],
  [
    'an import cycle',
    {
      'src/tools/a.ts': "import { b } from './b.ts';",
      'src/tools/b.ts': "import { c } from './c.ts';",
      'src/tools/c.ts': "import { a } from './a.ts';",
    },
    /import cycle .*a\.ts → .*b\.ts → .*c\.ts → .*a\.ts/,
  ],
];

/** What a careless checker would complain of and must not. */
const innocent: [what: string, tree: Record<string, string>][] = [
  ['zod in domain', { 'src/domain/a.ts': "import { z } from 'zod';" }],
  [
    'the allowed directions',
    {
      'src/retrieval/a.ts': "import { b } from '../store/b.ts';\nimport { c } from '../vietnamese/c.ts';",
      'src/conversation/a.ts': "import { b } from '../answer/b.ts';",
      'src/main.ts': "import { b } from './platforms/telegram/b.ts';\nimport { c } from './wiring/c.ts';",
      'src/wiring/c.ts': "import pino from 'pino';\nimport { b } from '../platforms/telegram/b.ts';",
      'src/cli/ask.ts': "import { openEngine } from '../main.ts';",
    },
  ],
  [
    'a forbidden word in a comment',
    { 'src/domain/a.ts': "// new Date() and process.env and import x from '../store/b.ts'\n/* Date.now() */" },
  ],
  ['a date with arguments', { 'src/domain/a.ts': "export const a = new Date('2026-01-01'); export type B = Date;" }],
  ['the clock in main and cli', { 'src/main.ts': 'const a = new Date();', 'src/cli.ts': 'const a = Date.now();' }],
  [
    'a library in its own room',
    { 'src/store/a.ts': "import pg from 'pg';", 'src/platforms/telegram/a.ts': "import { Bot } from 'grammy';" },
  ],
  [
    'a shared type of all tools',
    {
      'src/tools/all-tools.ts': "import type { Tool } from './tool.ts';\nimport { a } from './a.ts';",
      'src/tools/a.ts': "import type { Tool } from './tool.ts';",
      'src/tools/tool.ts': 'export type Tool = { name: string };',
    },
  ],
  [
    'a diamond of imports',
    {
      'src/tools/a.ts': "import { b } from './b.ts';\nimport { c } from './c.ts';",
      'src/tools/b.ts': "import { d } from './d.ts';",
      'src/tools/c.ts': "import { d } from './d.ts';",
      'src/tools/d.ts': 'export const d = 1;',
    },
  ],
  [
    'a cycle of types only',
    {
      'src/store/a.ts': "import { b } from './b.ts';",
      'src/store/b.ts': "import type { A } from './a.ts';",
    },
  ],
  [
    'a benchmark that borrows a test double',
    { 'src/cli/bench-telegram.ts': "await import('../../test/support/fake-telegram.ts');" },
  ],
  ['tests', { 'test/a.test.ts': "import pg from 'pg'; const a = new Date();" }],
];

describe('the house rules', () => {
  it.each(faults)('catch: %s', (_, tree, says) => {
    expect(findViolations(new Map(Object.entries(tree)))).toContainEqual(expect.stringMatching(says));
  });

  it.each(innocent)('let pass: %s', (_, tree) => {
    expect(findViolations(new Map(Object.entries(tree)))).toEqual([]);
  });

  it('hold for the whole of src/', () => {
    const tree = readTree('src');
    expect(tree.size).toBeGreaterThan(10);
    expect(findViolations(tree)).toEqual([]);
  });
});
