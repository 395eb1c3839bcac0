using System.Text.Json;

namespace Kehu.Wire;

/// <summary>What can be wrong with a JSON text, in words.</summary>
internal static class JsonFaults
{
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
            new Label($"the member '{FaultWords.Quoted(name)}' is not known", $"成员“{FaultWords.Quoted(name)}”未知") + FaultWords.Meant(name, known, listedAt));

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

    public static Fault NotWhole(string pointer) => Fault.At(pointer, "json.not-whole", "a whole number is expected", "应为整数");

    /// <summary>
    /// A place in the text. The first line is not named: the text may be a line of a stream, whose number in the stream is told beside.
    /// </summary>
    private static Label At(long line, long column) =>
        line == 1 ? new Label($"byte {column}", $"第 {column} 字节处") : new Label($"line {line}, byte {column}", $"第 {line} 行第 {column} 字节处");

    private static Fault Broken(string pointer, string code, Label at, Label before, Label after) => new(code, new Place.Pointer(pointer), before + at + after);

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
