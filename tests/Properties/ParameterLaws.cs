using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using static Kehu.Properties.Generators;
using static LanguageExt.Prelude;

namespace Kehu.Properties;

/// <summary>What holds of the house numbers of a policy: what is read is what stands in its text, and setting touches nothing else.</summary>
public sealed class ParameterLaws
{
    [Law]
    public Property Parameters_are_those_of_the_text_in_its_order() =>
        Law.ForAll(Policies, policy =>
        {
            var expected = InText(policy).ToList();
            var read = Parameters.Of(policy);
            return read.Map(parameter => parameter.Name).SequenceEqual(expected.Select(place => place.Name).Distinct())
                && read.ForAll(parameter => parameter.Pointers.SequenceEqual(expected.Where(place => place.Name == parameter.Name).Select(place => place.Pointer)));
        });

    [Law]
    public Property Setting_what_is_there_changes_nothing() =>
        Law.ForAll(Policies, policy => policy.Set(Parameters.Of(policy).ToDictionary(parameter => parameter.Name, parameter => parameter.Value)) == policy);

    [Law]
    public Property Setting_one_changes_it_at_all_its_places_and_nothing_else() =>
        Law.ForAll(Chosen, drawn =>
        {
            var (policy, parameter, value) = drawn;
            var set = policy.Set(new Dictionary<string, ParameterValue> { [parameter.Name] = value }).IfFail(_ => policy);
            return Parameters.Of(set) == Parameters.Of(policy).Map(other => other.Name == parameter.Name ? other with { Value = value } : other)
                && Differences(JsonNode.Parse(PolicyWire.Write(policy)), JsonNode.Parse(PolicyWire.Write(set)), "").ToHashSet()
                    .SetEquals(value == parameter.Value ? [] : parameter.Pointers);
        });

    [Law]
    public Property Unknown_names_and_other_sorts_are_all_faults_by_name() =>
        Law.ForAll(Chosen, drawn =>
        {
            var (policy, parameter, _) = drawn;
            ParameterValue wrong = parameter.Value is ParameterValue.Points ? new ParameterValue.Grade(PersonalFacts.CreditGrade, "good") : new ParameterValue.Points(3);
            var faults = policy.Set(new Dictionary<string, ParameterValue> { [parameter.Name] = wrong, ["no/such"] = wrong })
                .Match(Succ: _ => [], Fail: all => all.Map(fault => (fault.Code, fault.Place)).ToList());
            return faults.ToHashSet().SetEquals(
            [
                ("policy.parameter-sort", new Place.Pointer($"/{parameter.Name}")),
                ("policy.unknown-parameter", new Place.Pointer("/no~1such")),
            ]);
        });

    [Law]
    public Property A_name_that_stands_for_two_values_is_a_fault_of_structure_where_it_comes_again() =>
        Law.ForAll(from trial in KnownTrials.Generator select trial, trial =>
        {
            var one = Named(trial.Policy, _ => "same");
            var places = InText(one).GroupBy(place => place.Name).SelectMany(same => same.Skip(1).Where(place => !Alike(one, place.Pointer, same.First().Pointer)).Select(place => place.Pointer)).ToList();
            var faults = one.Faults(trial.Policies).Filter(fault => fault.Code == "policy.parameter-differs");
            return faults.Map(fault => ((Place.Pointer)fault.Place).Path).OrderBy(path => path, StringComparer.Ordinal).SequenceEqual(places.Order(StringComparer.Ordinal));
        });

    [Xunit.Fact]
    public void Every_house_number_of_a_shipped_policy_is_a_parameter() =>
        Xunit.Assert.Empty(ShippedPolicies.All.Policies.SelectMany(policy => Nameless(JsonNode.Parse(PolicyWire.Write(policy)), $"{policy.Id}")));

    [Xunit.Fact]
    public void Setting_what_is_there_leaves_every_shipped_policy_as_it_is() =>
        Xunit.Assert.All(ShippedPolicies.All.Policies, policy =>
            Xunit.Assert.True(policy.Set(Parameters.Of(policy).ToDictionary(parameter => parameter.Name, parameter => parameter.Value)) == policy, policy.Id.Value));

    [Xunit.Fact]
    public void The_house_shares_of_a_population_policy_are_listed() =>
        Xunit.Assert.Equal(
            Array(new Parameter("b-share", new ParameterValue.Share(Percent.Of(95)), ((Citation.House)ParetoAbc.Policy.Bands[1].Citation).Reason, Array("/classes/1/share"))),
            Parameters.Of(ParetoAbc.Policy));

