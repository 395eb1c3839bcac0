namespace Kehu.Domain;

/// <summary>A customer of a portfolio as rules see it: who, of which outlet, and what the record says since when.</summary>
public sealed record PortfolioCustomer(string Id, DateOnly AsOf, string Outlet, Customer Customer);
