using System.Globalization;
using Kehu.Domain;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api.Sample;

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

    /// <summary>The outlet and, for most, the manager of a customer.</summary>
    public static (string Outlet, Option<string> Manager) Of(CustomerKind kind, int index, Dice dice, bool whole)
    {
        var together = (index - 1) / (kind == CustomerKind.Personal ? PersonsTogether : FirmsTogether);
        var outlet = (int)((together * OutletsTogether) + dice.Below(OutletsTogether) + 1);
        var manager = (int)(((outlet - 1) * ManagersOfOutlet) + dice.Below(ManagersOfOutlet) + 1);
        return (OutletCode(outlet), whole || dice.Chance(93) ? Some(ManagerCode(manager)) : None);
    }

    private static string OutletCode(int number) => string.Create(CultureInfo.InvariantCulture, $"OUT-{number:D3}");

    private static string ManagerCode(int number) => string.Create(CultureInfo.InvariantCulture, $"M-{number:D4}");
}
