namespace Kehu.Domain;

/// <summary>A customer as sent to be classified: the id may be left out.</summary>
public readonly record struct CustomerToClassify(Option<string> Id, CustomerKind Kind, KnownFacts Facts, Preferences Preferences)
{
    /// <summary>The customer as policies see it.</summary>
    public Customer Customer => new(Kind, Facts);
}

/// <summary>What counting needs of a stored record; the date is that of its facts.</summary>
public readonly record struct CountedCustomer(DateOnly AsOf, string Outlet, CustomerKind Kind, KnownFacts Facts)
{
    /// <summary>The customer as policies see it.</summary>
    public Customer Customer => new(Kind, Facts);
}

/// <summary>Whom a customer is entrusted to: all that is needed to know who sees it.</summary>
public readonly record struct EntrustedCustomer(string Outlet, Option<string> Manager);

/// <summary>A snapshot on file, and when it was recorded (UTC).</summary>
public sealed record RecordedSnapshot(DateTime RecordedAt, CustomerRecord Record);

/// <summary>A page of customers; with a class, those to whom a run gave it.</summary>
public sealed record CustomerPage(Listed<CustomerRecord> Customers, Option<string> Run);
