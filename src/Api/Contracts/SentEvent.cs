namespace Kehu.Api.Contracts;

/// <summary>Something that happened with a customer, as sent; without an id the service gives one.</summary>
internal sealed record SentEvent<T>(string Customer, T Event);
