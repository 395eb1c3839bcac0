using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>
/// Which fields a bank asks customers' files for: <c>Dossier:&lt;standard&gt;:&lt;class&gt;</c>, codes of fields with semicolons between them.
/// They are read once, at start; a fault stops the start.
/// </summary>
internal static class DossierSettings
{
    public const string Section = "Dossier";

    private static readonly Arr<DossierField> Fields = new(Enum.GetValues<DossierField>());

    private static readonly Label Form = new($"write {Section}:<standard>:<class>=<field>;<field>", $"请写成 {Section}:<标准>:<类别>=<栏目>;<栏目>");

    private static readonly string Codes = string.Join(", ", Fields.Map(field => field.Code()));

    /// <summary>The standards with the configuration's fields.</summary>
    public static Validation<SettingFault, Arr<Standard>> From(IConfiguration configuration, Arr<Standard> standards)
    {
        var section = configuration.GetSection(Section);
        var read = section.GetChildren().SelectMany(standard => Read(configuration, standard)).ToList();
        var bare = string.IsNullOrEmpty(section.Value) ? Seq<SettingFault>() : Seq1(configuration.Wrong(Section, Form.En, Form.Zh));
        var malformed = (bare + read.SelectMany(one => one.LeftAsEnumerable()).ToSeq()).Strict();
        return malformed.IsEmpty
            ? standards.Asking(new Arr<AskedFields>([.. read.SelectMany(one => one.RightAsEnumerable())])).Match(
                Succ: Success<SettingFault, Arr<Standard>>,
                Fail: faults => Validation<SettingFault, Arr<Standard>>.Fail(faults.Map(fault => SettingFault.Of(configuration, Section, fault)).Strict()))
            : Validation<SettingFault, Arr<Standard>>.Fail(malformed);
    }

    private static IEnumerable<Either<SettingFault, AskedFields>> Read(IConfiguration configuration, IConfigurationSection standard)
    {
        var classes = standard.GetChildren().ToList();
        return classes.Count == 0
            ? [configuration.Wrong($"{Section}:{standard.Key}", Form.En, Form.Zh)]
            : classes.Select(one => Read(configuration, standard.Key, one));
    }

    /// <summary>Names of settings are told apart without regard to case, and ids are in small letters.</summary>
    private static Either<SettingFault, AskedFields> Read(IConfiguration configuration, string standard, IConfigurationSection one)
    {
        var fields = (one.Value ?? "").Split(';', StringSplitOptions.TrimEntries).Select(code => Fields.Find(field => field.Code() == code)).ToList();
        return fields.TrueForAll(field => field.IsSome) && fields.Distinct().Count() == fields.Count
            ? new AskedFields(standard.ToLowerInvariant(), one.Key.ToLowerInvariant(), new Arr<DossierField>(fields.Somes().Order()))
            : configuration.Wrong(
                $"{Section}:{standard}:{one.Key}",
                $"write different fields with semicolons between them, at least one of {Codes}",
                $"请写互不相同的栏目，以分号分隔，至少一个：{Codes}");
    }
}
