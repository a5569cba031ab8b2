import { z } from 'zod';
import type { Block, Reply } from '../../domain/reply.ts';
import { plainTexts } from '../render-plain.ts';
import type { OaClient } from './oa-client.ts';
import type { ZaloPrices } from './plan-routes.ts';

type Field = { name: string; type: string; maxLength: number };

/** The approved template reminders go by once the window has closed. */
export type Template = { id: string; fields: Field[]; prices: Pick<ZaloPrices, 'templateUid' | 'templatePhone'> };

export type TemplateOptions = {
  id: string;
  client: OaClient;
  /** Where Zalo does not say what a message costs. */
  usualPrices: ZaloPrices;
  now: () => Date;
};

const KNOWN_MILLISECONDS = 6 * 3_600_000;
const LONGEST_VALUE = 200;
const usualFields: Field[] = [
  { name: 'noi_dung', type: 'STRING', maxLength: 100 },
  { name: 'han', type: 'STRING', maxLength: 100 },
];

const infoSchema = z.object({
  listParams: z
    .array(z.object({ name: z.string(), type: z.string().optional(), maxLength: z.coerce.number().optional() }))
    .optional(),
  price_uid: z.coerce.number().optional(),
  price_sdt: z.coerce.number().optional(),
});

/** Gives the template as Zalo describes it, asked anew every few hours; fields `noi_dung` and `han` where it does not say. */
export function createTemplateSource({ id, client, usualPrices, now }: TemplateOptions): () => Promise<Template> {
  let known: { template: Template; until: number } | null = null;
  return async () => {
    if (known !== null && now().getTime() < known.until) return known.template;
    const path = `/template/info/v2?template_id=${encodeURIComponent(id)}`;
    const answer = await client.call({ api: 'business', method: 'GET', path });
    const info = infoSchema.safeParse(answer.ok ? answer.data : {}).data ?? {};
    const fields = info.listParams?.map(({ name, type = 'STRING', maxLength = LONGEST_VALUE }) => ({
      name,
      type,
      maxLength,
    }));
    const prices = {
      templateUid: Math.ceil(info.price_uid ?? usualPrices.templateUid),
      templatePhone: Math.ceil(info.price_sdt ?? usualPrices.templatePhone),
    };
    const template = { id, fields: fields ?? usualFields, prices };
    if (answer.ok) known = { template, until: now().getTime() + KNOWN_MILLISECONDS };
    return template;
  };
}

/** A reminder in the fields of a template: what is due (its first paragraph) and by when (its second). */
export function fillTemplate({ fields }: Template, { blocks }: Reply): Record<string, string> {
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph').map((block) => lineOf(block, LONGEST_VALUE));
  const [what = '', due = ''] = paragraphs.filter((line) => line !== '');
  return Object.fromEntries(
    fields.map((field) => [field.name, fieldValue(field, { what, due: due.replace(/^Hạn:\s*/, '') })]),
  );
}

function fieldValue({ name, type, maxLength }: Field, { what, due }: { what: string; due: string }): string {
  const isDue = type.toUpperCase() === 'DATE' || /(?:^|_)(?:han|thoi_han|due|date|ngay)(?:_|$)/i.test(name);
  const isName = /^(?:ten|ho_ten|name|customer)/i.test(name) && !/bao_cao|viec|nhiem_vu/i.test(name);
  const date = /\d{1,2}\/\d{1,2}\/\d{4}/.exec(due)?.[0];
  const value = type.toUpperCase() === 'DATE' ? (date ?? due) : isDue ? due : isName ? 'Anh/chị' : what;
  return lineOf({ kind: 'paragraph', spans: [value] }, maxLength) || '-';
}

/** One line of at most so many characters; shortened between words, never within a number. */
function lineOf(block: Block, limit: number): string {
  const [whole = ''] = plainTexts([block], Number.MAX_SAFE_INTEGER);
  const line = whole.replace(/\s+/g, ' ').trim();
  if (line.length <= limit) return line;
  const [start = ''] = plainTexts([{ kind: 'paragraph', spans: [line] }], Math.max(1, limit - 1));
  return `${start}…`;
}
