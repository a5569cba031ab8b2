import { findDates } from '../../vietnamese/date.ts';

/** Everything that a line saying when a page was posted may hold (folded text). */
const tokens =
  /\d{1,2}\s?[:h]\s?\d{2}(?:[:'’]\s?\d{2})?'?|(?<!\d)\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|ngay \d{1,2} thang \d{1,2} nam \d{4}|\d{4}-\d{2}-\d{2}|thu (?:hai|ba|tu|nam|sau|bay|[2-7])\b|chu nhat\b|ngay dang(?: tin)?|dang (?:ngay|luc)|ngay tao|ngay xuat ban|cap nhat(?: ngay| luc| lan cuoi)?|thoi gian(?: dang)?|posted on|date|gmt\s?[+-]?\d{0,2}|view count|so luot xem|luot xem|luot doc|da xem|views?|ngay|luc|gio|phut|sang|chieu|toi|[ap]m\b|(?:sa|ch)\b|\d{1,9}|[\s|,\-–—()[\]/:.•+»]/g;

const label = /thu (?:hai|ba|tu|nam|sau|bay|[2-7])\b|chu nhat|dang|cap nhat|\d\s?[:h]\s?\d{2}|luot|view|posted/;

/** Whether a folded line only says when a web page was posted. Near the top of a page a bare date is enough. */
export function isPostingLine(folded: string, isNearTop: boolean): boolean {
  if (folded.length > 120 || !/\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{2}|thang \d/.test(folded)) return false;
  if (folded.replace(tokens, '') !== '') return false;
  return postingDate(folded) !== null && (isNearTop || label.test(folded));
}

/** The ISO date in a posting line ("Thứ sáu 27/01/2023 14:00"); null when there is none. */
export function postingDate(text: string): string | null {
  return findDates(text)[0]?.date ?? null;
}
