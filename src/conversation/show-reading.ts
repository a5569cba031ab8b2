import type { ChatContext } from '../answer/chat-context.ts';
import type { Intent } from '../domain/reading.ts';
import { paragraph, type Reply } from '../domain/reply.ts';
import type { Catalog } from '../tools/catalog.ts';
import { directiveName } from '../tools/cite.ts';
import { periodWords } from '../tools/period-answer.ts';
import { fold } from '../vietnamese/fold.ts';

const asked =
  /^(?:vay |the |thi )?(?:bot |ban |em |ad |may )?(?:da |dang )?hieu (?:cau (?:hoi )?)?(?:nay |vua roi |do |tren |cua (?:toi|minh|anh|em) |y (?:toi|minh) )*(?:nhu the nao|the nao|ra sao|sao|la gi|nhu nao)\s*[?.!]*$|^cach hieu(?: cau (?:hoi )?(?:nay|vua roi|tren))?\s*[?.!]*$/;

/** Whether somebody asks how the question before was understood ("bot hiểu câu hỏi thế nào?"). */
export const asksReading = (text: string): boolean => asked.test(fold(text).replace(/\s+/g, ' ').trim());

const intentWords: Readonly<Record<Intent, string>> = {
  lookup_target: 'tra một chỉ tiêu',
  compare: 'so sánh',
  list_targets: 'liệt kê các chỉ tiêu',
  find_text: 'tìm nội dung trong văn bản',
  list_directives: 'liệt kê văn bản',
  show_source: 'xem nguồn',
  list_deadlines: 'tìm thời hạn',
  metadata: 'số, ngày, người ký … của văn bản',
  greeting: 'chào hỏi',
  help: 'cách dùng',
  unknown: 'chưa rõ',
};

/** How the last question of a chat was understood: the whole of it, with what earlier messages said, and what was made of it. */
export function showReading({ question, reading }: ChatContext, catalog: Catalog): Reply {
  if (reading === null) return { blocks: [paragraph('Chưa có câu hỏi nào để nói lại cách hiểu.')], choices: [] };
  const { intent, indicators, localities, periods, directives, topic } = reading;
  const things = indicators.map(({ words }) => words);
  const rows: [string, string[]][] = [
    ['Việc', [intentWords[intent]]],
    ['Điều được hỏi', things.length > 0 ? things : [topic]],
    ['Địa phương', localities.map(({ name }) => name)],
    ['Thời gian', periods.map(periodWords)],
    ['Văn bản', directives.flatMap((id) => catalog.directive(id) ?? []).map(directiveName)],
  ];
  const items = rows.flatMap(([name, values]) => {
    const said = values.filter((value) => value !== '');
    return said.length === 0 ? [] : [[`${name}: ${said.join('; ')}`]];
  });
  return {
    blocks: [paragraph('Câu vừa rồi được hiểu là: ', { bold: question }), { kind: 'list', items }],
    choices: [],
  };
}
