/**
 * Verbs of work before a count ("Trang bị 15 máy tính", "Giám sát 03 tổ chức đảng"), as written: folded, many of them would read as nouns
 * ("mở" as "mô hình", "cử" as "củ"). They begin a name only where a count follows; verbs that begin one anywhere stand in `actions`.
 */
const workVerbs =
  'mua|mở(?! đầu)|đóng(?! góp)|trang bị|trang cấp|trao(?! đổi)|tặng|phát(?! triển| sinh| huy| động| hiện| thanh)|ra mắt|giám sát|củng cố|kiện toàn|thanh tra|kiểm toán|rà soát|nghiệm thu|khảo sát|' +
  'điều tra|thẩm định|thẩm tra|nạo vét|gia cố|tu sửa|sửa|lợp|ươm|thả|lát|khoan|vẽ|treo|in|đăng tải|đăng(?! ký)|viết|dựng|chỉnh trang|thí điểm|công bố|cử(?! tri)|cho vay|nhận|đỡ đầu|giúp đỡ|phụng dưỡng|' +
  'thăm|tôn vinh|biểu dương|tuyên truyền|tuyên dương|sưu tầm|phục dựng|bảo tồn|lập|xét xử|truy tố|khởi tố|hòa giải|trợ giúp|phẫu thuật|ký|xúc tiến|đề xuất|đề cử|quy hoạch|luân chuyển|bổ nhiệm|' +
  'gọi|huấn luyện|diễn tập|triệt phá|triệt xóa|thu giữ|trồng(?! trọt)|phun|tiêu hủy|phát quang|khơi thông|thay|bổ sung|lắp|chuyển(?! đổi)|dạy|đối thoại|vận hành|khôi phục|chứng nhận|xác nhận|' +
  'xác minh|ban hành|sáng tác|dàn dựng|biểu diễn|chiếu|ghi hình|thu mua|tiêu thụ|xuất bán|cứu|hiến|quyên góp|ủng hộ|đón|xây|làm|cung ứng|thực hành|tiếp sức|nâng hạng|khai quật|số hóa|xuất bản|' +
  'phát động|phát hiện|điều trị|chăm lo|kết nối|gắn|thi công|giải phóng|bàn giao|di dời|tái định cư|đề nghị|nhận diện|hoàn thiện|phổ biến|trưng bày|triển lãm|đầu tư(?: mới| xây dựng)?';
const opening = new RegExp(`^(?:${workVerbs})(?!\\p{L})`, 'iu');

/** "Đoàn Thanh niên giới thiệu ít nhất 12 đoàn viên": who works, and then the work; what follows is its object. */
const acting =
  /^(?!mỗi )[^,;:]{3,50} (?:giúp(?: đỡ)?|giới thiệu|kết nạp|phát triển|hỗ trợ|đăng ký|nhận đỡ đầu|đỡ đầu|xây dựng|thành lập|trồng|tổ chức|vận động|trao tặng|tặng|thực hiện|đảm nhận|kiểm tra|giám sát|sửa chữa)(?: (?:mới|thêm))?$/iu;

/** Whether a stretch of text opens with a verb of work, or ends with one behind a body that does it. */
export const beginsWithWork = (text: string): boolean => opening.test(text) || acting.test(text);
