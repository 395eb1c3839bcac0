using Kehu.Api.Contracts.Json;
using Kehu.Domain;

namespace Kehu.Api.Contracts;

/// <summary>A call to simulate a policy; against which, on which date and how closely is left to the service where it is left out. No candidate: the route names it.</summary>
internal readonly record struct SimulationRequest(SentPolicy? Candidate, SentPolicy? Against, DateOnly? AsOf, int? First, int? Within, string? Outlet);

/// <summary>Calls to simulate, read.</summary>
internal static class SimulationRequestJson
{
    private static readonly JsonMembers Whole = new("against?", "asOf?", "first?", "within?", "outlet?", "candidate");

    private static readonly JsonMembers OfVersion = new("against?", "asOf?", "first?", "within?", "outlet?");

    /// <summary>The request with its candidate, or all its faults.</summary>
    public static IReadOnlyList<Fault> Read(ReadOnlySpan<byte> body, FactCatalogue facts, out SimulationRequest request) => Read(body, facts, Whole, out request);

    /// <summary>The request of a version that the route names, or all its faults.</summary>
    public static IReadOnlyList<Fault> ReadOfVersion(ReadOnlySpan<byte> body, FactCatalogue facts, out SimulationRequest request) => Read(body, facts, OfVersion, out request);

    private static IReadOnlyList<Fault> Read(ReadOnlySpan<byte> body, FactCatalogue facts, JsonMembers members, out SimulationRequest request)
    {
        var cursor = new JsonCursor(body);
        request = default;
        var seen = default(MemberSet);
        if (cursor.StartObject())
        {
            while (cursor.NextMember(members, ref seen, out var member))
            {
                request = member switch
                {
                    0 => request with { Against = PolicyRefJson.Read(ref cursor, facts) },
                    1 => request with { AsOf = CustomerJson.ReadAsOf(ref cursor) },
                    2 => request with { First = (int?)cursor.ReadWhole(0, SimulationQuestion.MostFirst) },
                    3 => request with { Within = (int?)MoneyJson.ReadHundredths(ref cursor, SimulationQuestion.MostWithin, "simulation.within") },
                    4 => request with { Outlet = CustomerJson.ReadUnit(ref cursor) },
                    _ => request with { Candidate = PolicyRefJson.Read(ref cursor, facts) },
                };
            }
        }

        return cursor.Finish();
    }
}
