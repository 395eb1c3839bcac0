using LanguageExt;
using Microsoft.Extensions.Primitives;

namespace Kehu.Api;

/// <summary>
/// Entity tags (RFC 9110, 8.8.3): always strong, the version and the form of it between quotation marks, <c>"3-json"</c>. Who has seen any form of a
/// version may change it; who asks whether a form is fresh means that one.
/// </summary>
internal static class ETags
{
    private static readonly Precondition.None Nothing = new();

    /// <summary>The tag of a version as JSON without words.</summary>
    public static string Of(string version) => Of(version, Representation.Json);

    /// <summary>The tag of a form of a version.</summary>
    public static string Of(string version, string representation) => $"\"{version}-{representation}\"";

    /// <summary>What a request that changes something demands: by If-Match, or by <c>If-None-Match: *</c>, never by both.</summary>
    public static Either<Fault, Precondition> Precondition(IHeaderDictionary headers)
    {
        var (match, noneMatch) = (headers.IfMatch, headers.IfNoneMatch);
        if (match.Count > 0 && noneMatch.Count > 0)
        {
            return Fault.Header("If-None-Match", "precondition.both", "send If-Match or If-None-Match, not both", "If-Match 与 If-None-Match 只能发送其一");
        }

        if (noneMatch.Count > 0)
        {
            return noneMatch is ["*"]
                ? new Precondition.MustNotExist()
                : Fault.Header("If-None-Match", "precondition.malformed", "only '*' is read here: create, but do not replace", "此处仅接受“*”：仅新建，不替换");
        }

        if (match.Count == 0)
        {
            return Nothing;
        }

        return Tags("If-Match", match).Map<Precondition>(tags =>
            new Precondition.MustExist(tags.Map(list => list.Filter(tag => !tag.Weak).Map(tag => Version(tag.Text)))));
    }

    /// <summary>
    /// Whether a GET can be answered 304: If-None-Match names this tag, weak or not, or is <c>*</c>.
    /// What is no tag is passed over, as RFC 9110 has it.
    /// </summary>
    public static bool IsFresh(IHeaderDictionary headers, string tag) =>
        headers.IfNoneMatch.Count > 0
        && Tags("If-None-Match", headers.IfNoneMatch).Match(
            Left: _ => false,
            Right: tags => tags.Match(Some: list => list.Exists(one => $"\"{one.Text}\"" == tag), None: () => true));

    /// <summary>The version that a tag names, whatever the form.</summary>
    private static string Version(string text) => text.IndexOf('-', StringComparison.Ordinal) is > 0 and var end ? text[..end] : text;

    /// <summary>The tags listed, or none for <c>*</c>.</summary>
    private static Either<Fault, Option<Arr<(string Text, bool Weak)>>> Tags(string name, StringValues values)
    {
        if (values is ["*"])
        {
            return Option<Arr<(string, bool)>>.None;
        }

        var tags = new List<(string, bool)>();
        foreach (var value in values)
        {
            if (!Read(value, tags))
            {
                return Malformed(name);
            }
        }

        return tags.Count == 0 ? Malformed(name) : Prelude.Some(Prelude.toArray(tags));
    }

    private static bool Read(ReadOnlySpan<char> rest, List<(string, bool)> tags)
    {
        for (rest = rest.TrimStart(" \t,"); !rest.IsEmpty; rest = rest.TrimStart(" \t,"))
        {
            var weak = rest.StartsWith("W/");
            rest = weak ? rest[2..] : rest;
            var end = rest.IsEmpty || rest[0] != '"' ? -1 : rest[1..].IndexOf('"');
            if (end < 0 || rest.Slice(1, end).ContainsAnyInRange('\0', ' '))
            {
                return false;
            }

            tags.Add((rest.Slice(1, end).ToString(), weak));
            rest = rest[(end + 2)..].TrimStart(" \t");
            if (!rest.IsEmpty && rest[0] != ',')
            {
                return false;
            }
        }

        return true;
    }

    private static Fault Malformed(string name) => Fault.Header(
        name,
        "precondition.malformed",
        "write '*' or entity tags in quotation marks with commas between them, as the header ETag gave them",
        "请写“*”或以逗号分隔的带引号的实体标签（即 ETag 响应头的值）");
}
