using LanguageExt;

namespace Kehu.Api;

/// <summary>A setting that stops the start: its name, its value as it stands where that is no secret, and what would do.</summary>
internal sealed record SettingFault(string Name, Option<string> Value, Label Wrong)
{
    /// <summary>One line, in English and Chinese.</summary>
    public string Line
    {
        get
        {
            var set = Value.Match(Some: value => $"={FaultWords.Quoted(value.ReplaceLineEndings(" "))}", None: () => "");
            var wrong = Wrong.En == Wrong.Zh ? Wrong.En : $"{Wrong.En} / {Wrong.Zh}";
            return $"{Name}{set}: {wrong}";
        }
    }

    /// <summary>A fault of the settings of a section: the pointer is the way from the section to the setting.</summary>
    public static SettingFault Of(IConfiguration configuration, string section, Fault fault)
    {
        var name = section + (fault.Place is Place.Pointer(var path) ? path.Replace('/', ':') : "");
        return configuration.Wrong(name, fault.Detail.En, fault.Detail.Zh);
    }

    /// <summary>The faults as what stops a start, a line each.</summary>
    public static InvalidOperationException Stopped(Seq<SettingFault> faults) => new(string.Join('\n', faults.Map(fault => fault.Line)));
}
