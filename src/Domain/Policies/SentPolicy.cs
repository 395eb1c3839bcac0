namespace Kehu.Domain;

/// <summary>What a house number was sent as: which sort it has to be is the policy's to say.</summary>
public abstract record SentValue
{
    private SentValue()
    {
    }

    /// <summary>A number by its digits.</summary>
    public sealed record Number(string Digits) : SentValue;

    /// <summary>A date or a code.</summary>
    public sealed record Text(string Value) : SentValue;

    /// <summary>Several codes.</summary>
    public sealed record Several(IReadOnlyList<string> Codes) : SentValue;
}

/// <summary>A policy as a request names it, with the house numbers to set in it; the pointer is that of the value.</summary>
public abstract record SentPolicy
{
    private SentPolicy(IReadOnlyList<KeyValuePair<string, SentValue>> parameters) => Parameters = parameters;

    /// <summary>House numbers by name; empty where none is set.</summary>
    public IReadOnlyList<KeyValuePair<string, SentValue>> Parameters { get; }

    /// <summary>A policy in force, by id; no version means the one in force on the date.</summary>
    public sealed record ById(string Pointer, string Id, Option<int> Version, IReadOnlyList<KeyValuePair<string, SentValue>> Parameters)
        : SentPolicy(Parameters);

    /// <summary>A policy sent whole. It stands at <see cref="Body"/>, to which the pointers of its own faults are relative.</summary>
    public sealed record Whole(string Pointer, string Body, Policy Policy, IReadOnlyList<KeyValuePair<string, SentValue>> Parameters) : SentPolicy(Parameters);

    /// <summary>Whether it has to be compiled for this request.</summary>
    public bool IsProposed => this is Whole || Parameters.Count > 0;
}
