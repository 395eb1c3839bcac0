namespace Kehu.Wire;

/// <summary>The members that criteria have: each with its name and how it is read, whichever types of criteria have it.</summary>
internal static class CriterionMembers
{
    public static JsonMember<CriterionDraft> Type { get; } = new(
        "type", static (ref cursor, ref draft) => draft.Type = cursor.ReadCode(CriterionForm.Types, out var type) ? (CriterionType)type : null);

    public static JsonMember<CriterionDraft> Fact { get; } = new(
        "fact", static (ref cursor, ref draft) => draft.Fact = cursor.ReadString(LabelJson.LongestCode));

    public static JsonMember<CriterionDraft> Min { get; } = new("min", static (ref cursor, ref draft) => draft.Min = BoundJson.Read(ref cursor));

    public static JsonMember<CriterionDraft> Max { get; } = new("max", static (ref cursor, ref draft) => draft.Max = BoundJson.Read(ref cursor));

    public static JsonMember<CriterionDraft> Codes { get; } = new("codes", static (ref cursor, ref draft) => draft.Codes = ReadCodes(ref cursor));

    public static JsonMember<CriterionDraft> Code { get; } = new("code", static (ref cursor, ref draft) => draft.Code = LabelJson.ReadCode(ref cursor));

    public static JsonMember<CriterionDraft> Needed { get; } = new(
        "needed", static (ref cursor, ref draft) => draft.Needed = (int?)cursor.ReadWhole(int.MinValue, int.MaxValue));

    public static JsonMember<CriterionDraft> Parts { get; } = new("parts", static (ref cursor, ref draft) => draft.Parts = ReadParts(ref cursor, draft.Leaves));

    public static JsonMember<CriterionDraft> Part { get; } = new(
        "part", static (ref cursor, ref draft) => draft.Part = CriterionReading.Read(ref cursor, draft.Leaves));

    public static JsonMember<CriterionDraft> Cases { get; } = new("cases", static (ref cursor, ref draft) => draft.Cases = ReadCases(ref cursor, draft.Leaves));

    public static JsonMember<CriterionDraft> Card { get; } = new(
        "card", static (ref cursor, ref draft) => draft.Card = ScorecardJson.Read(ref cursor, draft.Leaves));

    public static JsonMember<CriterionDraft> Policy { get; } = new("policy", static (ref cursor, ref draft) => draft.Policy = LabelJson.ReadCode(ref cursor));

    public static JsonMember<CriterionDraft> Classes { get; } = new("classes", static (ref cursor, ref draft) => draft.Classes = ReadCodes(ref cursor));

    public static JsonMember<CriterionDraft> Citation { get; } = new(
        "citation", static (ref cursor, ref draft) => draft.Citation = CitationJson.Read(ref cursor));

    private static readonly MemberTable<CaseDraft> OfCase = new(
        new("code", static (ref cursor, ref draft) => draft.Code = LabelJson.ReadCode(ref cursor)),
        new("criterion", static (ref cursor, ref draft) => draft.Criterion = CriterionReading.Read(ref cursor, draft.Leaves)));

    private static IReadOnlyList<string?>? ReadCodes(ref JsonCursor cursor) => ListJson.ReadSome<string>(ref cursor, LabelJson.ReadCode);

    private static IReadOnlyList<Criterion?>? ReadParts(ref JsonCursor cursor, LeafCount leaves) =>
        ListJson.ReadSome(ref cursor, (ref cursor) => CriterionReading.Read(ref cursor, leaves));

    private static IReadOnlyList<SentCase?>? ReadCases(ref JsonCursor cursor, LeafCount leaves) =>
        ListJson.ReadSome(ref cursor, (ref cursor) => ReadCase(ref cursor, leaves));

    private static SentCase? ReadCase(ref JsonCursor cursor, LeafCount leaves)
    {
        var draft = new CaseDraft { Leaves = leaves };
        return OfCase.Read(ref cursor, ref draft) ? new SentCase(draft.Code, draft.Criterion) : null;
    }

    private struct CaseDraft
    {
        public LeafCount Leaves;
        public string? Code;
        public Criterion? Criterion;
    }
}
