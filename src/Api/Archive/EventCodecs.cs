namespace Kehu.Api;

/// <summary>Events of one sort in JSON and as they are kept.</summary>
internal static class EventCodecs<T>
    where T : class, IDatedEvent<T>
{
    /// <summary>One with its customer.</summary>
    public static ContractCodec<SentEvent<T>> Sent { get; } = JsonForms.All.Of(SentEvent<T>.Contract);

    /// <summary>A page of them.</summary>
    public static ContractCodec<Listed<SentEvent<T>>> Page { get; } = JsonForms.All.Of(Listed<SentEvent<T>>.Of(SentEvent<T>.Contract));

    /// <summary>One without its customer, id and day, which are kept with the row.</summary>
    public static StoredContract<T> Kept { get; } = new(T.Contract, StoredForms.All);
}
