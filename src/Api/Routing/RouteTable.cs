namespace Kehu.Api.Routing;

/// <summary>The routes of one feature.</summary>
internal interface IFeature
{
    IEnumerable<Route> Routes { get; }
}

/// <summary>All routes of the service.</summary>
internal sealed class RouteTable
{
    /// <summary>Every feature of the service.</summary>
    private static readonly Type[] Features =
    [
        typeof(Cases.CaseRoutes),
        typeof(Duties.DutyRoutes),
        typeof(Runs.RunRoutes),
        typeof(Standards.CalendarRoutes),
        typeof(Standards.CapacityRoutes),
        typeof(Standards.ServicePlanRoutes),
        typeof(Standards.StandardRoutes),
    ];

    private readonly List<Route> routes;

    public RouteTable(IServiceProvider services) =>
        routes = [.. Features.SelectMany(feature => ((IFeature)ActivatorUtilities.CreateInstance(services, feature)).Routes)];

    public IReadOnlyList<Route> All => routes;

    /// <summary>Makes the routes reachable.</summary>
    public void Map(IEndpointRouteBuilder app)
    {
        foreach (var route in routes)
        {
            app.MapMethods(route.Path, route.Method == HttpMethods.Get ? [HttpMethods.Get, HttpMethods.Head] : [route.Method], route.Answer);
        }
    }
}
