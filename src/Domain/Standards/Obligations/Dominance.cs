namespace Kehu.Domain;

/// <summary>Something that a class is owed and a higher class is not, or less of.</summary>
public sealed record Shortfall(ClassCode Higher, ClassCode Lower, Obligation Obligation);

/// <summary>Whether higher classes are owed at least what lower ones are. Channels and roles are not compared: only what, how often and how much.</summary>
public static class Dominance
{
    /// <summary>Every obligation of a class that some higher class is not owed at least.</summary>
    public static Arr<Shortfall> Shortfalls(this Standard standard) => new(
        standard.Classes.SelectMany((higher, at) => standard.Classes.Skip(at + 1).SelectMany(lower => lower.Obligations
            .Filter(owed => !higher.Obligations.Exists(more => more.Covers(owed)))
            .Map(owed => new Shortfall(higher.Class, lower.Class, owed)))));

    /// <summary>True when whoever is owed this is owed the other too.</summary>
    public static bool Covers(this Obligation more, Obligation less) => more.Code == less.Code && Covers(more.Rhythm, less.Rhythm) && (more, less) switch
    {
        (Obligation.EventInvitation(_, var levels, _), Obligation.EventInvitation(_, var others, _)) => others.ForAll(one => levels.Contains(one)),
        (Obligation.Dossier(var fields, _, _), Obligation.Dossier(var others, _, _)) => others.ForAll(one => fields.Contains(one)),
        (Obligation.ProductCoverage(var products, var kinds, _), Obligation.ProductCoverage(var others, var fewer, _)) =>
            kinds >= fewer && others.ForAll(one => products.Contains(one)),
        (Obligation.TailoredPlan(_, var tailoring, _), Obligation.TailoredPlan(_, var other, _)) => tailoring >= other,
        (Obligation.ResponseTime(var hours, _), Obligation.ResponseTime(var others, _)) => hours <= others,
        _ => true,
    };

    private static bool Covers(Rhythm more, Rhythm less) => (more, less) switch
    {
        (Rhythm.Counted(var frequency), Rhythm.Counted(var other)) => frequency.Covers(other),
        (Rhythm.OnOccasions(var occasions), Rhythm.OnOccasions(var others)) => others.ForAll(one => occasions.Contains(one)),
        (Rhythm.State(var within), Rhythm.State(var others)) => others.ForAll(days => within.Exists(fewer => fewer <= days)),
        (Rhythm.Standing, Rhythm.Standing) => true,
        _ => false,
    };
}
