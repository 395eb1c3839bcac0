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
        typeof(Classify.ClassifyRoutes),
        typeof(Customers.CustomerReadingRoutes),
        typeof(Customers.CustomerRoutes),
        typeof(Customers.CustomerTransferRoutes),
        typeof(Duties.DutyRoutes),
        typeof(Evaluation.DataQualityRoutes),
        typeof(Evaluation.EvaluationRoutes),
        typeof(Evaluation.IndicatorRoutes),
        typeof(Evaluation.ReportRoutes),
        typeof(Events.EngagementRoutes),
        typeof(Events.PurchaseRoutes),
        typeof(Events.SurveyRoutes),
        typeof(Outlets.OutletRoutes),
        typeof(Policies.CatalogueRoutes),
        typeof(Policies.ProofRoutes),
        typeof(Portfolios.SegmentRoutes),
        typeof(Runs.RunRoutes),
        typeof(Service.ProblemRoutes),
        typeof(Service.ServiceRoutes),
        typeof(Simulations.SimulationRoutes),
        typeof(Standards.CalendarRoutes),
        typeof(Standards.CapacityRoutes),
        typeof(Standards.ServicePlanRoutes),
        typeof(Standards.StandardRoutes),
    ];

    private readonly List<Route> routes;

    public RouteTable(IServiceProvider services) =>
        routes = [.. Features.SelectMany(feature => ((IFeature)ActivatorUtilities.CreateInstance(services, feature)).Routes)];

    public IReadOnlyList<Route> All => routes;

    /// <summary>Makes the routes reachable: what can be got by HEAD too, and OPTIONS at every address says what can be done there.</summary>
    public void Map(IEndpointRouteBuilder app)
    {
        foreach (var route in routes)
        {
            app.MapMethods(route.Path, Methods(route), route.Answer).WithMetadata(route.Metadata);
        }

        foreach (var address in routes.GroupBy(route => route.Path, StringComparer.Ordinal))
        {
            var allowed = string.Join(", ", address.SelectMany(Methods).Append(HttpMethods.Options).Order(StringComparer.Ordinal));
            app.MapMethods(address.Key, [HttpMethods.Options], http => Allow(http, allowed));
        }
    }

    private static string[] Methods(Route route) => route.Method == HttpMethods.Get ? [HttpMethods.Get, HttpMethods.Head] : [route.Method];

    private static Task Allow(HttpContext http, string allowed)
    {
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        http.Response.Headers.Allow = allowed;
        return Task.CompletedTask;
    }
}
