import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchLink, publicWeb, type WebAccess } from '../../../src/ingest/links/fetch-link.ts';
import { isPublicAddress } from '../../../src/ingest/links/public-address.ts';

type Page = (request: IncomingMessage, response: ServerResponse) => void;

const page =
  (status: number, headers: Record<string, string>, body: string | Buffer = ''): Page =>
  (_, response) =>
    void response.writeHead(status, headers).end(body);
const html = { 'content-type': 'text/html; charset=utf-8' };
const megabyte = Buffer.alloc(1 << 20, 97);

const pages: Record<string, Page> = {
  '/ok': page(200, html, '<p>Kế hoạch</p>'),
  '/gzip': page(200, { ...html, 'content-encoding': 'gzip' }, gzipSync('<p>Kế hoạch</p>')),
  '/bomb': page(200, { ...html, 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(30 << 20))),
  '/broken-gzip': page(200, { ...html, 'content-encoding': 'gzip' }, 'không phải gzip'),
  '/pdf': page(200, { 'content-type': 'application/pdf' }, '%PDF-1.4'),
  '/tai-ve': page(
    200,
    { 'content-type': 'application/octet-stream', 'content-disposition': 'attachment; filename="kh15.pdf"' },
    '%PDF',
  ),
  '/mat': page(
    200,
    {
      'content-type': 'application/pdf',
      'content-disposition': "attachment; filename*=UTF-8''T%E1%BB%91i%20m%E1%BA%ADt.pdf",
    },
    '%PDF',
  ),
  '/T%E1%BB%90I%20M%E1%BA%ACT.html': page(200, html, 'x'),
  '/binary': page(200, { 'content-type': 'application/octet-stream' }, 'x'),
  '/video': page(200, { 'content-type': 'video/mp4' }, 'x'),
  '/json': page(200, { 'content-type': 'application/json' }, '{}'),
  '/gone': page(404, html, 'x'),
  '/login': page(401, html, 'x'),
  '/announced': page(200, { ...html, 'content-length': String(1 << 30) }),
  '/endless': (_, response) => {
    response.writeHead(200, html);
    const more = (): void => void (response.writableEnded || response.destroyed || response.write(megabyte, more));
    more();
  },
  '/silent': () => undefined,
  '/dripping': (_, response) => {
    response.writeHead(200, html);
    const timer = setInterval(() => response.write('a'), 20);
    response.on('close', () => clearInterval(timer));
  },
  '/r1': page(302, { location: '/r2' }),
  '/r2': page(301, { location: '/r3' }),
  '/r3': page(307, { location: '/ok' }),
  '/r0': page(302, { location: '/r1' }),
  '/loop': page(302, { location: '/loop' }),
  '/to-file': page(302, { location: 'file:///etc/passwd' }),
  '/to-nowhere': page(302, { location: 'http://' }),
  '/headers': (request, response) =>
    void response.writeHead(200, { 'content-type': 'text/plain' }).end(JSON.stringify(request.headers)),
};

let server: Server;
let port: string;
let hits: string[];

/** Redirects to every address that must stay closed. */
const inside = [
  'http://127.0.0.1/',
  'http://localhost/',
  'http://169.254.169.254/latest/meta-data/',
  'http://[::1]/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://017700000001/',
  'http://127.1/',
  'http://10.0.0.1/',
  'http://[::ffff:127.0.0.1]/',
  'http://0/',
];

