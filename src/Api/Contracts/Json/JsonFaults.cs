using System.Text.Json;
using Kehu.Domain;

namespace Kehu.Api.Contracts.Json;

/// <summary>What can be wrong with a JSON text, in words.</summary>
internal static class JsonFaults
{
    private const int LongestQuoted = 64;

    public static Fault EmptyBody { get; } = Fault.At("", "body.empty", "the body is empty; send a JSON value", "请求体为空；请发送 JSON 内容");

    public static Fault Syntax(string pointer, long line, long column) => Fault.At(
        pointer,
        "json.syntax",
        $"not JSON at line {line}, byte {column}; comments, trailing commas, single quotes and NaN are not allowed",
        $"第 {line} 行第 {column} 字节处不是合法的 JSON；不允许注释、多余的逗号、单引号和 NaN");

    public static Fault Trailing(long line, long column) => Fault.At(
        "",
        "json.trailing",
        $"something follows the JSON value at line {line}, byte {column}; send one value only",
        $"第 {line} 行第 {column} 字节处，JSON 值之后还有多余内容；请只发送一个值");

    public static Fault Utf8(string pointer, long line, long column) => Fault.At(
        pointer,
        "json.utf8",
        $"not UTF-8 at line {line}, byte {column}; encode the text as UTF-8 (it may be GBK)",
        $"第 {line} 行第 {column} 字节处不是 UTF-8 编码；请以 UTF-8 编码发送（原文可能是 GBK）");

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

    public static Fault Unknown(string pointer, string name, IReadOnlyList<string> known) =>
        new("json.unknown-member", new Place.Pointer(pointer), new Label($"the member '{Quoted(name)}' is not known", $"成员“{Quoted(name)}”未知") + Meant(name, known));

    public static Fault UnknownCode(string pointer, string code, IReadOnlyList<string> known) =>
        new("json.unknown-code", new Place.Pointer(pointer), new Label($"'{Quoted(code)}' is not one of the codes", $"“{Quoted(code)}”不在可选代码之列") + Meant(code, known));

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

    /// <summary>A guess at the known name, or all of them when they are few.</summary>
    public static Label Meant(string name, IReadOnlyList<string> known)
    {
        if (Nearest.To(name, known) is { } near)
        {
            return new Label($"; did you mean '{near}'?", $"；是否指“{near}”？");
        }

        return known.Count is 0 or > 12
            ? Label.Same("")
            : new Label($"; known are {string.Join(", ", known)}", $"；可用的有 {string.Join("、", known)}");
    }

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
        JsonTokenType.None or JsonTokenType.EndObject or JsonTokenType.EndArray or JsonTokenType.PropertyName or JsonTokenType.Comment => new Label("nothing", "空"),
    };
}
