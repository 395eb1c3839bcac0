using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Contracts;

/// <summary>So many customers of a class at an outlet, as a call for capacity brings them along.</summary>
internal sealed record PortfolioPart(string Outlet, ClassCode Class, long Customers)
{
    /// <summary>Their months of birth are not known.</summary>
    public (TallyKey, long) Count => (new TallyKey(Outlet, Class, Option<int>.None), Customers);
}

/// <summary>A call for the working time that a standard needs and the hours there are. No portfolio means the stored customers, of the outlet where one is named.</summary>
internal sealed record CapacityRequest(
    string Standard, Arr<Period> Months, IReadOnlyList<PortfolioPart>? Portfolio, string? Outlet, IReadOnlyDictionary<string, int> Minutes, Arr<WorkLine> Available)
{
    /// <summary>Minutes that an obligation takes each time: the call's own, else the usual ones.</summary>
    public int Take(Obligation obligation) => Minutes.TryGetValue(obligation.Code, out var minutes) ? minutes : Effort.Usual(obligation).Minutes;
}
