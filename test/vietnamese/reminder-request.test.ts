import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workingDays } from '../../src/reminders/working-days.ts';
import { describeWhen } from '../../src/vietnamese/describe-when.ts';
import { cleanMessage } from '../../src/vietnamese/normalize.ts';
import { parseReminderRequest } from '../../src/vietnamese/reminder-request.ts';

const calendar = workingDays(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../data/calendar.json'), 'utf8')).years,
);
// Wednesday.
const context = { now: '2026-11-18T09:30:00+07:00', zone: 'Asia/Ho_Chi_Minh', calendar };

describe('a request to be reminded', () => {
  it.each<[text: string, what: string, when: string, audience?: 'group']>([
    [
      'nhắc tôi nộp báo cáo tháng trước ngày 20 hằng tháng, trước 3 ngày',
      'nộp báo cáo tháng',
      'ngày 19 hằng tháng (trước ngày 20), nhắc trước 3 ngày',
    ],
    [
      'nhac toi nop bao cao thang truoc ngay 20 hang thang, truoc 3 ngay',
      'nop bao cao thang',
      'ngày 19 hằng tháng (trước ngày 20), nhắc trước 3 ngày',
    ],
    ['nhắc cả nhóm 15h thứ sáu tuần sau họp giao ban', 'họp giao ban', 'thứ Sáu, ngày 27/11/2026, 15 giờ', 'group'],
    ['nhac ca nhom 15h thu sau tuan sau hop giao ban', 'hop giao ban', 'thứ Sáu, ngày 27/11/2026, 15 giờ', 'group'],
    ['2 tiếng nữa nhắc gọi điện', 'gọi điện', 'thứ Tư, ngày 18/11/2026, 11 giờ 30'],
    ['nhắc tôi 2 tiếng nữa gọi điện cho anh Nam', 'gọi điện cho anh Nam', 'thứ Tư, ngày 18/11/2026, 11 giờ 30'],
    [
      'Nhắc mình chiều mai 3 giờ rưỡi họp với Sở Nội vụ nhé',
      'họp với Sở Nội vụ',
      'thứ Năm, ngày 19/11/2026, 15 giờ 30',
    ],
    ['bot ơi nhắc giúp mình 8h sáng mai nộp hồ sơ', 'nộp hồ sơ', 'thứ Năm, ngày 19/11/2026, 8 giờ'],
    ['8h30 sáng thứ 2 hằng tuần nhắc mọi người chào cờ', 'chào cờ', 'thứ Hai hằng tuần, 8 giờ 30', 'group'],
    ['nhắc nhóm báo cáo tuần trước 16h thứ Năm hằng tuần', 'báo cáo tuần', 'thứ Năm hằng tuần, trước 16 giờ', 'group'],
    [
      'nhắc tôi báo cáo quý trước ngày 15 tháng cuối quý, hằng quý',
      'báo cáo quý',
      'ngày 14 tháng cuối hằng quý (trước ngày 15)',
    ],
    [
      'nhắc tôi nộp báo cáo tháng 11 trước ngày 25/11',
      'nộp báo cáo tháng 11',
      'thứ Ba, ngày 24/11/2026 (trước ngày 25/11/2026)',
    ],
    [
      'nhắc tôi nộp báo cáo quý IV trước ngày 15/12, nhắc trước 7, 3 và 1 ngày',
      'nộp báo cáo quý IV',
      'thứ Hai, ngày 14/12/2026 (trước ngày 15/12/2026), nhắc trước 7, 3 và 1 ngày',
    ],
    ['nhắc tôi họp lúc 15h thứ sáu, báo trước 30 phút', 'họp', 'thứ Sáu, ngày 20/11/2026, 15 giờ, nhắc trước 30 phút'],
    ['nhắc tôi họp 15h thứ sáu, nhắc trước 1 giờ', 'họp', 'thứ Sáu, ngày 20/11/2026, 15 giờ, nhắc trước 60 phút'],
    [
      'nhắc tôi ký hồ sơ trong 05 ngày làm việc kể từ ngày 20/11/2026',
      'ký hồ sơ',
      'chậm nhất thứ Hai, ngày 30/11/2026',
    ],
    [
      'nhắc cả phòng ngày làm việc cuối cùng của tháng chốt số liệu',
      'chốt số liệu',
      'ngày làm việc cuối cùng hằng tháng',
      'group',
    ],
    ['đặt lịch họp giao ban 8h thứ hai hằng tuần', 'họp giao ban', 'thứ Hai hằng tuần, 8 giờ'],
    ['đặt nhắc nộp thuế cuối quý', 'nộp thuế', 'thứ Năm, ngày 31/12/2026'],
    [
      'tạo lời nhắc nộp báo cáo năm trước ngày 15/12 hằng năm',
      'nộp báo cáo năm',
      'ngày 14/12 hằng năm (trước ngày 15/12)',
    ],
    ['sáng mai 7h nhắc tôi tưới cây', 'tưới cây', 'thứ Năm, ngày 19/11/2026, 7 giờ'],
    ['nhac toi mai hop luc 9h', 'hop', 'thứ Năm, ngày 19/11/2026, 9 giờ'],
    ['nhac toi nay 8h toi goi ve nha', 'goi ve nha', 'thứ Tư, ngày 18/11/2026, 20 giờ'],
    ['nhắc chị Mai nộp báo cáo ngày 25/11', 'chị Mai nộp báo cáo', 'thứ Tư, ngày 25/11/2026'],
    ['nhắc các đồng chí nộp đảng phí ngày 05 hằng tháng', 'nộp đảng phí', 'ngày 05 hằng tháng', 'group'],
    ['nhắc tôi cúng rằm tháng Giêng, trước 1 ngày', 'cúng', 'thứ Bảy, ngày 20/02/2027, nhắc trước 1 ngày'],
    [
      'nhắc tôi dự hội nghị sơ kết 6 tháng đầu năm lúc 14h ngày 25/11',
      'dự hội nghị sơ kết 6 tháng đầu năm',
      'thứ Tư, ngày 25/11/2026, 14 giờ',
    ],
    [
      'nhắc tôi báo cáo kết quả thực hiện Nghị quyết số 15 trước ngày 30/11/2026',
      'báo cáo kết quả thực hiện Nghị quyết số 15',
      'Chủ nhật, ngày 29/11/2026 (trước ngày 30/11/2026)',
    ],
    ['đến ngày 25/11 nhắc tôi gửi công văn số 120/UBND-VX', 'gửi công văn số 120/UBND-VX', 'thứ Tư, ngày 25/11/2026'],
    [
      'nhắc tôi gửi báo cáo hằng quý trước ngày 15/12',
      'gửi báo cáo hằng quý',
      'thứ Hai, ngày 14/12/2026 (trước ngày 15/12/2026)',
    ],
    ['Nhắc tôi: nộp báo cáo; hạn 25/11/2026', 'nộp báo cáo', 'chậm nhất thứ Tư, ngày 25/11/2026'],
    ['@chidao_bot nhắc cả nhóm chiều thứ 6 nộp phiếu', 'nộp phiếu', 'thứ Sáu, ngày 20/11/2026, 14 giờ', 'group'],
    ['/nhac 15h mai họp', 'họp', 'thứ Năm, ngày 19/11/2026, 15 giờ'],
    ['nhac toi 14h ngay 2/12 hop', 'hop', 'thứ Tư, ngày 02/12/2026, 14 giờ'],
    ['hằng tháng nhắc tôi nộp báo cáo trước ngày 20', 'nộp báo cáo', 'ngày 19 hằng tháng (trước ngày 20)'],
    ['nhắc tôi họp tổng kết năm 2026 vào 25/12', 'họp tổng kết năm 2026', 'thứ Sáu, ngày 25/12/2026'],
    [
      'nhắc tôi nộp báo cáo tổng kết năm trước ngày 10/12',
      'nộp báo cáo tổng kết năm',
      'thứ Tư, ngày 09/12/2026 (trước ngày 10/12/2026)',
    ],
    [
      'nhắc cả nhóm từ 1/12 đến 15/12 mỗi ngày 8h điểm danh',
      'điểm danh',
      'hằng ngày, 8 giờ, đến hết ngày 15/12/2026',
      'group',
    ],
    ['nhắc tôi gửi báo cáo ngày lúc 16h hàng ngày', 'gửi báo cáo ngày', 'hằng ngày, 16 giờ'],
    ['nhắc nhóm họp 20/11 lúc 13.30', 'họp', 'thứ Sáu, ngày 20/11/2026, 13 giờ 30', 'group'],
    ['nhắc tôi hoàn thành trước khi hết năm', 'hoàn thành', 'chậm nhất thứ Năm, ngày 31/12/2026'],
    ['nhắc tôi ngày 25/11 nộp báo cáo 10 tháng năm 2026', 'nộp báo cáo 10 tháng năm 2026', 'thứ Tư, ngày 25/11/2026'],
    [
      'nhắc tôi trả lời công văn 1234/UBND-NC ngày 10/11/2026 trước ngày 25/11',
      'trả lời công văn 1234/UBND-NC ngày 10/11/2026',
      'thứ Ba, ngày 24/11/2026 (trước ngày 25/11/2026)',
    ],
    [
      'nhắc tôi giỗ bố ngày 12 tháng 5 âm lịch hằng năm, trước 3 ngày',
      'giỗ bố',
      'ngày 12 tháng Năm âm lịch hằng năm, nhắc trước 3 ngày',
    ],
    [
      'nhắc tôi đăng ký thi đua trước 31/3 năm sau',
      'đăng ký thi đua',
      'thứ Ba, ngày 30/03/2027 (trước ngày 31/03/2027)',
    ],
    ['nhắc tôi hai ngày trước Tết dọn dẹp', 'dọn dẹp', 'thứ Năm, ngày 04/02/2027'],
    ['nhắc mình trước giờ họp 15 phút, họp lúc 14h mai', 'họp', 'thứ Năm, ngày 19/11/2026, 14 giờ, nhắc trước 15 phút'],
    ['nhắc tôi giỗ tổ hằng năm đi lễ', 'đi lễ', 'mùng 10 tháng Ba âm lịch hằng năm'],
    [
      'nhắc tôi 3 ngày một lần tưới cây lúc 17h',
      'tưới cây',
      '3 ngày một lần (lần đầu thứ Tư, ngày 18/11/2026), 17 giờ',
    ],
  ])('%j', (text, what, when, audience = undefined) => {
    const request = parseReminderRequest(text, context);
    if (request?.kind !== 'request') throw new Error(JSON.stringify(request));
    expect(request.what).toBe(what);
    expect(describeWhen(request.when, { days: request.leadDays, minutes: request.leadMinutes })).toBe(when);
    expect(request.audience).toBe(audience ?? 'me');
  });

  it('keeps leads largest first', () => {
    expect(parseReminderRequest('nhắc tôi họp 15h thứ sáu, trước 1 ngày, 3 ngày và 30 phút', context)).toMatchObject({
      kind: 'request',
      what: 'họp',
      leadDays: [3, 1],
      leadMinutes: [30],
    });
  });

  it.each<[text: string, says: string]>([
    ['nhắc tôi', 'Chưa rõ nhắc lúc nào'],
    ['nhắc tôi nộp báo cáo', 'Chưa rõ nhắc lúc nào'],
    ['nhắc tôi nộp báo cáo tháng 11', 'Chưa rõ nhắc lúc nào'],
    ['nhắc tôi nộp báo cáo, trước 3 ngày', 'Chưa rõ nhắc lúc nào'],
    ['nhắc tôi mai', 'Chưa rõ nhắc việc gì'],
    ['nhắc tôi 30/2 nộp báo cáo', 'Không có ngày 30/2'],
    ['nhắc tôi thứ tám họp', 'Không có "thứ tám"'],
    ['nhắc tôi hôm qua họp', 'đã qua'],
    ['nhắc tôi ngày 25/11/9999 họp', 'năm 2036'],
    ['nhắc tôi lát nữa gọi điện', 'chưa rõ là lúc nào'],
    ['nhắc tôi họp thứ sáu tuần sau lúc 3h', 'sáng hay chiều'],
    ['nhắc tôi 25/11 và 30/11 nộp báo cáo', 'nhiều ngày'],
    ['nhắc tôi mỗi giờ uống nước', 'không theo giờ'],
    ['nhắc tôi ngày 20 hằng tuần họp', 'trái nhau'],
    [`nhắc tôi mai họp ${'rất '.repeat(400)}`, 'dài quá'],
  ])('refuses %j: %s', (text, says) => {
    const request = parseReminderRequest(text, context);
    expect(request?.kind).toBe('refused');
    expect(request?.kind === 'refused' ? request.reason : '').toContain(says);
  });

  it.each([
    '',
    'hôm nay trời đẹp',
    '15h mai họp',
    'văn bản nào nhắc đến thời hạn ngày 20?',
    'văn bản nào nhắc tới Sở Nội vụ',
    'nhắc lại giúp tôi câu trên',
    'nhắc lại sau 2 tiếng',
    'ai nhắc tôi hôm qua?',
    'xem nhắc việc của tôi ngày mai',
    'hủy nhắc việc ngày mai',
    'cần cân nhắc trước ngày 20',
    'chỉ tiêu được nhắc nhiều nhất năm 2025',
    'kế hoạch năm 2026 không nhắc gì',
    'báo cáo trước ngày 20 hằng tháng',
  ])('finds none in %j', (text) => {
    expect(parseReminderRequest(text, context)).toBeNull();
  });

  it('never throws, and what is to be done is part of the message', () => {
    const word = fc.constantFrom(
      'nhắc',
      'nhắc tôi',
      'nhắc cả nhóm',
      'mai',
      '15h',
      'trước ngày 20',
      'hằng tháng',
      'trước 3 ngày',
      'họp',
      'nộp báo cáo tháng 11',
      'chị Mai',
      ',',
      '30/2',
      'số 15/KH-UBND',
      'nhé',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof({ weight: 5, arbitrary: word }, fc.string({ unit: 'binary' }))), (parts) => {
        const text = parts.join(' ');
        const request = parseReminderRequest(text, context);
        if (request?.kind !== 'request') return;
        for (const each of request.what.split(' ')) expect(cleanMessage(text)).toContain(each);
        expect(request.what).not.toBe('');
      }),
      { numRuns: 800 },
    );
  });
});
