using System.Text.Json;
using LanguageExt;

namespace Kehu.Wire;

/// <summary>
/// Policies on the wire, whole: what is written can be posted back. Reading finds all faults of form at once;
/// whether names, references and bounds make sense is <see cref="PolicyStructure"/>'s to say.
/// </summary>
internal static class PolicyJson
{
    private static readonly NameTable Orders = NameTable.Of<Ordering>(Orderings.Code);

    private static readonly MemberTable<Draft> Members = new(
        new("id", static (ref cursor, ref draft) => draft.Id = LabelJson.ReadCode(ref cursor)),
        new("label", static (ref cursor, ref draft) => draft.Label = LabelJson.Read(ref cursor)),
        new("ordering", static (ref cursor, ref draft) => draft.Ordering = cursor.ReadCode(Orders, out var index) ? (Ordering)index : null),
        new("scopes", static (ref cursor, ref draft) => draft.Scopes = ReadScopes(ref cursor, draft.Leaves)),
        new("classes", static (ref cursor, ref draft) => (draft.Rungs, draft.Otherwise) = ReadClasses(ref cursor, draft.Leaves)),
        new JsonMember<Draft>("citations", static (ref cursor, ref draft) => draft.Citations = ListJson.Read<Citation>(ref cursor, CitationJson.Read)).OrNone,
        new JsonMember<Draft>(
            "interpretations", static (ref cursor, ref draft) => draft.Interpretations = ListJson.Read<Label>(ref cursor, LabelJson.Read)).OrNone);

    /// <summary>The one canonical form: members in a fixed order, empty lists left out where they may be.</summary>
    public static void Write(Utf8JsonWriter json, Policy policy)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, policy.Id.Value);
        json.WriteLabel("label"u8, policy.Label);
        json.WriteString("ordering"u8, policy.Ordering.Code());
        json.WriteList("scopes"u8, policy.Scopes, ScopeJson.Write);
        json.WriteStartArray("classes"u8);
        foreach (var rung in policy.Rungs)
        {
            RungJson.Write(json, rung);
        }

        RungJson.WriteLast(json, policy.Otherwise);
        json.WriteEndArray();
        json.WriteAnyList("citations"u8, policy.Citations, CitationJson.Write);
        json.WriteAnyList("interpretations"u8, policy.Interpretations, LabelJson.Write);
        json.WriteEndObject();
    }

    /// <summary>The policy over a catalogue in the object here; null where faults were reported.</summary>
    public static Policy? Read(ref JsonCursor cursor, FactCatalogue facts)
    {
        var faults = cursor.FaultCount;
        var draft = new Draft { Leaves = new LeafCount(facts) };
        Members.Read(ref cursor, ref draft);
        return cursor.FaultCount > faults || cursor.Stopped || draft is not { Id: { } id, Label: { } label, Ordering: { } ordering, Otherwise: { } otherwise }
            ? null
            : new Policy(
                new PolicyId(id), label, ordering, draft.Scopes.Sound(), draft.Rungs.Sound(), otherwise,
                draft.Citations.Sound(), draft.Interpretations.Sound());
    }

    private static IReadOnlyList<Scope?>? ReadScopes(ref JsonCursor cursor, LeafCount leaves) =>
        ListJson.ReadSome(ref cursor, (ref cursor) => ScopeJson.Read(ref cursor, leaves));

    /// <summary>All classes: the last is otherwise and has no criterion, every other must have one.</summary>
    private static (IReadOnlyList<Rung?> Rungs, PolicyClass? Otherwise) ReadClasses(ref JsonCursor cursor, LeafCount leaves)
    {
        var sent = ListJson.ReadSome(ref cursor, (ref cursor) => RungJson.Read(ref cursor, leaves));
        if (sent is null or { Count: 0 } || cursor.Stopped)
        {
            return ([], null);
        }

        var rungs = new List<Rung?>();
        for (var place = 0; place < sent.Count - 1; place++)
        {
            if (sent[place] is { HasCriterion: false })
            {
                cursor.Report(JsonFaults.Missing($"{cursor.Pointer}/{place}/criterion", "criterion"));
            }

            rungs.Add(sent[place] is { Class: { } c, Criterion: { } criterion } entered
                ? new Rung(c, criterion, entered.ExceptAbove is { } exception ? Option<Citation>.Some(exception) : Option<Citation>.None)
                : null);
        }

        RefuseOnLast(ref cursor, sent.Count - 1, "criterion", sent[^1] is { HasCriterion: true });
        RefuseOnLast(ref cursor, sent.Count - 1, "exceptAbove", sent[^1] is { HasExceptAbove: true });
        return (rungs, sent[^1]?.Class);
    }

    private static void RefuseOnLast(ref JsonCursor cursor, int place, string member, bool isThere)
    {
        if (isThere)
        {
            cursor.Report(Fault.At(
                $"{cursor.Pointer}/{place}/{member}",
                "policy.last-class",
                $"the last class takes every customer whom no class above takes; it has no '{member}'",
                $"最后一类收纳以上各类之外的全部客户，没有“{member}”"));
        }
    }

    private struct Draft
    {
        public LeafCount Leaves;
        public string? Id;
        public Label? Label;
        public Ordering? Ordering;
        public IReadOnlyList<Scope?>? Scopes;
        public IReadOnlyList<Rung?>? Rungs;
        public PolicyClass? Otherwise;
        public IReadOnlyList<Citation?>? Citations;
        public IReadOnlyList<Label?>? Interpretations;
    }
}
