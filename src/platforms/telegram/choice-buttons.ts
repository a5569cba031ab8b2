import type { InlineKeyboardButton } from 'grammy/types';
import type { Reply } from '../../domain/reply.ts';
import { cleanLine } from '../clean-text.ts';
import { displayWidth, measuredGraphemes } from '../display-width.ts';

/** Telegram refuses a longer `callback_data`. */
const PAYLOAD_BYTES = 64;
/** Telegram takes 100; more than this is a wall of buttons on a phone. */
export const MAX_BUTTONS = 24;
const LABEL_COLUMNS = 48;
const ROW_COLUMNS = 26;
const BUTTONS_A_ROW = 3;

export type ChoiceButtons = {
  /** Null when no choice can be a button. */
  keyboard: InlineKeyboardButton[][] | null;
  /** The choices in words, numbered, when the buttons alone do not tell them all; else null. */
  numbered: string | null;
};

/** The next steps of a reply as buttons under its last message. */
export function choiceButtons({ choices, choicesToken }: Reply): ChoiceButtons {
  const labels = choices.map((choice) => cleanLine(choice.label));
  const buttons = labels.slice(0, MAX_BUTTONS).flatMap((label, index) => toButton(label, index, choicesToken));
  const isAllTold = buttons.length === labels.length && labels.every((label) => displayWidth(label) <= LABEL_COLUMNS);
  return {
    keyboard: buttons.length === 0 ? null : inRows(buttons),
    numbered: isAllTold
      ? null
      : ['Gõ số để chọn:', ...labels.map((label, index) => `${index + 1}. ${label}`)].join('\n'),
  };
}

function toButton(label: string, index: number, token: string | undefined): InlineKeyboardButton.CallbackButton[] {
  const payload = `${token}:${index}`;
  const isFit = token !== undefined && label !== '' && Buffer.byteLength(payload) <= PAYLOAD_BYTES;
  return isFit ? [{ text: shorten(label), callback_data: payload }] : [];
}

function shorten(label: string): string {
  if (displayWidth(label) <= LABEL_COLUMNS) return label;
  let text = '';
  let width = 0;
  for (const grapheme of measuredGraphemes(label)) {
    width += grapheme.width;
    if (width >= LABEL_COLUMNS || text.length + grapheme.text.length > 2 * LABEL_COLUMNS) break;
    text += grapheme.text;
  }
  return `${text.trimEnd()}…`;
}

/** Short labels share a row, long ones have their own. */
function inRows(buttons: InlineKeyboardButton[]): InlineKeyboardButton[][] {
  const rows: InlineKeyboardButton[][] = [];
  let width = ROW_COLUMNS;
  for (const button of buttons) {
    const columns = displayWidth(button.text);
    const row = rows.at(-1);
    if (row === undefined || row.length === BUTTONS_A_ROW || width + columns > ROW_COLUMNS) {
      rows.push([button]);
      width = columns;
    } else {
      row.push(button);
      width += columns;
    }
  }
  return rows;
}
