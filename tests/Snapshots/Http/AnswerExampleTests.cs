using System.Text.Json.Nodes;
using Kehu.Shared;
using Xunit;

namespace Kehu.Snapshots.Http;

/// <summary>The examples of answers in the OpenAPI document: each is an answer of an approved conversation, and each answer has one.</summary>
[Collection(AfterTheConversations.Name)]
public sealed class AnswerExampleTests : IAsyncLifetime
{
    /// <summary>Answers that are no use as an example, and why.</summary>
    private static readonly Dictionary<string, string> Without = new(StringComparer.Ordinal)
    {
        ["policy-schema 200 application/json"] = "as long as the document; it is kept in docs/policy.schema.json",
        ["policy-schema 200 application/schema+json"] = "the same",
        ["problem 200 text/html"] = "a page",
        ["scorecards 200 text/html"] = "a page",
        ["weekly-report 200 text/html"] = "a page",
        ["simulate-policy 200 text/html"] = "a page",
        ["simulate-version 200 text/html"] = "a page",
        ["get-simulation 200 text/html"] = "a page",
    };

    private RunningService service = null!;

    private DocumentJudge judge = null!;

    public async Task InitializeAsync()
    {
        service = await RunningService.Start();
        judge = await Description.Judge(service);
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    /// <summary>The service is built with this file, so the document has the examples after the next build.</summary>
    [Fact]
    public async Task They_are_those_of_the_conversations()
    {
        var examples = new JsonObject();
        foreach (var of in Chosen().GroupBy(found => found.Operation, StringComparer.Ordinal))
        {
            examples[of.Key] = Members(of.GroupBy(found => found.Status, StringComparer.Ordinal), answers => answers.Key, answers =>
                Members(answers, found => found.MediaType, found => found.Example.Value.DeepClone()));
        }

        var kept = Path.Combine(ApprovedText.Root, "src", "Api", "Routing", "AnswerExamples.json");
        await ApprovedText.Compare(PrettyJson.Of(examples.ToJsonString()), kept);
    }

    [Fact]
    public void Every_answer_has_one_or_a_reason()
    {
        var bare = Answers().Where(found => found.Content["example"] is null).Select(found => $"{found.Operation} {found.Where} {found.MediaType}");
        Assert.Equal(Without.Keys.Order(StringComparer.Ordinal), bare.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_document_gives_them_unchanged()
    {
        var given = Answers().ToDictionary(found => (found.Operation, found.Where, found.MediaType), found => found.Content["example"]);
        Assert.All(Chosen(), found =>
            Assert.True(JsonNode.DeepEquals(found.Example.Value, given[(found.Operation, found.Status, found.MediaType)]), found.Operation));
    }

    private static JsonObject Members<T>(IEnumerable<T> parts, Func<T, string> name, Func<T, JsonNode> value) =>
        new(parts.Select(part => KeyValuePair.Create(name(part), (JsonNode?)value(part))));

    private IEnumerable<(string Operation, string Where, string MediaType, JsonNode Content)> Answers() =>
        judge.Contents().Where(found => found.Where.StartsWith('2'));

    /// <summary>
    /// Of all that conversations show of an answer the one to be read first: in English where there is one, then with something in its lists,
    /// then one that need not be cut, then the one that shows most of what can be answered, then the shortest.
    /// </summary>
    private IEnumerable<(string Operation, string Status, string MediaType, AnswerExample Example)> Chosen()
    {
        var contents = Answers().ToDictionary(found => (found.Operation, found.Where, found.MediaType), found => found.Content);
        return from exchange in Exchange.Approved()
               where exchange.IsWhole
               let answer = (Operation: judge.Name(exchange.Method, exchange.Path), exchange.Status, exchange.MediaType)
               where contents.ContainsKey(answer) && !Without.ContainsKey($"{answer.Operation} {answer.Status} {answer.MediaType}")
               let example = AnswerExample.Of(exchange)
               where !judge.Faults(contents[answer], answer.MediaType, example.Text).Any()
               group (exchange.IsChinese, Example: example) by answer into shown
               orderby shown.Key.Operation, shown.Key.Status, shown.Key.MediaType
               select (shown.Key.Operation, shown.Key.Status, shown.Key.MediaType, shown
                   .OrderBy(one => one.IsChinese).ThenBy(one => one.Example.Empty).ThenBy(one => one.Example.IsCut).ThenByDescending(one => one.Example.Shown)
                   .ThenBy(one => one.Example.Text.Length).First().Example);
    }
}
