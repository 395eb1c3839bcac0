namespace Kehu.Api;

/// <summary>What comes in of a customer as of a date.</summary>
internal abstract record Incoming
{
    private Incoming(string id, DateOnly asOf, Preferences said) => (Id, AsOf, Said) = (id, asOf, said);

    /// <summary>The customer.</summary>
    public string Id { get; }

    public DateOnly AsOf { get; }

    /// <summary>What it says of consents.</summary>
    public Preferences Said { get; }

    /// <summary>A whole record: small, where thousands wait to be filed.</summary>
    /// <param name="Key">What filing asks of it beside its canonical JSON.</param>
    /// <param name="Json">The record in its canonical form.</param>
    public sealed record Whole(SnapshotKey Key, ReadOnlyMemory<byte> Json) : Incoming(Key.Id, Key.AsOf, Key.Said)
    {
        public static Whole Of(CustomerRecord record) => new(SnapshotKey.Of(record), Held.JsonOf(record));
    }

    /// <summary>A part of one.</summary>
    public sealed record Part(CustomerPart Sent, string Source) : Incoming(
        Sent.Values.Id.Value, Sent.Values.AsOf, Sent.Values.Preferences);
}
