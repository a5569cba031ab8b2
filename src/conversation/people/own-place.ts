import type { Speaker } from '../../domain/person.ts';

const own = '(?:của )?(?:tôi|toi|mình|minh|em|chúng tôi|chung toi|ta)(?![\\p{L}])';
const place = new RegExp(
  `(?<!\\p{L})(?:tỉnh|tinh|thành phố|thanh pho|tp|huyện|huyen|quận|quan|thị xã|thi xa|xã|xa|phường|phuong|địa phương|dia phuong) ${own}|(?<!\\p{L})(?:tỉnh|thành phố|huyện|xã|phường) (?:nhà|ta)(?!\\p{L})`,
  'iu',
);
const unit = new RegExp(`(?<!\\p{L})(?:đơn vị|don vi|cơ quan|co quan|sở|so|phòng|phong) ${own}`, 'iu');

export type OwnPlace = { question: string } | { missing: 'locality' | 'unit' };

/** "chỉ tiêu của xã tôi" with what the profile says in place of "xã tôi"; `missing` where it says nothing. */
export function withOwnPlace(question: string, { locality, unit: workplace }: Speaker): OwnPlace {
  if (place.test(question)) {
    return locality === null ? { missing: 'locality' } : { question: question.replace(place, () => locality.name) };
  }
  if (!unit.test(question)) return { question };
  return workplace === null ? { missing: 'unit' } : { question: question.replace(unit, () => workplace) };
}
