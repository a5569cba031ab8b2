import { fold } from '../vietnamese/fold.ts';

/** What a question is after, before it is known what there is. */
export type AskedKind =
  | 'greeting'
  | 'thanks'
  | 'help'
  | 'source'
  | 'metadata'
  | 'deadline'
  | 'list_directives'
  | 'list_targets'
  | 'compare'
  | 'text'
  | 'figure'
  | 'open';

/** Fields of a document's head and foot. */
export type MetadataField = 'number' | 'date' | 'signer' | 'issuer' | 'recipients' | 'title' | 'period';

/** What a question about a deadline wants to know. */
export type DeadlineField = 'when' | 'who' | 'to' | 'what';

/** Which deadlines it is about; null: any. */
export type DeadlineKind = 'report' | 'finish' | 'span' | null;

const edge = '(?![a-z])';
const how = `(?:bao nhieu|bao nhiu|bnhieu|may|bn)${edge}`;
const documentWord =
  '(?:van ban|chi thi|ke hoach|nghi quyet|quyet dinh|cong van|phat dong|thong bao|huong dan|de an|ket luan|thong tu)';

const greeting = /^(?:xin )?(?:chao|hello|hi|hey|alo|hallo)(?![a-z])/;
const thanks = /^(?:da )?(?:cam on|thank|tks|thx|ok|oke|okay|duoc roi|tot lam|vang|da vang)(?![a-z])/;
const help =
  /^(?:tro giup|giup do|help|huong dan su dung|cach (?:dung|hoi|su dung)|(?:ban|bot|em|ad) (?:co the )?(?:lam|giup) (?:duoc )?(?:gi|nhung gi)|menu)(?![a-z])/;
const source =
  /^(?:(?:cho (?:toi |em |minh )?(?:xem|xin|biet) )?(?:nguon|trich dan|dan chung|can cu|minh chung|nguyen van)|lay (?:o dau|tu dau|dau ra)|(?:so lieu |thong tin )?(?:nay )?(?:o|tu|theo|trong|lay tu) (?:van ban nao|dau)|van ban nao|source)(?: (?:o dau|dau|nao|la gi|gi|vay|the|a|nay|cua (?:so lieu|cau tra loi) (?:nay|tren)))*\s*[?.!]*$/;

const targetWord = '(?:chi tieu|muc tieu|so lieu|con so)';
const listTargets = new RegExp(
  `(?:liet ke|danh sach|tat ca|toan bo|tong hop|thong ke|ke ra|ke ten|cho xem|list)[^?]{0,40}(?:${targetWord}|targets?)|(?:cac|nhung|moi|may|bao nhieu) ${targetWord}|${targetWord} (?:so |chu yeu |co ban |nao|gi${edge}|ve [^?]{0,40}(?:nao|gi|gom))|${targetWord}[^?]{0,80} (?:gom|bao gom|la) nhung gi`,
);
const countTargets = new RegExp(`(?:may|bao nhieu) ${targetWord}`);
/** What was done to targets is said in the text. */
const deedOnTargets = new RegExp(`(?<![a-z])(?:bai bo|huy bo|loai bo|thay the|sua doi) (?:cac |nhung )?${targetWord}`);
const listDirectives = new RegExp(
  `(?:liet ke|danh sach|tat ca|toan bo|cho xem|co nhung|co cac|nhung|cac|bao nhieu|may) (?:cac |nhung )?${documentWord}(?: nao| gi)?|^${documentWord}(?: nao)? (?:dang )?co`,
);
const compare =
  /so sanh|compare|(?:cao|thap|nhieu|it|lon|nho|hon|kem)(?: nhat| hon)(?![a-z])[^?]{0,20}\?*$|(?:noi|tinh|huyen|ben|dia phuong|dau|cai) nao (?:[^?]{0,30} )?(?:cao|thap|nhieu|it|lon|nho|hon|nhanh)(?![a-z])|hon kem|chenh (?:lech|nhau)|khac nhau|higher|lower|dung dau/;

