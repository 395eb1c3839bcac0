using System.Text.Json;
using Kehu.Api.Contracts.Json;
using Kehu.Domain;
using static LanguageExt.Prelude;

namespace Kehu.Api.Contracts;

/// <summary>For whom a policy is, on the wire: a kind of customer, and perhaps a condition with the reason given where it does not hold.</summary>
internal static class ScopeJson
{
    private static readonly JsonMembers Members = new("kind", "applies?", "otherwise?");

    private static readonly NameTable Kinds = new([.. CustomerKinds.All.Map(kind => kind.Code())]);

    public static void Write(Utf8JsonWriter json, Scope scope)
    {
        json.WriteStartObject();
        json.WriteString("kind"u8, scope.Kind.Code());
        scope.Applies.IfSome(applies =>
        {
            json.WritePropertyName("applies"u8);
            CriterionJson.Write(json, applies.Criterion);
            json.WriteLabel("otherwise"u8, applies.Otherwise);
        });
        json.WriteEndObject();
    }

    public static Scope? Read(ref JsonCursor cursor, LeafCount leaves)
    {
        if (!cursor.StartObject())
        {
            return null;
        }

        CustomerKind? kind = null;
        Criterion? applies = null;
        Label? otherwise = null;
        var seen = default(MemberSet);
        while (cursor.NextMember(Members, ref seen, out var member))
        {
            switch (member)
            {
                case 0: kind = cursor.ReadCode(Kinds, out var index) ? CustomerKinds.All[index] : null; break;
                case 1: applies = CriterionReading.Read(ref cursor, leaves); break;
                default: otherwise = LabelJson.Read(ref cursor); break;
            }
        }

        Pair(ref cursor, seen);
        return kind is { } of
            ? new Scope(of, applies is not null && otherwise is not null ? Some(new Applicability(applies, otherwise)) : None)
            : null;
    }

    /// <summary>A condition and its reason come together.</summary>
    private static void Pair(ref JsonCursor cursor, in MemberSet seen)
    {
        if (seen.Contains(1) != seen.Contains(2))
        {
            var lacking = seen.Contains(1) ? "otherwise" : "applies";
            cursor.Report(JsonFaults.Missing(cursor.Pointer + JsonPath.Token(lacking), lacking));
        }
    }
}
