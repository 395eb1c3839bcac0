using System.Globalization;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>
/// The house numbers that a bank sets for its standards: <c>Standards:&lt;standard&gt;:&lt;parameter&gt;</c>, a whole number or true or false.
/// They are read once, at start; a fault stops the start.
/// </summary>
internal static class StandardSettings
{
    public const string Section = "Standards";

    private static readonly Label Form = new($"write {Section}:<standard>:<parameter>=<value>", $"请写成 {Section}:<标准>:<参数>=<值>");

    /// <summary>The shipped standards with the configuration's numbers.</summary>
    public static Validation<SettingFault, StandardBook> From(IConfiguration configuration) => From(configuration, ShippedStandards.All);

    /// <summary>The same of standards that ask for a bank's own fields.</summary>
    public static Validation<SettingFault, StandardBook> From(IConfiguration configuration, Arr<Standard> standards)
    {
        var section = configuration.GetSection(Section);
        var read = section.GetChildren().SelectMany(Of).ToList();
        var bare = string.IsNullOrEmpty(section.Value) ? [] : new[] { Malformed("", Form.En, Form.Zh) };
        var malformed = bare.Concat(read.SelectMany(one => one.LeftToSeq()));
        var settings = new Arr<StandardSetting>(read.SelectMany(one => one.RightToSeq()).ToArray());
        var book = StandardBook.Of(standards, settings);
        var faults = malformed.Concat(book.FailAsEnumerable()).Select(fault => SettingFault.Of(configuration, Section, fault)).ToList();
        return faults.Count == 0
            ? book.IfFail(_ => throw new InvalidOperationException("a book without faults"))
            : Validation<SettingFault, StandardBook>.Fail(Seq(faults.AsEnumerable()).Strict());
    }

    private static IEnumerable<Either<Fault, StandardSetting>> Of(IConfigurationSection standard)
    {
        var parameters = standard.GetChildren().ToList();
        return parameters.Count == 0
            ? [Malformed($"/{Id(standard.Key)}", Form.En, Form.Zh)]
            : parameters.Select(parameter => Of(Id(standard.Key), parameter));
    }

    private static Either<Fault, StandardSetting> Of(string standard, IConfigurationSection parameter) =>
        Value(parameter.Value).Match<Either<Fault, StandardSetting>>(
            Some: value => new StandardSetting(standard, Id(parameter.Key), value),
            None: () => Malformed(
                $"/{standard}/{Id(parameter.Key)}",
                "the value is a whole number of at most 18 digits, or true or false",
                "值须为不超过 18 位的整数，或 true、false"));

    /// <summary>Names of settings are told apart without regard to case, and ids are in small letters.</summary>
    private static string Id(string key) => key.ToLowerInvariant();

    private static Option<StandardValue> Value(string? text) => text switch
    {
        null => None,
        _ when bool.TryParse(text, out var on) => new StandardValue.Flag(on),
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => new StandardValue.Whole(number),
        _ => None,
    };

    private static Fault Malformed(string at, string en, string zh) => Fault.At(at, "standard.setting", en, zh);
}
