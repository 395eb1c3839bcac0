using System.Globalization;
using System.Net;
using Kehu.Shared;
using LanguageExt;
using Xunit;

namespace Kehu.Properties.Http;

/// <summary>Calls that read many customers: a few are at it at a time, some wait, and one more is told at once to ask again, whoever holds up the others.</summary>
public sealed class HeavyCallTests
{
    [Xunit.Theory]
    [InlineData("/v1/indicators/churn?outlet=A", FewAtATime.AtATime, FewAtATime.MostWaiting)]
    [InlineData("/v1/indicators/churn", 1, 0)]
    [InlineData("/v1/reports/data-quality", 1, 0)]
    [InlineData("/v1/portfolio/segments?policies=personal-asset-tier", 1, 0)]
    public async Task A_few_are_at_it_some_wait_and_one_more_is_to_ask_again(string path, int atATime, int waiting)
    {
        HeldStore? store = null;
        await using var service = await RunningService.Start(inner => store = new HeldStore(inner), "--Portfolio:InMemory=false");
        await service.Client.Import("""{"id":"C-1","kind":"personal","asOf":"2026-11-20","outlet":"A","facts":{}}""");
        // The registers are read once and kept; what is held up is the reading of customers.
        Assert.Equal(HttpStatusCode.OK, await Status(service.Client, "/v1/units"));
        store!.Hold();
        var asked = Enumerable.Range(0, atATime + waiting + 1).Select(_ => Status(service.Client, path)).ToList();
        try
        {
            var first = await Task.WhenAny(asked).WaitAsync(TimeSpan.FromSeconds(15));
            Assert.Equal(HttpStatusCode.TooManyRequests, await first);
            Assert.InRange(store.Most, 0, atATime);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"nobody was told to ask again; {store.Most} are reading at once, {asked.Count(one => one.IsCompleted)} of {asked.Count} are answered");
        }
        finally
        {
            store.LetGo();
        }

        Assert.Equal(1, (await Task.WhenAll(asked)).Count(status => status != HttpStatusCode.OK));
        Assert.Equal(HttpStatusCode.OK, await Status(service.Client, path));
    }

    /// <summary>From memory the store is not read: what holds up the others is the looking up of an answer that is known already.</summary>
    [Xunit.Fact]
    public async Task Questions_answered_from_memory_take_turns_too()
    {
        await using var service = await RunningService.Start();
        var (desk, mirror, held) = (service.Part<PortfolioService>(), service.Part<PortfolioMirror>(), new TaskCompletionSource<Option<Segmentation>>());
        Assert.True(SpinWait.SpinUntil(() => mirror.State == MirrorState.Ready, TimeSpan.FromSeconds(20)));
        var policy = service.Part<RuleBook>().Find(PersonalAssetTier.Id.Value).IfNone(() => throw new InvalidOperationException("the policy is shipped"));
        var question = new SegmentQuestion(Prelude.Array(policy), new DateOnly(2026, 11, 21), Option<OutletsAsked>.None, SegmentGrouping.Whole);
        var looking = 0;
        async Task<CountResult<Segmentation>> Ask() => await desk.Run(AccessScope.Bank, question, async (_, _) =>
        {
            Interlocked.Increment(ref looking);
            return await held.Task;
        }, default);

        var asked = Enumerable.Range(0, FewAtATime.AtATime + FewAtATime.MostWaiting + 1).Select(_ => Ask()).ToList();
        var first = await Task.WhenAny(asked).WaitAsync(TimeSpan.FromSeconds(15));
        Assert.IsType<CountResult<Segmentation>.Busy>(await first);
        Assert.InRange(Volatile.Read(ref looking), 0, FewAtATime.AtATime);
        held.SetResult(Option<Segmentation>.None);
        Assert.Single(await Task.WhenAll(asked), answer => answer is CountResult<Segmentation>.Busy);
    }

    private static async Task<HttpStatusCode> Status(HttpClient client, string path)
    {
        using var answer = await client.Send("GET", path);
        Assert.Equal(answer.StatusCode == HttpStatusCode.TooManyRequests, answer.Headers.TryGetValues("Retry-After", out var after) && int.Parse(after.Single(), CultureInfo.InvariantCulture) > 0);
        return answer.StatusCode;
    }

    /// <summary>A store whose readings of more than a row wait while it is held; it counts how many did.</summary>
    private sealed class HeldStore(IStore inner) : PassingStore(inner)
    {
        private TaskCompletionSource free = Done();
        private int held;

        /// <summary>How many waited at once.</summary>
        public int Most => Volatile.Read(ref held);

        public void Hold() => free = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        public void LetGo() => free.SetResult();

        public override async ValueTask<T> Together<T>(Func<IReader, T> read, CancellationToken ct)
        {
            if (typeof(T) != typeof(Row?) && !free.Task.IsCompleted)
            {
                Interlocked.Increment(ref held);
                await free.Task.WaitAsync(ct);
            }

            return await Inner.Together(read, ct);
        }

        private static TaskCompletionSource Done()
        {
            var done = new TaskCompletionSource();
            done.SetResult();
            return done;
        }
    }
}
