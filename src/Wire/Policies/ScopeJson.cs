using System.Text.Json;
using static LanguageExt.Prelude;

namespace Kehu.Wire;

/// <summary>For whom a policy is, on the wire: a kind of customer, and perhaps a condition with the reason given where it does not hold.</summary>
internal static class ScopeJson
{
    private static readonly NameTable Kinds = new([.. CustomerKinds.All.Map(kind => kind.Code())]);

    private static readonly JsonMember<Draft> Applies = new JsonMember<Draft>(
        "applies", static (ref cursor, ref draft) => draft.Applies = CriterionReading.Read(ref cursor, draft.Leaves)).OrNone;

    private static readonly JsonMember<Draft> Otherwise = new JsonMember<Draft>(
        "otherwise", static (ref cursor, ref draft) => draft.Otherwise = LabelJson.Read(ref cursor)).OrNone;

    private static readonly MemberTable<Draft> Members = new(
        new("kind", static (ref cursor, ref draft) => draft.Kind = cursor.ReadCode(Kinds, out var index) ? CustomerKinds.All[index] : null),
        Applies,
        Otherwise);

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
        var draft = new Draft { Leaves = leaves };
        if (!Members.Read(ref cursor, ref draft, out var seen))
        {
            return null;
        }

        Pair(ref cursor, seen);
        return draft.Kind is { } kind
            ? new Scope(kind, draft is { Applies: { } applies, Otherwise: { } otherwise } ? Some(new Applicability(applies, otherwise)) : None)
            : null;
    }

    /// <summary>A condition and its reason come together.</summary>
    private static void Pair(ref JsonCursor cursor, in MemberSet seen)
    {
        if (Members.Has(Applies, seen) != Members.Has(Otherwise, seen))
        {
            var lacking = Members.Has(Applies, seen) ? Otherwise.Name : Applies.Name;
            cursor.Report(JsonFaults.Missing(cursor.Pointer + Place.Pointer.Token(lacking), lacking));
        }
    }

    private struct Draft
    {
        public LeafCount Leaves;
        public CustomerKind? Kind;
        public Criterion? Applies;
        public Label? Otherwise;
    }
}
