//! The names of the first level: 34 in today's spelling, three of them also in traditional characters.

use super::glyph;

pub struct Province {
    pub short: &'static str,
    /// What makes the short name the full one.
    rest: &'static str,
    /// ISO code of the place itself: Hong Kong, Macao and Taiwan have their own.
    pub country: &'static str,
    /// Prefecture cities that people often write without 市 or without their province. Far from all.
    cities: &'static str,
}

const fn province(
    short: &'static str,
    rest: &'static str,
    country: &'static str,
    cities: &'static str,
) -> Province {
    Province { short, rest, country, cities }
}

const PROVINCES: [Province; 37] = [
    province("北京", "市", "CN", ""),
    province("天津", "市", "CN", ""),
    province("上海", "市", "CN", ""),
    province("重庆", "市", "CN", ""),
    province("河北", "省", "CN", "石家庄|唐山|保定|邯郸|廊坊|沧州|秦皇岛|张家口"),
    province("山西", "省", "CN", "太原|大同|临汾"),
    province("内蒙古", "自治区", "CN", "呼和浩特|包头|鄂尔多斯|呼伦贝尔|巴彦淖尔|乌兰察布"),
    province("辽宁", "省", "CN", "沈阳|大连|鞍山|葫芦岛"),
    province("吉林", "省", "CN", "长春"),
    province("黑龙江", "省", "CN", "哈尔滨|大庆|齐齐哈尔|牡丹江|佳木斯"),
    province("江苏", "省", "CN", "南京|苏州|无锡|常州|南通|徐州|扬州|盐城|镇江|泰州|连云港"),
    province("浙江", "省", "CN", "杭州|宁波|温州|嘉兴|湖州|绍兴|金华|台州|丽水|衢州|舟山"),
    province("安徽", "省", "CN", "合肥|芜湖|阜阳|蚌埠|安庆|马鞍山"),
    province("福建", "省", "CN", "福州|厦门|泉州|漳州|莆田"),
    province("江西", "省", "CN", "南昌|赣州|九江|上饶|景德镇"),
    province("山东", "省", "CN", "济南|青岛|烟台|潍坊|临沂|济宁|淄博|威海"),
    province("河南", "省", "CN", "郑州|洛阳|南阳|新乡|平顶山|三门峡|驻马店"),
    province("湖北", "省", "CN", "武汉|宜昌|襄阳|荆州"),
    province("湖南", "省", "CN", "长沙|株洲|衡阳|岳阳|常德|张家界"),
    province("广东", "省", "CN", "广州|深圳|东莞|佛山|中山|惠州|珠海|汕头|江门|湛江|揭阳"),
    province("广西", "壮族自治区", "CN", "南宁|桂林|柳州|防城港"),
    province("海南", "省", "CN", "海口|三亚"),
    province("四川", "省", "CN", "成都|绵阳|德阳|宜宾|南充|攀枝花"),
    province("贵州", "省", "CN", "贵阳|遵义|六盘水"),
    province("云南", "省", "CN", "昆明|曲靖"),
    province("西藏", "自治区", "CN", "拉萨|日喀则"),
    province("陕西", "省", "CN", "西安|咸阳|宝鸡"),
    province("甘肃", "省", "CN", "兰州|嘉峪关"),
    province("青海", "省", "CN", "西宁"),
    province("宁夏", "回族自治区", "CN", "银川"),
    province("新疆", "维吾尔自治区", "CN", "乌鲁木齐|克拉玛依"),
    province("香港", "特别行政区", "HK", ""),
    province("澳门", "特别行政区", "MO", ""),
    province("澳門", "特別行政區", "MO", ""),
    province("台湾", "省", "TW", ""),
    province("台灣", "", "TW", ""),
    province("臺灣", "", "TW", ""),
];

impl Province {
    pub fn name(&self) -> String {
        let mut name = String::from(self.short);
        name.push_str(self.rest);
        name
    }

    /// A city directly under the government, which is its own prefecture.
    pub fn is_municipality(&self) -> bool {
        self.rest == "市"
    }

    /// The known city that stands at `at`, and the position behind its short name.
    pub fn city_at(&self, text: &[char], at: usize) -> Option<usize> {
        let end = glyph::any_at(text, at, self.cities).filter(|end| *end > at)?;
        // 长沙县 lies beside the city of 长沙.
        let is_county = matches!(text.get(end), Some('县' | '区'));
        (!is_county && !names_a_street(text, end)).then_some(end)
    }
}

/// Whether the name that ends here is only a street's: 湖南路, 南京西路.
fn names_a_street(text: &[char], end: usize) -> bool {
    text[end..].iter().take(2).any(|c| matches!(c, '路' | '街' | '道' | '巷' | '弄'))
}

/// The province whose name stands at `at`, short or full, and the position behind it.
pub fn at(text: &[char], at: usize) -> Option<(&'static Province, usize)> {
    PROVINCES.iter().find_map(|province| {
        let end = glyph::word_at(text, at, province.short)?;
        for rest in [province.rest, "自治区", "特別行政區"] {
            if let Some(full) = glyph::word_at(text, end, rest).filter(|full| *full > end) {
                return Some((province, full));
            }
        }
        (!names_a_street(text, end)).then_some((province, end))
    })
}

/// The known city that stands at `at`, with its province and the position behind its short name.
pub fn city_at(text: &[char], at: usize) -> Option<(&'static Province, usize)> {
    PROVINCES.iter().find_map(|province| Some((province, province.city_at(text, at)?)))
}
