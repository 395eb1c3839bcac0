using LanguageExt;
using Microsoft.OpenApi;

namespace Kehu.Api;

/// <summary>Which surveys are wanted, and which part of their list.</summary>
internal sealed record SurveyList(SurveyQuery Wanted, Option<UnitAsked> Unit, Page Page)
{
    private static readonly Param<string?> Manager = Params.Unit("manager");

    private static readonly Param<Option<Satisfaction>> Answer = Params.One<Satisfaction>("answer", "Only surveys with this answer.", answer => answer.Code());

    private static readonly Param<Option<bool>> Commented = Param<Option<bool>>.OfQuery(
        (call, name) => call.Query.Bool(name).Known(), "commented",
        "Only surveys with a comment (true) or without one (false).", Schemas.Of(JsonSchemaType.Boolean));

    private static readonly Param<DateOnly?> From = Params.Day("from", "The first day; all before where left out.");

    private static readonly Param<DateOnly?> To = Params.Day("to", "The last day; all after where left out.");

    /// <summary>The parameters that say so. The last day is not before the first.</summary>
    public static Param<SurveyList> Param { get; } = Params.Together(Read, Params.OfUnit, Manager, Answer, Commented, From, To, Params.Page);

    private static SurveyList Read(CallReader call)
    {
        var unit = Params.OfUnit.Of(call);
        var read = new SurveyList(new(null, Manager.Of(call), Answer.Of(call), Commented.Of(call), From.Of(call), To.Of(call)), unit, Params.Page.Of(call));
        if (read.Wanted.To < read.Wanted.From)
        {
            call.Query.Report("to", "query.range", "to lies on or after from", "to 不早于 from");
        }

        return read;
    }
}
