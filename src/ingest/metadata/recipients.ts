import { cellsOf, isRecipientsLine, isSignatureLine } from '../structure/frame-lines.ts';
import { isPersonName } from '../structure/line-shape.ts';
import type { DocumentContext } from './document-context.ts';

/** The lines under "Nơi nhận" without dashes and closing marks, "Lưu" lines left out; `[]` when there is no such list. */
export function readRecipients(context: DocumentContext): string[] {
  const recipients: string[] = [];
  let isInside = false;
  for (const line of context.footLines) {
    for (const cell of cellsOf(line)) {
      if (isRecipientsLine(cell)) isInside = true;
      else if (isSignatureLine(cell) || isPersonName(cell)) isInside = false;
      else if (isInside) addRecipient(recipients, cell);
    }
  }
  return recipients.map((recipient) => recipient.replace(/(?<![\s,])[\s,]+$/, ''));
}

function addRecipient(recipients: string[], cell: string): void {
  const text = cell
    .replace(/^[-–+•*\s]+/, '')
    .replace(/(?<![\s;.])[\s;.]+$/, '')
    .replace(/\s+/g, ' ');
  if (text === '' || /^(?:lưu|như trên|như điều|\(?đã ký)/i.test(text)) return;
  const isNew = /^[-–+•*]/.test(cell) || recipients.length === 0;
  const last = recipients.length - 1;
  if (isNew) recipients.push(text);
  else recipients[last] = `${recipients[last]} ${text}`;
}
