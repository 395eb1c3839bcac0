using System.Globalization;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>
/// Outlets and managers of the sample. Four outlets share each 20 000 persons and 2 000 enterprises, so an outlet has about 5 500 customers
/// at any scale and nobody moves when the portfolio grows. Each outlet has eight managers.
/// </summary>
internal static class SampleOrganisation
{
    private const int OutletsTogether = 4;
    private const int ManagersOfOutlet = 8;
    private const int PersonsTogether = 20_000;
    private const int FirmsTogether = 2_000;
    private const int OutletsOfSubBranch = 5;
    private const string Branch = "东江分行";

    private static readonly string[] Places = ["城东", "城西", "城南", "城北", "高新区", "经开区", "滨江", "老城"];

    /// <summary>The outlet and, for most, the manager of a customer.</summary>
    public static (string Outlet, Option<string> Manager) Of(CustomerKind kind, int index, Dice dice, bool whole)
    {
        var together = (index - 1) / (kind == CustomerKind.Personal ? PersonsTogether : FirmsTogether);
        var outlet = (int)((together * OutletsTogether) + dice.Below(OutletsTogether) + 1);
        var manager = (int)(((outlet - 1) * ManagersOfOutlet) + dice.Below(ManagersOfOutlet) + 1);
        return (OutletCode(outlet), whole || dice.Chance(93) ? Some(ManagerCode(manager)) : None);
    }

    /// <summary>The outlets that so many persons and firms are at, as the register has them: five make a sub-branch, all are of one branch.</summary>
    public static IEnumerable<Outlet> Outlets(int persons, int firms) =>
        Enumerable.Range(1, OutletsTogether * Math.Max(((persons - 1) / PersonsTogether) + 1, ((firms - 1) / FirmsTogether) + 1)).Select(Outlet);

    /// <summary>The name is that of the sub-branch with a road: the roads of five that follow each other differ.</summary>
    private static Outlet Outlet(int number)
    {
        var sub = (number - 1) / OutletsOfSubBranch;
        var (place, round) = (Places[sub % Places.Length], sub / Places.Length);
        var name = round == 0 ? place : string.Create(CultureInfo.InvariantCulture, $"{place}第{round + 1}");
        return new Outlet(OutletCode(number), $"{name}支行{Addresses.Roads[(number - 1) % Addresses.Roads.Length]}营业室", Some($"{name}支行"), Some(Branch));
    }

    private static string OutletCode(int number) => string.Create(CultureInfo.InvariantCulture, $"OUT-{number:D3}");

    private static string ManagerCode(int number) => string.Create(CultureInfo.InvariantCulture, $"M-{number:D4}");
}