const metadata: readonly (readonly [MetadataField, RegExp])[] = [
  [
    'signer',
    /(?<![a-z])(?:ai|nguoi nao|nguoi|do ai|ong nao|ba nao|dong chi nao) (?:da |la nguoi )?ky(?![a-z])|(?<![a-z])ky [^?]{0,80}(?:la |do )(?:ai|nguoi nao)(?![a-z])|ky (?:boi|ten)|chu ky|who signed|signed by/,
  ],
  [
    'number',
    new RegExp(
      `(?:so hieu|ky hieu|so ky hieu|so van ban)|${documentWord}[^?]{0,60}(?:(?<![a-z])so (?:bao nhieu|may|nao|gi)(?! ?(?:%|phan tram))|mang so)|^so (?:bao nhieu|may)(?! ?(?:%|phan tram))`,
    ),
  ],
  [
    'date',
    /(?<![a-z])(?:ban hanh|ky|ra|phat hanh)(?: (?:vao|hoi|tu|luc))? (?:ngay|khi|hom|luc|thang|nam|bao gio)(?: (?:nao|may|gi|bao nhieu))?|ngay (?:ky|ban hanh|ra|phat hanh)|ban hanh (?:ngay|khi|bao gio)|when was .* issued/,
  ],
  [
    'issuer',
    /(?<![a-z])(?:co quan|don vi|ai|cap) (?:nao )?(?:da |la )?(?:ban hanh|ra|phat hanh|phat dong)(?![a-z])|(?<![a-z])(?:do|boi) (?:ai|co quan nao|don vi nao) (?:ban hanh|ra|phat dong)|co quan ban hanh|noi ban hanh|who issued/,
  ],
  ['recipients', /noi nhan/],
  ['title', /noi ve (?:gi|viec gi|dieu gi|cai gi)|ve viec gi|trich yeu|ten day du|ten van ban/],
];

const deadlineWhen =
  /(?:^(?:thoi )?han (?!muc|ngach|che|han)|(?:bao cao|nop|gui) [^?]{0,60}(?:hang|moi|dinh ky) (?:thang|quy|tuan|nam|ngay)\s*\??$|khi nao|bao gio|luc nao|ngay nao|ngay may|thang nao|thang may|ngay bao nhieu|(?:truoc|luc|vao|han|hoi) (?:may|bao nhieu) gio|may gio(?= (?:ngay|hang|moi|thi)|\s*[?.]*$)|truoc (?:luc|khi) nao|den ngay|truoc ngay|cham nhat|muon nhat|thoi han|(?<![a-z])(?<!(?:dung|qua|truoc|dai|ngan|trung) )han (?:chot|cuoi|nop|gui|bao cao|hoan thanh|chung|la|nao|cua)|(?<![a-z])(?<!(?:dung|qua|truoc|dai|ngan|trung) )han(?: ?\?|$)|deadline|when |ket thuc|den bao gio|thoi gian (?:thi dua|thuc hien|ap dung|hoan thanh|bao cao|nop|gui)|hang tuan vao|vao (?:thu|ngay) may|(?<!(?:hang|xep|dung|vi tri|tang|do) )thu may(?! ?(?:%|phan|ty|ti|trieu|dong|ngan))|(?<!luu tru )(?:trong|trong vong|co|het|han)(?: vong)? (?:bao nhieu|may) (?:ngay|gio|phut)(?![a-z])|tu ngay nao|tan suat (?:bao cao|nop|gui)|(?:bao cao|nop|gui) [^?]{0,20}tan suat|dinh ky (?:the nao|ra sao|khi nao|bao lau)|bao lau)/;
const reportWord = /bao cao|nop|(?<![a-z])gui(?![a-z])|tong hop|so ket|tong ket|theo doi|don doc|report/;
const whoWord =
  /(?<![a-z])ai(?![a-z])|(?:co quan|don vi|so|nganh|phong|ban|so nganh|nguoi) nao|giao (?:cho )?(?:ai|so nao|don vi nao|co quan nao)|(?:who|which agency)/;
const toWord =
  /(?:gui|bao cao|nop|trinh) (?:[^?]{0,30} )?(?:cho ai|ve dau|den dau|cho (?:co quan|don vi) nao|ve (?:co quan|don vi) nao|toi dau)/;
const spanWord = /ket thuc|thoi gian (?:thi dua|thuc hien)|dot thi dua|phong trao|keo dai|den het ngay|bat dau/;
const finishWord = /hoan thanh|xong|giai ngan|hoan tat/;

/** Nouns that are counted in a text without being a figure that was set. */
const textNouns =
  '(?:nhiem vu|giai phap|tru cot|phong trao|noi dung|khau dot pha|dot pha|linh vuc|chuong trinh|nhom|de an|nguyen tac|quan diem|yeu cau|chu de|nghi quyet|co quan|to chuc thuc hien|danh hieu|hinh thuc)';
const textAsked = new RegExp(
  `(?:la|gom|bao gom|co|lam|nhu the|yeu cau|quy dinh|neu)? ?(?:nhung gi|cac gi)${edge}|la gi${edge}|(?<![a-z])gi${edge}|the nao|ra sao|vi sao|tai sao|(?<![a-z])nao${edge}|(?<![a-z])ai${edge}|chu de|tru cot|dot pha|phong trao|noi dung|nhiem vu|giai phap|trach nhiem|quy dinh|muc dich|nguyen tac|doi tuong|hinh thuc|${how} ${textNouns}|what (?:is|are) the (?:theme|topic|main)|tom tat`,
);
const namesAsked = new RegExp(
  `(?<![a-z])(?:nao|ai)${edge}|nhung gi|${how} ${textNouns}|chu de|nhiem vu|giai phap|noi dung|trach nhiem|tru cot|dot pha|phong trao|muc dich`,
);
/** "các xã về đích …" without a number asks which ones. */
const pluralAsked =
  /^(?:cho (?:toi |em |minh )?(?:biet|hoi|xem) )?(?:danh sach |ten |liet ke )?(?:cac|nhung|danh sach|ten) (?:xa|phuong|thi tran|huyen|thon|so|nganh|co quan|don vi|doanh nghiep|truong|tuyen|du an|phong trao)(?![a-z])/;
