using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Standards;

/// <summary>Customers with stays in classes of the shipped standards, and what was done for them.</summary>
internal static class StandardGenerators
{
    public static readonly WorkCalendar Calendar = new(Array<DayMoved>());

    private static readonly DateOnly Start = new(2026, 1, 1);

    public static Gen<Standard> Standards { get; } = Gen.Elements(ShippedStandards.All.AsEnumerable());

    /// <summary>A day of the years 2024 to 2027, leap day and ends of periods among them.</summary>
    public static Gen<DateOnly> Recent { get; } = Gen.Frequency(
        (5, Gen.Choose(-730, 729).Select(day => Start.AddDays(day))),
        (1, Gen.Elements(new DateOnly(2024, 2, 29), new DateOnly(2025, 12, 31), new DateOnly(2026, 1, 1), new DateOnly(2026, 6, 30), new DateOnly(2026, 9, 30))));

    public static Gen<DateRange> Queries { get; } =
        from one in Recent
        from other in Recent
        select one < other ? new DateRange(one, other) : new DateRange(other, one);

    private static readonly DateOnly LongAgo = new(1950, 1, 1);

    private static Gen<ConsentState> Preferred { get; } = Gen.Frequency(
        (3, Gen.Constant(Willing)),
        (1, from refused in Gen.SubListOf(Enum.GetValues<Channel>())
            from consent in Gen.Elements(Some(true), Some(false), None)
            from survey in Gen.Elements(Array<ConsentPurpose>(), Array(ConsentPurpose.Survey))
            select ConsentState.Of(new Preferences(new Arr<Channel>(refused), consent)) is var state ? state with { Withdrawn = state.Withdrawn + survey } : Willing));

    /// <summary>What is not wanted, often the same all along.</summary>
    private static Gen<Arr<Wish>> Wishes { get; } = Gen.Frequency(
        (3, from all in Preferred select Array(new Wish(LongAgo, all))),
        (1, from first in Preferred from then in Preferred from day in Recent select Array(new Wish(LongAgo, first), new Wish(day, then))));

    /// <summary>Somebody who refuses nothing and has agreed to marketing.</summary>
    public static Arr<Wish> Anything { get; } = Array(new Wish(LongAgo, Willing));

    private static ConsentState Willing => ConsentState.Unknown with { Granted = Array(ConsentPurpose.Marketing) };

    public static Gen<Served> Customers(Standard standard) =>
        from count in Gen.Choose(1, 4)
        from decided in Recent.ArrayOf(count)
        from classes in Gen.Frequency((5, Gen.Elements(standard.Classes.Map(care => Some(care.Class)).AsEnumerable())), (1, Gen.Constant(Option<ClassCode>.None))).ArrayOf(count)
        from born in Gen.Frequency((1, Gen.Constant(Option<DateOnly>.None)), (3, Gen.Elements(new DateOnly(1980, 2, 29), new DateOnly(1975, 10, 2), new DateOnly(1990, 1, 1), new DateOnly(1960, 5, 3)).Select(Some)))
        from opened in Gen.Frequency((1, Gen.Constant(Option<DateOnly>.None)), (3, Recent.Select(Some)), (3, Gen.Constant(Some(new DateOnly(2020, 1, 1)))))
        from wishes in Wishes
        select new Served(Stay.Following(decided.Zip(classes)), born, opened, wishes);

    /// <summary>Things done, often on days when windows meet, most of them over channels that fit.</summary>
    public static Gen<Engagement[]> Done(DateRange days, int most) =>
        from count in Gen.Choose(0, most)
        from when in Gen.Choose(0, days.Days - 1).ArrayOf(count)
        from channels in Gen.Elements(Channel.Phone, Channel.Sms, Channel.Phone, Channel.Meeting, Channel.Invitation, Channel.EMail).ArrayOf(count)
        from kinds in Gen.Elements(Enum.GetValues<EngagementKind>()).ArrayOf(count)
        from ids in Gen.Shuffle(Enumerable.Range(0, count).ToArray())
        from roles in Gen.Elements(Enum.GetValues<Role>().Select(Some).Append(Option<Role>.None)).ArrayOf(count)
        from occasions in Gen.Frequency((3, Gen.Constant(Option<Occasion>.None)), (1, Gen.Elements(Occasions.All.Map(Some).AsEnumerable()))).ArrayOf(count)
        select when.Select((day, at) => new Engagement($"e{ids[at]}", days.From.AddDays(day), channels[at], kinds[at]) { By = roles[at], Occasion = occasions[at] }).ToArray();

    public static Gen<(Standard Standard, Served Served)> Cases { get; } = from standard in Standards from served in Customers(standard) select (standard, served);
}
