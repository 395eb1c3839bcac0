namespace Kehu.Api;

/// <summary>All routes of the service.</summary>
internal sealed class RouteTable
{
    private readonly List<Route> routes;

    /// <summary>The routes of features, each made of what the service has.</summary>
    public RouteTable(IServiceProvider services, IEnumerable<Type> features) =>
        routes = [.. features.SelectMany(feature => ((IFeature)ActivatorUtilities.CreateInstance(services, feature)).Routes)];

    public IReadOnlyList<Route> All => routes;

    /// <summary>Makes the routes reachable: what can be got by HEAD too, and OPTIONS at every address says what can be done there.</summary>
    public void Map(IEndpointRouteBuilder app)
    {
        foreach (var route in routes)
        {
            var reached = app.MapMethods(route.Path, Methods(route), route.Answer).WithMetadata(route.Metadata);
            _ = route.Needs == AccessRoles.None ? reached.AllowAnonymous() : reached.WithMetadata(AccessNeed.Of(route.Needs, route.OfWholeBank));
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
