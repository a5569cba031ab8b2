import type { Locality } from '../../domain/locality.ts';
import { fold } from '../../vietnamese/fold.ts';
import { country, type FoundLocality, type Gazetteer } from '../../vietnamese/gazetteer.ts';
import { localityKey } from '../../vietnamese/gazetteer-units.ts';
import { barePlace, wholeCountry } from './bare-place.ts';
import { datedPlace, portalPlace } from './dated-place.ts';
import type { DocumentContext } from './document-context.ts';

/** How much of a body is searched for the place it speaks of. */
const searchedText = 60_000;

/** `on`: the day of issue, or the first day governed where none is given. */
type Asked = { issuer: string | null; on: string | null; gazetteer: Gazetteer };

/**
 * Whom the targets of a document bind: the place of its issuer, of its title, or the one its text names most. Ministries and other bodies
 * without a place of their own come at level `body`; the National Assembly and the Government bind the whole country. Null when nothing tells.
 */
export function readLocality(context: DocumentContext, asked: Asked): Locality | null {
  const find = (text: string) => asked.gazetteer.find(text, asked.on === null ? {} : { on: asked.on });
  const hinted = context.hints.get('locality');
  if (hinted !== undefined) return find(hinted)[0]?.locality ?? bodyLocality(hinted);
  const issuer = asked.issuer ?? '';
  if (isNational(issuer)) return country;
  const own = finest(find(placeOfCommittee(issuer.replace(namesake, ''))));
  if (own !== null)
    return isOrganisation(issuer)
      ? { ...bodyLocality(issuer), within: own.level === 'province' ? own.key : own.within }
      : placed(context, own, find);
  if (isOrganisation(issuer)) return placedBody(issuer, mostNamed(context, 'province', find)?.locality ?? null);
  if (/^Bộ\s/u.test(issuer)) return bodyLocality(issuer);
  const wanted = levelOf(issuer);
  const found =
    atLevel(find(context.title), wanted) ??
    (issuer === '' ? spokenOf(context, find) : (mostNamed(context, wanted, find)?.locality ?? null)) ??
    // "Đảng bộ xã Phong Châu …" over an article that tells what Tỉnh ủy said there.
    atLevel(find(context.title), null);
  if (found === null) return portalPlace(context, wanted, find) ?? datedPlace(context, issuer);
  return namedAsThen(found, `${issuer} ${context.title} ${context.lead.join(' ')}`);
}

/** Not the city: whose name the Youth Union and the Young Pioneers bear. */
const namesake = /(?<=TNCS|TNTP|[Cc]ộng sản|[Tt]iền phong) Hồ Chí Minh/gu;

const committees = { Tỉnh: 'tỉnh', Thành: 'thành phố', Huyện: 'huyện', Quận: 'quận', Thị: 'thị xã' } as const;

/** "Ủy ban Kiểm tra Huyện ủy Kim Bảng" is of huyện Kim Bảng. */
const placeOfCommittee = (issuer: string): string =>
  issuer.replace(
    /(?<!\p{L})(Tỉnh|Thành|Huyện|Quận|Thị) [uủ][yỷ] (?=\p{Lu})/u,
    (_, kind: keyof typeof committees) => `UBND ${committees[kind]} `,
  );

/** A province that has become a city since keeps the name under which the document speaks of it: "UBND tỉnh" is of a tỉnh. */
function namedAsThen(locality: Locality, text: string): Locality {
  if (locality.level !== 'province' || !locality.name.startsWith('thành phố ')) return locality;
  const asProvince = locality.name.replace(/^thành phố/u, 'tỉnh');
  return text.includes(asProvince) ? { ...locality, name: asProvince } : locality;
}

function isNational(issuer: string): boolean {
  return /^(?:quoc hoi|chinh phu|(?:pho )?thu tuong|uy ban thuong vu quoc hoi|ban bi thu|bo chinh tri|ban chap hanh trung uong|chu tich nuoc)/.test(
    fold(issuer),
  );
}

/** A body that is no government, department or Party committee of a place: its targets bind itself. */
function isOrganisation(issuer: string): boolean {
  return (
    /^(?:benh vien|truong|dai hoc|hoc vien|cong ty|tong cong ty|tap doan|cong doan|lien doan|doan|hoi|cong an|bo chi huy|cuc|tong cuc|chi cuc|phong|trung tam|ngan hang|vien|ban quan ly|kho bac|bao hiem|toa an|mat tran|uy ban mat tran|uy ban mttq)(?![a-z])(?! dong nhan dan)/.test(
      fold(issuer),
    ) && !/^hoi dong (?:thi dua|nhan dan)/.test(fold(issuer))
  );
}

function bodyLocality(name: string): Locality {
  return { key: localityKey(name), name, level: 'body', within: null };
}

/** "Bệnh viện Đa khoa tỉnh" of a document that speaks of Lạng Sơn. */
function placedBody(name: string, province: Locality | null): Locality {
  if (province === null || !/\s(?:tỉnh|thành phố)$/iu.test(name))
    return { ...bodyLocality(name), within: province?.key ?? null };
  return { ...bodyLocality(`${name.replace(/\s(?:tỉnh|thành phố)$/iu, '')} ${province.name}`), within: province.key };
}

