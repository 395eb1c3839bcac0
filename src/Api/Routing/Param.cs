using Microsoft.OpenApi;

namespace Kehu.Api;

/// <summary>
/// What a call says beside its body: how it is read, and how the document tells it. One may be told as several,
/// as a page is by its limit and its cursor.
/// </summary>
internal abstract class Param(IReadOnlyList<DocumentedParameter> told)
{
    /// <summary>The parameters as the document tells them.</summary>
    public IReadOnlyList<DocumentedParameter> Told { get; } = told;

    /// <summary>What the call says; faults are reported to the reader.</summary>
    public abstract object? Read(CallReader call);
}

/// <summary>The same with the type of its value.</summary>
internal sealed class Param<V>(Func<CallReader, V> reading, params IReadOnlyList<DocumentedParameter> told) : Param(told)
{
    /// <summary>A parameter of the query; its name is said once.</summary>
    public static Param<V> OfQuery(
        Func<CallReader, string, V> reading, string name, string says, OpenApiSchema schema, bool needed = false, string? example = null) =>
        new(call => reading(call, name), new DocumentedParameter(name, ParameterLocation.Query, says, schema, needed, example));

    /// <summary>A part of the path.</summary>
    public static Param<V> OfPath(Func<CallReader, string, V> reading, string name, string says, string example) =>
        new(call => reading(call, name), new DocumentedParameter(name, ParameterLocation.Path, says, Schemas.Text(), Required: true, example));

    /// <summary>The value of a call.</summary>
    public V Of(CallReader call) => reading(call);

    public override object? Read(CallReader call) => reading(call);
}
