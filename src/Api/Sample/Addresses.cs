using System.Globalization;

namespace Kehu.Api;

/// <summary>Addresses that are nowhere: invented cities, generic districts and roads.</summary>
internal static class Addresses
{
    private static readonly string[] Cities = ["东江市", "南湖市", "西岭市", "安河市", "青原市", "云山市", "长林市", "新港市", "清溪市"];

    private static readonly string[] Districts = ["城东区", "城西区", "城南区", "城北区", "高新区", "经开区", "滨江区", "老城区"];

    /// <summary>Names of roads that any town has.</summary>
    public static readonly string[] Roads =
    [
        "人民路", "解放路", "建设路", "中山路", "和平路", "新华路", "文化路", "胜利路", "朝阳路", "长江路", "黄河路", "青年路",
        "团结路", "学院路", "育才路", "迎宾大道", "滨河路", "花园路", "工业路", "前进路", "幸福路", "光明路", "站前路", "湖滨路",
    ];

    /// <summary>A home: road, number, building and flat.</summary>
    public static string Home(Dice dice) => string.Create(
        CultureInfo.InvariantCulture, $"{Road(dice)}{dice.Between(1, 399)}号{dice.Between(1, 30)}栋{dice.Between(1, 28)}0{dice.Between(1, 6)}室");

    /// <summary>A place of business: road and number.</summary>
    public static string Business(Dice dice) => string.Create(CultureInfo.InvariantCulture, $"{Road(dice)}{dice.Between(1, 1_200)}号");

    private static string Road(Dice dice) => dice.OneOf(Cities) + dice.OneOf(Districts) + dice.OneOf(Roads);
}
