using System.Text.Json;

namespace Kehu.Wire;

/// <summary>The texts of a policy on the wire: labels in both languages, plain texts, kebab-case codes.</summary>
internal static class LabelJson
{
    /// <summary>The most characters in a text of a policy (house).</summary>
    public const int LongestText = 2_000;

    /// <summary>The most characters in an id or code of a policy.</summary>
    public const int LongestCode = 64;

    private static readonly ContractCodec<Label> Both = JsonForms.All.Of(Labels.Contract);

    private static readonly JsonMembers Members = new([.. Labels.Contract.Fields.Map(field => field.Name)]);

    /// <summary>A text in both languages.</summary>
    public static Label? Read(ref JsonCursor cursor)
    {
        if (!cursor.StartObject())
        {
            return null;
        }

        string? en = null, zh = null;
        var seen = default(MemberSet);
        while (cursor.NextMember(Members, ref seen, out var member))
        {
            var text = ReadText(ref cursor);
            (en, zh) = member == 0 ? (text, zh) : (en, text);
        }

        return en is not null && zh is not null ? new Label(en, zh) : null;
    }

    /// <summary>A text of 1 to <see cref="LongestText"/> characters.</summary>
    public static string? ReadText(ref JsonCursor cursor)
    {
        var text = cursor.ReadString(LongestText);
        if (text is { Length: 0 })
        {
            cursor.Fault("json.empty", "a text is not empty", "文本不得为空");
            return null;
        }

        return text;
    }

    /// <summary>An id or code: runs of small letters and digits with single hyphens between them.</summary>
    public static string? ReadCode(ref JsonCursor cursor)
    {
        var text = cursor.ReadString(LongestCode);
        if (text is not null && Forms.Kebab.Faults(text).HeadOrNone().Case is Fault { Code: var code, Detail: var words })
        {
            cursor.Fault(code, words.En, words.Zh);
            return null;
        }

        return text;
    }

    public static void Write(Utf8JsonWriter json, Label label) => Both.Write(json, label);

    /// <summary>The label as a member.</summary>
    public static void WriteLabel(this Utf8JsonWriter json, ReadOnlySpan<byte> name, Label label)
    {
        json.WritePropertyName(name);
        Write(json, label);
    }
}