    /// <summary>Policies some of whose leaves are house numbers; equal leaves outside scorecards have one name.</summary>
    private static Gen<Policy> Policies { get; } =
        from trial in KnownTrials.Generator
        from coins in Gen.Choose(0, 3).ArrayOf(60)
        let names = new Dictionary<Criterion, string>()
        let count = new int[1]
        let named = Named(trial.Policy, leaf => coins[count[0]++ % coins.Length] == 0 ? "" : leaf.Inside ? $"q{count[0]}" : names.TryGetValue(leaf.Criterion, out var known) ? known : names[leaf.Criterion] = $"p{count[0]}")
        where !named.Faults(trial.Policies).Exists(fault => fault.Code == "policy.parameter-differs")
        select named;

    private static Gen<(Policy Policy, Parameter Parameter, ParameterValue Value)> Chosen { get; } =
        from policy in Policies
        let all = Parameters.Of(policy)
        where !all.IsEmpty
        from parameter in Gen.Elements(all.AsEnumerable())
        from value in Others(parameter.Value)
        select (policy, parameter, value);

    private static Gen<ParameterValue> Others(ParameterValue value) => value switch
    {
        ParameterValue.Bound(var quantity, _) => Longs(quantity.Accepted.Low, quantity.Accepted.High).Select(other => (ParameterValue)new ParameterValue.Bound(quantity, other)),
        ParameterValue.Points => Gen.Choose(0, 40).Select(points => (ParameterValue)new ParameterValue.Points(points)),
        ParameterValue.Grade(var fact, _) => Gen.Elements(fact.Options.AsEnumerable()).Select(member => (ParameterValue)new ParameterValue.Grade(fact, member.Code)),
        ParameterValue.Codes(var fact, _) => Gen.Elements(fact.Options.AsEnumerable()).Select(member => (ParameterValue)new ParameterValue.Codes(fact, Array(member.Code))),
        ParameterValue.Share => Gen.Choose(0, 100).Select(percent => (ParameterValue)new ParameterValue.Share(Percent.Of(percent))),
    };

    /// <summary>The policy with house citations of the given names; an empty name makes a source of it.</summary>
    private static Policy Named(Policy policy, Func<(Criterion Criterion, bool Inside), string> name)
    {
        Citation Cited(Criterion leaf, bool inside) => name((leaf, inside)) is { Length: > 0 } parameter ? Citation.Set(parameter, "set so", "如此设定") : Citation.From("001", "一");
        Arr<Criterion> Each(Arr<Criterion> parts, bool inside) => new(parts.Select(part => Rename(part, inside)).ToArray());
        Criterion Rename(Criterion criterion, bool inside) => criterion switch
        {
            Criterion.Within within => within with { Citation = Cited(within, inside) },
            Criterion.OneOf oneOf => oneOf with { Citation = Cited(oneOf, inside) },
            Criterion.AtLeastGrade grade => grade with { Citation = Cited(grade, inside) },
            Criterion.Is flag => flag with { Citation = Cited(flag, inside) },
            Criterion.Holds holds => holds with { Citation = Cited(holds, inside) },
            Criterion.Classified classified => classified with { Citation = Cited(classified, inside) },
            Criterion.All(var parts) => new Criterion.All(Each(parts, inside)),
            Criterion.Any(var parts) => new Criterion.Any(Each(parts, inside)),
            Criterion.AtLeast(var needed, var parts) => new Criterion.AtLeast(needed, Each(parts, inside)),
            Criterion.Not(var part) => new Criterion.Not(Rename(part, inside)),
            Criterion.Cases(var fact, var branches) => new Criterion.Cases(fact, new Arr<Case>(branches.Select(branch => branch with { Criterion = Rename(branch.Criterion, inside) }).ToArray())),
            Criterion.Score score => new Criterion.Score(
                score.Card with
                {
                    Items = new Arr<ScoreItem>(score.Card.Items.Select(item => item with
                    {
                        Bins = new Arr<ScoreBin>(item.Bins.Select(bin => bin with { Criterion = Rename(bin.Criterion, inside: true) }).ToArray()),
                    }).ToArray()),
                },
                score.Min, score.Max, Cited(score, inside: true)),
        };
        return policy with
        {
            Scopes = new Arr<Scope>(policy.Scopes.Select(scope => scope with { Applies = scope.Applies.Map(applies => applies with { Criterion = Rename(applies.Criterion, false) }) }).ToArray()),
            Rungs = new Arr<Rung>(policy.Rungs.Select(rung => rung with { Criterion = Rename(rung.Criterion, false) }).ToArray()),
        };
    }

