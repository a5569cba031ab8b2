import { posix } from 'node:path';

/** The tree as the rules see it: path from the project's root ("src/answer/read-question.ts") → source text. */
export type Sources = ReadonlyMap<string, string>;

/** One broken rule: `src/domain/period.ts: …`. */
export type Violation = string;

const lineLimit = 300;

/** Who may import whom (DESIGN §3). A folder may always import itself; `zod` and Node's own modules are judged apart. */
const mayImport: Record<string, readonly string[]> = {
  domain: [],
  vietnamese: ['domain'],
  store: ['domain'],
  model: ['domain'],
  retrieval: ['store', 'model', 'domain', 'vietnamese'],
  tools: ['store', 'retrieval', 'domain', 'vietnamese'],
  answer: ['tools', 'retrieval', 'model', 'domain', 'vietnamese'],
  reminders: ['store', 'model', 'domain', 'vietnamese'],
  ingest: ['store', 'model', 'domain', 'vietnamese'],
  conversation: ['answer', 'tools', 'store', 'domain', 'vietnamese'],
  platforms: ['domain'],
  http: ['domain'],
  tracing: ['domain'],
  'config.ts': ['domain'],
  'tables.ts': ['domain', 'vietnamese'],
  'main.ts': ['*'],
  wiring: ['*'],
  cli: ['*'],
  'cli.ts': ['*'],
  'chidao.mjs': ['cli.ts'],
};

/** Nothing but a command may see these: whatever else wants something of them is handed it. */
const builders = ['main.ts', 'wiring', 'cli.ts', 'cli', 'chidao.mjs'];

/** Each library has one owner folder. */
const libraryOwners: [library: RegExp, owner: string][] = [
  [/^(grammy|@grammyjs\/.+)(\/.*)?$/, 'platforms/telegram/'],
  [/^(pg|pg-.+|pgvector|kysely|@electric-sql\/.+)(\/.*)?$/, 'store/'],
  [/^(openai|langchain|@langchain\/.+)(\/.*)?$/, 'model/'],
  [
    /^(pdfjs-dist|mammoth|exceljs|fflate|linkedom|@mozilla\/readability|tesseract\.js|@tesseract\.js-data\/.+|@napi-rs\/canvas)(\/.*)?$/,
    'ingest/readers/',
  ],
  [/^(hono|@hono\/.+)(\/.*)?$/, 'http/'],
  [/^prom-client$/, 'http/'],
  [/^@opentelemetry\/.+$/, 'tracing/'],
  [/^(@resvg\/resvg-js|@expo-google-fonts\/.+)(\/.*)?$/, 'reminders/'],
  [/^nodemailer(\/.*)?$/, 'platforms/email/'],
  [/^rrule-temporal$/, 'reminders/'],
  [/^pino$/, 'wiring/'],
  [/^zod$/, ''],
];

/** Lists that name the files of their folder, which may not know each other. */
const lists: [list: string, folder: string][] = [['src/tools/all-tools.ts', 'src/tools/']];

