using LanguageExt;
using Microsoft.OpenApi;

namespace Kehu.Api;

/// <summary>The parameters that say which cases are meant.</summary>
internal static class CaseParams
{
    /// <summary>The id of a case.</summary>
    public static Param<string> Id { get; } = Params.Part(
        "id", "The id of the case.", "C-1", text => CaseId.From(text).Match(Succ: _ => Seq<Fault>.Empty, Fail: faults => faults));

    public static Param<Option<string>> OfCustomer { get; } = Of("customer", "Only cases of this customer.");

    public static Param<Option<UnitAsked>> OfUnit { get; } =
        Params.OfUnits(level => $"Only cases of this {level.Code()}: that of the customer when the case was opened.");

    public static Param<Option<CasePhase>> Phase { get; } = Params.One<CasePhase>("phase", "Only cases that stand here.", phase => phase.Code());

    public static Param<Option<CaseType>> Type { get; } = Params.One<CaseType>("type", "Only cases of this type.", type => type.Code());

    public static Param<Option<Urgency>> Urgency { get; } = Params.One<Urgency>("urgency", "Only cases this pressing.", urgency => urgency.Code());

    /// <summary>The days from one to another, which both have to be named.</summary>
    public static Param<DateRange> Days { get; } = new(
        call =>
        {
            var days = (From: call.Query.NeededDay("from"), To: call.Query.NeededDay("to"));
            if (days is ({ } from, { } to) && (to < from || new DateRange(from, to).Days > ServicePlanRequest.LongestDays))
            {
                call.Query.Report("to", "query.range", "to lies on or after from, at most ten years later", "to 不早于 from，且相距不超过十年");
            }

            return new DateRange(days.From ?? default, days.To ?? default);
        },
        Day("from", "2026-01-01"), Day("to", "2026-12-31"));

    private static Param<Option<string>> Of(string name, string says) =>
        Param<Option<string>>.OfQuery((call, of) => call.Query.Unit(of).Known(), name, says, Schemas.Text());

    private static DocumentedParameter Day(string name, string example) =>
        new(name, ParameterLocation.Query, "A day, itself included.", Schemas.Text("date"), Required: true, example);
}
