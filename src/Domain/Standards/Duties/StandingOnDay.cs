namespace Kehu.Domain;

/// <summary>A customer under a standard on a day: the stay in force, and what the policy made of the newest record.</summary>
public sealed record StandingOnDay(Standard Standard, Option<Stay> Stay, Option<Outcome> Latest)
{
    /// <summary>A standing as it is answered.</summary>
    public static Contract<StandingOnDay> Contract { get; } = Answered<StandingOnDay>.Object(
        "The class in force today (null: none) and what the newest record was decided to be.",
        Answered<StandingOnDay>.Always("standard", Forms.Plain, one => one.Standard.Id.Value),
        Answered<StandingOnDay>.Always("policy", Forms.Plain, one => one.Standard.Policy.Value),
        Answered<StandingOnDay>.Nullable("class", Forms.Plain, one => one.Stay.Map(stay => stay.Class.Value)),
        Answered<StandingOnDay>.Optional("decidedOn", Forms.Day, one => one.Stay.Map(stay => stay.DecidedOn)),
        Answered<StandingOnDay>.Optional("latest", OutcomeInShort.Contract, one => one.Latest));

    /// <summary>The standings of a customer.</summary>
    public static Form.List<StandingOnDay> List { get; } = new Form.List<StandingOnDay>(Contract) { Name = "Standings" };

    /// <summary>A customer under every standard on a day.</summary>
    public static Arr<StandingOnDay> On(ServiceStanding standing, DateOnly day) =>
        standing.Under.Map(one => new StandingOnDay(one.Standard, one.Served.On(day), one.Latest));
}

/// <summary>An outcome without its policy and its reasons, as it is answered.</summary>
internal static class OutcomeInShort
{
    public static Contract<Outcome> Contract { get; } = Answered<Outcome>.Object(
        "",
        Answered<Outcome>.Always("outcome", new Form.Code(Array("decided", "open", "not-applicable")), Code),
        Answered<Outcome>.Optional("class", Forms.Plain, outcome => outcome is Outcome.Decided(var assigned, _) ? Some(assigned.Code.Value) : None),
        Answered<Outcome>.Optional(
            "possible", Forms.List(Forms.Plain), outcome => outcome is Outcome.Open open ? Some(open.Possible.Map(one => one.Code.Value)) : None),
        Answered<Outcome>.Optional(
            "missing", Forms.List(Forms.Plain), outcome => outcome is Outcome.Open open ? Some(open.Missing.Map(fact => fact.Name)) : None),
        Answered<Outcome>.Optional("reason", Forms.Plain, outcome => outcome is Outcome.NotApplicable(var reason) ? Some(reason.Code) : None));

    private static string Code(Outcome outcome) => outcome switch
    {
        Outcome.Decided => "decided",
        Outcome.Open => "open",
        Outcome.NotApplicable => "not-applicable",
    };
}
