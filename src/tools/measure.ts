import type { Target } from '../domain/target.ts';
import { fold } from '../vietnamese/fold.ts';

/** How an indicator is measured: as a question asks for it, or as a target states it. */
export type AskedMeasure = {
  /** tăng / giảm said outright; `soft` for "thêm", "nâng", which a level answers too. */
  change: 'increase' | 'decrease' | null;
  isSoftChange: boolean;
  /** "còn bao nhiêu", "lên bao nhiêu": the level reached, not the change. */
  isLevel: boolean;
  isShare: boolean;
  /** "mấy %": percent · "tỷ lệ": rate · "bao nhiêu đồng": money · "bao nhiêu xã", "số xã": count. */
  form: 'percent' | 'rate' | 'money' | 'count' | null;
  /** The unit a count is asked in, folded, when it is one that targets are set in ("xã", "trường", "ha"). */
  unit: string | null;
  /** "mỗi năm", "%/năm", "bình quân". */
  isYearly: boolean;
  /** "tổng số": all of them, not how many per inhabitant. */
  isTotal: boolean;
  /** "lũy kế": all so far, not those added. */
  isCumulative: boolean;
};

const personUnits = 'luot nguoi|nguoi|lao dong|luot lao dong|hoc vien|hoc sinh|dang vien|doan vien|hoi vien';
const unitNouns =
  `${personUnits}|xa|phuong|thi tran|huyen|thon|ban|lang|khu dan cu|tieu chi|truong|phong hoc|ho dan|ho gia dinh|ho|hop tac xa|to hop tac|` +
  'doanh nghiep|giuong benh|giuong|bac si|bac sy|ha|hecta|km|kg|tan|m2|san pham|du an|cong trinh|can nha|can|nha|luot khach|khach|luot|cay|' +
  'co so|khu cong nghiep|cum cong nghiep|mo hinh|vu|ca|tuoi|ngay|diem|bac|hang|kwh|mw|ho so|to chuc dang|chi bo|don vi|co quan|tram|di tich|lop';

const how = '(?:bao nhieu|may|bn|bnhieu|bnhiu)';
const percentAsked = new RegExp(`${how} ?(?:%|phan tram|pt(?![a-z]))|%|phan tram|phan nghin`);
const moneyAsked = new RegExp(
  `${how} (?:ngan |nghin |tram )?(?:trieu|ty|ti|dong(?! chi)|usd|do la|tien|trd)(?! (?:luot|khach|nguoi|tan|kwh|cay|con|lit|m3|dan|ho|san pham)(?![a-z]))(?![a-z])|so tien|(?:trieu|ty|ti) dong`,
);
const countAsked = new RegExp(`(?:${how}|so luong|(?<![a-z])so) (${unitNouns})(?![a-z])`);
const howCounted = new RegExp(`${how} (?:${unitNouns})(?![a-z])`);
const numberAsked = /(?<![a-z])(?:so luong|tong so|so)(?! voi| sanh| do| hoa| lieu|ng)(?![a-z])/;
const notCounted =
  /(?:chuyen doi|kinh te|xa hoi|chinh quyen|ky thuat|cong nghe|moi truong|dan|chi|he|ti|ty|thieu|mot|tham|nen tang|ky nang|chu ky|chung thu|cong dan|hoc ba|con|cac|nhung|ho|co|tru|van) so(?![a-z])/g;
/** Words that look like "số" without their marks: sở, sơ, so. */
const otherSo = /(?<!\p{L})s[ơờớởỡợ](?!\p{L})/giu;
const changeUp = /(?<![a-z])(?<!(?:ha|nen|tai|tieu|khen|bao|cao) )tang(?! (?:cuong|them gia tri))(?![a-z])/;
const addedValue = /gia (?:tri )?tang(?: them)?|gia tri gia tang/g;
const changeDown = /(?<![a-z])(?:giam|keo giam)(?! (?:sat|doc|dinh))(?![a-z])/;
const changeSoft = /(?<![a-z])(?:them|nang(?! cao)|thanh lap moi|co them|bo sung)(?![a-z])/;
const levelAsked = new RegExp(
  `(?<![a-z])(?:con|xuong|len|quy mo|xuong con)(?: (?:duoi|tren|la|o muc|muc|khoang))* (?:${how}|\\d)|(?<![a-z])con$|quy mo|gia hien hanh`,
);
const shareAsked = /(?<![a-z])(?:ti trong|ty trong|chiem|co cau|ti phan)(?![a-z])|so voi (?:tong )?(?:grdp|gdp)/;
const rateAsked = /(?<![a-z])(?:ti le|ty le|do bao phu|do che phu)(?![a-z])/;
const yearlyAsked = /(?:moi|hang|tung|binh quan|\/ ?)nam|moi nam|hang nam|binh quan|%\/nam/;

