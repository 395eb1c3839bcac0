namespace Kehu.Api;

/// <summary>How lively the business with a customer is.</summary>
internal enum Pace
{
    /// <summary>Several transactions a month, the last one lately.</summary>
    Active = 0,

    /// <summary>The last transaction within a year.</summary>
    Potential,

    /// <summary>The last transaction longer ago.</summary>
    Dormant,

    /// <summary>No transaction ever.</summary>
    Never,
}

/// <summary>The facts about the course of a relationship: since when, how often, until when.</summary>
internal static class Dealings
{
    /// <summary>
    /// How many days ago the relationship ended, 0 where it has not. All ends lie within the last year,
    /// so that the volume of twelve months stands beside them. Source: the churn by class of 002, 附录1 (2 %, 5 % and 10 %), a little more
    /// of each, so that the whole is near the 7 % of 002, 二.1.
    /// </summary>
    public static int ClosedDaysAgo(VolumeTier tier, Dice dice) => dice.ChanceInThousand(tier switch
    {
        VolumeTier.High => 22,
        VolumeTier.Medium => 55,
        VolumeTier.Low => 112,
    }) ? (int)dice.Between(1, 360) : 0;

    /// <summary>The fewest whole years that a relationship has at a pace: what sleeps began long ago.</summary>
    public static int FewestYears(Pace pace) => pace is Pace.Dormant or Pace.Never ? 2 : 0;

    /// <summary>The dates and the pace of a relationship that is some whole years old, with so many transactions a month where it is lively.</summary>
    public static void Write(FactSheet sheet, Pace pace, int years, int closedDaysAgo, long monthly, DateOnly asOf, Dice dice)
    {
        var since = asOf.AddYears(-years).AddDays(-(int)dice.Between(years == 0 ? Math.Min(closedDaysAgo + 1, 364) : 0, 364));
        sheet.Set(SharedFacts.CustomerSince, since);
        if (closedDaysAgo > 0)
        {
            sheet.Set(SharedFacts.ClosedOn, asOf.AddDays(-closedDaysAgo));
        }

        var few = pace == Pace.Potential && dice.Chance(45);
        sheet.Set(SharedFacts.EverTransacted, pace != Pace.Never);
        sheet.Set(SharedFacts.MonthlyTransactions, pace == Pace.Active ? Math.Max(monthly, 3) : few ? dice.Between(0, 2) : 0);
        var daysAgo = pace switch
        {
            Pace.Active => dice.Between(0, 85),
            Pace.Potential => few ? dice.Between(0, 85) : dice.Between(95, 360),
            Pace.Dormant => dice.Between(370, Math.Min(1_800, asOf.DayNumber - since.DayNumber)),
            Pace.Never => 0,
        };
        if (pace != Pace.Never)
        {
            var last = asOf.AddDays(-Math.Max((int)daysAgo, closedDaysAgo));
            sheet.Set(SharedFacts.LastTransactionOn, last < since ? since : last);
        }
    }
}
