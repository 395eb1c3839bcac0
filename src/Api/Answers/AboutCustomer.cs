namespace Kehu.Api;

/// <summary>A customer in the version that was read; 0: none was there yet.</summary>
internal readonly record struct AboutCustomer(string Id, long Version)
{
    /// <summary>The customer of a head.</summary>
    public static AboutCustomer Of(Row head) => new(head.Id, head.Version);

    /// <summary>Lets a unit be done only if the customer is still in that version.</summary>
    public Write Expected => new Write.Expect(Tables.Customers, Id, Version);
}
