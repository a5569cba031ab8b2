import { describe, expect, it } from 'vitest';
import { emptyContext } from '../../src/answer/chat-context.ts';
import { readQuestion } from '../../src/answer/read-question.ts';
import { corpus } from './corpus.ts';
import { catalogOf, reader, readRows, today } from './memory-engine.ts';

const catalog = catalogOf(readRows(corpus));

/** "intent | keys, or words where the vocabulary has no one key | localities | periods". */
function understood(question: string): string {
  const { reading } = readQuestion(question, emptyContext, { catalog, reader, today });
  return [
    reading.intent,
    reading.indicators.map(({ key, words }) => key ?? words).join(', '),
    reading.localities.map(({ key }) => key).join(', '),
    reading.periods.map(({ text }) => text).join(', '),
  ].join(' | ');
}

const phrasings: readonly (readonly [string, string])[] = [
  [
    'báo cáo tổng kết năm trước ngày nào ở Lào Cai',
    'list_deadlines | báo cáo tổng kết năm trước ngày nào ở | lao-cai | ',
  ],
  ['Alo em ơi, tỷ lệ che phủ rừng Lào Cai 2024 là bao nhiêu v', 'lookup_target | forest_cover | lao-cai | 2024'],
  ['xin chào, cho em hỏi GRDP/người Lào Cai 2024 với ạ', 'lookup_target | grdp_per_capita | lao-cai | 2024'],
  ['Tăng trưởng GRDP Lào Cai năm 2024 là bao nhiêu?', 'lookup_target | grdp_growth | lao-cai | 2024'],
  ['Lào Cai 2024 GRDP tăng mấy %?', 'lookup_target | grdp_growth | lao-cai | 2024'],
  ['toc do tang grdp lao cai 2024', 'lookup_target | grdp_growth | lao-cai | 2024'],
  ['Tốc độ tăng trưởng kinh tế của tỉnh Lào Cai năm 2024?', 'lookup_target | grdp_growth | lao-cai | 2024'],
  [
    'lào cai năm 2024 đặt mục tiêu tăng trưởng bao nhiêu',
    'lookup_target | đặt mục tiêu tăng trưởng bao nhiêu | lao-cai | 2024',
  ],
  ['GRDP/người Lào Cai 2024', 'lookup_target | grdp_per_capita | lao-cai | 2024'],
  ['grdp binh quan dau nguoi lao cai', 'lookup_target | grdp_per_capita | lao-cai | '],
  ['Lào Cai phấn đấu GRDP bình quân đầu người bao nhiêu triệu đồng?', 'lookup_target | grdp_per_capita | lao-cai | '],
  ['Thu NSNN Lào Cai 2024', 'lookup_target | state_budget_revenue | lao-cai | 2024'],
  ['thu ngan sach lao cai nam 2024 bao nhieu ty', 'lookup_target | state_budget_revenue | lao-cai | 2024'],
  [
    'Tổng thu ngân sách nhà nước trên địa bàn tỉnh Lào Cai năm 2024 là bao nhiêu?',
    'lookup_target | state_budget_revenue | lao-cai | 2024',
  ],
  ['XNK Lào Cai 2024 đạt bao nhiêu triệu USD?', 'lookup_target | import_export_turnover | lao-cai | 2024'],
  ['giá trị xuất nhập khẩu qua cửa khẩu Lào Cai', 'lookup_target | import_export_turnover | lao-cai | '],
  ['Lào Cai giảm hộ nghèo mấy % năm 2024', 'lookup_target | poverty_reduction | lao-cai | 2024'],
  ['ti le ho ngheo lao cai 2024 giam bao nhieu', 'lookup_target | poverty_reduction | lao-cai | 2024'],
  ['hộ ngèo lào cai 2024', 'lookup_target | poverty_rate | lao-cai | 2024'],
  ['BHYT Lào Cai 2024 bao nhiêu %?', 'lookup_target | health_insurance_coverage | lao-cai | 2024'],
  ['tỷ lệ bao phủ bhyt lào cai', 'lookup_target | health_insurance_coverage | lao-cai | '],
  ['Lào Cai 2024 có thêm bao nhiêu xã NTM?', 'lookup_target | ntm_new_communes | lao-cai | 2024'],
  [
    'bao nhiêu xã đạt chuẩn nông thôn mới ở Lào Cai năm 2024',
    'lookup_target | bao nhiêu xã đạt chuẩn nông thôn mới ở | lao-cai | 2024',
  ],
  ['lao cai them may xa nong thon moi', 'lookup_target | ntm_new_communes | lao-cai | '],
  ['Tỷ lệ che phủ rừng Lào Cai 2024?', 'lookup_target | forest_cover | lao-cai | 2024'],
  ['độ che phủ rừng của Lào Cai', 'lookup_target | forest_cover | lao-cai | '],
  ['do che phu rung lao cai', 'lookup_target | forest_cover | lao-cai | '],
  ['ti lê che phủ rưng lào cai', 'lookup_target | forest_cover | lao-cai | '],
  ['Lao động qua đào tạo Lào Cai 2024', 'lookup_target | trained_labour_rate | lao-cai | 2024'],
  ['lao cai giai quyet viec lam cho bao nhieu lao dong', 'lookup_target | jobs_created | lao-cai | '],
  ['Lào Cai tạo bao nhiêu việc làm năm 2024?', 'lookup_target | jobs_created | lao-cai | 2024'],
  ['khách du lịch đến Lào Cai năm 2024 bao nhiêu lượt', 'lookup_target | tourist_arrivals | lao-cai | 2024'],
  ['bác sĩ trên vạn dân Lào Cai', 'lookup_target | doctors_per_10k | lao-cai | '],
  ['bac sy/van dan lao cai 2024', 'lookup_target | doctors_per_10k | lao-cai | 2024'],
  [
    'Nghệ An giai đoạn 2021-2025 tăng trưởng bình quân bao nhiêu?',
    'lookup_target | tăng trưởng bình quân bao nhiêu | nghe-an | 2021-2025',
  ],
  ['tăng trưởng kinh tế Nghệ An 2021 - 2025', 'lookup_target | grdp_growth | nghe-an | 2021-2025'],
  [
    'thu nhập bình quân đầu người Nghệ An đến năm 2025',
    'lookup_target | household_income_per_capita | nghe-an | đến 2025',
  ],
  ['Nghe An thu nhap binh quan dau nguoi 2025', 'lookup_target | household_income_per_capita | nghe-an | 2025'],
  ['Kim ngạch xuất khẩu Nghệ An 2025', 'lookup_target | exports | nghe-an | 2025'],
  ['Nghệ An đến 2025 tỷ lệ đô thị hóa bao nhiêu?', 'lookup_target | urbanisation_rate | nghe-an | đến 2025'],
  ['cơ cấu kinh tế Nghệ An 2025', 'lookup_target | cơ cấu kinh tế | nghe-an | 2025'],
  ['co cau kinh te nghe an', 'lookup_target | co cau kinh te | nghe-an | '],
  ['tỷ trọng dịch vụ của Nghệ An đến năm 2025', 'lookup_target | structure_services | nghe-an | đến 2025'],
  [
    'công nghiệp - xây dựng chiếm bao nhiêu trong cơ cấu kinh tế Nghệ An?',
    'lookup_target | structure_industry_construction | nghe-an | ',
  ],
  ['Nghệ An giảm nghèo bình quân hằng năm mấy %?', 'lookup_target | poverty_reduction | nghe-an | '],
  ['số giường bệnh và bác sĩ trên vạn dân của Nghệ An', 'lookup_target | beds_per_10k, doctors_per_10k | nghe-an | '],
  ['giường bệnh, bác sĩ/vạn dân Nghệ An 2025', 'lookup_target | beds_per_10k, doctors_per_10k | nghe-an | 2025'],
  ['Mường Khương 2023 thu ngân sách bao nhiêu?', 'lookup_target | state_budget_revenue | huyen-muong-khuong | 2023'],
  ['thu ngan sach huyen muong khuong 2023', 'lookup_target | state_budget_revenue | huyen-muong-khuong | 2023'],
  ['sản lượng lương thực Mường Khương năm 2023', 'lookup_target | food_output | huyen-muong-khuong | 2023'],
  [
    'Mường Khương trồng mới bao nhiêu ha rừng và che phủ rừng bao nhiêu %?',
    'lookup_target | afforestation_area, forest_cover | huyen-muong-khuong | ',
  ],
  ['HTX thành lập mới ở Mường Khương', 'lookup_target | cooperatives_new | huyen-muong-khuong | '],
  ['tỷ lệ phá án Mường Khương 2023', 'lookup_target | crime_solved_rate | huyen-muong-khuong | 2023'],
  ['muong khuong kham pha an', 'lookup_target | crime_solved_rate | huyen-muong-khuong | '],
  ['trường đạt chuẩn quốc gia Mường Khương', 'lookup_target | national_standard_schools | huyen-muong-khuong | '],
  ['So sánh tỷ lệ che phủ rừng của Lào Cai và Nghệ An', 'compare | forest_cover | lao-cai, nghe-an | '],
  ['Lào Cai và Nghệ An nơi nào che phủ rừng cao hơn?', 'compare | forest_cover | lao-cai, nghe-an | '],
  [
    'Độ che phủ rừng Lào Cai 2024 và Mường Khương 2023, nơi nào cao hơn?',
    'compare | forest_cover | lao-cai, huyen-muong-khuong | 2024, 2023',
  ],
  [
    'so sanh che phu rung lao cai, nghe an, muong khuong',
    'compare | forest_cover | lao-cai, nghe-an, huyen-muong-khuong | ',
  ],
  ['bác sĩ/vạn dân: Lào Cai với Nghệ An', 'lookup_target | doctors_per_10k | lao-cai, nghe-an | '],
  [
    'tỷ lệ hộ nghèo Lào Cai và Mường Khương giảm bao nhiêu',
    'lookup_target | poverty_reduction | lao-cai, huyen-muong-khuong | ',
  ],
  ['Liệt kê các chỉ tiêu năm 2024 của Lào Cai', 'list_targets |  | lao-cai | 2024'],
  ['các chỉ tiêu của tỉnh Nghệ An', 'list_targets |  | nghe-an | '],
  ['liet ke chi tieu muong khuong 2023', 'list_targets |  | huyen-muong-khuong | 2023'],
  ['Lào Cai có những chỉ tiêu gì về môi trường?', 'list_targets | có những chỉ tiêu gì về môi trường | lao-cai | '],
  ['Các chỉ tiêu xã hội năm 2024 của Lào Cai', 'list_targets | Các chỉ tiêu xã hội của | lao-cai | 2024'],
  ['cho xem toàn bộ chỉ tiêu Lào Cai', 'list_targets | cho xem toàn bộ chỉ tiêu | lao-cai | '],
  ['Kế hoạch 21/KH-UBND có những chỉ tiêu nào?', 'list_targets |  |  | '],
  ['Chỉ thị 06/CT-UBND Hà Giang có chỉ tiêu số nào không?', 'list_targets |  | ha-giang | '],
  ['Ai ký kế hoạch phát động thi đua năm 2024 của Lào Cai?', 'metadata | Ai ký phát động thi đua của | lao-cai | 2024'],
  ['ai ky chi thi 2022 cua ha giang', 'metadata | ai ky cua | ha-giang | 2022'],
  ['Chỉ thị của Hà Giang số bao nhiêu, ban hành ngày nào?', 'metadata | ban hành ngày nào | ha-giang | '],
  ['Kế hoạch của Mường Khương ban hành ngày nào?', 'metadata | của ban hành ngày nào | huyen-muong-khuong | '],
  ['nghị quyết của Nghệ An do cơ quan nào ban hành?', 'metadata | của do cơ quan nào ban hành | nghe-an | '],
  ['Văn bản 47/NQ-HĐND ban hành khi nào?', 'metadata | Văn bản ban hành khi nào |  | '],
  ['Nơi nhận của chỉ thị Hà Giang?', 'metadata | Nơi nhận của | ha-giang | '],
  [
    'Lào Cai báo cáo phong trào thi đua trước ngày nào?',
    'list_deadlines | báo cáo phong trào thi đua trước ngày nào | lao-cai | ',
  ],
  ['hạn gửi báo cáo thi đua 2024 của Lào Cai', 'list_deadlines | hạn gửi báo cáo thi đua của | lao-cai | 2024'],
  ['Các sở gửi báo cáo về đâu, Lào Cai?', 'list_deadlines | Các sở gửi báo cáo về đâu | lao-cai | '],
  ['Ai phải báo cáo UBND tỉnh Hà Giang?', 'list_deadlines | Ai phải báo cáo UBND | ha-giang | '],
  ['Hà Giang giao cơ quan nào theo dõi, báo cáo?', 'list_deadlines | giao cơ quan nào theo dõi, báo cáo | ha-giang | '],
  ['han bao cao ha giang', 'list_deadlines | han bao cao | ha-giang | '],
  ['Thời hạn báo cáo của Lào Cai', 'list_deadlines | Thời hạn báo cáo của | lao-cai | '],
  ['Chủ đề thi đua năm 2024 của Lào Cai là gì?', 'find_text | Chủ đề thi đua của là gì | lao-cai | 2024'],
  ['chu de thi dua lao cai 2024', 'find_text | chu de thi dua | lao-cai | 2024'],
  ['Ba khâu đột phá của Lào Cai là gì?', 'find_text | Ba khâu đột phá của là gì | lao-cai | '],
  ['các khâu đột phá của lào cai năm 2024', 'find_text | các khâu đột phá của | lao-cai | 2024'],
  [
    'Ba phong trào thi đua trọng tâm của Hà Giang là gì?',
    'find_text | Ba phong trào thi đua trọng tâm của là gì | ha-giang | ',
  ],
  ['Hà Giang có mấy phong trào thi đua trọng tâm?', 'find_text | có mấy phong trào thi đua trọng tâm | ha-giang | '],
  ['Sở Thông tin và Truyền thông Hà Giang làm gì?', 'find_text | Truyền thông làm gì | ha-giang | '],
  ['Có những văn bản nào?', 'list_directives |  |  | '],
  ['danh sách văn bản của Lào Cai', 'list_directives | danh sách văn bản của | lao-cai | '],
  ['liệt kê các kế hoạch', 'list_directives |  |  | '],
  ['xin chào', 'greeting |  |  | '],
  ['chào bạn', 'greeting |  |  | '],
  ['hello', 'greeting |  |  | '],
  ['cảm ơn nhé', 'greeting | cảm ơn nhé |  | '],
  ['trợ giúp', 'help | trợ giúp |  | '],
  ['bạn làm được gì?', 'help | bạn làm được gì |  | '],
  ['nguồn?', 'show_source | nguồn |  | '],
  ['How many jobs should Lao Cai create in 2024?', 'lookup_target | jobs_created | lao-cai | 2024'],
  ['What is the forest cover target of Nghe An?', 'lookup_target | forest_cover | nghe-an | '],
  ["What is Lao Cai's GRDP growth target for 2024?", 'lookup_target | grdp_growth | lao-cai | 2024'],
  ['health insurance coverage in Lao Cai 2024', 'lookup_target | health_insurance_coverage | lao-cai | 2024'],
  ['tỷ lệ che phủ rừng bao nhiêu?', 'lookup_target | forest_cover |  | '],
  ['giảm hộ nghèo bao nhiêu phần trăm?', 'lookup_target | poverty_reduction |  | '],
  ['thu ngân sách 2023?', 'lookup_target | state_budget_revenue |  | 2023'],
  ['Lào Cai 2024', 'lookup_target |  | lao-cai | 2024'],
  ['chỉ tiêu Nghệ An', 'lookup_target |  | nghe-an | '],
  [
    'Cho em hỏi tỷ lệ hộ nghèo của huyện Mường Khương năm 2023 giảm bao nhiêu ạ?',
    'lookup_target | poverty_reduction | huyen-muong-khuong | 2023',
  ],
  ['anh ơi cho em xin số liệu thu ngân sách Lào Cai 2024 với', 'lookup_target | state_budget_revenue | lao-cai | 2024'],
  [
    'ad cho hỏi lào cai 2024 đặt bn xã ntm',
    'lookup_target | quản trị viên cho hỏi đặt bao nhiêu xã ntm | lao-cai | 2024',
  ],
  ['bhyt lao cai bn %', 'lookup_target | health_insurance_coverage | lao-cai | '],
  ['Lào Cai năm 2025 tăng trưởng bao nhiêu?', 'lookup_target | tăng trưởng bao nhiêu | lao-cai | 2025'],
  [
    'Lào Cai 2024: GRDP, thu ngân sách, xuất nhập khẩu?',
    'lookup_target | : GRDP, state_budget_revenue, import_export_turnover | lao-cai | 2024',
  ],
  [
    'Lào Cai 2024 thu ngân sách bao nhiêu và tăng bao nhiêu %?',
    'lookup_target | state_budget_revenue, budget_revenue_growth | lao-cai | 2024',
  ],
  [
    'Nghệ An: tăng trưởng kinh tế và thu nhập bình quân đầu người',
    'lookup_target | grdp_growth, household_income_per_capita | nghe-an | ',
  ],
  ['Yên Bái 2024 tăng trưởng bao nhiêu?', 'lookup_target | tăng trưởng bao nhiêu | yen-bai | 2024'],
  ['huyện Bắc Hà che phủ rừng bao nhiêu?', 'lookup_target | forest_cover | huyen-bac-ha | '],
  ['cả nước tăng trưởng bao nhiêu năm 2024?', 'lookup_target | tăng trưởng bao nhiêu | viet-nam | 2024'],
  [
    'UBND tỉnh Lào Cai giao chỉ tiêu thu ngân sách năm 2024 bao nhiêu?',
    'lookup_target | state_budget_revenue | lao-cai | 2024',
  ],
  ['HĐND tỉnh Nghệ An đặt chỉ tiêu xuất khẩu bao nhiêu?', 'lookup_target | exports | nghe-an | '],
  ['Tổng vốn đầu tư toàn xã hội Lào Cai tăng bao nhiêu %?', 'lookup_target | social_investment_growth | lao-cai | '],
  ['von dau tu toan xa hoi lao cai 2024', 'lookup_target | total_social_investment | lao-cai | 2024'],
  ['Lào Cai kết quả thu ngân sách năm 2023 đạt bao nhiêu?', 'lookup_target | state_budget_revenue | lao-cai | 2023'],
  ['tỷ lệ dân số nông thôn dùng nước hợp vệ sinh Lào Cai', 'lookup_target | hygienic_water_rural | lao-cai | '],
  ['nước HVS Lào Cai 2024', 'lookup_target | hygienic_water_rural | lao-cai | 2024'],
  ['số xã NTM Lào Cai 2024 là mấy', 'lookup_target | ntm_communes | lao-cai | 2024'],
  ['Tỉ lệ hộ nghèo Nghệ An giảm hằng năm', 'lookup_target | poverty_reduction | nghe-an | '],
  [
    'nghệ an đến cuối năm 2025 có bao nhiêu giường bệnh trên 10.000 dân',
    'lookup_target | beds_per_10k | nghe-an | cuối năm 2025',
  ],
  ['Lào Cai quý IV/2024 thu ngân sách bao nhiêu?', 'lookup_target | state_budget_revenue | lao-cai | quý IV/2024'],
  [
    '6 tháng đầu năm 2024 Lào Cai thu ngân sách bao nhiêu',
    'lookup_target | state_budget_revenue | lao-cai | 6 tháng đầu năm 2024',
  ],
  ['Hoà Bình 2024 tăng trưởng bao nhiêu', 'lookup_target | tăng trưởng bao nhiêu | hoa-binh | 2024'],
  ['tỉnh Đăk Lăk che phủ rừng', 'lookup_target | forest_cover | dak-lak | '],
  ['TP.HCM thu ngân sách 2024', 'lookup_target | state_budget_revenue | ho-chi-minh | 2024'],
  ['Nhiệm vụ của Sở Nội vụ trong chỉ thị Hà Giang', 'find_text | tasks_on_time | ha-giang | '],
  ['Chỉ thị năm 2022 của Hà Giang giao ai theo dõi?', 'list_deadlines | của giao ai theo dõi | ha-giang | 2022'],
  [
    'Kế hoạch số 09 của Mường Khương có chỉ tiêu hợp tác xã không?',
    'lookup_target | cooperatives_active | huyen-muong-khuong | ',
  ],
  ['chỉ tiêu hộ nghèo trong kế hoạch 09/KH-UBND', 'lookup_target | poverty_rate |  | '],
  ['văn bản ngày 15/01/2024 của Lào Cai do ai ký?', 'metadata | văn bản của do ai ký | lao-cai | '],
  ['Chỉ thị ngày 22/3/2022 của Hà Giang nói về gì?', 'metadata |  | ha-giang | '],
  ['Nghị quyết 47/NQ-HĐND đặt chỉ tiêu đô thị hóa bao nhiêu?', 'lookup_target | urbanisation_rate |  | '],
  ['ty trong nong lam thuy san nghe an', 'lookup_target | structure_agri | nghe-an | '],
  ['nông, lâm nghiệp và thủy sản chiếm bao nhiêu % ở Nghệ An', 'lookup_target | structure_agri | nghe-an | '],
  ['tăng trưởng bình quân 5 năm của Nghệ An', 'lookup_target | tăng trưởng bình quân 5 năm của | nghe-an | '],
  [
    'lào cai phấn đấu giảm bao nhiêu % hộ nghèo, bao nhiêu lao động có việc làm?',
    'lookup_target | poverty_reduction, jobs_created | lao-cai | ',
  ],
  [
    'Mường Khương: lương thực, hợp tác xã, trường chuẩn?',
    'lookup_target | food_per_capita, cooperatives_active, national_standard_schools | huyen-muong-khuong | ',
  ],
  ['tỷ lệ thất nghiệp Lào Cai 2024', 'lookup_target | urban_unemployment | lao-cai | 2024'],
  ['số ca mắc sốt xuất huyết Lào Cai', 'lookup_target | dengue_incidence | lao-cai | '],
  ['tuổi thọ trung bình Nghệ An 2025', 'lookup_target | life_expectancy | nghe-an | 2025'],
  ['ti le che phu rung nghe an giai doan 2021-2025', 'lookup_target | forest_cover | nghe-an | 2021-2025'],
  ['rung lao cai', 'lookup_target | rung | lao-cai | '],
  [
    'Lào Cai có bao nhiêu lượt khách, bao nhiêu bác sĩ trên vạn dân?',
    'lookup_target | tourist_arrivals, doctors_per_10k | lao-cai | ',
  ],
  ['Bao nhiêu phần trăm dân số tham gia BHYT ở Lào Cai?', 'lookup_target | health_insurance_coverage | lao-cai | '],
  ['tỉ lệ đô thị hoá Nghệ An', 'lookup_target | urbanisation_rate | nghe-an | '],
  [
    'Huyện Mường Khương, tỉnh Lào Cai: thu ngân sách 2023?',
    'lookup_target | state_budget_revenue | huyen-muong-khuong | 2023',
  ],
  [
    'lao cai 2024 bao nhieu xa dat ntm va bao nhieu bac si tren van dan',
    'lookup_target | bao nhieu xa dat ntm, doctors_per_10k | lao-cai | 2024',
  ],
  [
    'what is the poverty reduction target of Muong Khuong in 2023?',
    'lookup_target | poverty_reduction | huyen-muong-khuong | 2023',
  ],
];

describe('readQuestion', () => {
  it.each(phrasings)('reads “%s”', (question, expected) => {
    expect(understood(question)).toBe(expected);
  });

  it.each([
    'Tỷ lệ che phủ rừng của Lào Cai năm 2024?',
    'Tỷ lệ hộ nghèo của huyện Mường Khương năm 2023 giảm bao nhiêu?',
    'Tỷ lệ đô thị hóa của Nghệ An đến năm 2025?',
  ])('reads “%s” the same in NFD, with the old placing of tones and with invisible marks', (question) => {
    const expected = understood(question);
    expect(understood(question.normalize('NFD'))).toBe(expected);
    expect(understood(question.replace('hóa', 'hoá'))).toBe(expected);
    expect(understood(`\u200b${question.replaceAll(' ', '\u00a0')}\u0000`)).toBe(expected);
  });

  it.each(['', '   ', '???', '😀😀', '/', '.', '()', '\u0000'])('finds nothing asked in %j', (question) => {
    const { parts, localities, periods } = readQuestion(question, emptyContext, { catalog, reader, today });
    expect([parts, localities, periods]).toEqual([[], [], []]);
  });
});
