import { beforeEach, describe, expect, it } from 'vitest';
import { loadCorpusVersion } from '../../src/store/corpus.ts';
import type { Database } from '../../src/store/database.ts';
import { listDeadlines } from '../../src/store/deadlines.ts';
import { findDirective, findDirectives, loadDirectiveText } from '../../src/store/directives.ts';
import { findFigures } from '../../src/store/figures.ts';
import { findOriginal, loadOriginalBytes, saveOriginals } from '../../src/store/originals.ts';
import { listPassages } from '../../src/store/passages.ts';
import { directiveIdOf, markReplaced, saveDirective } from '../../src/store/save-directive.ts';
import { testDatabase } from '../support/database.ts';
import { cityOfHue, sampleDirective } from '../support/sample-directive.ts';

let database: Database;
beforeEach(async () => {
  database = await testDatabase();
});

const period2025 = { text: 'đến 2025', kind: 'until', from: null, to: '2025-12-31' } as const;
const metadata = {
  type: 'quyết định',
  number: '12/QĐ-UBND',
  issuer: 'Ủy ban nhân dân thành phố Huế',
  locality: cityOfHue,
  date: '2023-02-28',
  period: period2025,
  signer: 'Nguyễn Văn A',
  recipients: ['Như Điều 3', 'Lưu: VT'],
} as const;
const figure = {
  kind: 'estimate',
  indicator: 'Sản lượng lương thực',
  key: 'san-luong-luong-thuc',
  valueText: 'trên 120.000 tấn',
  min: 120_000.5,
  max: null,
  comparator: '>',
  unit: 'tấn',
  direction: 'increase',
  period: period2025,
  locality: cityOfHue,
  parent: 'Trồng trọt',
  heading: ['II. "Mục tiêu", {chung}', 'NULL', ''],
  confidence: 0.4,
  note: 'chữ trong ảnh quét đọc chưa rõ',
  quote: 'mục tiêu',
  start: 3,
  end: 11,
} as const;
const deadline = {
  what: 'gửi báo cáo',
  who: '',
  to: 'Sở Nội vụ',
  kind: 'report',
  due: 'trước 2025-12-16',
  dueDate: '2025-12-15',
  rule: 'FREQ=YEARLY',
  heading: ['IV'],
  quote: 'Các sở',
  start: 0,
  end: 6,
} as const;

const pages = [
  { number: 1, start: 0 },
  { number: 2, start: 13 },
];

async function sample(title = 'Kế hoạch mẫu', passages = ['Các mục tiêu', 'Các sở báo cáo']) {
  const input = await sampleDirective({
    title,
    passages,
    metadata: { ...metadata, recipients: [...metadata.recipients] },
  });
  input.draft.figures = [{ ...figure, heading: [...figure.heading] }];
  input.draft.pages = pages;
  input.draft.deadlines = [{ ...deadline, heading: [...deadline.heading] }];
  return input;
}

