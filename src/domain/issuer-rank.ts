import type { Locality } from './locality.ts';

/**
 * How high the body stands that issued a document: Quốc hội, Chính phủ and Thủ tướng, ministries, then of a province HĐND, UBND, its departments,
 * then districts and communes (Luật Ban hành văn bản quy phạm pháp luật; Luật Tổ chức chính quyền địa phương). `order`: 1 is the highest;
 * null for the Party's bodies and unknown ones, which are not weighed against the State's.
 */
export type IssuerRank = { order: number | null; name: string };

const unknown: IssuerRank = { order: null, name: '' };

const ranks: readonly (readonly [RegExp, number | null, string])[] = [
  [
    /(?:tỉnh|thành|huyện|quận|thị|đảng|xã|phường) [uủ][yỷ](?!\p{L})|đảng bộ|ban chấp hành|bộ chính trị|ban bí thư|trung ương đảng|ban thường vụ|ban (?:tuyên giáo|tổ chức tỉnh|nội chính)|[uủ][yỷ] ban kiểm tra/iu,
    null,
    'cơ quan Đảng',
  ],
  [/quốc hội/iu, 1, 'Quốc hội'],
  [/^(?:phó )?thủ tướng|^chính phủ/iu, 2, 'Chính phủ'],
  [/^bộ(?: trưởng)?(?!\p{L})|^(?:thanh tra|văn phòng) chính phủ|^ngân hàng nhà nước/iu, 3, 'cấp bộ'],
];

/** The rank of an issuer as printed ("UBND tỉnh Lạng Sơn"); `locality` tells its level where the name does not. */
export function rankOfIssuer(issuer: string | null, locality: Locality | null): IssuerRank {
  if (issuer === null) return unknown;
  const known = ranks.find(([pattern]) => pattern.test(issuer));
  if (known !== undefined) return { order: known[1], name: known[2] };
  const level = levelOf(issuer, locality);
  if (level === null) return unknown;
  const council = /HĐND|hội đồng nhân dân/iu.test(issuer);
  const isCommittee = council || /UBND|[uủ][yỷ] ban nhân dân/iu.test(issuer);
  if (level === 'province') {
    if (!isCommittee) return { order: 6, name: 'sở, ngành của tỉnh' };
    return council ? { order: 4, name: 'HĐND cấp tỉnh' } : { order: 5, name: 'UBND cấp tỉnh' };
  }
  const base = level === 'district' ? 7 : 9;
  const name = level === 'district' ? 'cấp huyện' : 'cấp xã';
  return { order: council ? base : base + 1, name };
}

function levelOf(issuer: string, locality: Locality | null): 'province' | 'district' | 'commune' | null {
  if (/(?<!\p{L})(?:xã|phường|thị trấn|đặc khu)\s\p{Lu}/u.test(issuer)) return 'commune';
  if (/(?<!\p{L})(?:huyện|quận|thị xã)\s\p{Lu}/u.test(issuer)) return 'district';
  if (/(?<!\p{L})tỉnh(?!\p{L})|^(?:sở|ban|chi cục|công an tỉnh|cục)(?!\p{L})/iu.test(issuer)) return 'province';
  const level = locality?.level;
  return level === 'province' || level === 'district' || level === 'commune' ? level : null;
}