/** How the words of a question ask to have the thing measured; nulls and false where they leave it open. */
export function readMeasure(words: string): AskedMeasure {
  const folded = fold(words.normalize('NFC').replace(otherSo, '-'))
    .replace(addedValue, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const counted = folded.replace(notCounted, ' ');
  const isCumulative = /luy ke/.test(folded);
  const unit = countAsked.exec(counted)?.[1] ?? null;
  const change = isCumulative ? null : changeUp.test(folded) ? 'increase' : changeDown.test(folded) ? 'decrease' : null;
  // "giảm số vụ tai nạn bao nhiêu" may be answered in per cent; "giảm bao nhiêu vụ" may not.
  const isCountOfChange = change !== null && unit !== null && !howCounted.test(counted);
  const isSoft = change === null && !isCumulative && changeSoft.test(folded);
  return {
    change: change ?? (isSoft ? 'increase' : null),
    isSoftChange: isSoft,
    isLevel: levelAsked.test(folded),
    isShare: shareAsked.test(folded),
    form: isCountOfChange ? null : formOf(folded, counted, unit),
    unit: isCountOfChange ? null : unit,
    isYearly: yearlyAsked.test(folded),
    isTotal: /tong (?:so|cong)(?! von)/.test(folded),
    isCumulative,
  };
}

/** "dự toán thu" is an amount of money; how far it is exceeded is not. */
const budgetAsked = /(?<![a-z])(?<!(?:vuot|hon|so voi|so|bang|dat) )du toan (?=thu|chi|ngan sach|nsnn|duoc giao)/;

function formOf(folded: string, counted: string, unit: string | null): AskedMeasure['form'] {
  if (percentAsked.test(folded)) return 'percent';
  if (moneyAsked.test(folded) || budgetAsked.test(folded)) return 'money';
  if (rateAsked.test(folded) && !howCounted.test(counted)) return 'rate';
  if (unit !== null) return 'count';
  return numberAsked.test(counted) ? 'count' : null;
}

/** The same of a target, read from its unit, direction and words. */
export type TargetMeasure = {
  change: 'increase' | 'decrease' | null;
  /** A level stated beside a change: "xuống còn", "lên". */
  saysLevel: boolean;
  isShare: boolean;
  form: 'percent' | 'money' | 'count';
  /** The unit, folded, without what it is counted per ("giường bệnh/vạn dân" → "giuong benh"). */
  unit: string;
  isPer: boolean;
  isCumulative: boolean;
};

type Measured = Pick<Target, 'indicator' | 'valueText' | 'unit' | 'direction' | 'parent'>;

const percentUnit = /^(?:diem )?(?:%|phan tram|‰)/;
const moneyUnit =
  /(?<![a-z])(?<!(?:lao|hop|cong|dan) )dong(?![a-z])|(?:usd|vnd|euro|trd)(?![a-z])|^(?:trieu|ty|ti|nghin ty|ngan ti)$/;

/** "còn 5%", "lên 40%", "nâng … đạt 40%"; not "trở lên". */
const saysLevel = (value: string, said: string): boolean =>
  /(?<![a-z])(?<!tro )(?:con|xuong|len)(?![a-z])/.test(value) ||
  (/(?<![a-z])nang(?! cao)/.test(said) && /dat/.test(value));

/** Per cent, money, or something counted. */
export function formOfUnit(unit: string): TargetMeasure['form'] {
  const folded = fold(unit).trim();
  return percentUnit.test(folded) ? 'percent' : moneyUnit.test(folded) ? 'money' : 'count';
}

export function measureOf(target: Measured): TargetMeasure {
  const unit = fold(target.unit).trim();
  const said = fold(`${target.indicator} ${target.valueText}`).replace(addedValue, ' ');
  const isDown = target.direction === 'decrease' || (target.direction === 'level' && changeDown.test(said));
  const isUp =
    target.direction === 'increase' ||
    (target.direction === 'level' && (changeUp.test(said) || /(?<![a-z])(?:them|thanh lap moi)(?![a-z])/.test(said)));
  return {
    change: isDown ? 'decrease' : isUp ? 'increase' : null,
    saysLevel: saysLevel(fold(target.valueText), said),
    isShare: shareAsked.test(said) || /gdp|grdp/.test(unit) || isSharePart(target, unit),
    form: formOfUnit(target.unit),
    unit: (unit.split('/')[0] ?? '').trim(),
    isPer: unit.includes('/') || /tren 0?1? ?van dan/.test(said),
    isCumulative: /luy ke/.test(said) || /luy ke/.test(fold(target.parent ?? '')),
  };
}

/** A part of something counted, given in per cent, is its share: "sản lượng 520.000 tấn, trong đó nuôi trồng trên 70%". */
const isSharePart = ({ parent, direction }: Measured, unit: string): boolean =>
  parent !== null && direction === 'level' && percentUnit.test(unit);

const persons = new RegExp(`^(?:nghin |ngan |trieu )?(?:${personUnits})$`);
const knownUnit = new RegExp(`^(?:nghin |ngan |trieu )?(?:${unitNouns})(?![a-z])`);

/** Whether a target so measured can answer a question so put; false makes it at best the nearest thing there is. */
export function measuresAgree(asked: AskedMeasure, target: TargetMeasure): boolean {
  if ((asked.isTotal && target.isPer) || (asked.isCumulative && target.change !== null && !target.isCumulative))
    return false;
  return formsAgree(asked, target) && changesAgree(asked, target) && (!asked.isShare || target.isShare);
}

function formsAgree(asked: AskedMeasure, target: TargetMeasure): boolean {
  if (asked.form === null) return true;
  if (asked.form === 'percent') return target.form === 'percent';
  if (asked.form === 'money') return target.form === 'money';
  if (asked.form === 'rate') return target.form === 'percent' || (target.form === 'count' && target.isPer);
  if (target.form !== 'count') return target.form === 'money' && asked.unit === null;
  return asked.unit === null || unitsAgree(asked.unit, target.unit);
}

function unitsAgree(asked: string, unit: string): boolean {
  const bare = unit.replace(/^(?:(?:nghin|ngan|trieu) )+/, '').replace(/^luot (?=.)/, '');
  if (bare === 'luot') return /^(?:luot|khach|nguoi|lao dong|hoc vien)/.test(asked);
  const askedBare = asked.replace(/^luot (?=.)/, '');
  if (
    bare === '' ||
    bare.startsWith(askedBare) ||
    bare.startsWith(asked) ||
    asked.startsWith(bare) ||
    unit.startsWith(asked)
  )
    return true;
  if (unit.split(' ').includes(asked) || (persons.test(asked) && persons.test(unit))) return true;
  return !knownUnit.test(unit);
}

function changesAgree(asked: AskedMeasure, target: TargetMeasure): boolean {
  if (asked.isLevel) return target.change === null || target.saysLevel;
  if (asked.change === null) return true;
  if (asked.isSoftChange) {
    const isRate = target.form === 'percent' && target.change === null;
    return target.change !== 'decrease' && !target.isCumulative && !isRate;
  }
  return target.change === asked.change;
}

/** 0..1: how closely the two measures agree, to rank those that do. */
export function measureCloseness(asked: AskedMeasure, target: TargetMeasure): number {
  const wantsChange = asked.change !== null && !asked.isLevel;
  const change = wantsChange === (target.change !== null) ? 0.5 : 0;
  const share = asked.isShare === target.isShare ? 0.3 : 0;
  return change + share + (asked.unit !== null && target.unit.startsWith(asked.unit) ? 0.2 : 0.1);
}