const figureAsked = new RegExp(
  `${how}|%|phan tram|ti le|ty le|so luong|toc do|chi tieu|muc tieu|ke hoach dat|dat muc|how (?:many|much)|what percent|(?<![a-z])target`,
);
const numberAsked = new RegExp(`${how}|phan tram|%|how (?:many|much)`);

export type Recognised = {
  kind: AskedKind;
  /** A number is asked for outright ("bao nhiêu", "mấy %"). */
  wantsNumber: boolean;
  /** Names or a list of words are asked for ("xã nào", "những gì"): a figure is no answer. */
  wantsNames: boolean;
  fields: MetadataField[];
  deadline: { field: DeadlineField; kind: DeadlineKind } | null;
};

/** What the words of a question are after. `pointsAtDocument`: it names a document by its kind, number or date. */
export function recogniseIntent(text: string, pointsAtDocument: boolean): Recognised {
  const folded = fold(text).replace(/\s+/g, ' ').trim();
  const fields = metadata.filter(([, pattern]) => pattern.test(folded)).map(([field]) => field);
  const wantsNumber = numberAsked.test(folded) && !new RegExp(`${how} ${textNouns}`).test(folded);
  const isPlural = !wantsNumber && !figureAsked.test(folded) && pluralAsked.test(folded);
  const base = { wantsNumber, wantsNames: isPlural || namesAsked.test(folded), fields, deadline: null };
  const social = socialKind(folded);
  if (social !== null) return { ...base, kind: social };
  const isAboutDocument = pointsAtDocument || /van ban/.test(folded) || fields.includes('signer');
  const isFigure = /chi tieu|muc tieu/.test(folded) && fields.every((field) => field === 'number');
  const isDue = /truoc ngay|cham nhat|(?<![a-z])han(?![a-z])|bao cao/.test(folded);
  if (fields.length > 0 && isAboutDocument && !isDue && !isFigure) return { ...base, kind: 'metadata' };
  const deadline = readDeadline(folded);
  if (deadline !== null) return { ...base, kind: 'deadline', deadline };
  return { ...base, kind: contentKind(folded, base) };
}

function socialKind(folded: string): AskedKind | null {
  const isShort = folded.length <= 40 && !/\d|bao nhieu|chi tieu/.test(folded);
  if (isShort && greeting.test(folded)) return 'greeting';
  if (isShort && thanks.test(folded)) return 'thanks';
  if (help.test(folded)) return 'help';
  return source.test(folded) ? 'source' : null;
}

function readDeadline(folded: string): Recognised['deadline'] {
  const isReport = reportWord.test(folded);
  const kind: DeadlineKind = isReport
    ? 'report'
    : finishWord.test(folded)
      ? 'finish'
      : spanWord.test(folded)
        ? 'span'
        : null;
  if (
    /(?<![a-z])(?:moc|lich)(?: thoi gian)? (?:bao cao|nop|gui|hoan thanh)|(?:cac|nhung) (?:ky|moc) bao cao/.test(folded)
  )
    return { field: 'what', kind };
  if (isReport && toWord.test(folded)) return { field: 'to', kind: 'report' };
  if (isReport && whoWord.test(folded) && !deadlineWhen.test(folded)) return { field: 'who', kind: 'report' };
  if (deadlineWhen.test(folded)) return { field: 'when', kind };
  if (/(?:cac|nhung|liet ke|co) (?:thoi )?han|viec (?:phai|can) (?:bao cao|lam)|moc thoi gian/.test(folded))
    return { field: 'what', kind: null };
  return null;
}

function contentKind(folded: string, { wantsNumber }: { wantsNumber: boolean }): AskedKind {
  if (compare.test(folded)) return 'compare';
  if (deedOnTargets.test(folded)) return 'text';
  if (listTargets.test(folded) && (!wantsNumber || countTargets.test(folded))) return 'list_targets';
  if (!wantsNumber && listDirectives.test(folded) && !/chi tieu/.test(folded)) return 'list_directives';
  if (wantsNumber) return 'figure';
  if (pluralAsked.test(folded) && !figureAsked.test(folded)) return 'text';
  if (textAsked.test(folded)) return 'text';
  return figureAsked.test(folded) ? 'figure' : 'open';
}
