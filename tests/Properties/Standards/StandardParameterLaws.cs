using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using Xunit;
using static Kehu.Properties.Standards.StandardGenerators;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Standards;

/// <summary>What holds of the house numbers of standards: setting one changes it everywhere it stands and nothing else.</summary>
public sealed class StandardParameterLaws
{
    private static Gen<(Standard Standard, StandardParameter Parameter, StandardValue Value)> Chosen { get; } =
        from standard in StandardGenerators.Standards
        from parameter in Gen.Elements(StandardParameters.Of(standard).AsEnumerable())
        from number in parameter.Measure.Bounds().Match(Some: bounds => Gen.Choose((int)bounds.Low, (int)bounds.High), None: () => Gen.Constant(0))
        from yes in Gen.Elements(true, false)
        select (standard, parameter, parameter.Measure == StandardMeasure.YesOrNo ? (StandardValue)new StandardValue.Flag(yes) : new StandardValue.Whole(number));

    [Xunit.Fact]
    public void Every_house_number_that_a_standard_cites_is_a_parameter() => Assert.All(ShippedStandards.All, standard => Assert.Equal(
        standard.Classes.SelectMany(care => care.Obligations).SelectMany(owed => owed.Terms.Citations).OfType<Citation.House>().SelectMany(house => house.Parameter.AsEnumerable()).ToHashSet(),
        StandardParameters.Of(standard).Map(parameter => parameter.Name).Filter(name => name != "greeting-counts-as-contact").ToHashSet()));

    [Xunit.Fact]
    public void A_name_has_one_value_and_one_measure_and_is_within_its_bounds() => Assert.All(
        ShippedStandards.All.SelectMany(standard => StandardWalk.NumbersOf(standard).GroupBy(number => number.Name)),
        same =>
        {
            Assert.Single(same.Select(number => (number.Value, number.Measure)).Distinct());
            Assert.True(same.First().Measure.Admits(same.First().Value));
        });

    [Xunit.Fact]
    public void Setting_what_is_there_changes_nothing() => Assert.All(
        ShippedStandards.All,
        standard => Assert.Equal(standard, standard.Set(toHashMap(StandardParameters.Of(standard).Map(parameter => (parameter.Name, parameter.Value)))).IfFail(_ => standard with { Policy = default })));

    [Law]
    public Property Setting_one_changes_it_in_all_its_places_and_no_other_number() =>
        Law.ForAll(Chosen, drawn => drawn.Standard.Set(drawn.Parameter.Name, drawn.Value).Match(
            Succ: set => StandardParameters.Of(set).Map(Bare) == StandardParameters.Of(drawn.Standard).Map(other => Bare(other.Name == drawn.Parameter.Name ? other with { Value = drawn.Value } : other))
                && Numbers(set, drawn.Parameter.Name).All(value => value == drawn.Value)
                && set with { Classes = drawn.Standard.Classes, Counting = drawn.Standard.Counting } == drawn.Standard,
            Fail: faults => faults.ForAll(fault => fault.Code == "standard.higher-owed-less")));

    [Law]
    public Property Setting_back_restores_what_is_owed() =>
        Law.ForAll(Chosen, drawn => drawn.Standard.Set(drawn.Parameter.Name, drawn.Value)
            .Bind(set => set.Set(drawn.Parameter.Name, drawn.Parameter.Value))
            .Match(Succ: back => Unsourced(back) == Unsourced(drawn.Standard), Fail: faults => faults.ForAll(fault => fault.Code == "standard.higher-owed-less")));

