import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { findSecrecyMark } from '../secrecy/find-secrecy-mark.ts';
import { isPublicAddress } from './public-address.ts';
import { requestOnce, type WebResponse } from './request-once.ts';

/** What a link came to. `name`: the address it ended at. `reason`: one Vietnamese sentence; refused: the file's name bears a mark of secrecy. */
export type FetchedLink =
  | { status: 'fetched'; name: string; bytes: Uint8Array }
  | { status: 'failed' | 'refused'; reason: string };

/** How the web is reached: the public one, unless a test says otherwise. */
export type WebAccess = {
  /** Every address of a host; rejects for an unknown one. */
  resolve: (host: string) => Promise<string[]>;
  isPublic: (address: string) => boolean;
  ports: readonly string[];
  /** For the whole way, redirects included. */
  timeoutSeconds: number;
  maxBytes: number;
};

/** Empty is the usual port of http and https. */
export const publicWeb: WebAccess = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  isPublic: isPublicAddress,
  ports: ['', '80', '443', '8080', '8443'],
  timeoutSeconds: 30,
  maxBytes: 20 * 1024 * 1024,
};

const mostRedirects = 3;

const reasons = {
  address: 'Đây không phải một đường liên kết http:// hoặc https:// dùng được.',
  closed: 'Đường liên kết dẫn tới địa chỉ không thuộc mạng công khai nên bot không mở.',
  unknown: 'Không tìm thấy trang này; anh/chị kiểm tra lại đường liên kết.',
  redirects: 'Trang chuyển hướng quá nhiều lần.',
  status: 'Trang không trả về nội dung (có thể đã gỡ hoặc phải đăng nhập).',
  type: 'Đường liên kết không dẫn tới văn bản, PDF hay tệp Word, Excel.',
  size: 'Nội dung lớn hơn 20 MB, quá cỡ một văn bản.',
  secret: 'Từ chối tiếp nhận: tên tệp mang dấu độ mật; không lưu và không xử lý bí mật nhà nước.',
  failed: 'Không tải được trang trong thời gian cho phép; anh/chị thử lại sau hoặc gửi tệp.',
} as const;
type Reason = keyof typeof reasons;

/**
 * Fetches a document from the public web. Every address on the way is resolved, checked and then connected to as checked, so that neither a name
 * that resolves anew nor a redirect leads inside; no cookies, no credentials, bounded in size and time. Never rejects.
 */
export async function fetchLink(link: string, web: WebAccess = publicWeb): Promise<FetchedLink> {
  const fetched = await follow(link, { ...web, signal: AbortSignal.timeout(web.timeoutSeconds * 1000) });
  if (typeof fetched !== 'string') return fetched;
  return { status: fetched === 'secret' ? 'refused' : 'failed', reason: reasons[fetched] };
}

type Way = WebAccess & { signal: AbortSignal };

async function follow(link: string, way: Way): Promise<FetchedLink | Reason> {
  let url = parseLink(link, way);
  for (let redirects = 0; url !== null; redirects++) {
    const address = await findAddress(url, way);
    if (address === 'closed' || address === 'unknown') return address;
    const response = await requestOnce(url, { address, signal: way.signal, maxBytes: way.maxBytes });
    if (response.kind !== 'redirect') return settle(url, response);
    if (redirects === mostRedirects) return 'redirects';
    url = URL.canParse(response.location, url.href) ? parseLink(new URL(response.location, url.href).href, way) : null;
  }
  return 'address';
}

/** Null for what is no address of a page: another scheme, a name and password in it, or an unusual port. */
function parseLink(link: string, { ports }: Way): URL | null {
  // The parser of URLs writes decimal, octal and hexadecimal spellings of IPv4 as dotted numbers.
  const url = URL.canParse(link) ? new URL(link) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null;
  return ports.includes(url.port) && url.hostname !== '' ? url : null;
}

/** The address to connect to; `closed` when any address of the host is not public. */
async function findAddress({ hostname }: URL, { resolve, isPublic, signal }: Way): Promise<string> {
  const host = hostname.replace(/^\[|\]$/g, '');
  try {
    const given = isIP(host) === 0 ? await Promise.race([resolve(host), ended(signal)]) : [host];
    if (given.length === 0) return 'unknown';
    return given.every(isPublic) ? (given[0] ?? 'unknown') : 'closed';
  } catch {
    return 'unknown';
  }
}

const ended = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

const documentTypes =
  /^(?:text\/(?:html|plain|markdown|csv)|application\/(?:xhtml\+xml|pdf|x-pdf|rtf|msword|vnd\.ms-excel|vnd\.openxmlformats-officedocument\.(?:wordprocessingml\.document|spreadsheetml\.sheet)|vnd\.oasis\.opendocument\.(?:text|spreadsheet)))$/;
/** Servers that do not know a type send this; the name must then say that it is a document. */
const unknownType = /^(?:application\/(?:octet-stream|x-download|force-download)|binary\/octet-stream)?$/;
const documentName = /\.(?:pdf|docx?|xlsx?|rtf|odt|ods|csv|html?|txt|md)$/i;

function settle(url: URL, response: Exclude<WebResponse, { kind: 'redirect' }>): FetchedLink | Reason {
  if (response.kind !== 'content') return response.kind;
  const type = response.type.split(';')[0]?.trim().toLowerCase() ?? '';
  const name = response.fileName ?? decodedPath(url);
  if (findSecrecyMark('', name) !== null) return 'secret';
  const isDocument = documentTypes.test(type) || (unknownType.test(type) && documentName.test(name));
  return isDocument ? { status: 'fetched', name: url.href, bytes: response.bytes } : 'type';
}

/** The path as a person reads it; as it stands where its escapes are broken. */
function decodedPath({ pathname }: URL): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}
