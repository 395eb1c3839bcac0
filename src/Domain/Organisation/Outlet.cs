namespace Kehu.Domain;

/// <summary>
/// An outlet of the bank's register, with the sub-branch and the branch it belongs to. Code as in customer records; names of 1 to 100
/// characters. Source: facts, Organisation.
/// </summary>
public sealed record Outlet(string Code, string Name, Option<string> SubBranch, Option<string> Branch)
{
    /// <summary>The most characters in a name (house).</summary>
    public const int LongestName = 100;

    private static readonly Form<string> Words = Forms.Text(LongestName);

    /// <summary>An outlet on the wire and as it is kept.</summary>
    public static Contract<Outlet> Contract { get; } = Of(Forms.Unit);

    /// <summary>The outlet at an address: a code in the body is that of the address, or is left out.</summary>
    public static Contract<Outlet> At(string code) => Of(Forms.Unit.Only(
        code, "outlet.code-mismatch", $"the code is not that of the address, '{code}'; leave it out", $"代码与地址中的“{code}”不一致，可省略"));

    private static Contract<Outlet> Of(Form<string> code) => new(
        "An outlet of the register.",
        new Outlet("", "", None, None),
        Fields<Outlet>.Made("code", code, outlet => outlet.Code, (outlet, sent) => outlet with { Code = sent }),
        Fields<Outlet>.Needed("name", Words, outlet => outlet.Name, (outlet, name) => outlet with { Name = name }),
        Fields<Outlet>.Optional("subBranch", Words, outlet => outlet.SubBranch, (outlet, name) => outlet with { SubBranch = name }),
        Fields<Outlet>.Optional("branch", Words, outlet => outlet.Branch, (outlet, name) => outlet with { Branch = name }))
    {
        Name = "Outlet",
    };
}