describe('a saved directive', () => {
  it('comes back as it was read, field for field', async () => {
    const input = await sample();
    const { id } = await saveDirective(database, input);
    expect(id).toBe(input.original.sha256.slice(0, 12));
    const { sha256, name } = input.original;
    expect(await findDirective(database, id)).toEqual({
      ...input.draft.metadata,
      id,
      sha256,
      source: name,
      status: 'in_force',
      pages,
      replacedBy: null,
      replacedOn: null,
    });
    expect(await loadDirectiveText(database, id)).toBe(input.draft.text);
    const passages = input.draft.passages.map((passage, at) => ({
      ...passage,
      id: `${id}:${at}`,
      document: id,
      seq: expect.any(Number),
    }));
    expect(await listPassages(database, { documents: [id] })).toEqual(passages);
    const stored = {
      id: expect.any(Number),
      document: id,
      status: 'proposed',
      replacedBy: null,
      replacedOn: null,
    };
    expect(await findFigures(database, {})).toEqual([{ ...figure, ...stored, replacedByFigure: null }]);
    expect(await listDeadlines(database)).toEqual([{ ...deadline, ...stored }]);
    expect(Buffer.from((await loadOriginalBytes(database, sha256)) ?? [])).toEqual(
      Buffer.from(input.original.bytes ?? []),
    );
  });

  it('changes nothing when the same bytes come again', async () => {
    const { id } = await saveDirective(database, await sample());
    const version = await loadCorpusVersion(database);
    expect(await saveDirective(database, await sample())).toEqual({ id, isNew: false });
    expect(await loadCorpusVersion(database)).toBe(version);
    expect(await findFigures(database, {})).toHaveLength(1);
  });

  it('takes the place of the ones it replaces, which can still be shown', async () => {
    const { id: old } = await saveDirective(database, await sample('Bản cũ'));
    const { id: renewed } = await saveDirective(database, { ...(await sample('Bản mới')), replaces: [old] });
    expect((await findDirectives(database)).map(({ id }) => id)).toEqual([renewed]);
    expect((await findDirectives(database, { statuses: ['replaced'] })).map(({ id }) => id)).toEqual([old]);
    expect((await findFigures(database, {})).map(({ document }) => document)).toEqual([renewed]);
    expect(await findFigures(database, { statuses: ['replaced'] })).toHaveLength(1);
    expect((await listDeadlines(database)).map(({ document }) => document)).toEqual([renewed]);
    expect(await loadDirectiveText(database, old)).toContain('mục tiêu');
  });

  it('raises the version of the corpus, as does marking it replaced', async () => {
    const { id: old } = await saveDirective(database, await sample('Bản cũ'));
    expect(await loadCorpusVersion(database)).toBe(1);
    const { id: other } = await saveDirective(database, await sample('Bản khác'));
    await markReplaced(database, old, other);
    expect(await loadCorpusVersion(database)).toBe(3);
  });

  it('is stored whole or not at all', async () => {
    const input = await sample();
    input.vectors = { model: 'm', vectors: [new Float32Array([1])] };
    await expect(saveDirective(database, input)).rejects.toThrow('1 vectors for 2 passages');
    expect(await findDirectives(database)).toEqual([]);
    expect(await findOriginal(database, input.original.sha256)).toBeNull();
    expect(await loadCorpusVersion(database)).toBe(0);
  });

  it('may be large: thousands of passages and figures in one go', async () => {
    const input = await sample(
      'Dài',
      Array.from({ length: 3000 }, (_, number) => `Khoản ${number}`),
    );
    input.draft.figures = Array.from({ length: 3000 }, (_, number) => ({ ...figure, heading: [], min: number }));
    const { id } = await saveDirective(database, input);
    const passages = await listPassages(database, { documents: [id] });
    expect(passages.map(({ ordinal }) => ordinal)).toEqual(Array.from({ length: 3000 }, (_, number) => number));
    expect((await findFigures(database, {})).map(({ min }) => min)).toEqual(Array.from({ length: 3000 }, (_, n) => n));
  });

  it('survives NUL and half surrogate pairs with its offsets', async () => {
    const input = await sampleDirective({
      title: 'Hỏng \0',
      passages: ['a\0b \ud800 c'],
      figures: [{ quote: '\ud800 c' }],
    });
    input.draft.metadata.recipients = ['\0'];
    const { id } = await saveDirective(database, input);
    const text = await loadDirectiveText(database, id);
    expect(text).toBe('a\ufffdb \ufffd c');
    expect((await listPassages(database, { documents: [id] }))[0]?.text).toBe(text);
    expect((await findFigures(database, {}))[0]?.quote).toBe('\ufffd c');
  });

  it('keeps ids that a file gives its passages, the same in two directives', async () => {
    const records = [{ id: 'p1', text: 'một' }];
    const { id: first } = await saveDirective(database, await sampleDirective({ title: 'A', passages: records }));
    const { id: second } = await saveDirective(database, await sampleDirective({ title: 'B', passages: records }));
    const found = await listPassages(database, { ids: ['p1'] });
    expect(found.map(({ document }) => document).sort()).toEqual([first, second].sort());
  });
});

