/** The way people ask of the product's digests: lookups, lists, comparisons, text, deadlines, what is not there; with and without diacritics. */
export const sampleQuestions: readonly string[] = [
  'tỷ lệ che phủ rừng Cao Bằng 2023',
  'ty le che phu rung cao bang nam 2023 bao nhieu',
  'Tổng thu NSNN trên địa bàn Kon Tum năm 2020?',
  'co cau kinh te kon tum 2020',
  'số giường bệnh và bác sĩ trên vạn dân của Đắk Nông',
  'So sánh tỷ lệ che phủ rừng của Chợ Đồn, Kon Tum và Cao Bằng',
  'Liệt kê các chỉ tiêu năm 2022 của huyện Chợ Đồn',
  'Chợ Đồn năm 2022 phấn đấu tăng trưởng kinh tế bao nhiêu %?',
  'tỷ lệ che phủ rừng bao nhiêu?',
  'Chủ đề phong trào thi đua năm 2023 của Cao Bằng là gì?',
  'thoi gian thi dua nam 2023 cua cao bang ket thuc khi nao',
  'Kế hoạch phát động thi đua của Chợ Đồn số bao nhiêu, ban hành ngày nào?',
  "What is Kon Tum's export target for 2020?",
  'chào bạn',
];

/** Only those that ask for one figure. */
export const lookupQuestions: readonly string[] = sampleQuestions.slice(0, 3);
