using System.Text;
using VerifyXunit;

namespace Kehu.Snapshots;

/// <summary>The fact catalogue as people read it.</summary>
public sealed class FactSnapshots
{
    [Xunit.Fact]
    public async Task The_catalogue_reads_so()
    {
        var text = new StringBuilder();
        foreach (var fact in FactCatalogue.Shipped.All)
        {
            text.Append($"{fact.Name} {Marks(fact.Head)} — {TypeOf(fact)}, {fact.Head.Scope}\n  {fact.Head.Label.En}: {fact.Head.Meaning.En}\n  {fact.Head.Label.Zh}:{fact.Head.Meaning.Zh}\n");
            text.Append(fact.Members.IsEmpty ? $"  {fact.Words(fact.Accepted.Low).En} … {fact.Words(fact.Accepted.High).En}\n" : "");
            text.AppendJoin("", fact.Members.Map(member => $"  - {member.Code}: {member.Label.En} / {member.Label.Zh}\n"));
        }

        foreach (var derived in FactCatalogue.Shipped.Derived)
        {
            var range = derived.RangeOn(Shipped.AsOf);
            text.Append($"{derived.Name} {Arrow(derived.Direction)} — derived from {string.Join(", ", derived.Inputs.Map(input => input.Name))}\n");
            text.Append($"  {derived.Label.En} / {derived.Label.Zh}\n  on {Shipped.AsOf:yyyy-MM-dd}: {new Quantity.By(derived).Words(range.Low).En} … {new Quantity.By(derived).Words(range.High).En}\n");
        }

        await Verifier.Verify(text.ToString());
    }

    private static string Marks(FactHead head) => Arrow(head.Direction) + (head.Protected ? "P" : "") + (head.Fixed ? "=" : "");

    private static string Arrow(Direction direction) => direction switch
    {
        Direction.None => "",
        Direction.Up => "↑",
        Direction.Down => "↓",
    };

    private static string TypeOf(Fact fact) => fact switch
    {
        Fact.Amount => "money",
        Fact.Count => "count",
        Fact.Share => "percent",
        Fact.Day(_, var past) => past ? "date, not after the as-of date" : "date",
        Fact.Flag => "flag",
        Fact.Choice => "choice",
        Fact.Grade => "choice, lowest first",
        Fact.Several => "set",
    };
}
