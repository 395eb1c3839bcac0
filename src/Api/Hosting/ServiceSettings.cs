using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>All that a start is set to, read once and together, so that everything wrong is said at once.</summary>
internal sealed record ServiceSettings(
    StoreSettings Store, TimeSpan RejectsKept, CustomerRetention Retention, StreamSettings Streams, PortfolioSettings Portfolio,
    EvaluationNumbers Evaluation, StandardBook Standards, ContactLimits Contacts, WorkCalendar Calendar,
    Arr<string> Origins, AccessSettings Access, CallLimits Limits, ExpectedFeeds Feeds, SourceOrder Sources, FactAges Ages)
{
    /// <summary>The settings, or everything wrong with them.</summary>
    public static Validation<SettingFault, ServiceSettings> From(IConfiguration configuration)
    {
        var store = StoreSettings.From(configuration);
        var rejects = Rejects.KeptBy(configuration);
        var retention = RetentionSettings.From(configuration);
        var streams = StreamSettings.From(configuration);
        var portfolio = PortfolioSettings.From(configuration);
        var evaluation = EvaluationSettings.From(configuration);
        var files = DossierSettings.From(configuration, ShippedStandards.All);
        var standards = StandardSettings.From(configuration, files.IfFail(_ => ShippedStandards.All));
        var calendar = MovedDaysFile.From(configuration);
        var contacts = ContactLimitSettings.From(configuration, standards.Match(Succ: book => book.All, Fail: _ => default));
        var origins = CorsSettings.From(configuration);
        var access = AccessSettings.From(configuration);
        var limits = CallLimits.From(configuration);
        var feeds = FeedSettings.From(configuration);
        var sources = SourceSettings.From(configuration);
        var ages = FactAgeSettings.From(configuration);
        var faults = Seq(
            store.FailAsEnumerable(), rejects.FailAsEnumerable(), retention.FailAsEnumerable(), access.FailAsEnumerable(),
            streams.FailAsEnumerable(), portfolio.FailAsEnumerable(),
            evaluation.FailAsEnumerable(), files.FailAsEnumerable(), standards.FailAsEnumerable(), contacts.FailAsEnumerable(),
            calendar.FailAsEnumerable(),
            origins.FailAsEnumerable(), limits.FailAsEnumerable(), feeds.FailAsEnumerable(), sources.FailAsEnumerable(),
            ages.FailAsEnumerable()).Bind(identity).Strict();
        return faults.IsEmpty
            ? new ServiceSettings(
                Sound(store), Sound(rejects), Sound(retention), Sound(streams), Sound(portfolio), Sound(evaluation), Sound(standards), Sound(contacts),
                Sound(calendar), Sound(origins), Sound(access), Sound(limits), Sound(feeds), Sound(sources), Sound(ages))
            : Validation<SettingFault, ServiceSettings>.Fail(faults);
    }

    private static T Sound<T>(Validation<SettingFault, T> read) => read.IfFail(faults => throw SettingFault.Stopped(faults));
}
