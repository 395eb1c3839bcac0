namespace Kehu.Domain;

/// <summary>
/// A run, as counted of the customers who belong to a unit today; of everybody where none is asked for. How the run stands is said of the whole of it.
/// </summary>
public sealed record RunOfUnit(Run Run, Option<UnitAsked> Unit)
{
    /// <summary>A run as it is answered.</summary>
    public static Contract<RunOfUnit> Contract { get; } = Answered<RunOfUnit>.Object(
        "A run with what it counts: of everybody, or of a unit's customers of today.",
        [
            .. Answered<RunOfUnit>.FieldsOf(RunContract.Whole.Fields, one => one.Run),
            .. UnitAsked.Told<RunOfUnit>(one => one.Unit),
        ]) with
    { Name = "Run" };

    /// <summary>A run with what was counted of a unit, by policy. Which way customers went is known of everybody together alone.</summary>
    public static RunOfUnit Of(Run run, UnitAsked unit, Arr<RunTally> tallies) => new(
        run with
        {
            Policies = new Arr<PolicyRun>(run.Policies.Select((policy, place) => policy with { Tally = tallies[place], Matrix = None })),
        },
        Some(unit));
}
