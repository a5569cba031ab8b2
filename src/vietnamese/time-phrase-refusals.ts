/** What is said to a person whose phrase of time cannot be used: one plain sentence with what to write instead. */
export const refusals = {
  noSuchDay: (day: string) => `Không có ngày ${day}; xin ghi lại ngày khác.`,
  noSuchWeekday: (word: string) => `Không có "${word}": một tuần chỉ có thứ Hai đến thứ Bảy và Chủ nhật.`,
  noSuchMonth: (month: string) => `Không có tháng ${month}: một năm chỉ có tháng 1 đến tháng 12.`,
  noSuchHour: (hour: string) => `Không có ${hour}: giờ trong ngày từ 0 giờ đến 24 giờ, phút từ 00 đến 59.`,
  hourOfPart: (hour: string, part: string) => `${hour} không thuộc buổi ${part}; xin ghi lại giờ.`,
  whichHalf: (hour: string) =>
    `${hour} là sáng hay chiều? Xin ghi rõ, ví dụ "${hour} sáng" hoặc "${hour} chiều" (hoặc theo 24 giờ).`,
  nightHour: (hour: string) => `${hour} đêm thuộc ngày nào? Xin ghi theo buổi sáng, ví dụ "${hour} sáng ngày mai".`,
  past: (when: string) => `${capital(when)} đã qua; xin nêu một thời điểm sắp tới.`,
  pastThisYear: (when: string, year: number) => `${capital(when)} đã qua; nếu là năm ${year + 1}, xin ghi rõ năm.`,
  tooFar: (year: number) => `Chỉ nhắc được việc đến hết năm ${year}; xin chọn ngày gần hơn.`,
  manyDays: 'Có nhiều ngày khác nhau trong một lời nhắc; xin tách mỗi ngày thành một lời nhắc riêng.',
  manyTimes: 'Có nhiều giờ khác nhau trong một lời nhắc; xin chỉ ghi một giờ.',
  otherWeekday: (date: string, said: string) => `${capital(date)}, không phải ${said}; xin ghi lại cho khớp.`,
  notWithin: (date: string, stretch: string) => `${capital(date)} không nằm trong ${stretch}; xin ghi lại cho khớp.`,
  manyCycles: 'Có nhiều chu kỳ trái nhau (ngày, tuần, tháng, quý, năm) trong một lời nhắc; xin chỉ giữ một.',
  cycleAndDay: 'Chu kỳ và ngày đã nêu trái nhau; xin ghi lại, ví dụ "ngày 20 hằng tháng" hoặc "thứ Hai hằng tuần".',
  whichWeekday: 'Nhắc vào thứ mấy hằng tuần? Xin ghi rõ, ví dụ "thứ Hai hằng tuần".',
  whichDayOfMonth: 'Nhắc vào ngày nào hằng tháng? Xin ghi rõ, ví dụ "ngày 20 hằng tháng" hoặc "cuối tháng hằng tháng".',
  whichWeekdayOfMonth: 'Thứ đó của tuần nào trong tháng? Xin ghi rõ, ví dụ "thứ Hai đầu tiên hằng tháng".',
  whichDayOfQuarter:
    'Nhắc vào ngày nào hằng quý? Xin ghi rõ, ví dụ "ngày 20 tháng cuối quý, hằng quý" hoặc "cuối quý, hằng quý".',
  whichDayOfYear: 'Nhắc vào ngày nào hằng năm? Xin ghi rõ, ví dụ "ngày 15/11 hằng năm".',
  whichDay: (stretch: string) => `Chưa rõ ngày nào trong ${stretch}; xin ghi rõ ngày, ví dụ "ngày 20" hoặc "thứ Sáu".`,
  tooOften: 'Chỉ nhắc lặp lại theo ngày, tuần, tháng, quý hoặc năm, không theo giờ hay phút.',
  badInterval: 'Khoảng cách giữa hai lần nhắc phải từ 1 đến 99; xin ghi lại.',
  nthEvery: 'Ngày làm việc thứ mấy chỉ đặt được hằng tháng, hằng quý hoặc hằng năm; xin ghi lại.',
  twoLongDays:
    'Chỉ nêu được một ngày từ 29 đến 31 (hoặc ngày cuối tháng) trong một lời nhắc hằng tháng; xin tách thành hai lời nhắc.',
  vague: (words: string) =>
    `"${words}" chưa rõ là lúc nào; xin ghi giờ hoặc ngày cụ thể, ví dụ "2 tiếng nữa", "15 giờ mai".`,
  unknownBase: (words: string) =>
    `Chưa biết "${words}" là ngày nào; xin ghi ngày cụ thể, ví dụ "kể từ ngày 20/11/2026".`,
  whichCalendar: (words: string) =>
    `"${capital(words)}" là âm lịch hay dương lịch? Xin ghi thêm "âm lịch", hoặc ghi "ngày …" nếu là dương lịch.`,
  noLunarDay: (words: string) => `Không có ngày ${words} âm lịch; xin ghi lại.`,
  noCalendar: 'Chưa có lịch ngày nghỉ để tính ngày làm việc; xin ghi ngày cụ thể.',
  badLead: 'Chỉ nhắc trước được từ 1 phút đến 365 ngày; xin ghi lại.',
  leadOfWorkingDays: 'Chỉ nhắc trước theo ngày thường; xin ghi, ví dụ, "trước 3 ngày".',
  endsFirst: 'Ngày kết thúc đứng trước lần nhắc đầu tiên; xin ghi lại.',
  never: 'Không có ngày nào hợp với lời nhắc này; xin ghi lại.',
  badCount: 'Số ngày, tuần hoặc tháng phải lớn hơn 0; xin ghi lại.',
  unread: (words: string) => `Chưa hiểu "${words}" trong lời nhắc này; xin ghi lại ngày giờ cho rõ.`,
  noTime:
    'Chưa rõ nhắc lúc nào; xin ghi thêm giờ hoặc ngày, ví dụ "15 giờ thứ Sáu tuần sau" hoặc "trước ngày 20 hằng tháng".',
  noWork: 'Chưa rõ nhắc việc gì; xin ghi thêm, ví dụ "nhắc tôi nộp báo cáo tháng trước ngày 20".',
  tooLong: 'Lời nhắc dài quá; xin viết gọn trong 1.000 ký tự.',
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
