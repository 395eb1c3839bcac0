namespace Kehu.Wire;

/// <summary>The facts of a catalogue that criteria name, by the type that the criterion needs. The cursor stands at the end of the criterion.</summary>
internal static class NamedFact
{
    private static readonly Label NumericWords = new("money, a count, a percentage, a date or a derived fact", "金额、数量、百分比、日期或派生事实");

    /// <summary>A fact with bounds, or a derived fact.</summary>
    public static Quantity? Numeric(ref JsonCursor cursor, FactCatalogue facts, string? name) => name is null ? null
        : facts.Find(name).Case is (Fact.Amount or Fact.Count or Fact.Share or Fact.Day) and Fact fact ? new Quantity.Of(fact)
        : facts.FindDerived(name).Case is DerivedFact derived ? new Quantity.By(derived)
        : Refuse<Quantity>(
            ref cursor,
            facts,
            name,
            NumericWords,
            [.. facts.All.Filter(IsNumeric).Map(fact => fact.Name), .. facts.Derived.Map(derived => derived.Name)]);

    public static Fact.Choice? Choice(ref JsonCursor cursor, FactCatalogue facts, string? name) =>
        Find<Fact.Choice>(ref cursor, facts, name, new Label("a choice", "单选"));

    public static Fact.Grade? Grade(ref JsonCursor cursor, FactCatalogue facts, string? name) =>
        Find<Fact.Grade>(ref cursor, facts, name, new Label("a grade", "等级"));

    public static Fact.Flag? Flag(ref JsonCursor cursor, FactCatalogue facts, string? name) =>
        Find<Fact.Flag>(ref cursor, facts, name, new Label("a flag", "是非"));

    public static Fact.Several? Several(ref JsonCursor cursor, FactCatalogue facts, string? name) =>
        Find<Fact.Several>(ref cursor, facts, name, new Label("a set", "多选"));

    /// <summary>The code, if the fact has it; null where there is none or it is a fault.</summary>
    public static string? Coded(this Fact fact, ref JsonCursor cursor, string at, string? code)
    {
        if (code is null || fact.PlaceOf(code).IsSome)
        {
            return code;
        }

        cursor.Report(ValueFaults.UnknownCode(cursor.Pointer + at, code, [.. fact.Members.Map(member => member.Code)], FaultWords.Facts));
        return null;
    }

    private static bool IsNumeric(Fact fact) => fact is Fact.Amount or Fact.Count or Fact.Share or Fact.Day;

    private static T? Find<T>(ref JsonCursor cursor, FactCatalogue facts, string? name, Label words)
        where T : Fact => name is null ? null
        : facts.Find(name).Case is T fact ? fact
        : Refuse<T>(ref cursor, facts, name, words, [.. facts.All.Filter(known => known is T).Map(known => known.Name)]);

    private static T? Refuse<T>(ref JsonCursor cursor, FactCatalogue facts, string name, Label words, IReadOnlyList<string> known)
        where T : class
    {
        if (facts.Find(name).IsSome || facts.FindDerived(name).IsSome)
        {
            cursor.FaultOf(
                "fact", "policy.fact-type", $"a criterion of this type reads {words.En}; '{name}' is none", $"此类条件读取{words.Zh}，“{name}”不是");
        }
        else
        {
            var meant = FaultWords.Meant(name, known, FaultWords.Facts);
            cursor.FaultOf("fact", "policy.unknown-fact", $"there is no fact '{name}'{meant.En}", $"没有事实“{name}”{meant.Zh}");
        }

        return null;
    }
}
