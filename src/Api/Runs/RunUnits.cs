using LanguageExt;

namespace Kehu.Api;

/// <summary>
/// What a run found of the customers of a unit. A run keeps no outlets: a customer is of the outlet of its newest record, so that one who has moved since the
/// run is where it is now, and one who is withdrawn is of no unit.
/// </summary>
internal sealed class RunUnits(CustomerStore store, RunArchive archive)
{
    /// <summary>The customers with an answer that is wanted, by id. No outlet has those who are withdrawn.</summary>
    public IAsyncEnumerable<DecidedCustomer> Customers(Run run, OutletsAsked outlets, PlacementFilter wanted, CancellationToken ct) =>
        archive.Beside(run, Heads(outlets, ct), wanted, "", ct).SelectMany(one => one.Found.AsEnumerable().ToAsyncEnumerable());

    /// <summary>How many of them have each answer, by policy.</summary>
    public async ValueTask<Arr<RunTally>> Count(Run run, OutletsAsked outlets, CancellationToken ct)
    {
        var counts = run.Versions.Map(policy => new long[policy.Answers]).ToArray();
        await foreach (var customer in Customers(run, outlets, PlacementFilter.Everybody, ct))
        {
            for (var place = 0; place < counts.Length; place++)
            {
                counts[place][run.Policies[place].Policy.NumberOf(customer.Verdicts[place])]++;
            }
        }

        return new Arr<RunTally>(counts.Select(one => new RunTally(new Arr<long>(one))));
    }

    private IAsyncEnumerable<Row> Heads(OutletsAsked outlets, CancellationToken ct) => outlets switch
    {
        OutletsAsked.One(var code) => store.Within(AccessScope.Bank).Page(Tables.Customers, Tables.OfOutlet, code, "", int.MaxValue, ct),
        OutletsAsked.Under => store.Within(outlets.Within(AccessScope.Bank)).Range(Tables.Customers, "", "", ct),
    };
}
