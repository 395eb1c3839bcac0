using LanguageExt;
using Microsoft.OpenApi;

namespace Kehu.Api;

/// <summary>The parameters that many routes take.</summary>
internal static class Params
{
    /// <summary>The id of a customer in the path.</summary>
    public static Param<string> Customer { get; } = CustomerSuchAs("E-1");

    /// <summary>How many items of a list.</summary>
    public static Param<int> Limit { get; } = Param<int>.OfQuery(
        (call, name) => call.Query.Int(name, 1, Paging.MaxLimit) ?? Paging.DefaultLimit,
        "limit", "How many items, 1 to 500; 100 where left out.", Schemas.Of(JsonSchemaType.Integer));

    /// <summary>Which part of a list.</summary>
    public static Param<Page> Page { get; } = new(
        call => call.Query.Page(),
        [.. Limit.Told, new DocumentedParameter("cursor", ParameterLocation.Query, "The member next of the page before.", Schemas.Text())]);

    /// <summary>The date of a decision; none where it is left out.</summary>
    public static Param<DateOnly?> AsOf { get; } = Day("asOf", "The date of the decision; today (UTC+8) where left out.", "2026-11-21");

    /// <summary>A moment up to which the service knew; none where it is left out.</summary>
    public static Param<DateTime?> KnownAt { get; } = Param<DateTime?>.OfQuery(
        (call, name) => call.Query.Moment(name), "knownAt",
        "What the service knew at this moment (RFC 3339, with Z or an offset: 2026-11-21T08:00:00Z); now where left out.", Schemas.Text());

    /// <summary>Whether decisions carry their evidence.</summary>
    public static Param<bool> Evidence(bool byDefault) => Flag("evidence", "Whether each decision carries its evidence.", byDefault);

    /// <summary>Whether open decisions name the fact to ask next.</summary>
    public static Param<bool> Ask(bool byDefault) => Flag("ask", "Whether an open decision names the fact to ask next.", byDefault);

    /// <summary>Ids of policies; none where all are meant.</summary>
    public static Param<IReadOnlyList<string>?> Policies { get; } = Param<IReadOnlyList<string>?>.OfQuery(
        (call, name) => call.Query.Codes(name), "policies", "Policy ids with commas between them; all for the customer's kind where left out.",
        Schemas.Text(), example: "enterprise-size");

    /// <summary>The id of a policy, which has to be named; null where it is not, or wrongly.</summary>
    public static Param<string?> Policy { get; } = Param<string?>.OfQuery(
        (call, name) => call.Query.NeededCode(name), "policy", "The id of a policy.", Schemas.Text(), needed: true, example: "enterprise-size");

    /// <summary>The code of a manager; none where all are meant.</summary>
    public static Param<string?> Unit(string name, string? example = null) =>
        Param<string?>.OfQuery((call, of) => call.Query.Unit(of), name, $"Only customers of this {name}, by its code.", Schemas.Text(), example: example);

    /// <summary>The unit whose customers are meant: one of an outlet, a sub-branch and a branch; none where all are.</summary>
    public static Param<Option<UnitAsked>> OfUnit { get; } = OfUnits(level => $"Only customers of this {level.Code()}, by its code.");

    /// <summary>The same of something else, and with an example of an outlet.</summary>
    public static Param<Option<UnitAsked>> OfUnits(Func<UnitLevel, string> says, string? outlet = null) => new(
        call => call.Query.UnitAsked(),
        [.. UnitAsked.Levels.Map(level => new DocumentedParameter(
            level.Member(), ParameterLocation.Query, level == UnitLevel.Outlet ? says(level) : $"{says(level)} {OneOfThree}", Schemas.Text(),
            Example: level == UnitLevel.Outlet ? outlet : null))]);

    /// <summary>What is said of units above outlets.</summary>
    private const string OneOfThree = "One of outlet, subBranch and branch.";

    /// <summary>A day; none where it is left out.</summary>
    public static Param<DateOnly?> Day(string name, string says, string? example = null) =>
        Param<DateOnly?>.OfQuery((call, of) => call.Query.Day(of), name, says, Schemas.Text("date"), example: example);

    /// <summary>Yes or no.</summary>
    public static Param<bool> Flag(string name, string says, bool byDefault) =>
        Param<bool>.OfQuery((call, of) => call.Query.Bool(of, byDefault), name, says, Schemas.Of(JsonSchemaType.Boolean));

    /// <summary>One of an enumeration, by its code; none where it is left out.</summary>
    public static Param<Option<E>> One<E>(string name, string says, Func<E, string> code)
        where E : struct, Enum =>
        Param<Option<E>>.OfQuery((call, of) => call.Query.OneOf(of, code), name, says, Schemas.OneOf(Enum.GetValues<E>().Select(code)));

    /// <summary>The language of the answer, where it is told before other parameters; it is read when the answer is made.</summary>
    public static Param<LanguageExt.Unit> Language { get; } = new(_ => default, RequestHeaders.Language);

    /// <summary>What several parameters say together.</summary>
    public static Param<V> Together<V>(Func<CallReader, V> reading, params IEnumerable<Param> told) => new(reading, [.. told.SelectMany(param => param.Told)]);

    /// <summary>The id of a customer in the path, with an example.</summary>
    public static Param<string> CustomerSuchAs(string example) =>
        Part("id", "The id.", example, text => CustomerId.From(text).Match(Succ: _ => Seq<Fault>.Empty, Fail: faults => faults));

    /// <summary>A part of the path, whatever it is.</summary>
    public static Param<string> Part(string name, string says, string example) => Param<string>.OfPath((call, of) => call.Part(of), name, says, example);

    /// <summary>A part of the path with which something may be wrong.</summary>
    public static Param<string> Part(string name, string says, string example, Func<string, Seq<Fault>> faults) => Param<string>.OfPath(
        (call, of) =>
        {
            call.Refuse(of, faults(call.Part(of)));
            return call.Part(of);
        },
        name, says, example);
}
