/** "Hằng năm, …", "Trước ngày 15/6, …", "Căn cứ …, …": what stands before who has to act. */
export const timeOpening =
  /^(?:Căn cứ (?:vào )?(?:chức năng|nhiệm vụ|tình hình|điều kiện|nội dung|kế hoạch)[^.;:]{0,140}?,\s(?=(?:các|những|UBND|[UỦ][yỷ] ban|Sở|Thủ trưởng|Giám đốc|Chủ tịch|đơn vị)(?!\p{L}))|(?:Định kỳ|Hằng|Hàng|Mỗi|Sáu tháng|Trước|Chậm nhất|Trong|Vào|Từ|Đến|Sau|Khi|Kết thúc|Căn cứ|Trên cơ sở|Theo|Ngoài ra|Bên cạnh đó|Về|Chương trình|Phong trào|Cuộc thi|Hội thi|Riêng đối với|Đối với|Cuối|Để|Nhằm|Ngày|Tháng|Quý|6 tháng|hằng|hàng|định kỳ|trước|chậm nhất|vào|ngày|6 tháng|năm)(?!\p{L})[^,]{0,140},\s(?=[\p{L}\d]))/u;
/** "Chế độ báo cáo: …" in front of the sentence. */
export const labelOpening = /^\p{Lu}[^:;,.]{2,50}:\s(?=\p{L})/u;
