namespace Kehu.Domain;

/// <summary>Lines of a policy and who stands close to them, on the wire.</summary>
public static class CliffContract
{
    private static readonly Contract<CustomerSum> Side = Answered<CustomerSum>.Object(
        "", [.. Answered<CustomerSum>.Part(CountedSum.Contract, side => side.Counted), TransitionContract.FirstOf<CustomerSum>(side => side.First)]);

    private static readonly Contract<Cliff> Line = Answered<Cliff>.Object(
        "A line: cut is the least value on its upper side, in the unit of the fact.",
        Answered<Cliff>.Always("kind", Forms.One<CustomerKind>(CustomerKinds.Code), cliff => cliff.Kind),
        Answered<Cliff>.Always("fact", Forms.Plain, cliff => cliff.Quantity.Name),
        Answered<Cliff>.Always("cut", Forms.Digits, cliff => Decimals.Plain(cliff.Cut, DecimalsOf(cliff.Quantity))),
        Answered<Cliff>.Always("line", Forms.Words, cliff => cliff.Words),
        Answered<Cliff>.Always("below", Side, cliff => cliff.Below),
        Answered<Cliff>.Always("above", Side, cliff => cliff.Above));

    /// <summary>The lines of a candidate.</summary>
    public static Contract<CliffReport> Report { get; } = Answered<CliffReport>.Object(
        "The numeric lines of the candidate and who stands close to them; looked is false where there are too many lines.",
        Answered<CliffReport>.Always("lines", Forms.Count, report => report.Lines),
        Answered<CliffReport>.Always("looked", Forms.Flag, report => report.Cliffs.IsSome),
        Answered<CliffReport>.Always("items", Forms.List(Line), report => report.Cliffs.IfNone(Array<Cliff>())));

    /// <summary>Amounts and shares are held in hundredths, counts as they are; nothing else has lines to stand close to.</summary>
    private static int DecimalsOf(Quantity quantity) => quantity switch
    {
        Quantity.Of(Fact.Amount or Fact.Share) or Quantity.By(DerivedFact.Gap) => 2,
        Quantity.Of or Quantity.By or Quantity.Holding => 0,
    };
}
