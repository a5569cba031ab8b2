/** Words of duties, on NFC text; small letters keep them apart from names ("Sở Giáo dục", "Ban Tổ chức", "Ủy ban Kiểm tra"). */

/** Where what a body has to do begins, behind its name. */
export const dutyVerb =
  /(?<!\p{L})(?<!(?:được|chưa|không) )(?:chủ trì|dự thảo|kiểm soát|họp|chủ động|phối hợp|theo dõi|kiểm tra|đôn đ[ốô]c|tổng hợp|báo cáo|gửi|gởi|xây dựng(?! Đảng)|ban hành|hoàn thành|hoàn thiện|triển khai|thực hiện|căn cứ|có trách nhiệm|chịu trách nhiệm|tham mưu|hướng dẫn|được giao|tiến hành|có ý kiến|tham gia|bàn giao|khởi công|nghiệm thu|lấy ý kiến|hoàn tất|sắp xếp|bố trí|thẩm tra|niêm yết|công khai|lắp đặt|duy tu|nâng cấp|sửa chữa|trồng|gieo|chi trả|đối chiếu|kê khai|lựa chọn|hỗ trợ|ưu tiên|bảo đảm|đảm bảo|áp dụng|lồng ghép|phổ biến|nhân rộng|phát huy|huy động|tạo điều kiện|chấn chỉnh|siết chặt|kịp thời|giải quyết|giải t(?:ỏa|oả)|giải ngân|đưa|kết nạp|lãnh đạo|chỉ đạo|cụ thể hóa|cụ thể hoá|rà soát|kiện toàn|định kỳ|hằng (?:tu[ầâ]n|tháng|quý|năm)|hàng (?:tu[ầâ]n|tháng|quý|năm)|tăng cường|nộp|giải trình|(?<!chương |lộ |quy |quá |công |giáo |hành |tờ |thuyết |truyền |giải )trình|(?<!công |dân |độc |tư )lập|đăng ký|cập nhật|giúp|thường xuyên|cân đối|bố trí|chuẩn bị|phải|cần|tiếp tục|khẩn trương|nghiêm túc|đồng thời|tập trung|giao(?! thông| dịch| ước| lưu| ban)|ký|phân công|thành lập|quán triệt|đánh giá|tổng kết|sơ kết|thống kê|cung cấp|đề xuất|đề ra|làm đầu mối|là cơ quan|là đầu mối|trên cơ sở|theo chức năng|phê duyệt|thẩm định|công bố|chấm điểm|bình xét|khắc phục|xử lý|tuyên truyền|vận động|phân bổ|phân khai|thanh toán|đẩy nhanh|đẩy mạnh|duy trì|nâng cao|giám sát|sẵn sàng|tổ chức (?!chính trị|xã hội|đảng|kinh tế|thành viên|,|và |có liên quan|liên quan|đoàn thể)|mở|phát động|ra quân|hưởng ứng|thông báo|xác định|sửa đổi|bổ sung|cam kết|kết luận|(?:tiếp )?nhận (?:bài|hồ sơ|đăng ký)|thông xe|hợp long|di dời|thi công|cắm mốc|đền bù|bồi thường|tuyển dụng|sáp nhập|giải thể|trang bị|mua sắm|nạo vét|khơi thông|xuống giống|chạy thử|đóng điện|phủ sóng|số hóa|số hoá|nhập liệu|đồng bộ|tích hợp|hiệp thương|xét tuyển|tuyển sinh|chấm thi|khánh thành|thẩm tra|cấp giấy|cấp đổi|chậm nhất|trước ngày|xong|: )/u;

/** Verbs of sending or reporting; capitalised where they open a sentence. */
export const sendingVerb =
  /(?<!\p{L})(?:[Bb]áo cáo|[Gg][ửở]i|(?:[Gg]iải )?(?<![Cc]hương |[Ll]ộ |[Qq]uy |[Qq]uá |[Cc]ông |[Gg]iáo |[Hh]ành |[Tt]ờ |[Tt]huyết |[Tt]ruyền )[Tt]rình|[Nn]ộp|[Đđ]ăng ký|[Cc]ung cấp|[Pp]hản hồi|[Gg]óp ý|[Tt]ham gia ý kiến|[Tt]rả lời|[Pp]húc đáp|[Cc]ó ý kiến|[Tt]hông báo|[Đđ]ề xuất|[Cc]ập nhật|[Tt]ổng hợp)(?!\p{L})/gu;

/** A verb of sending at the head of a text, all its syllables. */
export const leadingVerb =
  /^(?:báo cáo|đăng ký|cung cấp|phản hồi|góp ý|tham gia ý kiến|thông báo|đề xuất|cập nhật|tổng hợp|trả lời|phúc đáp|có ý kiến|giải trình|\S+)/iu;