    private static readonly string[] Sides = ["min", "max"];

    /// <summary>The parameters as a reader of the JSON text would find them.</summary>
    private static IEnumerable<(string Name, string Pointer)> InText(Policy policy) => InText(JsonNode.Parse(PolicyWire.Write(policy)), "");

    private static IEnumerable<(string Name, string Pointer)> InText(JsonNode? node, string at) => node switch
    {
        JsonArray array => array.SelectMany((element, place) => InText(element, $"{at}/{place}")),
        JsonObject members => members.SelectMany(member => InText(member.Value, $"{at}/{member.Key}"))
            .Concat(Own(members, at)),
        _ => [],
    };

    private static IEnumerable<(string Name, string Pointer)> Own(JsonObject members, string at)
    {
        if (members.ContainsKey("points"))
        {
            return NamesIn(members["criterion"]).Take(1).Select(name => ($"{name}.points", $"{at}/points"));
        }

        var sides = Sides.Where(members.ContainsKey).ToList();
        return (string?)members["type"] is null || ParameterOf(members) is not { } parameter ? [] : (string?)members["type"] switch
        {
            "within" or "score" => sides.Select(side => (sides.Count == 2 ? $"{parameter}.{side}" : parameter, $"{at}/{side}")),
            "at-least-grade" => [(parameter, $"{at}/code")],
            "one-of" => [(parameter, $"{at}/codes")],
            _ => [],
        };
    }

    /// <summary>The names in a criterion; those of a scorecard's bins are the bins' own.</summary>
    private static IEnumerable<string> NamesIn(JsonNode? node) => node switch
    {
        JsonArray array => array.SelectMany(NamesIn),
        JsonObject members => (ParameterOf(members) is { } own ? [own] : System.Array.Empty<string>())
            .Concat(members.Where(member => member.Key != "card").SelectMany(member => NamesIn(member.Value))),
        _ => [],
    };

    private static string? ParameterOf(JsonObject members) => (string?)(members["citation"] as JsonObject)?["parameter"];

    /// <summary>House numbers without a name: bounds, grades and points.</summary>
    private static IEnumerable<string> Nameless(JsonNode? node, string at) => node switch
    {
        JsonArray array => array.SelectMany((element, place) => Nameless(element, $"{at}/{place}")),
        JsonObject members => members.SelectMany(member => Nameless(member.Value, $"{at}/{member.Key}"))
            .Concat((string?)members["type"] is "within" or "at-least-grade" or "score" && members["citation"] is JsonObject citation && citation.ContainsKey("house") && !citation.ContainsKey("parameter") ? [at] : [])
            .Concat(members.ContainsKey("points") && members["criterion"]!.ToJsonString().Contains("\"house\"", StringComparison.Ordinal) && !NamesIn(members["criterion"]).Any() ? [at] : []),
        _ => [],
    };

    /// <summary>Where two JSON texts differ: scalars, and lists of codes as a whole.</summary>
    private static IEnumerable<string> Differences(JsonNode? one, JsonNode? other, string at) => (one, other) switch
    {
        (JsonObject left, JsonObject right) when left.Count == right.Count => left.SelectMany(member => Differences(member.Value, right[member.Key], $"{at}/{member.Key}")),
        (JsonArray left, JsonArray right) when !at.EndsWith("/codes", StringComparison.Ordinal) && left.Count == right.Count =>
            left.SelectMany((element, place) => Differences(element, right[place], $"{at}/{place}")),
        _ => JsonNode.DeepEquals(one, other) ? [] : [at],
    };

    /// <summary>Whether two places hold the same value of the same fact.</summary>
    private static bool Alike(Policy policy, string one, string other)
    {
        var text = JsonNode.Parse(PolicyWire.Write(policy));
        string Shown(string pointer) =>
            PolicyWire.Resolve(text, pointer, out var value) && PolicyWire.Resolve(text, pointer[..pointer.LastIndexOf('/')], out var around)
                ? $"{pointer[(pointer.LastIndexOf('/') + 1)..] switch { "min" or "max" => "bound", var member => member }} {(string?)around!["type"] switch { "score" => "points", _ => "" }} {(string?)around["fact"]} {value?.ToJsonString()}"
                : throw new InvalidOperationException(pointer);
        return Shown(one) == Shown(other);
    }
}
