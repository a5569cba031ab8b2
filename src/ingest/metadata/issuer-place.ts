import type { Locality } from '../../domain/locality.ts';

const bareUnit = /(?:^|\s)(tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)$/iu;

/** "UBND tỉnh" of a document that speaks of Kon Tum → "UBND tỉnh Kon Tum"; the name of the holder behind an office is taken off. */
export function completeIssuer(issuer: string, locality: Locality | null): string {
  if (locality?.level === 'body' && locality.name.startsWith(issuer)) return locality.name;
  if (locality === null || locality.level === 'country' || issuer.includes(bareName(locality))) return issuer;
  const withoutHolder = issuer.replace(
    /(\s(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường))(?:\s\p{Lu}\p{L}+){2,5}$/u,
    '$1',
  );
  if (/^(?:UBND|HĐND|Chủ tịch UBND)$/u.test(withoutHolder)) return `${withoutHolder} ${locality.name}`;
  const unit = bareUnit.exec(withoutHolder);
  if (unit?.[1] === undefined) return withoutHolder;
  const isSameLevel =
    locality.name.startsWith(`${unit[1].toLowerCase()} `) ||
    (locality.level === 'province' && /tỉnh|thành phố/iu.test(unit[1]));
  return isSameLevel ? `${withoutHolder.slice(0, unit.index)} ${locality.name}`.trim() : withoutHolder;
}

function bareName(locality: Locality): string {
  return locality.name.replace(/^(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)\s/u, '');
}
