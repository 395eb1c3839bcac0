namespace Kehu.Api;

/// <summary>Names of sample enterprises: region, two characters of good meaning, trade and legal form, put together by chance.</summary>
internal static class FirmNames
{
    private static readonly string[] Regions =
    [
        "东江市", "南湖市", "西岭市", "北川县", "临海县", "安河市", "青原市", "云山市", "河东区", "长林市", "新港市", "石桥县", "金水区", "白沙县", "龙口镇", "清溪市",
    ];

    private static readonly string[] First =
    [
        "华", "鑫", "恒", "宏", "瑞", "泰", "隆", "盛", "嘉", "永", "金", "德", "安", "中", "新", "天", "东", "信", "博", "远", "立", "诚", "万", "和", "顺",
    ];

    private static readonly string[] Second =
    [
        "达", "源", "丰", "通", "利", "兴", "昌", "美", "联", "佳", "成", "凯", "康", "润", "辰", "宇", "邦", "航", "洋", "海", "森", "茂", "升", "福", "景",
    ];

    private static readonly string[] Institutions = ["第一中学", "人民医院", "职业技术学院", "供水管理处", "公共交通管理中心", "文化馆"];

    /// <summary>The name of an enterprise.</summary>
    public static string Draw(Firm firm, Dice dice) => firm.Sector == "institution"
        ? dice.OneOf(Regions) + dice.OneOf(Institutions)
        : Company(firm.Industry.Trade, firm.Size == FirmSize.Large ? "集团有限公司" : firm.Size == FirmSize.Medium ? "股份有限公司" : "有限公司", dice);

    /// <summary>The name of a company where persons work.</summary>
    public static string Employer(Dice dice) => Company(FirmIndustry.Draw(dice).Trade, "有限公司", dice);

    private static string Company(string trade, string form, Dice dice) => dice.OneOf(Regions) + dice.OneOf(First) + dice.OneOf(Second) + trade + form;
}
