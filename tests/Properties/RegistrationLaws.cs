using System.Reflection;
using Kehu.Properties.Evaluation;
using LanguageExt;
using Xunit;

namespace Kehu.Properties;

/// <summary>Whatever the domain defines of a sort that has a register stands in the register: one that is forgotten is named here.</summary>
public sealed class RegistrationLaws
{
    private const BindingFlags AnyStatic = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Type[] Types = [.. typeof(Policy).Assembly.GetTypes().Where(type => !type.ContainsGenericParameters)];

    [Xunit.Fact]
    public void Every_policy_is_shipped() => AllStandIn(ShippedPolicies.All.Policies, policy => policy.Id.Value, 28);

    [Xunit.Fact]
    public void Every_policy_for_whole_portfolios_is_shipped() => AllStandIn(ShippedPolicies.Populations, policy => policy.Id.Value, 1);

    [Xunit.Fact]
    public void Every_fact_is_in_the_catalogue() => AllStandIn(FactCatalogue.Shipped.All, fact => fact.Name, 40);

    [Xunit.Fact]
    public void Every_derived_fact_is_in_the_catalogue() => AllStandIn(FactCatalogue.Shipped.Derived, fact => fact.Name, 5);

    [Xunit.Fact]
    public void Every_standard_is_shipped() => AllStandIn(ShippedStandards.All, standard => standard.Id.Value, 4);

    [Xunit.Fact]
    public void Every_target_and_number_of_indicators_can_be_set() => AllStandIn(EvaluationParameters.All, parameter => parameter.Name, 10);

    [Xunit.Fact]
    public void Every_indicator_is_in_the_book()
    {
        var rules = Types.Where(type => type.IsSubclassOf(typeof(IndicatorRule)) && !type.IsAbstract).ToList();
        Assert.True(rules.Count >= 16, $"only {rules.Count} rules were found");
        var known = EvaluationGenerators.Indicators.Indicators.Map(indicator => indicator.Id);
        Assert.Equal([], rules.Where(rule => !known.Contains(Made(rule).Indicator.Id)).Select(rule => rule.Name));
        Assert.Equal(rules.Count, known.Count);
    }

    [Xunit.Fact]
    public void Every_kind_of_obligation_is_owed_by_a_standard_and_has_a_code_and_a_name_of_its_own()
    {
        var kinds = typeof(Obligation).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(Obligation))).ToList();
        var owed = ShippedStandards.All.SelectMany(standard => standard.Classes).SelectMany(care => care.Obligations).ToList();
        Assert.Equal([], kinds.Where(kind => owed.TrueForAll(one => one.GetType() != kind)).Select(kind => kind.Name));
        Assert.Equal(kinds.Count, owed.Select(one => one.Code).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(kinds.Count, owed.Select(one => one.Name()).Distinct().Count());
        Assert.Equal([], Statics<Obligation>().Where(defined => !owed.Contains(defined.Value)).Select(defined => defined.Where));
    }

    /// <summary>What is done for customers does the duties of the obligation with the same code.</summary>
    [Xunit.Fact]
    public void Every_kind_of_engagement_does_an_obligation() => Assert.Equal(
        [],
        Enum.GetValues<EngagementKind>().Where(kind => !ShippedStandards.All.SelectMany(standard => standard.Classes).SelectMany(care => care.Obligations).Any(one => one.Code == kind.Code())));

    /// <summary>All that the assembly defines of a sort, found by reflection, is in its register, which has so many at least; and reflection finds all that are registered.</summary>
    private static void AllStandIn<T>(Arr<T> register, Func<T, string> name, int least)
        where T : class
    {
        var defined = Statics<T>();
        Assert.Equal([], defined.Where(one => !register.Exists(known => ReferenceEquals(known, one.Value))).Select(one => $"{one.Where}, which is '{name(one.Value)}'"));
        Assert.Equal([], register.Filter(known => !defined.Exists(one => ReferenceEquals(known, one.Value))).Map(name));
        Assert.True(register.Count >= least, $"the register has {register.Count}");
        Assert.Equal(register.Count, register.Map(name).Distinct().Count());
    }

    /// <summary>Every value of a sort in a static field of the domain, those behind properties among them, and where.</summary>
    private static List<(string Where, T Value)> Statics<T>()
        where T : class => [.. Types
            .SelectMany(type => type.GetFields(AnyStatic).Where(field => typeof(T).IsAssignableFrom(field.FieldType)).Select(field => (Where: $"{type.Name}.{field.Name}", Value: field.GetValue(null) as T)))
            .Where(found => found.Value is not null)
            .Select(found => (found.Where, found.Value!))];

    /// <summary>A rule, made from the basis or from its numbers; one that needs something else is to be taught here.</summary>
    private static IndicatorRule Made(Type rule)
    {
        object[] given = [EvaluationGenerators.Basis, EvaluationGenerators.Basis.Numbers];
        foreach (var constructor in rule.GetConstructors())
        {
            var arguments = constructor.GetParameters().Select(parameter => System.Array.Find(given, value => value.GetType() == parameter.ParameterType)).ToArray();
            if (System.Array.TrueForAll(arguments, argument => argument is not null))
            {
                return (IndicatorRule)constructor.Invoke(arguments);
            }
        }

        throw new InvalidOperationException($"{rule.Name} cannot be made from the basis of figures or its numbers");
    }
}
