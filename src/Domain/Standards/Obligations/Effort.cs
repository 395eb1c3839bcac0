namespace Kehu.Domain;

/// <summary>Working time that a role needs in a year for one customer of a class.</summary>
public sealed record RoleMinutes(Role Role, int MinutesAYear);

/// <summary>The working time that obligations take. Source: standards, Capacity (minutes are house parameters).</summary>
public static class Effort
{
    /// <summary>Minutes each time, unless a call says otherwise, and the name of the house number.</summary>
    public static (int Minutes, Citation Citation) Usual(Obligation obligation) => obligation switch
    {
        Obligation.ActiveContact => Set(obligation, 15),
        Obligation.Greeting => Set(obligation, 5),
        Obligation.Gift => Set(obligation, 30),
        Obligation.BirthdayGift => Set(obligation, 30),
        Obligation.EventInvitation => Set(obligation, 20),
        Obligation.SeniorVisit => Set(obligation, 120),
        Obligation.ProductMessage => Set(obligation, 1),
        Obligation.Dossier => Set(obligation, 30),
        Obligation.ProductCoverage => Set(obligation, 15),
        Obligation.Survey => Set(obligation, 10),
        Obligation.MarketInformation => Set(obligation, 5),
        Obligation.Promotion => Set(obligation, 2),
        Obligation.OneToOne => Set(obligation, 30),
        Obligation.TailoredPlan => Set(obligation, 180),
        Obligation.Revisit => Set(obligation, 60),
        Obligation.OwnerRole => Set(obligation, 0),
        Obligation.ResponseTime => Set(obligation, 0),
    };

    /// <summary>How often a year of full service brings the obligation; standing ones and complaints come unplanned.</summary>
    public static int TimesAYear(this Obligation obligation) => obligation.Rhythm switch
    {
        Rhythm.Counted(var frequency) => frequency.AYear,
        Rhythm.OnOccasions(var occasions) => occasions.Count,
        Rhythm.State => 4,
        Rhythm.Standing => 0,
    };

    /// <summary>Minutes a year for one customer of the class, by the role that carries the work; <paramref name="minutes"/> gives those of each time.</summary>
    public static Arr<RoleMinutes> MinutesAYear(this Standard standard, ClassCode code, Func<Obligation, int> minutes) => new(
        standard.Owed(code).IfNone(Array<Obligation>())
            .Filter(obligation => !obligation.Terms.By.IsEmpty)
            .GroupBy(obligation => obligation.Terms.By[0])
            .Select(role => new RoleMinutes(role.Key, role.Sum(obligation => obligation.TimesAYear() * minutes(obligation))))
            .Where(role => role.MinutesAYear > 0)
            .OrderBy(role => role.Role));

    private static (int Minutes, Citation Citation) Set(Obligation obligation, int minutes) =>
        (minutes, Citation.Set($"minutes-{obligation.Code}", "an estimate of the time it takes each time", "每次所需时间的估计"));
}
