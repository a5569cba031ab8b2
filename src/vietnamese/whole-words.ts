/**
 * Words of two syllables one of which, alone, only asks or links ("giao", "mỗi", "cần"): in these it must not be taken for that. "·" parts
 * them. Common words of administration, by the syllable.
 */
const phrases = `
anh hùng · hình ảnh
ban hành · cơ bản · văn bản · bản đồ · biên bản · bán lẻ · bán buôn · bán trú · địa bàn · bạn bè
công bằng · đồng bằng · bằng cấp · bằng khen · văn bằng
bền vững · bến xe · bến cảng
báo chí · địa chỉ · chỉ thị · chỉ đạo · chỉ huy · chi hội · chi bộ · chi ủy · chi đoàn · chi ngân · chi phí · chi trả · chi thường · chi đầu
chung tay · chung sức · chung cư · tiêm chủng · chứng thực · quần chúng
cá nhân · cà phê · cán bộ · căn cứ · cân đối · tiếp cận · cận nghèo · can thiệp · căn nhà · cải cách · cải thiện · cải tạo · cai nghiện
cơ sở · cơ quan · cơ cấu · con người · con nuôi
chữa cháy · chữa bệnh · khám chữa · sửa chữa · cho vay
đa dạng · đăng ký · đăng kiểm · dựng đảng · đảng viên · đảng bộ · đảng ủy · tác đảng
đất đai · nhà đất · hiến đất · dụng đất · giao đất · thuê đất · thu đất · lắp đặt · đặt hàng
đấu thầu · đấu giá · đầu tư · đầu mối · dầu mỏ
đền bù · đèn chiếu
đô thị · tốc độ · mức độ · chế độ · tiến độ · trình độ · nhiệt độ · mật độ · độ tuổi · đô la
đồng bào · đồng bộ · hợp đồng · hội đồng · cộng đồng · lao động · hành động · hoạt động · biến động · động lực · động vật · vận động · bất động
được phép · dược liệu · dược phẩm
giáo dục · giáo viên · tôn giáo · ngoại giao · giao thông · giao dịch · giao lưu · giao đất · giao rừng · bàn giao · chuyển giao · giao nhận
trợ giúp · hỗ trợ · trợ cấp · giữ gìn · giữ rừng
hải quan · hải sản · hải đảo
hoàn thành · hình thành · thành phố · thành lập · thành phần · thành tích · thành viên · thành thị · thành tựu · thanh niên · thanh tra · thanh toán
hôn nhân · kế hoạch · kế toán · kiểm tra · điều tra
mỗi xã · môi trường · môi giới · thôn mới · đổi mới · mức sống · định mức · hạn mức · minh bạch · thông minh · thuyết minh
nhà máy · xe máy · máy móc · máy bay · máy tính · hiến máu
năm nhất · nam giới · nông dân · nguồn vốn · vay vốn
nhà ở · nhà tạm · nhà dột · nhà văn · nhà nước · nhà trẻ · nhà tiêu · nhà vệ · nhà thầu · ngôi nhà · sửa nhà · xây nhà · làm nhà · xóa nhà · căn hộ
nghiệp vụ · dịch vụ · nhiệm vụ · vụ án · mùa vụ
phân biệt · đặc biệt
ra quân · ra mắt · rà soát · sâu bệnh · chuyên sâu
tài nguyên · tài sản · tài chính · tài liệu · tài khoản · tai nạn · vận tải · tái định · tái cơ · tồn tại
tập thể · đoàn thể · có thể · toàn thể · thể thao · thể dục · thể chế · thay thế · thẻ bảo · thẻ căn
theo dõi · thông tin · tin truyền
thi đua · thi hành · hội thi · cuộc thi · kỳ thi · dự thi · thi công · thí điểm · thí nghiệm · thị trấn · thị xã · thị trường
tiền lương · tiền gửi · tiền sử · tiền thuê · tiến độ · tiến sĩ
tội phạm · trẻ em · trồng rừng · trồng trọt · trồng cây
tư pháp · tư nhân · tư liệu · trật tự · tự chủ · tự động · tự nhiên · tự quản · tự vệ · ma túy
văn hóa · vệ sinh · bảo vệ · việc làm · vui chơi · không khí · hàng không · không gian
xã hội · lễ hội · hội viên · hội nghị · hỏi đáp · xem xét
`;

/** Those words as pairs of syllables with their marks, in no order. */
export const wholeWords: readonly string[] = [...new Set(phrases.split(/\n|·/).map((word) => word.trim()))].filter(
  (word) => word !== '',
);
