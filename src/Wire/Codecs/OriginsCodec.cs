using System.Text.Json;
using LanguageExt;

namespace Kehu.Wire;

/// <summary>Where the members of a record come from: <c>{ "core-banking": { "2026-11-21": ["*"] }, "crm": { "2026-11-25": ["name"] } }</c>.</summary>
internal sealed class OriginsCodec(Form.Origins form) : Codec<Provenance>
{
    /// <summary>The most characters of a name that are read to say what is wrong with it.</summary>
    private const int LongestName = 4_096;

    public override bool Read(ref JsonCursor cursor, out Provenance value)
    {
        var before = cursor.FaultCount;
        var (all, named, sources) = (new List<OriginOf>(), NewNames(), NewNames());
        if (cursor.StartObject())
        {
            while (cursor.NextNamed(sources, out var source))
            {
                ReadSource(ref cursor, source, all, named);
            }
        }

        value = new Provenance(new Arr<OriginOf>(all));
        return cursor.FaultCount == before && !cursor.Stopped;
    }

    public override void Write(Utf8JsonWriter json, Provenance value, Language language)
    {
        json.WriteStartObject();
        foreach (var source in value.All.GroupBy(one => one.Origin.Source, StringComparer.Ordinal))
        {
            json.WriteStartObject(source.Key);
            foreach (var (origin, members) in source)
            {
                json.WriteStartArray(origin.On.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
                foreach (var member in members)
                {
                    json.WriteStringValue(member);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void ReadSource(ref JsonCursor cursor, string source, List<OriginOf> all, System.Collections.Generic.HashSet<string> named)
    {
        if (source.Length > 0 && !SourceCode.Is(source))
        {
            cursor.Fault(
                "source.code", "a source is a code of small letters, digits and single hyphens, such as core-banking, or empty",
                "来源代码由小写字母、数字和单个连字符组成，例如 core-banking，或为空");
        }

        if (!cursor.StartObject())
        {
            return;
        }

        var days = NewNames();
        while (cursor.NextNamed(days, out var text))
        {
            if (!IsoDate.TryRead(System.Text.Encoding.UTF8.GetBytes(text), out var day))
            {
                cursor.Fault("provenance.date", "the members stand under dates such as 2026-11-21", "成员须列在日期之下，例如 2026-11-21");
            }

            all.Add(new OriginOf(new Origin(source, day), ReadMembers(ref cursor, named)));
        }
    }

    private Arr<string> ReadMembers(ref JsonCursor cursor, System.Collections.Generic.HashSet<string> named)
    {
        var members = new List<string>();
        if (!cursor.StartArray())
        {
            return default;
        }

        while (cursor.NextElement(out _))
        {
            if (cursor.ReadString(LongestName) is not { } name)
            {
                continue;
            }

            if (name != Provenance.Rest && !form.IsMember(name))
            {
                cursor.Fault(
                    "provenance.member", $"'{FaultWords.Quoted(name)}' is no member of a record; write a name such as contact.mobile or facts.deposits",
                    $"“{FaultWords.Quoted(name)}”不是记录的成员；请写成员名，例如 contact.mobile 或 facts.deposits");
            }
            else if (!named.Add(name))
            {
                cursor.Fault(
                    "provenance.repeated", $"'{name}' stands there twice; a member comes from one source and date", $"“{name}”重复；每个成员只有一个来源与日期");
            }
            else
            {
                members.Add(name);
            }
        }

        if (members.Count == 0)
        {
            cursor.Fault("provenance.empty", "a source and date without members says nothing; leave it out", "没有成员的来源与日期没有意义，请省略");
        }

        return new Arr<string>(members);
    }

    private static System.Collections.Generic.HashSet<string> NewNames() => new(StringComparer.Ordinal);
}
