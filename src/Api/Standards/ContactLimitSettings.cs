using System.Globalization;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Standards;

/// <summary>
/// The contact limits that a bank sets: <c>ContactLimits:PerWeek</c> and <c>ContactLimits:PerMonth</c>, whole numbers. They are read once, at
/// start; a fault stops the start, and so does a standard that cannot be kept within them.
/// </summary>
internal static class ContactLimitSettings
{
    public const string Section = "ContactLimits";

    private const string PerWeek = "PerWeek";

    private const string PerMonth = "PerMonth";

    /// <summary>The limits in force, the usual ones where nothing is set.</summary>
    public static ContactLimits From(IConfiguration configuration, Arr<Standard> standards)
    {
        var section = configuration.GetSection(Section);
        var (week, month) = (Read(section, PerWeek, ContactLimits.Usual.PerWeek), Read(section, PerMonth, ContactLimits.Usual.PerMonth));
        var unread = Unknown(section).Concat(week.FailAsEnumerable()).Concat(month.FailAsEnumerable()).ToList();
        var limits = unread.Count == 0 ? new ContactLimits(week.IfFail(0), month.IfFail(0)) : throw Stopped(unread);
        return limits.Check(standards).Match(Succ: _ => limits, Fail: faults => throw Stopped(faults));
    }

    private static Validation<Fault, int> Read(IConfigurationSection section, string name, int usual) => section[name] switch
    {
        null => usual,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= ContactLimits.Highest => number,
        _ => Fault.At($":{name}", "contact-limits.number", $"write a whole number from 0 to {ContactLimits.Highest}", $"请写 0 至 {ContactLimits.Highest} 之间的整数"),
    };

    /// <summary>A value of the section itself and names that mean nothing, misspelt ones most likely.</summary>
    private static IEnumerable<Fault> Unknown(IConfigurationSection section) =>
        section.GetChildren().Select(child => child.Key)
            .Where(key => !key.Equals(PerWeek, StringComparison.OrdinalIgnoreCase) && !key.Equals(PerMonth, StringComparison.OrdinalIgnoreCase))
            .Select(key => $":{key}")
            .Concat(string.IsNullOrEmpty(section.Value) ? Enumerable.Empty<string>() : Enumerable.Repeat("", 1))
        .Select(at => Fault.At(at, "contact-limits.unknown", $"not known; set {Section}:{PerWeek} and {Section}:{PerMonth}", $"未知的设置；可设 {Section}:{PerWeek} 和 {Section}:{PerMonth}"));

    private static InvalidOperationException Stopped(IEnumerable<Fault> faults) => new(string.Join('\n', faults.Select(fault =>
        $"{Section}{(fault.Place is Place.Pointer(var at) ? at.StartsWith('/') ? $": {at}" : at : "")}: {fault.Detail.En} / {fault.Detail.Zh}")));
}
