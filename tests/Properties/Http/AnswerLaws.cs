using System.Text;
using System.Text.Json;
using FsCheck.Fluent;
using Kehu.Shared;
using Xunit;
using static Kehu.Properties.Http.Asking;

namespace Kehu.Properties.Http;

/// <summary>The same question has the same answer, however it is asked.</summary>
public sealed class AnswerLaws : IAsyncLifetime
{
    private const string On = "2026-11-21";

    private RunningService service = null!;

    public async Task InitializeAsync() => service = await RunningService.Start();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Law(60)]
    public Property Some_policies_answer_as_they_do_among_all() => Law.ForAll(
        from record in Portfolios.Records
        from picks in Gen.Choose(0, 1).ArrayOf(ShippedPolicies.All.Policies.Count)
        from evidence in Gen.Elements("true", "false")
        select (record, picks, evidence),
        async asked =>
        {
            var all = Decisions(await Single(asked.record, null, asked.evidence));
            var some = all.Where((_, i) => asked.picks[i] == 1).Reverse().ToList();
            return some.Count == 0
                || Decisions(await Single(asked.record, some.ConvertAll(PolicyOf), asked.evidence)).SequenceEqual(some);
        });

    [Law(30)]
    public Property A_batch_answers_each_line_as_a_single_call_does() => Law.ForAll(
        from records in Portfolios.Many(8)
        from evidence in Gen.Elements("true", "false")
        select (records, evidence),
        async asked =>
        {
            var answers = (await service.Client.Ask("POST", $"/v1/classify/batch?asOf={On}&ask=true&evidence={asked.evidence}", asked.records.Lines(), Ndjson)).Split('\n');
            for (var i = 0; i < asked.records.Count; i++)
            {
                Assert.Equal(await Single(asked.records[i], null, asked.evidence), answers[i]);
            }

            return answers.Length == asked.records.Count + 1;
        });

    [Law(40)]
    public async Task<bool> A_customer_on_file_is_classified_as_one_that_is_sent(CustomerRecord record)
    {
        await service.Client.Import(Portfolios.Lines([record]));
        var stored = await service.Client.Ask("GET", $"/v1/customers/{record.Id}/classifications?asOf={record.AsOf:yyyy-MM-dd}");
        return stored == await Single(record, null, "true", $"{record.AsOf:yyyy-MM-dd}");
    }

    private Task<string> Single(CustomerRecord record, List<string>? policies, string evidence, string on = On) => service.Client.Ask(
        "POST",
        $"/v1/classify?evidence={evidence}",
        $"{{\"asOf\":\"{on}\",{(policies is null ? "" : $"\"policies\":{JsonSerializer.Serialize(policies)},")}\"customer\":{Encoding.UTF8.GetString(Held.JsonOf(record))}}}");

    private static List<string> Decisions(string answer)
    {
        using var document = JsonDocument.Parse(answer);
        return [.. document.RootElement.GetProperty("decisions").EnumerateArray().Select(decision => decision.GetRawText())];
    }

    private static string PolicyOf(string decision)
    {
        using var document = JsonDocument.Parse(decision);
        return document.RootElement.GetProperty("policy").GetString()!;
    }
}