    [Xunit.Fact]
    public void What_is_set_is_what_is_planned()
    {
        var standard = Set(PersonalAssetService.Standard, ("gifts-wealth-100", new StandardValue.Whole(2)), ("greeting-days", new StandardValue.Whole(5)));
        var year = new DateRange(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));
        var duties = standard.Plan(Served.Always(new ClassCode("wealth-100"), Some(new DateOnly(1980, 5, 9))), Calendar, year);
        Assert.Equal(2, duties.Count(duty => duty.Obligation is Obligation.Gift));
        Assert.All(duties.Filter(duty => duty.Occasion.IsSome), duty => Assert.Equal(6, duty.Window.Days));
    }

    [Xunit.Fact]
    public void What_a_cumulative_standard_would_owe_a_higher_class_less_of_is_refused_with_the_clause()
    {
        var refused = KeyAccountService.Standard.Set("revisits-b", new StandardValue.Whole(3)).Match(Succ: _ => [], Fail: faults => faults.ToList());
        var fault = Assert.Single(refused);
        Assert.Equal(("standard.higher-owed-less", new Place.Pointer("/revisits-b")), (fault.Code, fault.Place));
        Assert.Contains("source 000, 04 定期回访、沟通频次", fault.Detail.En, StringComparison.Ordinal);
        Assert.Equal(6, Set(KeyAccountService.Standard, ("revisits-b", new StandardValue.Whole(3)), ("revisits-a", new StandardValue.Whole(6))).Owed(new ClassCode("a"))
            .Map(owed => owed.Find(one => one is Obligation.Revisit).Map(one => ((Obligation.Revisit)one).Frequency.Times).IfNone(0)).IfNone(0));
    }

    [Law]
    public Property Cumulative_standards_stay_so_whatever_is_set() =>
        Law.ForAll(Chosen, drawn => !drawn.Standard.Cumulative || drawn.Standard.Set(drawn.Parameter.Name, drawn.Value).Match(Succ: set => set.Shortfalls().IsEmpty, Fail: _ => true));

    [Xunit.Fact]
    public void Everything_wrong_with_the_settings_of_a_book_is_told_at_once()
    {
        var faults = StandardBook.Of(ShippedStandards.All, Array(
            new StandardSetting("key-account-service", "revisits-a", new StandardValue.Whole(0)),
            new StandardSetting("key-account-service", "nonsense", new StandardValue.Whole(1)),
            new StandardSetting("personal-asset-service", "greeting-counts-as-contact", new StandardValue.Whole(1)),
            new StandardSetting("personal-asset-service", "greeting-days", new StandardValue.Flag(true)),
            new StandardSetting("gold-service", "x", new StandardValue.Whole(1)))).Match(Succ: _ => [], Fail: all => all.ToList());
        Assert.Equal(
            ["/gold-service", "/key-account-service/nonsense", "/key-account-service/revisits-a", "/personal-asset-service/greeting-counts-as-contact", "/personal-asset-service/greeting-days"],
            faults.Select(fault => ((Place.Pointer)fault.Place).Path).Order(StringComparer.Ordinal));
    }

    [Xunit.Fact]
    public void The_book_knows_what_is_in_force_and_what_would_be()
    {
        var book = StandardBook.Of(ShippedStandards.All, Array(new StandardSetting("key-account-service", "revisits-a", new StandardValue.Whole(2))))
            .IfFail(faults => throw new InvalidOperationException($"{faults}"));
        Assert.Equal(ShippedStandards.All.Map(standard => standard.Id), book.All.Map(standard => standard.Id));
        var parameters = book.Find("key-account-service").Map(book.Parameters).IfNone(Array<ParameterInForce>());
        Assert.Equal(
            Array(((StandardValue)new StandardValue.Whole(2), (StandardValue)new StandardValue.Whole(1))),
            parameters.Filter(one => one.Parameter.Value != one.Default).Map(one => (one.Parameter.Value, one.Default)));
    }

    private static Standard Set(Standard standard, params (string, StandardValue)[] values) =>
        standard.Set(toHashMap(values)).IfFail(faults => throw new InvalidOperationException($"{faults}"));

    private static IEnumerable<StandardValue> Numbers(Standard standard, string name) => StandardWalk.NumbersOf(standard).Where(number => number.Name == name).Select(number => number.Value);

    /// <summary>A parameter without the words that change with it.</summary>
    private static StandardParameter Bare(StandardParameter parameter) => parameter with { Reason = Label.Same("") };

    /// <summary>What is owed, and how it counts, without why.</summary>
    private static string Unsourced(Standard standard) =>
        $"{standard.Counting} {string.Join(';', standard.Classes.Map(care => $"{care.Class}: {string.Join(", ", care.Obligations.Map(owed => owed.Describe().En))}"))}";
}
