using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Standards;

/// <summary>Which class a customer was in on which day, from records with open decisions and closings, against days painted one by one.</summary>
public sealed class ClassInForceLaws
{
    private static readonly DateOnly Start = new(2026, 1, 1);

    private const int Days = 60;

    private static readonly CompiledPolicy Tiers = RuleBook.Of(ShippedPolicies.All).IfFail(_ => throw new InvalidOperationException("the policies compile"))
        .Find(PersonalAssetTier.Id.Value).IfNone(() => throw new InvalidOperationException("the policy is there"));

    private static Gen<CustomerRecord> Records(int day) =>
        from assets in Gen.Elements(Some(100_000L), Some(20_000_000L), Some(49_999_999_999L), Some(100_000_000L), Option<long>.None)
        from closed in Gen.Frequency((5, Gen.Constant(Option<long>.None)), (2, Gen.Choose(-10, 10).Select(days => Some((long)Start.AddDays(day + days).DayNumber))))
        from file in Gen.Elements(Array<DossierField>(), Array(DossierField.Mobile))
        select Record(Start.AddDays(day), assets, closed, file);

    private static Gen<Arr<CustomerRecord>> Snapshots { get; } =
        from days in Gen.Choose(0, Days - 1).NonEmptyListOf()
        from records in Gen.CollectToArray(days.Distinct().Order().Take(6), Records)
        select new Arr<CustomerRecord>(records);

    [Law(2_000)]
    public Property Each_day_is_in_the_class_that_the_records_before_it_give() =>
        Law.ForAll(Snapshots, snapshots =>
        {
            var served = snapshots.Under(Tiers);
            var painted = Painted(snapshots);
            return Enumerable.Range(0, Days).All(day => served.On(Start.AddDays(day)).Map(stay => stay.Class.Value) == painted[day]);
        });

    [Law(1_000)]
    public Property Stays_are_in_order_and_apart_and_none_follows_one_of_its_class() =>
        Law.ForAll(Snapshots, snapshots => snapshots.Under(Tiers).Stays is var stays && stays.Zip(stays.Skip(1)).All(pair =>
            pair.Item1.LeftOn.Exists(left => left <= pair.Item2.DecidedOn && (pair.Item1.Class != pair.Item2.Class || left < pair.Item2.DecidedOn))));

    [Law]
    public Property The_file_is_open_from_the_first_record_with_something_kept_elsewhere() =>
        Law.ForAll(Snapshots, snapshots => snapshots.Under(Tiers).FileOpenedOn
            == snapshots.Filter(record => record.Dossier.OnFile.Count > 0).Map(record => record.AsOf).OrderBy(day => day).Map(Some).DefaultIfEmpty(None).First());

    /// <summary>Until another record says something of it: one that says nothing does not forget what was refused.</summary>
    [Law]
    public Property What_was_wished_for_holds_from_its_record_on() =>
        Law.ForAll(
            from snapshots in Snapshots from day in Gen.Choose(0, Days) select (snapshots, Start.AddDays(day)),
            drawn => drawn.snapshots.Map(record => record with { Preferences = Wished(record.AsOf) }) is var wishing
                && wishing.Under(Tiers).ConsentsOn(drawn.Item2).Refused
                == new Arr<Channel>(wishing.Filter(record => record.AsOf <= drawn.Item2).Bind(record => record.Preferences.RefusedChannels).Distinct().Order()));

    private static Preferences Wished(DateOnly day) => day.DayNumber % 3 == 0 ? Preferences.Unknown : new Preferences(Array((Channel)(day.DayNumber % 2)), None);

    /// <summary>Record by record: what lies after it is painted over, but for an announced closing, which waits to be confirmed by no later record.</summary>
    private static Option<string>[] Painted(Arr<CustomerRecord> snapshots)
    {
        var days = new Option<string>[Days];
        for (var at = 0; at < snapshots.Count; at++)
        {
            var record = snapshots[at];
            var closed = record.Facts.Find(SharedFacts.ClosedOn).Map(day => DateOnly.FromDayNumber((int)day));
            var back = closed.Exists(day => day <= record.AsOf);
            if (!back && record.Facts.TryGet(SharedFacts.TotalAssets, out var assets))
            {
                Paint(days, record.AsOf, Some(Tier(assets)));
            }

            foreach (var day in closed.Filter(day => back || at + 1 == snapshots.Count || snapshots[at + 1].AsOf >= day))
            {
                Paint(days, day, None);
            }
        }

        return days;
    }

    private static void Paint(Option<string>[] days, DateOnly after, Option<string> code)
    {
        for (var day = Math.Max(0, after.DayNumber - Start.DayNumber + 1); day < Days; day++)
        {
            days[day] = code;
        }
    }

    private static string Tier(long fen) => fen switch
    {
        >= 500_000_000 => "wealth-500",
        >= 100_000_000 => "wealth-100",
        >= 20_000_000 => "wealth-20",
        >= 5_000_000 => "filed-5",
        _ => "mass",
    };

    private static CustomerRecord Record(DateOnly asOf, Option<long> assets, Option<long> closed, Arr<DossierField> file)
    {
        var facts = assets.Fold(FactCatalogue.Shipped.NothingKnown, (known, fen) => known.With(SharedFacts.TotalAssets, fen));
        return new CustomerRecord(
            CustomerId.From("P-1").IfFail(_ => throw new InvalidOperationException("an id")), CustomerKind.Personal, asOf, "A", None, None, Contact.Unknown, Preferences.Unknown,
            new Dossier(file, None, None, None), closed.Fold(facts, (known, day) => known.With(SharedFacts.ClosedOn, day)));
    }
}
