using Kehu.Api.Contracts.Json;
using Kehu.Domain;

namespace Kehu.Api.Contracts;

/// <summary>The facts that criteria name, by the type that the criterion needs. The cursor stands at the end of the criterion.</summary>
internal static class NamedFact
{
    private static readonly string[] NumericNames =
    [
        .. FactCatalogue.All.Filter(fact => fact is Fact.Amount or Fact.Count or Fact.Share or Fact.Day).Map(fact => fact.Name),
        .. FactCatalogue.Derived.Map(derived => derived.Name),
    ];

    private static readonly Label NumericWords = new("money, a count, a percentage, a date or a derived fact", "金额、数量、百分比、日期或派生事实");

    /// <summary>A fact with bounds, or a derived fact.</summary>
    public static Quantity? Numeric(ref JsonCursor cursor, string? name) => name is null ? null
        : FactCatalogue.Find(name).Case is (Fact.Amount or Fact.Count or Fact.Share or Fact.Day) and Fact fact ? new Quantity.Of(fact)
        : FactCatalogue.FindDerived(name).Case is DerivedFact derived ? new Quantity.By(derived)
        : Refuse<Quantity>(ref cursor, name, NumericWords, NumericNames);

    public static Fact.Choice? Choice(ref JsonCursor cursor, string? name) => Find<Fact.Choice>(ref cursor, name, new Label("a choice", "单选"));

    public static Fact.Grade? Grade(ref JsonCursor cursor, string? name) => Find<Fact.Grade>(ref cursor, name, new Label("a grade", "等级"));

    public static Fact.Flag? Flag(ref JsonCursor cursor, string? name) => Find<Fact.Flag>(ref cursor, name, new Label("a flag", "是非"));

    public static Fact.Several? Several(ref JsonCursor cursor, string? name) => Find<Fact.Several>(ref cursor, name, new Label("a set", "多选"));

    /// <summary>The code, if the fact has it; null where there is none or it is a fault.</summary>
    public static string? Coded(this Fact fact, ref JsonCursor cursor, string at, string? code)
    {
        if (code is null || fact.PlaceOf(code).IsSome)
        {
            return code;
        }

        cursor.Report(JsonFaults.UnknownCode(cursor.Pointer + at, code, [.. fact.Members.Map(member => member.Code)], JsonFaults.Facts));
        return null;
    }

    private static T? Find<T>(ref JsonCursor cursor, string? name, Label words)
        where T : Fact => name is null ? null
        : FactCatalogue.Find(name).Case is T fact ? fact
        : Refuse<T>(ref cursor, name, words, [.. FactCatalogue.All.Filter(known => known is T).Map(known => known.Name)]);

    private static T? Refuse<T>(ref JsonCursor cursor, string name, Label words, IReadOnlyList<string> known)
        where T : class
    {
        if (FactCatalogue.Find(name).IsSome || FactCatalogue.FindDerived(name).IsSome)
        {
            cursor.FaultOf(
                "fact", "policy.fact-type", $"a criterion of this type reads {words.En}; '{name}' is none", $"此类条件读取{words.Zh}，“{name}”不是");
        }
        else
        {
            var meant = JsonFaults.Meant(name, known, JsonFaults.Facts);
            cursor.FaultOf("fact", "policy.unknown-fact", $"there is no fact '{name}'{meant.En}", $"没有事实“{name}”{meant.Zh}");
        }

        return null;
    }
}
