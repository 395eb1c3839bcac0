using System.Buffers;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using Microsoft.OpenApi;
using Xunit;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Http;

/// <summary>
/// What is written by hand is what its schema says: nothing that the schema does not have, everything that it needs, and no member of it that is never written.
/// </summary>
public sealed class WrittenByHandLaws
{
    private static readonly DateOnly AsOf = new(2026, 11, 21);

    private static readonly Dictionary<string, IOpenApiSchema> Components = DocumentSchemas.All(new OpenApiDocument(), FactCatalogue.Shipped, []);

    [Xunit.Fact]
    public void Decisions_with_their_evidence()
    {
        var written = new WrittenMembers(Components, "CustomerToClassify");
        foreach (var kind in CustomerKinds.All)
        {
            foreach (var facts in Drawn(WireGenerators.FactsOf(FactCatalogue.Shipped, FactCatalogue.Shipped.Of(kind))).Prepend(FactCatalogue.Shipped.NothingKnown))
            {
                var classified = new Customer(kind, facts).Classified(ShippedScope.Book.Policies, AsOf, ask: true, evidence: true);
                var record = EveryMember.Customer("P-1", kind, "MM") with { Facts = facts };
                written.Look("Classification", Written(json => ClassifyJson.Write(json, "P-1", AsOf, classified, Language.English)));
                written.Look("Classification", Written(json => ClassifyJson.Write(json, "P-1", AsOf, classified, Language.English, record)));
            }
        }

        Assert.Equal([], written.Wrong("Classification"));
    }

    [Xunit.Fact]
    public void Problems()
    {
        var written = new WrittenMembers(Components);
        Place[] places = [new Place.Pointer("/a"), new Place.Parameter("a"), new Place.Header("A")];
        foreach (var problem in places.Select(place => Problem.Malformed(new Fault("json.null", place, Label.Same("-")))).Append(Problem.Of(412)).Append(Problem.Refused().With(["deposits"])))
        {
            var (whole, line) = (new ArrayBufferWriter<byte>(), new ArrayBufferWriter<byte>());
            ProblemWriter.Write(whole, problem, Language.English, "r-1");
            ProblemWriter.WriteLine(line, problem, Language.Chinese, "r-1", 7);
            written.Look("Problem", JsonNode.Parse(whole.WrittenSpan)!);
            written.Look("Problem", JsonNode.Parse(line.WrittenSpan)!);
        }

        Assert.Equal([], written.Wrong("Problem"));
    }

    [Xunit.Fact]
    public void Policies_for_portfolios()
    {
        var (note, offer) = (new Note("note", Label.Same("-"), Label.Same("-"), Citation.Own("-", "-")), Offer.Service("offer", "-", "-", Citation.Own("-", "-")));
        var written = new WrittenMembers(Components, "Label", "Citation", "ClassNote", "ClassOffer");
        Assert.All(ShippedScope.Book.Populations, population =>
        {
            written.Look("PopulationDocument", Written(json => PopulationJson.Write(json, population.Policy)));
            var more = population.Policy with
            {
                Otherwise = population.Policy.Otherwise with { Notes = Array(note), Offers = Array(offer) },
                Citations = Array(Citation.Own("-", "-")),
                Interpretations = Array(Label.Same("-")),
            };
            written.Look("PopulationDocument", Written(json => PopulationJson.Write(json, more)));
        });
        Assert.Equal([], written.Wrong("PopulationDocument"));
    }

    /// <summary>A retailer that is small or micro, which comes to the same, whatever its headcount is.</summary>
    private static readonly KnownFacts DecidedWhatever = FactCatalogue.Shipped.NothingKnown
        .With(EnterpriseFacts.Industry, 4).With(EnterpriseFacts.AnnualRevenue, Money.Wan(200).Fen).With(SharedFacts.AnnualTransactionVolume, Money.Wan(12).Fen);

    private static JsonNode Written(Action<System.Text.Json.Utf8JsonWriter> write) => JsonNode.Parse(WireJson.Bytes(write))!;

    /// <summary>Always the same ones.</summary>
    private static IEnumerable<KnownFacts> Drawn(Gen<KnownFacts> facts) => facts.Sample(30, new Rnd(15, 15), 60).Append(DecidedWhatever);
}

/// <summary>The members that were written of objects with a schema, and those that the schema has.</summary>
/// <param name="components">The schemas by name.</param>
/// <param name="elsewhere">Components whose members are another law's.</param>
internal sealed class WrittenMembers(Dictionary<string, IOpenApiSchema> components, params string[] elsewhere)
{
    private readonly System.Collections.Generic.HashSet<string> written = new(StringComparer.Ordinal);
    private readonly SortedSet<string> wrong = new(StringComparer.Ordinal);

    /// <summary>A value of a component.</summary>
    public void Look(string name, JsonNode value) => Look(name, components[name], value);

    /// <summary>What does not agree with the component.</summary>
    public IEnumerable<string> Wrong(string name) => wrong.Concat(Members(name, components[name], []).Where(member => !written.Contains(member)).Select(member => $"{member} is never written"));

    private void Look(string at, IOpenApiSchema schema, JsonNode? value)
    {
        if (schema is OpenApiSchemaReference reference)
        {
            var name = reference.Reference.Id!;
            if (!elsewhere.Contains(name))
            {
                Look(name, components[name], value);
            }
        }
        else if (value is JsonArray list)
        {
            list.ToList().ForEach(one => Look(at, schema.Items ?? schema, one));
        }
        else if (value is JsonObject whole && schema.Properties is { } members)
        {
            LookInto(at, schema, members, whole);
        }
    }

    private void LookInto(string at, IOpenApiSchema schema, IDictionary<string, IOpenApiSchema> members, JsonObject whole)
    {
        foreach (var (name, value) in whole)
        {
            if (members.TryGetValue(name, out var member))
            {
                written.Add($"{at}/{name}");
                Look($"{at}/{name}", member, value);
            }
            else
            {
                wrong.Add($"{at}/{name} is not in the schema");
            }
        }

        wrong.UnionWith((schema.Required ?? new System.Collections.Generic.HashSet<string>()).Where(name => !whole.ContainsKey(name)).Select(name => $"{at}/{name} is left out"));
    }

    private IEnumerable<string> Members(string at, IOpenApiSchema schema, System.Collections.Generic.HashSet<string> seen) => schema switch
    {
        OpenApiSchemaReference { Reference.Id: { } name } => !elsewhere.Contains(name) && seen.Add(name) ? Members(name, components[name], seen) : [],
        { Items: { } items } => Members(at, items, seen),
        { Properties: { } members } => members.SelectMany(member => Members($"{at}/{member.Key}", member.Value, seen).Prepend($"{at}/{member.Key}")),
        _ => [],
    };
}
