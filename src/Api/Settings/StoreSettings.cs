using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>Where the store lies, and of which kind it is to be: none is the file's, LiteDB's where there is none yet.</summary>
internal sealed record StoreSettings(string Path, Option<StoreKind> Kind)
{
    /// <summary>The setting that names the store's file, and its default.</summary>
    public const string PathSetting = "Store:Path";

    public const string DefaultPath = "data/kehu.db";

    /// <summary>The setting that names the kind.</summary>
    public const string KindSetting = "Store:Kind";

    /// <summary>The settings, or everything wrong with them.</summary>
    public static Validation<SettingFault, StoreSettings> From(IConfiguration configuration)
    {
        var (path, kind) = (configuration.File(PathSetting, DefaultPath), configuration.OneOf(KindSetting, StoreKinds.All, kind => kind.Name));
        var faults = toSeq(path.FailAsEnumerable().Concat(kind.FailAsEnumerable())).Strict();
        return faults.IsEmpty
            ? new StoreSettings(path.IfFail(""), kind.IfFail(None))
            : Validation<SettingFault, StoreSettings>.Fail(faults);
    }
}
