namespace Kehu.Domain;

/// <summary>What records say of consents.</summary>
public static class RecordedPreferences
{
    /// <summary>
    /// The events of a record's date: marketing granted or withdrawn where it is said, and each channel named refused. What is left out is no event, so
    /// that nothing is ended by it.
    /// </summary>
    public static Arr<ConsentEvent> Events(this Preferences said, DateOnly asOf) => new(
        said.MarketingConsent.Map(agreed => ConsentEvent.Of(asOf, ConsentPurpose.Marketing, agreed)).AsEnumerable()
            .Concat(said.RefusedChannels.Map(channel => ConsentEvent.Of(asOf, channel, accepted: false))));

    /// <summary>The same as they stand in the log, recorded at a moment.</summary>
    public static Arr<LoggedConsent> Recorded(this Preferences said, DateOnly asOf, DateTime moment) =>
        said.Events(asOf).Map(one => new LoggedConsent(one, moment, FromRecord: true));

    /// <summary>What records say that are read with their preferences, whenever they were recorded.</summary>
    public static ConsentLog Consents(this Arr<CustomerRecord> records) => ConsentLog.Of(records
        .Filter(record => record.Preferences != Preferences.Unknown)
        .Bind(record => record.Preferences.Recorded(record.AsOf, default)));
}
