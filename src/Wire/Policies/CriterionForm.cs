
namespace Kehu.Wire;

/// <summary>The types of criteria, in the order of <see cref="CriterionForm.Types"/>.</summary>
internal enum CriterionType
{
    Within = 0,
    OneOf,
    AtLeastGrade,
    Is,
    Holds,
    All,
    Any,
    AtLeast,
    Not,
    Cases,
    Score,
    Classified,
}

/// <summary>
/// Which members a type of criterion has. Members may come before the type that says whether they belong,
/// so that all of them are read and then held against the form.
/// </summary>
internal sealed class CriterionForm
{
    /// <summary>The members that criteria of some type have.</summary>
    public static MemberTable<CriterionDraft> Members { get; } = new(
        CriterionMembers.Type,
        CriterionMembers.Fact.OrNone,
        CriterionMembers.Min.OrNone,
        CriterionMembers.Max.OrNone,
        CriterionMembers.Codes.OrNone,
        CriterionMembers.Code.OrNone,
        CriterionMembers.Needed.OrNone,
        CriterionMembers.Parts.OrNone,
        CriterionMembers.Part.OrNone,
        CriterionMembers.Cases.OrNone,
        CriterionMembers.Card.OrNone,
        CriterionMembers.Policy.OrNone,
        CriterionMembers.Classes.OrNone,
        CriterionMembers.Citation.OrNone);

    /// <summary>The wire names of the types.</summary>
    public static NameTable Types { get; } = new(
        "within", "one-of", "at-least-grade", "is", "holds", "all", "any", "at-least", "not", "cases", "score", "classified");

    private readonly JsonMembers own;

    private CriterionForm(params JsonMember<CriterionDraft>[] members) => own = new MemberTable<CriterionDraft>([CriterionMembers.Type, .. members]).Names;

    private static readonly CriterionForm[] Forms =
    [
        new(CriterionMembers.Fact, CriterionMembers.Min.OrNone, CriterionMembers.Max.OrNone, CriterionMembers.Citation),
        new(CriterionMembers.Fact, CriterionMembers.Codes, CriterionMembers.Citation),
        new(CriterionMembers.Fact, CriterionMembers.Code, CriterionMembers.Citation),
        new(CriterionMembers.Fact, CriterionMembers.Citation),
        new(CriterionMembers.Fact, CriterionMembers.Code, CriterionMembers.Citation),
        new(CriterionMembers.Parts),
        new(CriterionMembers.Parts),
        new(CriterionMembers.Needed, CriterionMembers.Parts),
        new(CriterionMembers.Part),
        new(CriterionMembers.Fact, CriterionMembers.Cases),
        new(CriterionMembers.Card, CriterionMembers.Min.OrNone, CriterionMembers.Max.OrNone, CriterionMembers.Citation),
        new(CriterionMembers.Policy, CriterionMembers.Classes, CriterionMembers.Citation),
    ];

    /// <summary>Reports the members that do not belong to a criterion of the type, and those that it lacks.</summary>
    public static void Check(ref JsonCursor cursor, CriterionType type, in MemberSet seen)
    {
        var own = Forms[(int)type].own;
        var needed = own.Required.ToArray().Select(member => own.Names[member]).ToList();
        for (var member = 0; member < Members.Names.Names.Count; member++)
        {
            var name = Members.Names.Names[member];
            if (seen.Contains(member) && !own.Names.Names.Contains(name))
            {
                cursor.FaultOf(
                    name,
                    "policy.misplaced-member",
                    $"a criterion of type '{Types[(int)type]}' has no member '{name}'; it has {string.Join(", ", own.Names.Names)}",
                    $"类型为“{Types[(int)type]}”的条件没有成员“{name}”；可用的有 {string.Join("、", own.Names.Names)}");
            }
            else if (!seen.Contains(member) && needed.Contains(name))
            {
                cursor.Report(JsonFaults.Missing(cursor.Pointer + Place.Pointer.Token(name), name));
            }
        }
    }
}
