namespace Kehu.Domain;

/// <summary>
/// A unit of the bank: an outlet, a sub-branch, a branch or the head office, with the unit that it belongs to. Outlets have the codes of customers' records.
/// Source: facts, organisation and staff.
/// </summary>
public sealed record BankUnit(string Code, string Name, UnitLevel Level, Option<string> Parent)
{
    /// <summary>The most characters in a name (house).</summary>
    public const int LongestName = 100;

    private static readonly Field<BankUnit, UnitLevel> OfLevel = Fields<BankUnit>.Needed(
        "level", new Form.Code<UnitLevel>(UnitLevels.Code), unit => unit.Level, (unit, level) => unit with { Level = level });

    private static readonly Field<BankUnit, string> OfParent = Fields<BankUnit>.Optional(
        "parent", Forms.Unit, unit => unit.Parent, (unit, code) => unit with { Parent = code }) with
    { Says = "The code of the unit that it belongs to, which is of a higher level." };

    /// <summary>A unit on the wire and as it is kept.</summary>
    public static Contract<BankUnit> Contract { get; } = Of(Forms.Unit);

    /// <summary>The unit at an address: a code in the body is that of the address, or is left out.</summary>
    public static Contract<BankUnit> At(string code) => Of(Forms.Unit.Only(
        code, "unit.code-mismatch", $"the code is not that of the address, '{code}'; leave it out", $"代码与地址中的“{code}”不一致，可省略"));

    /// <summary>A fault of the unit that it belongs to.</summary>
    internal static Fault OfItsParent(string code, string en, string zh) => OfParent.Fault(code, en, zh);

    /// <summary>A fault of its level.</summary>
    internal static Fault OfItsLevel(string code, string en, string zh) => OfLevel.Fault(code, en, zh);

    private static Contract<BankUnit> Of(Form<string> code) => new(
        "A unit of the bank.",
        new BankUnit("", "", UnitLevel.Outlet, None),
        Fields<BankUnit>.Made("code", code, unit => unit.Code, (unit, sent) => unit with { Code = sent }),
        Fields<BankUnit>.Needed("name", Forms.Text(LongestName), unit => unit.Name, (unit, name) => unit with { Name = name }),
        OfLevel,
        OfParent)
    {
        Name = "Unit",
        Rules = Array(new Rule<BankUnit>(Array<Field<BankUnit>>(OfLevel), unit => unit.Level != UnitLevel.HeadOffice ? Seq<Fault>() : Seq1(OfItsParent(
            "unit.top", "the head office belongs to no unit; leave parent out", "总行没有上级机构；请省略 parent")))
        {
            Beside = Array<Field<BankUnit>>(OfParent),
        }),
    };
}
