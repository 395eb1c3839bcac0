namespace Kehu.Api;

/// <summary>What the service is called, its version and how many policies are in force.</summary>
internal sealed record About(string Name, string Version, int Policies)
{
    /// <summary>The version on the wire.</summary>
    public static Contract<About> Contract { get; } = Answered<About>.Object(
        "",
        Answered<About>.Always("name", Forms.Plain, about => about.Name),
        Answered<About>.Always("version", Forms.Plain, about => about.Version),
        Answered<About>.Always("policies", Forms.Count, about => about.Policies));

    public static ContractCodec<About> Codec { get; } = JsonForms.All.Of(Contract);
}
