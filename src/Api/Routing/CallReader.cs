using LanguageExt;

namespace Kehu.Api;

/// <summary>
/// A call while its parameters are read: the route, the query and the headers. All faults are collected, those of the route first,
/// those of the headers last.
/// </summary>
internal sealed class CallReader(HttpContext http)
{
    private List<Fault>? ofRoute;
    private List<Fault>? ofHeaders;

    public QueryReader Query { get; } = new(http.Request);

    public IHeaderDictionary Headers => http.Request.Headers;

    /// <summary>A part of the path.</summary>
    public string Part(string name) => (string)http.GetRouteValue(name)!;

    /// <summary>Reports what is wrong with a part of the path.</summary>
    public void Refuse(string name, Seq<Fault> faults)
    {
        if (!faults.IsEmpty)
        {
            (ofRoute ??= []).AddRange(faults.Map(fault => fault with { Place = new Place.Parameter(name) }));
        }
    }

    /// <summary>What a header says, or a fault and what it says where nothing is demanded.</summary>
    public V Header<V>(Either<Fault, V> read, V otherwise)
    {
        read.IfLeft(fault => (ofHeaders ??= []).Add(fault));
        return read.IfLeft(otherwise);
    }

    /// <summary>All faults of the parameters that were read, and of those that nobody knows.</summary>
    public IReadOnlyList<Fault> Finish() => ofRoute is null && ofHeaders is null ? Query.Finish() : [.. ofRoute ?? [], .. Query.Finish(), .. ofHeaders ?? []];
}
