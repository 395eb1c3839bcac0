namespace Kehu.Api;

/// <summary>Names of sample persons: common surnames and given names, put together by chance.</summary>
internal static class PersonNames
{
    private static readonly string[] Surnames =
    [
        "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡", "郭", "何", "林", "高", "罗",
        "郑", "梁", "谢", "宋", "唐", "许", "韩", "冯", "邓", "曹", "彭", "曾", "肖", "田", "董", "袁", "潘", "于", "蒋", "蔡",
        "余", "杜", "叶", "程", "苏", "魏", "吕", "丁", "任", "沈", "姚", "卢", "姜", "崔", "钟", "谭", "陆", "汪", "范", "金",
        "石", "廖", "贾", "夏", "韦", "付", "方", "白", "邹", "孟", "熊", "秦", "邱", "江", "尹", "薛", "闫", "段", "雷", "侯",
        "龙", "史", "陶", "黎", "贺", "顾", "毛", "郝", "龚", "邵", "万", "钱", "严", "覃", "武", "戴", "莫", "孔", "欧阳", "上官",
    ];

    private static readonly string[] Female =
    [
        "秀英", "桂兰", "玉梅", "静", "敏", "丽", "艳", "娟", "芳", "霞", "婷", "雪", "莉", "颖", "洁", "慧", "琳", "蕾", "梦琪", "雨桐",
        "欣怡", "思涵", "佳慧", "晓燕", "春梅", "海燕", "红梅", "淑珍", "凤英", "月华", "美玲", "文静", "诗涵", "雅婷", "晓琳", "丹", "倩", "瑶", "萍", "燕",
    ];

    private static readonly string[] Male =
    [
        "伟", "强", "磊", "军", "勇", "杰", "涛", "超", "明", "刚", "平", "辉", "鹏", "华", "飞", "鑫", "波", "斌", "宇", "浩",
        "建国", "建华", "志强", "国强", "文斌", "俊杰", "子轩", "浩然", "宇航", "晓东", "海波", "永强", "立新", "德明", "家豪", "志远", "天佑", "嘉伟", "振华", "卫东",
    ];

    /// <summary>A name that goes with a gender; unstated leaves it to chance.</summary>
    public static string Draw(string gender, Dice dice)
    {
        var female = gender == "female" || (gender != "male" && dice.Chance(50));
        return dice.OneOf(Surnames) + dice.OneOf(female ? Female : Male);
    }
}
