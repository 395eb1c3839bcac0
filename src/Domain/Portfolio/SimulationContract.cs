namespace Kehu.Domain;

/// <summary>Simulations on the wire: answers of policies in a word, assets in yuan.</summary>
public static class SimulationContract
{
    /// <summary>Of the customers in memory, who are fewer than 32 bits hold: their duties and minutes never need more than 64.</summary>
    private readonly record struct Change(long Before, long After)
    {
        public static Change Of(Int128 before, Int128 after) => new(checked((long)before), checked((long)after));
    }

    private static readonly Contract<Change> Changed = Answered<Change>.Object(
        "",
        Answered<Change>.Always(TransitionContract.Before.Name, Forms.Counted, change => change.Before),
        Answered<Change>.Always(TransitionContract.After.Name, Forms.Counted, change => change.After),
        Answered<Change>.Always("difference", Forms.Difference, change => change.After - change.Before));

    private static readonly Contract<RoleEffect> OfRole = Answered<RoleEffect>.Object(
        "",
        Answered<RoleEffect>.Always("role", Forms.One<Role>(Roles.Code), effect => effect.Role),
        Answered<RoleEffect>.Always("duties", Changed, effect => Change.Of(effect.DutiesBefore, effect.DutiesAfter)),
        Answered<RoleEffect>.Always("minutes", Changed, effect => Change.Of(effect.MinutesBefore, effect.MinutesAfter)));

    private static readonly Contract<DutyEffect> OfStandard = Answered<DutyEffect>.Object(
        "unserved: classes of the candidate that the standard does not name.",
        Answered<DutyEffect>.Always("standard", Forms.Plain, effect => effect.Standard.Value),
        Answered<DutyEffect>.Always("label", Forms.Words, effect => effect.Label),
        Answered<DutyEffect>.Always("unserved", Forms.List(Forms.Plain), effect => effect.Unserved.Map(code => code.Value)),
        Answered<DutyEffect>.Always("roles", Forms.List(OfRole), effect => effect.Roles));

    private static readonly Contract<Simulation> Duties = Answered<Simulation>.Object(
        "Duties of twelve whole months and the minutes they take, by the classes before and after; none says why there are none to tell.",
        Answered<Simulation>.Optional("from", Forms.Day, simulation => simulation.Months.Map(months => months.From)),
        Answered<Simulation>.Optional("to", Forms.Day, simulation => simulation.Months.Map(months => months.To)),
        Answered<Simulation>.Optional("none", Forms.Words, simulation => simulation.WithoutDuties),
        Answered<Simulation>.Always("standards", Forms.List(OfStandard), simulation => simulation.Duties));

    private static readonly Contract<Simulation> Open = Answered<Simulation>.Object(
        "How many classes are open.",
        Answered<Simulation>.Always(TransitionContract.Before.Name, Forms.Count, simulation => simulation.OpenBefore),
        Answered<Simulation>.Always(TransitionContract.After.Name, Forms.Count, simulation => simulation.OpenAfter));

    /// <summary>What a changed policy would do.</summary>
    public static Contract<Simulation> Contract { get; } = Answered<Simulation>.Object(
        "What a changed policy would do.",
        [
            Answered<Simulation>.Always("name", Forms.Plain, simulation => simulation.Name),
            Answered<Simulation>.Always("candidate", SimulatedPolicy.Contract, simulation => simulation.Candidate),
            Answered<Simulation>.Nullable("against", SimulatedPolicy.Contract, simulation => simulation.Against) with
            {
                Says = "Null where the policy is new.",
            },
            Answered<Simulation>.Always("asOf", Forms.Day, simulation => simulation.AsOf),
            .. UnitAsked.ToldOrNull<Simulation>(simulation => simulation.Unit),
            Answered<Simulation>.Always("first", Forms.Count, simulation => simulation.First),
            Answered<Simulation>.Always("within", Within, simulation => simulation.Within),
            Answered<Simulation>.Always("portfolio", Forms.Plain, simulation => simulation.Portfolio) with
            {
                Says = "The content hash of the customers looked at.",
            },
            Answered<Simulation>.Always("customers", Forms.Count, simulation => simulation.Customers),
            Answered<Simulation>.Always("moved", CountedSum.Contract, simulation => simulation.Moved.Counted) with
            {
                Says = "Those to whom the change means something.",
            },
            Answered<Simulation>.Always("open", Open, simulation => simulation),
            Answered<Simulation>.Always("transitions", Forms.List(TransitionContract.Cell), simulation => simulation.Cells),
            Answered<Simulation>.Always("outlets", Forms.List(TransitionContract.AtOutlet), simulation => simulation.Outlets),
            Answered<Simulation>.Always("duties", Duties, simulation => simulation),
            Answered<Simulation>.Always("cliffs", CliffContract.Report, simulation => simulation.Cliffs),
        ]);

    /// <summary>How closely, in percent.</summary>
    public static Form<long> Within => new Form.Hundredths(SimulationQuestion.MostWithin, "simulation.within");
}
