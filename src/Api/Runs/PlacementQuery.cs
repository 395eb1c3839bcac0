using LanguageExt;
using Microsoft.OpenApi;

namespace Kehu.Api;

/// <summary>Which customers of a run are wanted, as the query has it: those with a class or an outcome of a policy.</summary>
internal sealed record PlacementQuery(string? Policy, string? Class, string? Outcome)
{
    private static readonly string[] Outcomes = ["decided", "open", "not-applicable"];

    /// <summary>The parameters that say which customers of a run are wanted.</summary>
    public static Param<PlacementQuery> Param { get; } = new(
        call => Of(call.Query),
        new DocumentedParameter("policy", ParameterLocation.Query, "A policy that was run.", Schemas.Text()),
        new DocumentedParameter("class", ParameterLocation.Query, "Only customers in this class of the policy.", Schemas.Text()),
        new DocumentedParameter(
            "outcome",
            ParameterLocation.Query,
            "Only customers with this outcome under the policy, in place of class.",
            Schemas.OneOf(RunPlacement.Outcomes)));

    /// <summary>Reads <c>policy</c>, <c>class</c> and <c>outcome</c>, of which the last two need the first and exclude each other.</summary>
    public static PlacementQuery Of(QueryReader query)
    {
        var read = new PlacementQuery(query.Code("policy"), query.Code("class"), query.Text("outcome"));
        if (read.Outcome is { } outcome && !Outcomes.Contains(outcome))
        {
            var fault = ValueFaults.UnknownCode("", outcome, Outcomes);
            query.Report("outcome", fault.Code, fault.Detail.En, fault.Detail.Zh);
        }

        if (read is { Policy: null, Class: not null } or { Policy: null, Outcome: not null })
        {
            query.Report("policy", "query.missing", "a class or an outcome is one of a policy: name the policy too", "类别或结论须与办法同时给出，请写明 policy");
        }

        if (read is { Class: not null, Outcome: not null })
        {
            query.Report("outcome", "query.both", "send class or outcome, not both", "class 与 outcome 只能给出其一");
        }

        return read;
    }

    /// <summary>What is wanted of a run, or what the run does not have.</summary>
    public Either<Fault, PlacementFilter> In(Run run)
    {
        if (Policy is null)
        {
            return PlacementFilter.Everybody;
        }

        if (run.PlaceOf(new PolicyId(Policy)).Case is not int place)
        {
            var ids = run.Versions.Map(one => one.Id.Value);
            return Fault.Of(
                "policy",
                "run.other-policies",
                $"run {run.Id} did not decide by '{Policy}'; it decided by {string.Join(", ", ids)}",
                $"运行 {run.Id} 未采用办法“{Policy}”；其采用的办法为 {string.Join("、", ids)}");
        }

        var policy = run.Versions[place];
        if (Class is { } code)
        {
            var codes = policy.Classes.Map(one => one.Value);
            var at = codes.ToList().IndexOf(code);
            return at < 0
                ? Fault.Of(
                    "class",
                    "class.unknown",
                    $"'{Policy}' has no class '{code}'; its classes are {string.Join(", ", codes)}",
                    $"办法“{Policy}”没有类别“{code}”；其类别为 {string.Join("、", codes)}")
                : new PlacementFilter(place, at, at);
        }

        return Outcome switch
        {
            null => new PlacementFilter(place, 0, policy.NotApplicable),
            "open" => new PlacementFilter(place, policy.Open, policy.Open),
            "not-applicable" => new PlacementFilter(place, policy.NotApplicable, policy.NotApplicable),
            _ => new PlacementFilter(place, 0, policy.Open - 1),
        };
    }
}