/** Before these "báo cáo" is a paper, not an act. */
const paperBefore =
  /(?<!\p{L})(?:theo|tại|trong|các|những|bản|chế độ|hệ thống|mẫu|biểu mẫu|nội dung|số liệu|(?<!định )kỳ|(?<!(?:tổ|đoàn) )công tác|thông tin|xây dựng|thời hạn|thời gian|dự thảo|gửi|nộp|lập|hoàn thiện|thẩm tra|căn cứ|xét|nghe|qua|đề cương|của|về|dữ liệu|thông tin,|chế độ thông tin và|lấy số liệu|chốt số liệu) $/iu;
const paperAfter =
  /^ (?:số \d|số:|viên|của (?!mình)|này|đánh giá tác động|tài chính|chính trị|thuế|thẩm (?:định|tra)|kinh tế|nghiên cứu|khả thi|tổng kết lý luận|chuyên đề tại|thường niên)/iu;

/** Whether the "báo cáo" at an offset is the act. */
export function isActOfReporting(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 22), at);
  const after = text.slice(at + 'báo cáo'.length, at + 40);
  if (paperAfter.test(after)) return false;
  return !paperBefore.test(before.replace(/(?:Sở|Bộ|Phòng) Xây dựng $/u, ''));
}

/** Verbs of work that has an end. */
export const finishingVerb =
  /(?<!\p{L})(?:hoàn thành|hoàn thiện|xong|hoàn tất|kết thúc|ban hành|xây dựng|tổ chức|triển khai|kiện toàn|rà soát|kiểm tra|phê duyệt|khắc phục|thành lập|giao|ký|tham mưu|chấm điểm|bình xét|khởi công|bàn giao|lập|công bố|đánh giá|sơ kết|tổng kết|xử lý|giải quyết|phân bổ|quyết toán|nghiệm thu|đưa vào|cụ thể hóa|cụ thể hoá|xác định|sửa đổi|bổ sung|thu hồi|chi trả|lấy ý kiến|thẩm định|bố trí|hướng dẫn|quán triệt|chuẩn bị|phát động|thực hiện|giải phóng|giải ngân|thu hoạch|gieo|trồng|tiêm|nâng cấp|mở|vận hành|kết nối|đấu thầu|lựa chọn|đăng ký|xóa|di dời|diễn tập|tập huấn|trực ban|đóng cửa|chấm dứt|thu gom|tháo dỡ|khôi phục|giải t(?:ỏa|oả)|thông xe|hợp long|di dời|thi công|cắm mốc|đền bù|bồi thường|tuyển dụng|sáp nhập|giải thể|trang bị|mua sắm|nạo vét|khơi thông|xuống giống|chạy thử|đóng điện|phủ sóng|số hóa|số hoá|nhập liệu|đồng bộ|tích hợp|hiệp thương|xét tuyển|tuyển sinh|chấm thi|khánh thành|thẩm tra|cấp giấy|cấp đổi)(?!\p{L})/iu;

/** What was done, is forecast, or is a goal with a figure: no deadline. */
export const resultWords =
  /(?<!\p{L})(?:đã (?:được )?(?:hoàn thành|báo cáo|gửi|ban hành|tổ chức|xây dựng|triển khai|thực hiện|trình|giải ngân|có|đạt)|ước đạt|ước thực hiện|theo báo cáo|tính đến|lũy kế|sẽ có|so với cùng kỳ|kỷ niệm)(?!\p{L})/iu;
export const targetWords =
  /\d ?%|tỷ lệ|tỉ lệ|(?<!\p{L})phấn đấu(?!\p{L})|chỉ số[^,;]{0,40}(?:đạt|tăng|lên)(?!\p{L})|đạt (?:trên|từ|tối thiểu|ít nhất|khoảng|\d)/iu;

/** A date that says when something is in force, was born, counted or done: a condition. */
export const conditionBefore =
  /(?:hiệu lực(?: thi hành)?(?: kể)?(?: từ| đến)?|sinh|kể từ|tính từ|tính đến|(?:văn bản|nghị quyết|thông tư|nghị định|quy định|dự án|đề án|giấy phép|chứng chỉ|hồ sơ|công trình|hợp đồng|đối tượng|người|danh mục)(?: [^,;]{1,30})? (?:ban hành|phê duyệt|công nhận|cấp phép)|tuyển dụng|phát sinh|chốt số liệu[^;]{0,40}|lấy số liệu[^;]{0,40}|có hiệu lực[^;]{0,40}|được (?:thành lập|cấp|công nhận|tuyển dụng|ban hành|phê duyệt|ký|giao kết|tạo lập|xây dựng|đầu tư|bổ nhiệm|kết nạp)(?: \S+){0,3})$/iu;

/** "nếu có khó khăn, vướng mắc … báo cáo …": owed only when something goes wrong. */
export const conditionalDuty = /(?<!\p{L})(?:nếu có|nếu|vướng mắc|phát sinh|trường hợp)(?!\p{L})/iu;
