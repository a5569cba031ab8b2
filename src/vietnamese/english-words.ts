/**
 * English words of questions and what directives say for them: "english = tiếng Việt", pairs parted by "·". Written in the singular and
 * the plain form; longer phrases win. An empty right side: a word that carries a question and names nothing.
 */
export const englishPhrases = `
deadline = thời hạn báo cáo · report = báo cáo · emulation movement = phong trào thi đua · emulation = thi đua · movement = phong trào
commendation = khen thưởng · reward = khen thưởng · directive = chỉ thị · resolution = nghị quyết · decision = quyết định · theme = chủ đề
slogan = khẩu hiệu · topic = chủ đề · breakthrough = đột phá · pillar = trụ cột · task = nhiệm vụ · solution = giải pháp
responsible = chịu trách nhiệm · signed = ký · issued = ban hành · and = và · or = hoặc
trained labour = lao động qua đào tạo · trained labor = lao động qua đào tạo · trained worker = lao động qua đào tạo
vocational training = đào tạo nghề · labour = lao động · labor = lao động · worker = lao động · workforce = lực lượng lao động
new job = việc làm mới · job = việc làm · employment = việc làm · unemployment = thất nghiệp · labour export = xuất khẩu lao động
poor household = hộ nghèo · poverty = hộ nghèo · near poor household = hộ cận nghèo · near poverty = hộ cận nghèo · household = hộ
ethnic minority = dân tộc thiểu số · ethnic = dân tộc · multidimensional = đa chiều
forest cover = che phủ rừng · forest = rừng · tree = cây · plant = trồng · afforestation = trồng rừng
budget revenue = thu ngân sách · state budget = ngân sách nhà nước · budget = ngân sách · revenue = thu · expenditure = chi · tax = thuế
domestic revenue = thu nội địa · spending = chi · public investment = đầu tư công · disbursement = giải ngân · disburse = giải ngân
economic growth = tăng trưởng kinh tế · gdp growth = tăng trưởng GDP · grdp growth = tăng trưởng GRDP · economy = kinh tế
economic structure = cơ cấu kinh tế · economic = kinh tế · per capita = bình quân đầu người · per person = bình quân đầu người
income = thu nhập · investment = vốn đầu tư · total social investment = tổng vốn đầu tư toàn xã hội · foreign = nước ngoài · capital = vốn
export turnover = kim ngạch xuất khẩu · export = xuất khẩu · import = nhập khẩu · turnover = kim ngạch · trade = thương mại · retail = bán lẻ
retail sale = bán lẻ hàng hóa · productivity = năng suất · labour productivity = năng suất lao động · inflation = lạm phát
international tourist = khách quốc tế · foreign tourist = khách quốc tế · international visitor = khách quốc tế
foreign visitor = khách quốc tế · domestic tourist = khách nội địa · domestic visitor = khách nội địa · domestic = nội địa
tourist = khách du lịch · visitor = khách · visit = lượt khách · tourism revenue = thu từ du lịch · tourism = du lịch · hotel room = phòng lưu trú
room = phòng · stay = lưu trú · length of stay = ngày lưu trú bình quân · average length of stay = ngày lưu trú bình quân · hotel = khách sạn
health insurance = bảo hiểm y tế · social insurance = bảo hiểm xã hội · unemployment insurance = bảo hiểm thất nghiệp · insurance = bảo hiểm
voluntary social insurance = bảo hiểm xã hội tự nguyện · voluntary = tự nguyện · hospital bed = giường bệnh · hospital = bệnh viện
doctor = bác sĩ · physician = bác sĩ · patient = người bệnh · child = trẻ em · children = trẻ em · malnutrition = suy dinh dưỡng
stunting = suy dinh dưỡng thấp còi · vaccination = tiêm chủng · vaccinated = tiêm chủng · health station = trạm y tế · health = y tế
life expectancy = tuổi thọ · population growth = tăng dân số · population = dân số · people = người dân · birth = sinh
school = trường · national standard school = trường đạt chuẩn quốc gia · national standard = chuẩn quốc gia · standard = chuẩn · meet = đạt
kindergarten = mầm non · preschool = mầm non · primary = tiểu học · secondary = trung học · high school = trung học phổ thông
graduation = tốt nghiệp · pupil = học sinh · student = học sinh · teacher = giáo viên · education = giáo dục · class = lớp · classroom = phòng học
new rural = nông thôn mới · new style rural = nông thôn mới · new rural area = nông thôn mới · new rural development = xây dựng nông thôn mới · advanced new rural = nông thôn mới nâng cao
model new rural = nông thôn mới kiểu mẫu · advanced = nâng cao · rural = nông thôn · urban = đô thị · commune = xã · ward = phường
district = huyện · village = thôn · hamlet = thôn · criteria = tiêu chí · criterion = tiêu chí
clean water = nước sạch · hygienic water = nước hợp vệ sinh · water = nước · waste = chất thải · solid waste = chất thải rắn
household waste = chất thải rắn sinh hoạt · domestic waste = chất thải rắn sinh hoạt · rubbish = rác · garbage = rác · wastewater = nước thải
collect = thu gom · treat = xử lý · pollution = ô nhiễm · environment = môi trường · environmental = môi trường
cooperative = hợp tác xã · enterprise = doanh nghiệp · business = doanh nghiệp · company = doanh nghiệp · new enterprise = doanh nghiệp thành lập mới
new business = doanh nghiệp thành lập mới · new cooperative = thành lập mới hợp tác xã · establish = thành lập · small and medium = nhỏ và vừa
urbanisation = đô thị hóa · urbanization = đô thị hóa · electricity = điện · power = điện · social housing = nhà ở xã hội · housing = nhà ở
house = nhà · temporary house = nhà tạm · apartment = căn hộ · unit = căn · road = đường · rural road = đường giao thông nông thôn
national highway = quốc lộ · expressway = cao tốc · highway = quốc lộ · paved = cứng hóa · concrete = bê tông hóa · irrigation = tưới
irrigated = tưới · canal = kênh mương · bridge = cầu
party member = đảng viên · new party member = kết nạp đảng viên · admit = kết nạp · party cell = chi bộ · party = đảng · member = hội viên
public service = dịch vụ công · online public service = dịch vụ công trực tuyến · online payment = thanh toán trực tuyến · online = trực tuyến
administrative procedure = thủ tục hành chính · administrative reform = cải cách hành chính · administrative = hành chính
application = hồ sơ · dossier = hồ sơ · on time = đúng hạn · digital transformation = chuyển đổi số · digital economy = kinh tế số
digital signature = chữ ký số · digitally signed = ký số · digital = số · digitise = số hóa · digitize = số hóa · digitised = số hóa · digitized = số hóa
cashless payment = thanh toán không dùng tiền mặt · payment = thanh toán · document = văn bản · state agency = cơ quan nhà nước · agency = cơ quan
internet = internet · satisfaction = hài lòng · satisfied = hài lòng · score = điểm · point = điểm · rank = xếp hạng · ranking = xếp hạng · index = chỉ số
crime = tội phạm · case = vụ · solved = khám phá · traffic accident = tai nạn giao thông · accident = tai nạn · traffic = giao thông
traffic safety = an toàn giao thông · death = người chết · killed = người chết · injured = người bị thương · helmet = mũ bảo hiểm
wear = đội · drug = ma túy · recruit = tuyển quân · military = quân sự · fire = cháy
food = lương thực · grain = lương thực có hạt · rice = lúa · coffee = cà phê · crop = cây trồng · cattle = trâu bò · buffalo = trâu · cow = bò · pig = lợn
livestock = gia súc · poultry = gia cầm · seafood = thủy sản · fishery = thủy sản · aquatic = thủy sản · shrimp = tôm · fish = cá
agricultural = nông nghiệp · agriculture = nông nghiệp · forestry = lâm nghiệp · industrial production = sản xuất công nghiệp
industry = công nghiệp · industrial = công nghiệp · industrial park = khu công nghiệp · industrial cluster = cụm công nghiệp
construction = xây dựng · service = dịch vụ · production = sản xuất · output = sản lượng · yield = năng suất · product = sản phẩm · processing = chế biến
area = diện tích · cultural family = gia đình văn hóa · cultural = văn hóa · culture = văn hóa · family = gia đình · sport = thể thao
residential area = khu dân cư · urban area = đô thị · rural area = nông thôn · scheme = đề án · project = dự án · programme = chương trình · program = chương trình
due = thời hạn · lead = chủ trì · leads = chủ trì · cover = phủ · covered = phủ · 5g = 5G · treatment = xử lý · collection = thu gom · treated = xử lý · collected = thu gom
completion = hoàn thành · deadline = thời hạn · did = · do = · does = · what = · by = · be = · social housing unit = căn nhà ở xã hội · marine economy = kinh tế biển · sea = biển · coast = ven biển
cut = giảm · reduce = giảm · decrease = giảm · lower = giảm · fall = giảm · reduction = giảm · increase = tăng · grow = tăng · growth = tăng trưởng
rise = tăng · raise = tăng · share = tỷ lệ · rate = tỷ lệ · percentage = tỷ lệ · proportion = tỷ lệ · coverage = tỷ lệ bao phủ
percent = phần trăm · average = bình quân · number = số · total = tổng số · amount = số · new = mới · day = ngày · hectare = ha · tonne = tấn · ton = tấn
kilometre = km · kilometer = km · million = triệu · billion = tỷ · result = kết quả · achieve = đạt · achieved = đạt được · result achieved = kết quả đạt được
per 10,000 people = trên vạn dân · per 10,000 inhabitants = trên vạn dân · per 10,000 = trên vạn dân · per 10.000 = trên vạn dân
how many = bao nhiêu · how much = bao nhiêu · what percent = bao nhiêu phần trăm · what percentage = bao nhiêu phần trăm · which = nào · who = ai · when = khi nào
target = · goal = · plan = · term = · year = · province = · provincial = · city = · set = · aim = · must = · level = · current = · annual = · value = · indicator =
create = · produce = · reach = · attain = · provide = · make = · build = · have = · has = · complete = · get = · say = · about = · between = · state = nhà nước
receive = đón · welcome = đón · attract = thu hút · open = · should = · need = · expect = · expected = · national assembly = · council = · committee = · government = · own =
`;