beforeAll(async () => {
  server = createServer((request, response) => {
    hits.push(request.url ?? '');
    const to = /^\/inside\/(\d+)$/.exec(request.url ?? '')?.[1];
    if (to !== undefined) return void response.writeHead(302, { location: inside[Number(to)] }).end();
    (pages[request.url ?? ''] ?? page(404, html))(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = String((server.address() as AddressInfo).port);
  hits = [];
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** A web in which one public-looking name leads to the loopback server and everything else is as in the real one, without a network. */
const testWeb = (changes: Partial<WebAccess> = {}): WebAccess => ({
  ...publicWeb,
  resolve: async (host) => {
    if (host === 'tinh.gov.vn') return ['198.51.100.7'];
    if (host === 'localhost') return ['127.0.0.1', '::1'];
    throw new Error('unknown host');
  },
  isPublic: isPublicAddress,
  ports: ['', port],
  maxBytes: 2 << 20,
  timeoutSeconds: 5,
  ...changes,
});

/** The same, with the name's address taken for public: the loopback server stands for it. */
const openWeb = (changes: Partial<WebAccess> = {}): WebAccess => {
  const own = testWeb(changes);
  return {
    ...own,
    resolve: async (host) => (host === 'tinh.gov.vn' ? ['127.0.0.1'] : own.resolve(host)),
    isPublic: (address) => address === '127.0.0.1',
    ...changes,
  };
};

const get = (path: string, changes: Partial<WebAccess> = {}) =>
  fetchLink(`http://tinh.gov.vn:${port}${path}`, openWeb(changes));

describe('fetching a link of the public web', () => {
  it.each(['/ok', '/gzip', '/r1'])('gives the bytes of %s', async (path) => {
    const fetched = await get(path);
    expect(fetched).toMatchObject({ status: 'fetched' });
    if (fetched.status === 'fetched') expect(Buffer.from(fetched.bytes).toString()).toBe('<p>Kế hoạch</p>');
  });

  it('names what it fetched by the address it ended at', async () => {
    expect(await get('/r1')).toMatchObject({ name: `http://tinh.gov.vn:${port}/ok` });
  });

  it.each(['/pdf', '/tai-ve'])('takes documents: %s', async (path) => {
    expect(await get(path)).toMatchObject({ status: 'fetched' });
  });

  it.each([
    ['/binary', /không dẫn tới văn bản/],
    ['/video', /không dẫn tới văn bản/],
    ['/json', /không dẫn tới văn bản/],
    ['/gone', /không trả về nội dung/],
    ['/login', /không trả về nội dung/],
    ['/announced', /lớn hơn 20 MB/],
    ['/endless', /lớn hơn 20 MB/],
    ['/bomb', /lớn hơn 20 MB/],
    ['/broken-gzip', /Không tải được/],
    ['/r0', /chuyển hướng quá nhiều/],
    ['/loop', /chuyển hướng quá nhiều/],
    ['/to-file', /không phải một đường liên kết/],
    ['/to-nowhere', /không phải một đường liên kết/],
  ])('says why not: %s', async (path, reason) => {
    const fetched = await get(path);
    expect(fetched).toEqual({ status: 'failed', reason: expect.stringMatching(reason) });
  });

  it.each(['/silent', '/dripping'])('waits only so long for %s', async (path) => {
    expect(await get(path, { timeoutSeconds: 0.3 })).toEqual({
      status: 'failed',
      reason: expect.stringMatching(/Không tải được/),
    });
  });

  it('waits only so long for a name', async () => {
    const never = () => new Promise<string[]>(() => undefined);
    expect(await get('/ok', { resolve: never, timeoutSeconds: 0.2 })).toMatchObject({ status: 'failed' });
  });

  it.each(['/mat', '/T%E1%BB%90I%20M%E1%BA%ACT.html'])(
    'refuses a file whose name bears a mark of secrecy: %s',
    async (path) => {
      expect(await get(path)).toEqual({ status: 'refused', reason: expect.stringMatching(/độ mật/) });
    },
  );

  it('sends no cookie, no credentials and no referrer', async () => {
    const fetched = await get('/headers');
    const headers = fetched.status === 'fetched' ? JSON.parse(Buffer.from(fetched.bytes).toString()) : {};
    expect(Object.keys(headers).sort()).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent']);
    expect(headers.host).toBe(`tinh.gov.vn:${port}`);
  });

  it('connects to the address it checked, though the name resolves to another one by then', async () => {
    let asked = 0;
    const rebinding = async () => [asked++ === 0 ? '127.0.0.1' : '169.254.169.254'];
    expect(await get('/ok', { resolve: rebinding })).toMatchObject({ status: 'fetched' });
    expect(asked).toBe(1);
  });
});

describe('links that lead inside', () => {
  it.each([
    'http://127.0.0.1',
    'http://127.0.0.1.',
    'http://localhost',
    'http://2130706433',
    'http://0x7f.1',
    'http://0x7f000001',
    'http://0177.0.0.1',
    'http://127.1',
    'http://0',
    'http://[::1]',
    'http://[::]',
    'http://[::ffff:127.0.0.1]',
    'http://[::ffff:7f00:1]',
    'http://[0:0:0:0:0:ffff:a9fe:a9fe]',
    'http://[64:ff9b::7f00:1]',
    'http://[2002:7f00:1::]',
    'http://[fe80::1]',
    'http://[fc00::1]',
    'http://169.254.169.254',
    'http://10.1.2.3',
    'http://172.20.0.1',
    'http://192.168.1.1',
    'http://100.64.0.1',
    'http://168.63.129.16',
    'http://①②⑦.⓪.⓪.①',
  ])('are not opened: %s', async (origin) => {
    const before = hits.length;
    const fetched = await fetchLink(`${origin}:${port}/ok`, testWeb());
    expect(fetched.status).toBe('failed');
    expect(hits).toHaveLength(before);
  });

  it('are not opened when only one of several addresses lies inside', async () => {
    const mixed = testWeb({ resolve: async () => ['93.184.216.34', '10.0.0.5'] });
    expect(await fetchLink(`http://tinh.gov.vn:${port}/ok`, mixed)).toMatchObject({
      reason: expect.stringMatching(/mạng công khai/),
    });
  });

  it.each(inside.map((link, at) => [link, at] as const))('are not opened after a redirect to %s', async (_, at) => {
    hits = [];
    const strict: WebAccess = {
      ...openWeb(),
      // The first hop is let through; from then on the real rule holds.
      isPublic: (address) => (hits.length === 0 ? address === '127.0.0.1' : isPublicAddress(address)),
    };
    const fetched = await fetchLink(`http://tinh.gov.vn:${port}/inside/${at}`, strict);
    expect(fetched).toMatchObject({ status: 'failed' });
    expect(hits).toEqual([`/inside/${at}`]);
  });

  it.each([
    'file:///etc/passwd',
    'ftp://tinh.gov.vn/a.pdf',
    'gopher://tinh.gov.vn',
    'javascript:alert(1)',
    'data:text/plain,x',
    'http://',
    'không phải liên kết',
    'http://user:pass@tinh.gov.vn/',
    'http://tinh.gov.vn:22/',
    'http://tinh.gov.vn:6379/',
    '//tinh.gov.vn',
    '',
  ])('are no links at all: %s', async (link) => {
    expect(await fetchLink(link, testWeb())).toMatchObject({ status: 'failed' });
  });
});

describe('addresses of the public internet', () => {
  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '14.225.0.1',
    '2001:4860:4860::8888',
    '2405:4800::1',
    '172.15.0.1',
    '172.32.0.1',
    '100.128.0.1',
    '223.255.255.255',
  ])('%s is one', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
  it.each([
    '0.0.0.0',
    '127.255.255.255',
    '169.254.0.1',
    '192.0.0.8',
    '198.18.0.1',
    '203.0.113.9',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
    '2001::1',
    '2001:db8::1',
    '2002:808:808::',
    'fc00::1',
    'fe80::1%eth0',
    'ff02::1',
    '',
    'x',
    '1.2.3',
  ])('%s is none', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
