using Kehu.Api.Contracts.Json;
using Kehu.Domain;

namespace Kehu.Api.Contracts;

/// <summary>A case as sent; the code is held against the fact once that is known.</summary>
internal sealed record SentCase(string? Code, Criterion? Criterion);

/// <summary>The members of a criterion as they come, before it is known what they mean together.</summary>
internal sealed class CriterionDraft(LeafCount leaves)
{
    private static readonly JsonMembers CaseMembers = new("code", "criterion");

    /// <summary>The facts that it may name.</summary>
    public FactCatalogue Facts => leaves.Facts;

    public CriterionType? Type { get; private set; }

    public string? Fact { get; private set; }

    public SentBound? Min { get; private set; }

    public SentBound? Max { get; private set; }

    public IReadOnlyList<string?>? Codes { get; private set; }

    public string? Code { get; private set; }

    public int? Needed { get; private set; }

    public IReadOnlyList<Criterion?>? Parts { get; private set; }

    public Criterion? Part { get; private set; }

    public IReadOnlyList<SentCase?>? Cases { get; private set; }

    public Scorecard? Card { get; private set; }

    public string? Policy { get; private set; }

    public IReadOnlyList<string?>? Classes { get; private set; }

    public Citation? Citation { get; private set; }

    /// <summary>Takes the member of that place in <see cref="CriterionForm.Members"/>.</summary>
    public void Take(ref JsonCursor cursor, int member)
    {
        switch (member)
        {
            case 0: Type = cursor.ReadCode(CriterionForm.Types, out var type) ? (CriterionType)type : null; break;
            case 1: Fact = cursor.ReadString(LabelJson.LongestCode); break;
            case 2: Min = BoundJson.Read(ref cursor); break;
            case 3: Max = BoundJson.Read(ref cursor); break;
            case 4: Codes = ListJson.ReadSome<string>(ref cursor, LabelJson.ReadCode); break;
            case 5: Code = LabelJson.ReadCode(ref cursor); break;
            case 6: Needed = (int?)cursor.ReadWhole(int.MinValue, int.MaxValue); break;
            case 7: Parts = ListJson.ReadSome(ref cursor, (ref cursor) => CriterionReading.Read(ref cursor, leaves)); break;
            case 8: Part = CriterionReading.Read(ref cursor, leaves); break;
            case 9: Cases = ListJson.ReadSome(ref cursor, (ref cursor) => ReadCase(ref cursor)); break;
            case 10: Card = ScorecardJson.Read(ref cursor, leaves); break;
            case 11: Policy = LabelJson.ReadCode(ref cursor); break;
            case 12: Classes = ListJson.ReadSome<string>(ref cursor, LabelJson.ReadCode); break;
            default: Citation = CitationJson.Read(ref cursor); break;
        }
    }

    private SentCase? ReadCase(ref JsonCursor cursor)
    {
        if (!cursor.StartObject())
        {
            return null;
        }

        string? code = null;
        Criterion? criterion = null;
        var seen = default(MemberSet);
        while (cursor.NextMember(CaseMembers, ref seen, out var member))
        {
            (code, criterion) = member == 0
                ? (LabelJson.ReadCode(ref cursor), criterion)
                : (code, CriterionReading.Read(ref cursor, leaves));
        }

        return new SentCase(code, criterion);
    }
}