const forbiddenCode: { pattern: RegExp; allowed: RegExp; says: string }[] = [
  { pattern: /\bprocess\.env\b/, allowed: /^src\/config\.ts$/, says: 'reads process.env; only config.ts may' },
  {
    pattern: /\bDate\.now\s*\(|\bnew Date\s*\(\s*\)|\bnew Date\b(?!\s*\()|(?<!new )\bDate\s*\(\s*\)/,
    allowed: /^src\/(main|cli)\.ts$/,
    says: 'reads the clock; only main.ts and cli.ts may',
  },
  {
    pattern: /\b(insert into|delete from|create table|alter table)\s/i,
    allowed: /^src\/store\//,
    says: 'holds SQL; only store/ may',
  },
  { pattern: /^\s*(export\s+)?(const\s+)?enum\s/m, allowed: /^$/, says: 'declares an enum' },
];

/** Every broken rule in a tree, sorted; empty when the house is in order. Only files under src/ are judged. */
export function findViolations(sources: Sources): Violation[] {
  const code = new Map(
    [...sources].filter(([path]) => path.startsWith('src/')).map(([path, text]) => [path, withoutComments(text)]),
  );
  const imports = new Map([...code].map(([path, text]) => [path, importsOf(path, text)]));
  const each = [...code].flatMap(([path, text]) => [
    ...nameProblems(path),
    ...lengthProblems(path, sources.get(path) ?? ''),
    ...codeProblems(path, text),
    ...(imports.get(path) ?? []).flatMap((target) => importProblems(path, target)),
  ]);
  const loaded = new Map([...code].map(([path, text]) => [path, importsOf(path, withoutTypeImports(text))]));
  return [...each, ...listProblems(imports), ...cycleProblems(loaded)].sort();
}

/** The code with comments blanked out; strings stay, since import paths and SQL live in them. */
function withoutComments(text: string): string {
  return text.replace(
    /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (_, string: string | undefined) => string ?? ' ',
  );
}

/** Type-only imports are gone at run time and make no cycle. */
function withoutTypeImports(code: string): string {
  return code.replace(/(^|[;\s])(import|export)\s+type\s[^;'"`]*?\bfrom\s*['"][^'"\n]+['"]/g, '$1');
}

/** What a file imports, statically, dynamically, or only as a type: paths from the root for our own files, else the package or "node:…". */
function importsOf(path: string, code: string): string[] {
  const found = code.matchAll(
    /(?:^|[;\s])(?:import|export)\s[^;'"`]*?\bfrom\s*['"]([^'"\n]+)['"]|(?:^|[;\s])import\s*['"]([^'"\n]+)['"]|\bimport\s*\(\s*['"`]([^'"`\n]+)['"`]/g,
  );
  return [...found].map((match) => {
    const name = match[1] ?? match[2] ?? match[3] ?? '';
    return name.startsWith('.') ? posix.normalize(posix.join(posix.dirname(path), name)) : name;
  });
}

/** The part of the house a file of src/ belongs to: its folder, or its own name at the top. */
function roomOf(path: string): string {
  return path.split('/')[1] ?? '';
}

function isOurs(target: string): boolean {
  return target.startsWith('src/') || target.startsWith('test/') || target.startsWith('data/');
}

function importProblems(path: string, target: string): Violation[] {
  if (target.startsWith('node:')) return nodeModuleProblems(path, target);
  return isOurs(target) ? houseProblems(path, target) : libraryProblems(path, target);
}

function nodeModuleProblems(path: string, target: string): Violation[] {
  const room = roomOf(path);
  return room === 'domain' || room === 'vietnamese' ? [`${path}: imports ${target}, but ${room} does no I/O`] : [];
}

function libraryProblems(path: string, target: string): Violation[] {
  if (roomOf(path) === 'domain' && target !== 'zod')
    return [`${path}: imports ${target}; domain imports nothing but zod`];
  const owner = libraryOwners.find(([library]) => library.test(target))?.[1];
  if (owner === undefined) return [`${path}: imports ${target}, which has no owner folder in the house rules`];
  return path.startsWith(`src/${owner}`) ? [] : [`${path}: imports ${target}, which belongs to src/${owner}`];
}

function houseProblems(path: string, target: string): Violation[] {
  const [from, to] = [roomOf(path), roomOf(target)];
  if (!target.startsWith('src/')) {
    return from === 'cli' && posix.basename(path).startsWith('bench')
      ? []
      : [`${path}: imports ${target}, outside src/`];
  }
  if (from === 'platforms' && to === 'platforms') return platformProblems(path, target);
  if (from === to) return [];
  const allowed = mayImport[from];
  if (allowed === undefined) return [`${path}: stands in ${from}, which the house rules do not know`];
  if (builders.includes(to) && !builders.includes(from)) return [`${path}: imports ${target}; only commands may`];
  if ((from === 'main.ts' || from === 'wiring') && to !== 'wiring' && builders.includes(to))
    return [`${path}: imports ${target}; what is built knows no command`];
  return allowed.includes('*') || allowed.includes(to)
    ? []
    : [`${path}: imports ${target}; ${from} may not know ${to}`];
}

/** Platforms know none of their neighbours; what they share stands directly in platforms/. */
function platformProblems(path: string, target: string): Violation[] {
  const [from, to] = [path.split('/'), target.split('/')];
  const isNeighbour = from.length > 3 && to.length > 3 && from[2] !== to[2];
  return isNeighbour ? [`${path}: imports ${target}; a platform knows no other platform`] : [];
}

/** `tool.ts` holds the type that all tools share. */
const sharedNames = ['tool.ts'];

/** A file that a list names knows no other file of that list. */
function listProblems(imports: ReadonlyMap<string, string[]>): Violation[] {
  return lists.flatMap(([list, folder]) => {
    const named = (imports.get(list) ?? []).filter((path) => path.startsWith(folder));
    const members = named.filter((path) => !sharedNames.includes(posix.basename(path)));
    return members.flatMap((path) =>
      (imports.get(path) ?? [])
        .filter((target) => members.includes(target))
        .map(
          (target) => `${path}: imports ${target}; ${posix.basename(list)} names both, they may not know each other`,
        ),
    );
  });
}

function cycleProblems(imports: ReadonlyMap<string, string[]>): Violation[] {
  const done = new Set<string>();
  const found: Violation[] = [];
  const visit = (path: string, trail: string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) found.push(`${path}: import cycle ${[...trail.slice(at), path].join(' → ')}`);
    if (at >= 0 || done.has(path)) return;
    for (const target of imports.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of imports.keys()) visit(path, []);
  return found;
}

function lengthProblems(path: string, text: string): Violation[] {
  const lines = text.replace(/\n$/, '').split('\n').length;
  return lines > lineLimit ? [`${path}: ${lines} lines, more than ${lineLimit}`] : [];
}

function nameProblems(path: string): Violation[] {
  const name = posix.basename(path);
  if (/^(index|utils?|helpers?)\.ts$/.test(name)) return [`${path}: a name that says nothing`];
  return /^[a-z0-9]+(-[a-z0-9]+)*\.(d\.)?(ts|mjs|sql)$/.test(name) ? [] : [`${path}: not in kebab-case`];
}

function codeProblems(path: string, code: string): Violation[] {
  return forbiddenCode
    .filter(({ pattern, allowed }) => !allowed.test(path) && pattern.test(code))
    .map(({ says }) => `${path}: ${says}`);
}
