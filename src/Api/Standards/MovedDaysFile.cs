using LanguageExt;

namespace Kehu.Api;

/// <summary>The file of moved days that the setting <c>Calendar:MovedDays</c> names; it is read once, at start.</summary>
internal static class MovedDaysFile
{
    public const string Setting = "Calendar:MovedDays";

    /// <summary>The most bytes of the file; two centuries of notices take a tenth.</summary>
    private const int MostBytes = 1 << 20;

    /// <summary>The calendar with the days that the setting's file moves, with none where it names no file; or everything wrong with the file.</summary>
    public static Validation<SettingFault, WorkCalendar> From(IConfiguration configuration) => configuration[Setting] is not { Length: > 0 } path
        ? new WorkCalendar(default(Arr<DayMoved>))
        : Read(path).Match<Validation<SettingFault, WorkCalendar>>(
            Right: days => new WorkCalendar(days),
            Left: faults => Validation<SettingFault, WorkCalendar>.Fail(
                Prelude.Seq(faults.Map(fault => new SettingFault(Setting, Option<string>.None, Label.Same($"{path}: {fault}")))).Strict()));

    /// <summary>The moved days of a file, or everything wrong with it, a line each in both languages.</summary>
    public static Either<Arr<string>, Arr<DayMoved>> Read(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            var bytes = new byte[MostBytes + 1];
            var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return length > MostBytes ? Faulty($"the file has more than {MostBytes} bytes / 文件超过 {MostBytes} 字节") : Read(bytes.AsSpan(0, length));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Faulty($"the file cannot be read; name a JSON file, or leave the setting out ({unreadable.Message}) / 无法读取该文件；请指定 JSON 文件，或省略该设置");
        }
    }

    private static Either<Arr<string>, Arr<DayMoved>> Read(ReadOnlySpan<byte> text)
    {
        if (text.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            return Faulty("the file is empty; write [] where no day is moved / 文件为空；没有调整的日期时请写 []");
        }

        var faults = StandardCodecs.MovedDays.Read(text, out var days);
        return faults.Count == 0 ? days : Faulty([.. faults.Select(Line)]);
    }

    private static Either<Arr<string>, Arr<DayMoved>> Faulty(params string[] lines) => Prelude.Left<Arr<string>, Arr<DayMoved>>(new(lines));

    private static string Line(Fault fault)
    {
        var at = fault.Place is Place.Pointer(var pointer) && pointer.Length > 0 ? pointer + ": " : "";
        return $"{at}{fault.Detail.En} / {fault.Detail.Zh}";
    }
}
