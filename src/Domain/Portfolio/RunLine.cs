namespace Kehu.Domain;

/// <summary>What a run found of a customer under a policy.</summary>
public sealed record RunDecision(RunPolicy Policy, RunVerdict Verdict)
{
    private RunPlacement Answer => Policy.AnswerOf(Policy.NumberOf(Verdict));

    private Option<RunVerdict.Open> WhereOpen => Verdict is RunVerdict.Open open ? Some(open) : None;

    /// <summary>The decision on the wire.</summary>
    public static Contract<RunDecision> Contract { get; } = Answered<RunDecision>.Object(
        "possible, missing and mayNotApply where open, reason where not applicable, standing of a policy that ranks whole portfolios.",
        [
            .. Answered<RunDecision>.Part(RunPolicy.Contract, decision => decision.Policy),
            .. Answered<RunDecision>.Part(RunPlacement.Contract, decision => decision.Answer),
            Answered<RunDecision>.Optional(
                "standing", Forms.One<RankReason>(RunCodes.Code), decision => decision.Verdict is RunVerdict.Ranked(_, var reason) ? Some(reason) : None),
            Answered<RunDecision>.Optional(
                "possible",
                Forms.List(Forms.Plain),
                decision => decision.WhereOpen.Map(open => new Arr<string>(open.Possible.InOrder().Select(place => decision.Policy.Classes[place].Value)))),
            Answered<RunDecision>.Optional("missing", Forms.List(Forms.Plain), decision => decision.WhereOpen.Map(open => open.Missing)),
            Answered<RunDecision>.Optional("mayNotApply", Forms.Flag, decision => decision.WhereOpen.Map(open => open.MayNotApply)),
            Answered<RunDecision>.Optional("reason", Forms.Plain, decision => decision.Verdict is RunVerdict.NotApplicable(var reason) ? Some(reason) : None),
        ]);
}

/// <summary>What a run found of a customer, from which snapshot: under all its policies, or under the one at a place.</summary>
public sealed record RunLine(Run Run, DecidedCustomer Customer, Option<int> Only)
{
    private static readonly Contract<DecidedCustomer> Snapshot = Answered<DecidedCustomer>.Object(
        "",
        Answered<DecidedCustomer>.Always("asOf", Forms.Day, customer => customer.AsOf),
        Answered<DecidedCustomer>.Always("recordedAt", Forms.Instant, customer => customer.RecordedAt));

    /// <summary>The line on the wire.</summary>
    public static Contract<RunLine> Contract { get; } = Answered<RunLine>.Object(
        "What a run found of a customer, from which snapshot.",
        Answered<RunLine>.Always("customer", Forms.Plain, line => line.Customer.Id),
        Answered<RunLine>.Always("snapshot", Snapshot, line => line.Customer),
        Answered<RunLine>.Always("decisions", Forms.List(RunDecision.Contract), line => line.Decisions));

    private Arr<RunDecision> Decisions => new(
        Run.Versions.Select((policy, place) => (Place: place, Decision: new RunDecision(policy, Customer.Verdicts[place])))
            .Where(one => Only.ForAll(place => place == one.Place))
            .Select(one => one.Decision));
}
