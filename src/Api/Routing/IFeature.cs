namespace Kehu.Api;

/// <summary>The routes of one feature.</summary>
internal interface IFeature
{
    IEnumerable<Route> Routes { get; }
}
