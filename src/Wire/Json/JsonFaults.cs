using System.Text.Json;

namespace Kehu.Wire;

/// <summary>What can be wrong with a JSON text, in words.</summary>
internal static class JsonFaults
{
    /// <summary>Where the facts are listed with their codes.</summary>
    public const string Facts = "GET /v1/facts";

    private const int LongestQuoted = 64;

    /// <summary>How many names of members are few enough to list.</summary>
    private const int MostNames = 12;

    /// <summary>How many codes are few enough to list where they are listed elsewhere as well.</summary>
    private const int MostCodes = 16;

    public static Fault EmptyBody { get; } = Fault.At("", "body.empty", "the body is empty; send a JSON value", "请求体为空；请发送 JSON 内容");

    public static Fault Syntax(string pointer, long line, long column) => Broken(
        pointer,
        "json.syntax",
        At(line, column),
        new Label("not JSON at ", ""),
        new Label("; comments, trailing commas, single quotes and NaN are not allowed", "不是合法的 JSON；不允许注释、多余的逗号、单引号和 NaN"));

    public static Fault Trailing(long line, long column) => Broken(
        "",
        "json.trailing",
        At(line, column),
        new Label("something follows the JSON value at ", ""),
        new Label("; send one value only", "，JSON 值之后还有多余内容；请只发送一个值"));

    public static Fault Utf8(string pointer, long line, long column) => Broken(
        pointer,
        "json.utf8",
        At(line, column),
        new Label("not UTF-8 at ", ""),
        new Label("; encode the text as UTF-8 (it may be GBK)", "不是 UTF-8 编码；请以 UTF-8 编码发送（原文可能是 GBK）"));

    public static Fault Depth(string pointer) => Fault.At(
        pointer,
        "json.depth",
        $"nested more than {JsonPath.MaxDepth} levels deep",
        $"嵌套超过 {JsonPath.MaxDepth} 层");

    public static Fault Surrogate(string pointer) => Fault.At(
        pointer,
        "json.surrogate",
        @"a \u escape is one half of a surrogate pair; send both halves or the character itself",
        @"\u 转义只含代理对的一半；请发送完整的代理对或字符本身");

    public static Fault Duplicate(string pointer, string name) => Fault.At(
        pointer,
        "json.duplicate-member",
        $"the member '{name}' is there twice; the first one was read, leave the other out",
        $"成员“{name}”重复；已读取第一个，请删去其余的");

    public static Fault Missing(string pointer, string name) => Fault.At(
        pointer,
        "json.missing-member",
        $"the member '{name}' is needed",
        $"缺少成员“{name}”");

    public static Fault Unknown(string pointer, string name, IReadOnlyList<string> known, string? listedAt = null) =>
        new(
            "json.unknown-member",
            new Place.Pointer(pointer),
            new Label($"the member '{Quoted(name)}' is not known", $"成员“{Quoted(name)}”未知") + Meant(name, known, listedAt));

    /// <summary>A code that is not known, with those that are, or where they are listed.</summary>
    public static Fault UnknownCode(string pointer, string code, IReadOnlyList<string> known, string? listedAt = null) =>
        new(
            "json.unknown-code",
            new Place.Pointer(pointer),
            new Label($"'{Quoted(code)}' is not one of the codes", $"“{Quoted(code)}”不在可选代码之列") + MeantCode(code, known, listedAt));

    public static Fault Null(string pointer) => Fault.At(
        pointer,
        "json.null",
        "null is not allowed here; give a value or leave the member out",
        "此处不允许 null；请给出值或省略该成员");

    public static Fault Type(string pointer, Label expected, JsonTokenType found) =>
        new("json.type", new Place.Pointer(pointer), new Label($"{expected.En} is expected, not {Name(found).En}", $"应为{expected.Zh}，而不是{Name(found).Zh}"));

    public static Fault Length(string pointer, int longest) => Fault.At(
        pointer,
        "json.length",
        $"longer than {longest} characters",
        $"超过 {longest} 个字符");

    public static Fault Date(string pointer) => Fault.At(
        pointer,
        "json.date",
        "not a date of the calendar; write it as yyyy-MM-dd, such as 2026-11-21",
        "不是有效日期；请写成 yyyy-MM-dd，例如 2026-11-21");

    public static Fault NotWhole(string pointer) => Fault.At(pointer, "json.not-whole", "a whole number is expected", "应为整数");

    public static Fault Range(string pointer, long least, long most) => Fault.At(
        pointer,
        "json.range",
        $"not within {least} to {most}",
        $"不在 {least} 至 {most} 之间");

    /// <summary>A guess at the known name; or all of them when they are few, else where they are listed, if that is known.</summary>
    public static Label Meant(string name, IReadOnlyList<string> known, string? listedAt = null) => Nearest.To(name, known) is { } near
        ? Guess(near)
        : Separated(Known(known, MostNames, listedAt));

    /// <summary>A guess at the code that was meant, and all of them; or, where they are many, where they are listed.</summary>
    private static Label MeantCode(string code, IReadOnlyList<string> known, string? listedAt)
    {
        var all = Known(known, listedAt is null ? int.MaxValue : MostCodes, listedAt);
        return Nearest.To(code, known) is { } near ? Guess(near) + new Label(" ", "") + all : Separated(all);
    }

    /// <summary>A guess at what was meant, to be put behind what is wrong.</summary>
    public static Label Guess(string near) => new($"; did you mean '{near}'?", $"；是否指“{near}”？");

    private static Label Known(IReadOnlyList<string> known, int most, string? listedAt) =>
        known.Count > 0 && known.Count <= most ? new Label($"known are {string.Join(", ", known)}", $"可用的有 {string.Join("、", known)}")
        : listedAt is not null ? new Label($"{listedAt} lists them", $"可用的见 {listedAt}")
        : Label.Same("");

    private static Label Separated(Label words) => words.En.Length > 0 ? new Label("; ", "；") + words : words;

    /// <summary>
    /// A place in the text. The first line is not named: the text may be a line of a stream, whose number in the stream is told beside.
    /// </summary>
    private static Label At(long line, long column) =>
        line == 1 ? new Label($"byte {column}", $"第 {column} 字节处") : new Label($"line {line}, byte {column}", $"第 {line} 行第 {column} 字节处");

    private static Fault Broken(string pointer, string code, Label at, Label before, Label after) => new(code, new Place.Pointer(pointer), before + at + after);

    /// <summary>A caller's own words given back, cut short when they are long; a surrogate pair is never cut in two.</summary>
    public static string Quoted(string text)
    {
        if (text.Length <= LongestQuoted)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[LongestQuoted - 1]) ? LongestQuoted - 1 : LongestQuoted;
        return text[..end] + "…";
    }

    private static Label Name(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => new Label("an object", "对象"),
        JsonTokenType.StartArray => new Label("an array", "数组"),
        JsonTokenType.String => new Label("a string", "字符串"),
        JsonTokenType.Number => new Label("a number", "数字"),
        JsonTokenType.True or JsonTokenType.False => new Label("true or false", "布尔值"),
        JsonTokenType.Null => Label.Same("null"),
        JsonTokenType.None or JsonTokenType.EndObject or JsonTokenType.EndArray or JsonTokenType.PropertyName or JsonTokenType.Comment =>
            new Label("nothing", "空"),
    };
}
