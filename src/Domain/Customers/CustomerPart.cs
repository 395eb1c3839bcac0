namespace Kehu.Domain;

/// <summary>
/// A part of what a source knows of a customer as of a date: the members that it says something of. What it says of none of them stays as it is on file.
/// </summary>
/// <param name="Values">What it says, as a record that knows nothing else.</param>
/// <param name="Given">The members that stand in it.</param>
/// <param name="Clear">The members of which it says that nothing is known any more.</param>
public sealed record CustomerPart(CustomerRecord Values, Arr<string> Given, Arr<string> Clear)
{
    /// <summary>The most members that a part clears: more than there are.</summary>
    private const int MostCleared = 256;

    private const int LongestName = 128;

    /// <summary>Whether it says of which kind the customer is.</summary>
    public bool HasKind { get; init; }

    /// <summary>The source that says it, where the part does.</summary>
    public Option<string> Source { get; init; }

    /// <summary>The source, where the part itself says it.</summary>
    internal static Field<CustomerPart> Named { get; } = Fields<CustomerPart>.Optional(
        "source",
        new Form.Text(
            LongestName, text => SourceCode.Wrong(new string(text)).IsNone,
            text => SourceCode.Wrong(text).Map(wrong => Fault.At("", "source.code", wrong.En, wrong.Zh)).ToSeq(), SourceCode.Longest, None),
        part => part.Source,
        (part, source) => part with { Source = source }) with
    { Says = "The code of the system that says so, such as core-banking." };

    /// <summary>The part as a record that says where its members come from.</summary>
    public CustomerRecord Said(string source, RecordMembers members)
    {
        var (known, said) = (members.KnownIn(Values), Given + Clear);
        var names = members.Names.Filter(name => said.Contains(name) || members.PlaceOf(name).Exists(place => members.Has(known, place)));
        return Values with
        {
            Provenance = new Provenance(names.IsEmpty ? Array<OriginOf>() : Array(new OriginOf(new Origin(source, Values.AsOf), names))),
        };
    }

    /// <summary>What a record needs and the part does not have; faults of the part.</summary>
    public Seq<Fault> Missing() =>
        (HasKind ? Seq<Fault>() : Seq1(Needed("kind"))) + (Values.Outlet.Length > 0 ? Seq<Fault>() : Seq1(Needed(CustomerRecord.OutletMember)));

    /// <summary>The members that are cleared, in a part that is a line of an import.</summary>
    internal static Field<CustomerPart, Arr<string>> Cleared(RecordMembers members) => Fields<CustomerPart>.Optional(
        "clear",
        new Form.List<string>(new Form.Text(
            LongestName,
            text => members.PlaceOf(new string(text)).IsSome,
            text => Seq1(Fault.At(
                "", "part.unknown-member", $"'{text}' is no member that can be cleared; write a name such as contact.mobile or facts.deposits",
                $"“{text}”不是可以清除的成员；请写成员名，例如 contact.mobile 或 facts.deposits")),
            LongestName,
            None))
        {
            Most = (MostCleared, Fault.At("", "part.too-many", $"at most {MostCleared} members are cleared", $"最多清除 {MostCleared} 个成员")),
        },
        part => part.Clear.IsEmpty ? None : Some(part.Clear),
        (part, names) => part with { Clear = names }) with
    { Says = "The names of members of which nothing is known any more, such as contact.mobile." };

    /// <summary>Members that are cleared though a record needs them, or though the part says something of them.</summary>
    internal Seq<Fault> ClearedWrongly(RecordMembers members)
    {
        var known = members.KnownIn(Values);
        return Seq(Clear.Filter(name => name == CustomerRecord.OutletMember).Map(name => Fault.At(
                "/clear", "part.needed", $"a record needs its {name}; send another one instead of clearing it", $"记录必须有 {name}；请发送新值，而非清除")))
            + Seq(Clear.Filter(name => members.PlaceOf(name).Exists(place => members.Has(known, place))).Map(name => Fault.At(
                "/clear", "part.cleared-and-sent", $"'{name}' is cleared and sent; keep one of the two", $"“{name}”既清除又发送，请只保留其一")));
    }

    private static Fault Needed(string member) => Fault.At(
        $"/{member}", "part.incomplete",
        $"the customer is not on file as of that date, and what brings it there needs '{member}'; send it along, or send the whole record first",
        $"该日期尚无此客户的档案，建立档案需要“{member}”；请一并发送，或先发送完整记录");
}
