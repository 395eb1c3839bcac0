using FsCheck;
using FsCheck.Fluent;
using LanguageExt;

namespace Kehu.Properties;

/// <summary>Policies over the whole algebra as far as their form goes: whether they make sense is not asked.</summary>
internal static class PolicyWireGenerators
{
    private static readonly Arr<Quantity> Numeric =
        FactCatalogue.Shipped.All.Filter(fact => fact is Fact.Amount or Fact.Count or Fact.Share or Fact.Day).Map(fact => (Quantity)new Quantity.Of(fact))
        + FactCatalogue.Shipped.Derived.Map(derived => (Quantity)new Quantity.By(derived));

    private static readonly Gen<string> Words = Gen.Frequency(
        (12, Gen.Elements("客户", "High value", "\"quoted\"", "a\nb\tc", "\\", "\u0001", " ", "😀", "≥ 5 万元", "</a>")),
        (12, Gen.Elements("abc 客户，。\"\\/é".ToCharArray()).ArrayOf(12).Select(letters => new string(letters))),
        (1, Gen.Constant(new string('字', 2_000))));

    private static readonly Gen<string> Kebab = Gen.Elements("a", "0", "a-b", "vip", "enterprise-size", "wealth-500", new string('z', 64), "large");

    private static readonly Gen<Label> Labels = from en in Words from zh in Words select new Label(en, zh);

    private static readonly Gen<Citation> Citations = Gen.OneOf(
        from document in Words from section in Words select (Citation)new Citation.Source(document, section),
        from label in Labels from parameter in WireGenerators.Maybe(Kebab) select (Citation)new Citation.House(label, parameter),
        Labels.Select(label => (Citation)new Citation.External(label)));

    private static readonly Gen<long> Longs = Gen.OneOf(
        Gen.Elements(-long.MaxValue, long.MaxValue, 0, 1, -1, 99, -50, Money.Limit.Fen),
        Gen.Choose(-1_000_000, 1_000_000).Select(value => (long)value));

    /// <summary>A criterion of any type, nested as deep as asked.</summary>
    public static Gen<Criterion> Criteria(int depth) => depth == 0 ? Leaves : Gen.Frequency(
        (4, Leaves),
        (1, Several(Criteria(depth - 1)).Select(parts => (Criterion)new Criterion.All(parts))),
        (1, Several(Criteria(depth - 1)).Select(parts => (Criterion)new Criterion.Any(parts))),
        (1, from needed in Gen.Elements(int.MinValue, -1, 1, 2, int.MaxValue) from parts in Several(Criteria(depth - 1)) select (Criterion)new Criterion.AtLeast(needed, parts)),
        (1, Criteria(depth - 1).Select(part => (Criterion)new Criterion.Not(part))),
        (1, from fact in OfType<Fact.Choice>() from branches in Several(Branches(fact, depth)) select (Criterion)new Criterion.Cases(fact, branches)),
        (1, from card in Cards(depth)
            from min in WireGenerators.Maybe(Longs)
            from max in WireGenerators.Maybe(Longs)
            from citation in Citations
            select (Criterion)new Criterion.Score(card, min, max, citation)));

    /// <summary>Policies of every form.</summary>
    public static Gen<Policy> Policies { get; } =
        from id in Kebab
        from label in Labels
        from ordering in Gen.Elements(Ordering.Nominal, Ordering.Ranked)
        from scopes in Several(Scopes)
        from rungs in Gen.OneOf(Gen.Constant(Arr<Rung>.Empty), Several(Rungs))
        from otherwise in Classes
        from citations in Any(Citations)
        from interpretations in Any(Labels)
        select new Policy(new PolicyId(id), label, ordering, scopes, rungs, otherwise, citations, interpretations);

    private static Gen<Criterion> Leaves => Gen.OneOf(
        from quantity in Gen.Elements(Numeric.ToArray())
        from min in WireGenerators.Maybe(Bounds(quantity))
        from max in WireGenerators.Maybe(Bounds(quantity))
        from citation in Citations
        select (Criterion)new Criterion.Within(quantity, min, max, citation),
        from fact in OfType<Fact.Choice>() from codes in Several(CodesOf(fact)) from citation in Citations select (Criterion)new Criterion.OneOf(fact, codes, citation),
        from fact in OfType<Fact.Grade>() from code in CodesOf(fact) from citation in Citations select (Criterion)new Criterion.AtLeastGrade(fact, code, citation),
        from fact in OfType<Fact.Flag>() from citation in Citations select (Criterion)new Criterion.Is(fact, citation),
        from fact in OfType<Fact.Several>() from code in CodesOf(fact) from citation in Citations select (Criterion)new Criterion.Holds(fact, code, citation),
        from policy in Kebab
        from classes in Several(Kebab)
        from citation in Citations
        select (Criterion)new Criterion.Classified(new PolicyId(policy), classes.Map(code => new ClassCode(code)), citation));

    private static Gen<Scorecard> Cards(int depth) =>
        from label in Labels
        from items in Several(
            from item in Labels
            from bins in Several(from criterion in Criteria(depth - 1) from points in Gen.Elements(0, 10, -1, int.MaxValue, int.MinValue) select new ScoreBin(criterion, points))
            select new ScoreItem(item, bins))
        select new Scorecard(label, items);

    private static Gen<Case> Branches(Fact.Choice fact, int depth) =>
        from code in CodesOf(fact) from criterion in Criteria(depth - 1) select new Case(code, criterion);

    private static Gen<Scope> Scopes =>
        from kind in Gen.Elements(CustomerKind.Personal, CustomerKind.Enterprise)
        from applies in WireGenerators.Maybe(from criterion in Criteria(1) from otherwise in Labels select new Applicability(criterion, otherwise))
        select new Scope(kind, applies);

    private static Gen<Rung> Rungs =>
        from c in Classes from criterion in Criteria(3) from exceptAbove in WireGenerators.Maybe(Citations) select new Rung(c, criterion, exceptAbove);

    private static Gen<PolicyClass> Classes =>
        from code in Kebab from label in Labels from notes in Any(Notes) from offers in Any(Offers) select new PolicyClass(new ClassCode(code), label, notes, offers);

    private static Gen<Offer> Offers =>
        from code in Kebab from label in Labels from product in WireGenerators.Maybe(Kebab) from citation in Citations select new Offer(code, label, product, citation);

    private static Gen<Note> Notes =>
        from code in Kebab from label in Labels from value in Labels from citation in Citations select new Note(code, label, value, citation);

    /// <summary>Days that some calendar has; any number for the others.</summary>
    private static Gen<long> Bounds(Quantity quantity) => quantity is Quantity.Of(Fact.Day)
        ? WireGenerators.Between(0, DateOnly.MaxValue.DayNumber)
        : Gen.OneOf(Longs, WireGenerators.Between(quantity.Accepted.Low, quantity.Accepted.High), Gen.Elements(quantity.Accepted.Low, quantity.Accepted.High));

    private static Gen<T> OfType<T>()
        where T : Fact => Gen.Elements(FactCatalogue.Shipped.All.AsEnumerable().OfType<T>().ToArray());

    private static Gen<string> CodesOf(Fact fact) => Gen.Elements(fact.Members.Map(member => member.Code).ToArray());

    private static Gen<Arr<T>> Several<T>(Gen<T> values) =>
        from count in Gen.Choose(1, 3) from list in values.ArrayOf(count) select new Arr<T>(list);

    private static Gen<Arr<T>> Any<T>(Gen<T> values) =>
        from count in Gen.Choose(0, 2) from list in values.ArrayOf(count) select new Arr<T>(list);
}
