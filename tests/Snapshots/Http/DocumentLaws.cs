using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kehu.Shared;
using Xunit;

namespace Kehu.Snapshots.Http;

/// <summary>What the OpenAPI document promises: examples that are valid under their own schemas, what is sent closed, what is answered open, and nothing that no conversation shows.</summary>
public sealed class DocumentLaws : IAsyncLifetime
{
    /// <summary>Streams whose lines are not ours to describe: refused lines come back as they were sent, whatever they are.</summary>
    private static readonly string[] LinesAsSent = ["consent-rejects", "engagement-rejects", "import-rejects", "purchase-rejects", "survey-rejects"];

    private RunningService service = null!;

    private DocumentJudge judge = null!;

    public async Task InitializeAsync()
    {
        service = await RunningService.Start();
        judge = await Description.Judge(service);
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public void Every_example_is_valid_under_its_schema()
    {
        var (looked, faults) = (0, new List<string>());
        foreach (var (operation, where, mediaType, content) in judge.Contents())
        {
            foreach (var example in Examples(content))
            {
                var text = example is JsonValue value && value.TryGetValue<string>(out var plain) ? plain : example.ToJsonString();
                faults.AddRange(judge.Faults(content, mediaType, text).Select(fault => $"{operation}, {where}, {mediaType}: {fault}"));
                looked++;
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(looked >= 20, $"only {looked} examples");
    }

    [Fact]
    public void Whatever_is_JSON_has_a_schema_and_so_has_every_line_of_a_stream()
    {
        var bare = judge.Contents().Where(found => found.MediaType.EndsWith("json", StringComparison.Ordinal) && !IsOurs(found.MediaType, found.Content)).Select(found => found.Operation).Distinct().Order();
        Assert.Equal(LinesAsSent.Append("policy-schema").Order(StringComparer.Ordinal), bare);
    }

    /// <summary>Unknown members are refused, so whatever a request body reaches is closed; members may be added within v1, so whatever only answers reach is not.</summary>
    [Fact]
    public void What_is_sent_is_closed_and_what_is_only_answered_is_open()
    {
        var components = judge.Document["components"]!["schemas"]!.AsObject();
        var sent = judge.Contents().Where(found => found.Where == "as sent").SelectMany(found => Reached(found.Content, components)).ToHashSet(StringComparer.Ordinal);
        var wrong = new List<string>();
        foreach (var (way, schema) in components.SelectMany(component => ClosedSchemas.Objects(component.Value, component.Key)))
        {
            var isSent = sent.Contains(way.Split('/')[0]);
            if (IsClosed(schema) != isSent && !(isSent && schema["additionalProperties"] is JsonObject))
            {
                wrong.Add($"{way} is {(isSent ? "sent and open" : "only answered and closed")}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Superset(new HashSet<string>(["Customer", "Facts", "ClassifyRequest", "Engagement"]), sent);
        Assert.DoesNotContain("Classification", sent);
    }

    /// <summary>Read off the approved texts, so that it holds whichever of them are run: a shape that no conversation shows is a shape that nobody looked at.</summary>
    [Fact]
    public void Every_JSON_answer_of_the_document_is_given_in_a_conversation()
    {
        var given = Exchange.Approved().Select(found => (Operation: judge.Name(found.Method, found.Path), found.Status, found.MediaType))
            .ToHashSet();
        var promised = judge.Contents().Where(found => found.Where.StartsWith('2') && found.MediaType.EndsWith("json", StringComparison.Ordinal) && IsOurs(found.MediaType, found.Content));
        Assert.Equal([], promised.Where(found => !given.Contains((found.Operation, found.Where, found.MediaType))).Select(found => $"{found.Operation} {found.Where} {found.MediaType}"));
    }

    /// <summary>
    /// Policies that rank whole portfolios are only written, so no reader holds their schema: with the shares that there may be they are valid, and they are not once
    /// a text is beyond its bounds.
    /// </summary>
    [Fact]
    public void Population_policies_are_valid_within_their_bounds_alone()
    {
        foreach (var policy in ShippedPolicies.Populations)
        {
            Assert.All(new long[] { 1, 50, 1_250, 3_333, 10_000 }, share => Assert.Empty(OfPopulation(With(policy, share))));
            Assert.Empty(OfPopulation(policy with { Id = new PolicyId(new string('a', 64)), Label = new Label(new string('a', 2_000), "分") }));
            PopulationPolicy[] beyond =
            [
                policy with { Id = new PolicyId(new string('a', 65)) },
                policy with { Id = new PolicyId("No Code") },
                policy with { Label = new Label(new string('a', 2_001), "分") },
                policy with { Label = new Label("a", "") },
            ];
            Assert.All(beyond, wrong => Assert.NotEmpty(OfPopulation(wrong)));
        }
    }

    private static PopulationPolicy With(PopulationPolicy policy, long share) => policy with { Bands = policy.Bands.Map(band => band with { Share = new Percent(share) }) };

    private IEnumerable<string> OfPopulation(PopulationPolicy policy)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text))
        {
            PopulationJson.Write(json, policy);
        }

        return judge.Faults(new JsonObject { ["$ref"] = "#/components/schemas/PopulationDocument" }, Encoding.UTF8.GetString(text.WrittenSpan));
    }

    private static bool IsOurs(string mediaType, JsonNode content) =>
        mediaType.EndsWith("ndjson", StringComparison.Ordinal) ? content["x-itemSchema"] is not null : content["schema"]!.AsObject().ContainsKey("$ref");

    private static bool IsClosed(JsonObject schema) => schema["additionalProperties"] is JsonValue value && !value.GetValue<bool>();

    private static IEnumerable<JsonNode> Examples(JsonNode content) =>
        (content["example"] is { } one ? [one] : Enumerable.Empty<JsonNode>()).Concat(content["examples"]?.AsObject().Select(example => example.Value!["value"]!) ?? []);

    private static IEnumerable<string> Reached(JsonNode from, JsonObject components)
    {
        var (reached, open) = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>(ClosedSchemas.References(from)));
        while (open.TryDequeue(out var name))
        {
            if (reached.Add(name))
            {
                ClosedSchemas.References(components[name]).ToList().ForEach(open.Enqueue);
            }
        }

        return reached;
    }
}
