using System.Globalization;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>
/// How sample customers can be reached: nobody really. Mobile numbers have the right length and begin 100 00, which no network has,
/// telephone numbers have the area code 000, which is none, and e-mail goes to example.com (RFC 2606).
/// </summary>
internal static class Contacts
{
    public static Contact Of(Person person, CustomerId id, Dice dice, bool whole) => new(
        Mobile(dice, whole ? 100 : 94),
        Maybe(dice, whole ? 100 : 16, Telephone),
        EMail(id, dice, whole ? 100 : 35),
        Maybe(dice, whole ? 100 : 78, Addresses.Home),
        person.Work.Employed ? Maybe(dice, whole ? 100 : 72, FirmNames.Employer) : None);

    public static Contact Of(CustomerId id, Dice dice, bool whole) => new(
        Mobile(dice, whole ? 100 : 80),
        Maybe(dice, whole ? 100 : 70, Telephone),
        EMail(id, dice, whole ? 100 : 75),
        Maybe(dice, whole ? 100 : 92, Addresses.Business),
        None);

    private static Option<string> Mobile(Dice dice, int percent) =>
        Maybe(dice, percent, draw => string.Create(CultureInfo.InvariantCulture, $"10000{draw.Below(1_000_000):D6}"));

    private static string Telephone(Dice dice) => string.Create(CultureInfo.InvariantCulture, $"000-{dice.Between(20_000_000, 89_999_999)}");

    private static Option<string> EMail(CustomerId id, Dice dice, int percent) => Maybe(dice, percent, _ => $"{id.Value.ToLowerInvariant()}@example.com");

    private static Option<string> Maybe(Dice dice, int percent, Func<Dice, string> text) => dice.Chance(percent) ? Some(text(dice)) : None;
}