function levelOf(issuer: string): Locality['level'] | null {
  const match = /\s(tinh|thanh pho|huyen|quan|thi xa|xa|phuong|thi tran)$/.exec(fold(issuer));
  if (match === null) return /^(?:tinh|thanh) uy/.test(fold(issuer)) ? 'province' : null;
  return match[1] === 'tinh' || match[1] === 'thanh pho'
    ? 'province'
    : match[1] === 'huyen' || match[1] === 'quan' || match[1] === 'thi xa'
      ? 'district'
      : 'commune';
}

const depth: Readonly<Record<Locality['level'], number>> = {
  country: 0,
  province: 1,
  body: 1,
  district: 2,
  commune: 3,
};

function finest(found: readonly FoundLocality[]): Locality | null {
  const best = found.reduce<Locality | null>(
    (kept, { locality }) => (kept === null || depth[locality.level] > depth[kept.level] ? locality : kept),
    null,
  );
  return best;
}

function atLevel(found: readonly FoundLocality[], level: Locality['level'] | null): Locality | null {
  const fitting = found.filter(
    ({ locality }) => locality.level !== 'country' && (level === null || locality.level === level),
  );
  return fitting.at(-1)?.locality ?? null;
}

/** A district or commune lies in the province that the document names most, when its own name does not say. */
function placed(context: DocumentContext, own: Locality, find: (text: string) => FoundLocality[]): Locality {
  if (own.within !== null || depth[own.level] < 2) return own;
  const province = mostNamed(context, 'province', find);
  return province === null ? own : { ...own, within: province.locality.key };
}

/** A place, and whether it is named more than once and more than any other. */
type Named = { locality: Locality; isClear: boolean };

/** "Hà Nội, ngày 25 tháng 5": where the bodies of the whole country sit, too. */
const datedInCapital = /^(?:TP\.? ?|thành phố )?Hà Nội, ngày/iu;

const familyName =
  /(?:^|[\s"“(])(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Trương|Đinh|Trịnh|Tô|Lưu|Phùng|Vương|Tạ|Quách)(?:\s(?:Văn|Thị|Đức|Minh|Thanh|Xuân|Quang|Hữu))?\s$/u;

const aside = /(?:^|\s)(?:với|giáp|sang|(?:tổ|thôn|ấp|khu phố|số)\s[\dIVX]+,)\s$/iu;

/** The place of a level (or any below the country) named most often; the first of equals. */
function mostNamed(
  context: DocumentContext,
  level: Locality['level'] | null,
  find: (text: string) => FoundLocality[],
): Named | null {
  const { source, structure } = context;
  const counts = new Map<string, Counted>();
  const text = source.text.slice(0, searchedText);
  const recipients = structure.feet.map((foot) => foot.start);
  const hits = find(text);
  for (const [at, { locality, start, exact }] of hits.entries()) {
    // "xã Hòa Thắng, huyện Phú Hòa" names the commune; the district only says where it lies.
    const before = hits[at - 1];
    const isAround =
      before !== undefined &&
      depth[before.locality.level] > depth[locality.level] &&
      /^[\s,(–-]{1,4}(?:thuộc |của )?$/u.test(text.slice(before.end, start));
    if (isAround && level === null) continue;
    if (!exact || locality.level === 'country' || (level !== null && locality.level !== level)) continue;
    if (recipients.some((from) => start >= from) || datedInCapital.test(text.slice(start, start + 40))) continue;
    // "Phó Thủ tướng Trương Hòa Bình"
    if (familyName.test(text.slice(Math.max(0, start - 24), start))) continue;
    // "kết nghĩa với tỉnh …", "Tổ 2, xã …": a partner, an address.
    if (aside.test(text.slice(Math.max(0, start - 16), start))) continue;
    const entry = counts.get(locality.key) ?? { locality, times: 0 };
    entry.times++;
    counts.set(locality.key, entry);
  }
  const [most, next] = [...counts.values()].sort((one, other) => other.times - one.times);
  return most === undefined ? null : { locality: most.locality, isClear: isClear(most, next) };
}

type Counted = { locality: Locality; times: number };

function isClear(most: Counted, next: Counted | undefined): boolean {
  if (next === undefined) return true;
  // Named alike often, the first of two levels is meant: the other lies in it or around it.
  return most.times > next.times ? most.times > 1 : most.locality.level !== next.locality.level;
}

/** What an article without an issuer speaks of: the place it names most, a bare name that acts, or the whole country. */
function spokenOf(context: DocumentContext, find: (text: string) => FoundLocality[]): Locality | null {
  const most = mostNamed(context, null, find);
  // One passing mention, or two places named alike often, say nothing unless they open the text.
  const opening = find(`${context.title} ${context.lead[0] ?? ''}`);
  if (most !== null && (most.isClear || opening.some(({ locality }) => locality.key === most.locality.key)))
    return most.locality;
  return barePlace(context) ?? wholeCountry(context);
}
