using LanguageExt;

namespace Kehu.Wire;

/// <summary>Criteria as they are read: members in any order, then what they mean together.</summary>
internal static class CriterionReading
{
    /// <summary>The criterion in the object here; null where faults were reported.</summary>
    public static Criterion? Read(ref JsonCursor cursor, LeafCount leaves)
    {
        if (leaves.Passed)
        {
            cursor.Skip();
            return null;
        }

        var draft = new CriterionDraft(leaves);
        if (!CriterionForm.Members.Read(ref cursor, ref draft, out var seen))
        {
            return null;
        }

        if (cursor.Stopped || draft.Type is not { } type)
        {
            return null;
        }

        CriterionForm.Check(ref cursor, type, seen);
        if (IsLeaf(type))
        {
            leaves.Add(ref cursor);
        }

        return Make(ref cursor, type, draft);
    }

    private static bool IsLeaf(CriterionType type) => type switch
    {
        CriterionType.Within or CriterionType.OneOf or CriterionType.AtLeastGrade => true,
        CriterionType.Is or CriterionType.Holds or CriterionType.Classified => true,
        CriterionType.All or CriterionType.Any or CriterionType.AtLeast or CriterionType.Not or CriterionType.Cases or CriterionType.Score => false,
    };

    private static Criterion? Make(ref JsonCursor cursor, CriterionType type, CriterionDraft draft) => type switch
    {
        CriterionType.Within => Within(ref cursor, draft),
        CriterionType.OneOf => OneOf(ref cursor, draft),
        CriterionType.AtLeastGrade => AtLeastGrade(ref cursor, draft),
        CriterionType.Is => NamedFact.Flag(ref cursor, draft.Facts, draft.Fact) is { } fact && draft.Citation is { } citation
            ? new Criterion.Is(fact, citation)
            : null,
        CriterionType.Holds => Holds(ref cursor, draft),
        CriterionType.All => new Criterion.All(draft.Parts.Sound()),
        CriterionType.Any => new Criterion.Any(draft.Parts.Sound()),
        CriterionType.AtLeast => draft.Needed is { } needed ? new Criterion.AtLeast(needed, draft.Parts.Sound()) : null,
        CriterionType.Not => draft.Part is { } part ? new Criterion.Not(part) : null,
        CriterionType.Cases => Cases(ref cursor, draft),
        CriterionType.Score => Score(ref cursor, draft),
        CriterionType.Classified => draft.Policy is { } policy && draft.Citation is { } citation
            ? new Criterion.Classified(new PolicyId(policy), draft.Classes.Sound().Map(code => new ClassCode(code)), citation)
            : null,
    };

    private static Criterion.AtLeastGrade? AtLeastGrade(ref JsonCursor cursor, CriterionDraft draft) =>
        NamedFact.Grade(ref cursor, draft.Facts, draft.Fact) is { } fact
        && fact.Coded(ref cursor, "/code", draft.Code) is { } code
        && draft.Citation is { } citation
            ? new Criterion.AtLeastGrade(fact, code, citation)
            : null;

    private static Criterion.Holds? Holds(ref JsonCursor cursor, CriterionDraft draft) =>
        NamedFact.Several(ref cursor, draft.Facts, draft.Fact) is { } fact
        && fact.Coded(ref cursor, "/code", draft.Code) is { } code
        && draft.Citation is { } citation
            ? new Criterion.Holds(fact, code, citation)
            : null;

    private static Criterion.Within? Within(ref JsonCursor cursor, CriterionDraft draft)
    {
        if (NamedFact.Numeric(ref cursor, draft.Facts, draft.Fact) is not { } quantity)
        {
            return null;
        }

        var form = BoundForms.Of(quantity);
        var min = BoundJson.Resolve(ref cursor, "min", draft.Min, form);
        var max = BoundJson.Resolve(ref cursor, "max", draft.Max, form);
        return draft.Citation is { } citation ? new Criterion.Within(quantity, min, max, citation) : null;
    }

    private static Criterion.Score? Score(ref JsonCursor cursor, CriterionDraft draft)
    {
        var min = BoundJson.Resolve(ref cursor, "min", draft.Min, BoundForm.Whole);
        var max = BoundJson.Resolve(ref cursor, "max", draft.Max, BoundForm.Whole);
        return draft.Card is { } card && draft.Citation is { } citation ? new Criterion.Score(card, min, max, citation) : null;
    }

    private static Criterion.OneOf? OneOf(ref JsonCursor cursor, CriterionDraft draft)
    {
        if (NamedFact.Choice(ref cursor, draft.Facts, draft.Fact) is not { } fact)
        {
            return null;
        }

        var codes = new List<string>();
        for (var place = 0; place < draft.Codes?.Count; place++)
        {
            if (fact.Coded(ref cursor, $"/codes/{place}", draft.Codes[place]) is { } code)
            {
                codes.Add(code);
            }
        }

        return draft.Citation is { } citation ? new Criterion.OneOf(fact, new Arr<string>(codes), citation) : null;
    }

    private static Criterion.Cases? Cases(ref JsonCursor cursor, CriterionDraft draft)
    {
        if (NamedFact.Choice(ref cursor, draft.Facts, draft.Fact) is not { } fact)
        {
            return null;
        }

        var branches = new List<Case>();
        for (var place = 0; place < draft.Cases?.Count; place++)
        {
            if (fact.Coded(ref cursor, $"/cases/{place}/code", draft.Cases[place]?.Code) is { } code && draft.Cases[place]?.Criterion is { } criterion)
            {
                branches.Add(new Case(code, criterion));
            }
        }

        return new Criterion.Cases(fact, new Arr<Case>(branches));
    }
}
