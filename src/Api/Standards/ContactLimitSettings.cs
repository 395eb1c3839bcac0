using LanguageExt;

namespace Kehu.Api;

/// <summary>
/// The contact limits that a bank sets: <c>ContactLimits:PerWeek</c> and <c>ContactLimits:PerMonth</c>, whole numbers. They are read once, at
/// start; a fault stops the start, and so does a standard that cannot be kept within them.
/// </summary>
internal static class ContactLimitSettings
{
    public const string Section = "ContactLimits";

    public const string PerWeek = "PerWeek";

    public const string PerMonth = "PerMonth";

    /// <summary>The limits in force, the usual ones where nothing is set.</summary>
    public static Validation<SettingFault, ContactLimits> From(IConfiguration configuration, Arr<Standard> standards)
    {
        var (week, month) = (Read(configuration, PerWeek, ContactLimits.Usual.PerWeek), Read(configuration, PerMonth, ContactLimits.Usual.PerMonth));
        var unread = Prelude.Seq(Unknown(configuration).Concat(week.FailAsEnumerable()).Concat(month.FailAsEnumerable())).Strict();
        if (!unread.IsEmpty)
        {
            return Validation<SettingFault, ContactLimits>.Fail(unread);
        }

        var limits = new ContactLimits(week.IfFail(0), month.IfFail(0));
        return limits.Check(standards).Match(
            Succ: _ => limits,
            Fail: faults => Validation<SettingFault, ContactLimits>.Fail(faults.Map(Impossible).Strict()));
    }

    private static Validation<SettingFault, int> Read(IConfiguration configuration, string name, int usual) =>
        configuration.Whole($"{Section}:{name}", usual, 0, ContactLimits.Highest).Map(number => (int)number);

    /// <summary>A value of the section itself and names that mean nothing, misspelt ones most likely.</summary>
    private static IEnumerable<SettingFault> Unknown(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        return section.GetChildren().Select(child => child.Key)
            .Where(key => !key.Equals(PerWeek, StringComparison.OrdinalIgnoreCase) && !key.Equals(PerMonth, StringComparison.OrdinalIgnoreCase))
            .Select(key => $"{Section}:{key}")
            .Concat(string.IsNullOrEmpty(section.Value) ? [] : [Section])
            .Select(name => configuration.Wrong(
                name, $"not known; set {Section}:{PerWeek} and {Section}:{PerMonth}", $"未知的设置；可设 {Section}:{PerWeek} 和 {Section}:{PerMonth}"));
    }

    private static SettingFault Impossible(Fault fault) =>
        new(fault.Place is Place.Pointer(var at) ? $"{Section}: {at}" : Section, Option<string>.None, fault.Detail);
}