describe('filters', () => {
  beforeEach(async () => {
    await saveDirective(database, await sample('Một'));
    await saveDirective(database, await sampleDirective({ title: 'Hai', passages: ['x'], figures: [{}] }));
  });

  const directives: [string, Parameters<typeof findDirectives>[1], string[]][] = [
    ['nothing: newest first, undated last', {}, ['Một', 'Hai']],
    ['type', { types: ['quyết định'] }, ['Một']],
    ['number', { numbers: ['12/QĐ-UBND'] }, ['Một']],
    ['another number', { numbers: ['12/qđ-ubnd'] }, []],
    ['locality', { localityKeys: ['hue', 'da-nang'] }, ['Một']],
    ['source', { sources: ['Hai.txt'] }, ['Hai']],
    ['issued from its day', { issuedFrom: '2023-02-28' }, ['Một']],
    ['issued until the day before', { issuedTo: '2023-02-27' }, []],
    ['no id at all', { ids: [] }, []],
  ];
  it.each(directives)('restrict directives by %s', async (_, filter, titles) => {
    expect((await findDirectives(database, filter)).map(({ title }) => title)).toEqual(titles);
  });

  const figures: [string, Parameters<typeof findFigures>[1], number][] = [
    ['nothing', {}, 2],
    ['key', { keys: ['san-luong-luong-thuc'] }, 1],
    ['locality', { localityKeys: ['hue'] }, 1],
    ['another locality', { localityKeys: ['da-nang'] }, 0],
    ['kind', { kinds: ['target'] }, 1],
    ['status', { statuses: ['approved'] }, 0],
    ['no key at all', { keys: [] }, 0],
    ['unknown ids', { ids: [-1] }, 0],
  ];
  it.each(figures)('restrict figures by %s', async (_, filter, many) => {
    expect(await findFigures(database, filter)).toHaveLength(many);
  });

  const deadlines: [string, Parameters<typeof listDeadlines>[1], number][] = [
    ['its last day', { dueFrom: '2025-12-15', dueTo: '2025-12-15' }, 1],
    ['days before it', { dueTo: '2025-12-14' }, 0],
    ['kind', { kinds: ['finish'] }, 0],
    ['an unknown directive', { documents: ['000000000000'] }, 0],
  ];
  it.each(deadlines)('restrict deadlines by %s', async (_, filter, many) => {
    expect(await listDeadlines(database, filter)).toHaveLength(many);
  });
});

describe('originals', () => {
  const original = { name: 'a.bin', bytes: Uint8Array.of(0, 255, 13, 10), receivedAt: new Date(0) };
  const sha256 = 'ab'.repeat(32);

  it('keep the bytes and the reason of a file that could not be read, and follow when it is read later', async () => {
    await saveOriginals(database, [{ ...original, sha256, status: 'failed', reason: 'không phải văn bản' }]);
    expect(await findOriginal(database, sha256)).toMatchObject({ status: 'failed', reason: 'không phải văn bản' });
    expect(Array.from((await loadOriginalBytes(database, sha256)) ?? [])).toEqual([0, 255, 13, 10]);
    await saveOriginals(database, [{ ...original, sha256, status: 'ingested', reason: null }]);
    expect(await findOriginal(database, sha256)).toMatchObject({ status: 'ingested', reason: null });
    await saveOriginals(database, [{ ...original, name: 'b.bin', sha256, status: 'ingested', reason: null }]);
    expect(await findOriginal(database, sha256)).toMatchObject({ name: 'a.bin' });
  });

  it('keep no bytes of a refused one', async () => {
    await saveOriginals(database, [{ ...original, bytes: null, sha256, status: 'refused', reason: 'tài liệu mật' }]);
    expect(await loadOriginalBytes(database, sha256)).toBeNull();
  });

  it('are unknown by nothing but their own checksum', async () => {
    expect(await findOriginal(database, sha256)).toBeNull();
    expect(directiveIdOf(sha256)).toBe('abababababab');
  });
});
