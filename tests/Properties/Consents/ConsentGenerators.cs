using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Consents;

/// <summary>What customers may have said: few topics, days and moments, so that events meet.</summary>
internal static class ConsentGenerators
{
    public static readonly DateOnly Start = new(2026, 11, 1);

    public const int Days = 4;

    public static Gen<DateOnly> Dates { get; } = Gen.Choose(0, Days - 1).Select(Start.AddDays);

    public static Gen<ConsentEvent> Events { get; } =
        from date in Dates
        from about in Gen.OneOf(
            Gen.Elements(Enum.GetValues<ConsentPurpose>()).Select(purpose => (Func<DateOnly, bool, ConsentEvent>)((day, allows) => ConsentEvent.Of(day, purpose, allows))),
            Gen.Elements(Channel.Sms, Channel.Phone).Select(channel => (Func<DateOnly, bool, ConsentEvent>)((day, allows) => ConsentEvent.Of(day, channel, allows))))
        from allows in Gen.Elements(true, false)
        from via in Gen.Elements(None, None, Some("app"))
        select about(date, allows) with { Via = via };

    /// <summary>Events of which records bring only what records can bring.</summary>
    public static Gen<LoggedConsent> Logged { get; } =
        from said in Events
        from fromRecord in Gen.Elements(true, false)
        from moment in Gen.Choose(1, 6)
        select new LoggedConsent(said, Moment(moment), fromRecord);

    public static Gen<Preferences> Wishes { get; } =
        from channels in Gen.SubListOf(Channel.Sms, Channel.Phone)
        from consent in Gen.Elements(None, Some(true), Some(false))
        select new Preferences(new Arr<Channel>(channels.Order()), consent);

    public static DateTime Moment(int second) => new(2026, 11, 21, 2, 0, second, DateTimeKind.Utc);
}
