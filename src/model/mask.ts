/** Hides personal data of one turn behind placeholders and puts it back; the map never leaves this process. */
export type Mask = {
  hide(text: string): string;
  restore(text: string): string;
  /** How many things are hidden. */
  size(): number;
};

/** An address of mail, as people type it. */
const email = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g;
/** "0912 345 678", "+84 912.345.678", "(024) 3825 1234": ten or eleven digits. */
const phone = /(?<![\d.,/])(?:\+84|\(?0\d{2}\)?)(?:[ .-]?\d){7,9}(?![\d/])/g;
/** Citizen's identity card: 12 digits; the old one: 9; passport: a letter and 7. */
const identity = /(?<![\d.,/])(?:\d{12}|\d{9})(?![\d/]|[.,]\d)|(?<![\p{L}\d])[A-Z]\d{7}(?![\p{L}\d])/gu;
/** A name in capitals after a word of address or "tên tôi là". Places that begin like one ("Bà Rịa") are places. */
const named =
  /(?<![\p{L}/])(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác|[Tt]hầy|[Đđ]ồng chí|[Đđ]\/c|(?:[Tt]ôi|[Ee]m|[Mm]ình|[Cc]háu|[Tt]ên) là|[Hh]ọ (?:và )?tên:?)\s{1,2}(?!Rịa|Nà|Đen|Trưng|Triệu|Điểm|Chiểu)(\p{Lu}\p{Ll}{1,8}(?:\s\p{Lu}\p{Ll}{0,8}){0,4}|\p{Lu}{2,8}(?:\s\p{Lu}{1,8}){1,4})/gu;
/** A family name with the middle name of a man or a woman: hardly ever anything but a person, or what is named after one. */
const fullName =
  /(?<!\p{L})(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đoàn|Lương|Mai|Trịnh|Nông|Hà|Cao|Đào|Lò|Vàng|Giàng|Y|H’)\s(?:Văn|Thị)(?:\s\p{Lu}\p{Ll}{0,8}){1,3}/gu;

/** A mask for one turn. */
export function createMask(): Mask {
  const places = new Map<string, string>();
  const originals = new Map<string, string>();
  const placeFor = (original: string, kind: string): string => {
    const known = places.get(original);
    if (known !== undefined) return known;
    const place = `{{${kind}_${places.size + 1}}}`;
    places.set(original, place);
    originals.set(place, original);
    return place;
  };
  return {
    hide(text) {
      const found = text
        .replace(email, (original) => placeFor(original, 'THU'))
        .replace(phone, (original) => placeFor(original, 'DIEN_THOAI'))
        .replace(identity, (original) => placeFor(original, 'SO_GIAY_TO'))
        .replace(named, (whole, name: string) => whole.slice(0, -name.length) + placeFor(name, 'TEN'))
        .replace(fullName, (original) => placeFor(original, 'TEN'));
      // What was hidden once is hidden wherever it stands, with or without a word of address.
      return [...places].reduce((hidden, [original, place]) => hidden.replaceAll(original, place), found);
    },
    restore: (text) =>
      text.replace(/\{\{(?:THU|DIEN_THOAI|SO_GIAY_TO|TEN)_\d{1,4}\}\}/g, (place) => originals.get(place) ?? place),
    size: () => places.size,
  };
}
