using System.Globalization;
using LanguageExt;

namespace Kehu.Api;

/// <summary>
/// Reads one setting of the command line, the environment or appsettings.json; one that is left out has its usual value, a bad one is a fault.
/// </summary>
internal static class Setting
{
    /// <summary>A whole number within bounds, in digits.</summary>
    public static Validation<SettingFault, long> Whole(
        this IConfiguration configuration, string name, long usual, long least, long most) => configuration[name] switch
        {
            null => usual,
            var text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && number >= least && number <= most => number,
            _ => configuration.Wrong(name, $"write a whole number from {least} to {most}, or leave it out", $"请写 {least} 至 {most} 之间的整数，或省略该设置"),
        };

    /// <summary>A time in seconds, decimals allowed, above zero and at most so many.</summary>
    public static Validation<SettingFault, TimeSpan> Seconds(
        this IConfiguration configuration, string name, TimeSpan usual, int most) => configuration[name] switch
        {
            null => usual,
            var text when decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
                && seconds > 0 && seconds <= most => TimeSpan.FromSeconds((double)seconds),
            _ => configuration.Wrong(name, $"write seconds above 0 and at most {most}, or leave it out", $"请写大于 0 且不超过 {most} 的秒数，或省略该设置"),
        };

    /// <summary>True or false.</summary>
    public static Validation<SettingFault, bool> Flag(this IConfiguration configuration, string name, bool usual) => configuration[name] switch
    {
        null => usual,
        var text when bool.TryParse(text, out var on) => on,
        _ => configuration.Wrong(name, "write true or false, or leave it out", "请写 true 或 false，或省略该设置"),
    };

    /// <summary>One of several by its name; none where it is left out.</summary>
    public static Validation<SettingFault, Option<T>> OneOf<T>(
        this IConfiguration configuration, string name, Arr<T> all, Func<T, string> called) => configuration[name] switch
        {
            null => Option<T>.None,
            var text when all.Find(one => called(one) == text) is { IsSome: true } found => found,
            _ => configuration.Wrong(
                name,
                $"write {string.Join(" or ", all.Map(called))}, or leave it out",
                $"请写 {string.Join(" 或 ", all.Map(called))}，或省略该设置"),
        };

    /// <summary>The name of a file, which need not be there.</summary>
    public static Validation<SettingFault, string> File(this IConfiguration configuration, string name, string usual) => configuration[name] switch
    {
        null => usual,
        var text when !string.IsNullOrWhiteSpace(text) => text,
        _ => configuration.Wrong(name, "is empty; name a file, or leave it out", "为空；请指定文件，或省略该设置"),
    };

    /// <summary>The name of a folder that is there.</summary>
    public static Validation<SettingFault, string> Folder(this IConfiguration configuration, string name, string usual) => configuration[name] switch
    {
        var text when Directory.Exists(text ?? usual) => text ?? usual,
        _ => configuration.Wrong(name, "there is no such folder; make it, or name another", "该文件夹不存在；请创建，或指定其他文件夹"),
    };

    /// <summary>A fault of a setting, with its value as it stands.</summary>
    public static SettingFault Wrong(this IConfiguration configuration, string name, string en, string zh) =>
        new(name, Prelude.Optional(configuration[name]), new Label(en, zh));
}
