using Xunit;

namespace Kehu.Properties.Http;

/// <summary>A few at a time, some waiting, no more.</summary>
public sealed class FewAtATimeTests
{
    [Xunit.Fact]
    public async Task A_few_run_some_wait_and_others_are_to_ask_again()
    {
        using var passes = new FewAtATime();
        var (held, running) = (new TaskCompletionSource(), 0);
        async ValueTask<int> Pass(CancellationToken stop)
        {
            Interlocked.Increment(ref running);
            await held.Task;
            return 1;
        }

        var asked = Enumerable.Range(0, FewAtATime.AtATime + FewAtATime.MostWaiting).Select(_ => passes.Run(Pass, default).AsTask()).ToList();
        Assert.Equal(FewAtATime.AtATime, running);
        Assert.Null(await passes.Run(Pass, default));
        held.SetResult();
        Assert.All(await Task.WhenAll(asked), done => Assert.Equal(1, done));
        Assert.Equal(asked.Count, running);
        Assert.Equal(2, await passes.Run(_ => ValueTask.FromResult(2), default));
    }

    [Xunit.Fact]
    public async Task The_turn_is_given_back_however_a_pass_ends_and_whoever_goes_leaves_the_queue()
    {
        using var passes = new FewAtATime();
        for (var at = 0; at <= FewAtATime.AtATime + FewAtATime.MostWaiting; at++)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(async () => await passes.Run<int>(_ => throw new InvalidOperationException("a pass that fails"), default));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await passes.Run(_ => ValueTask.FromResult(1), new CancellationToken(canceled: true)));
        }

        Assert.Equal(3, await passes.Run(_ => ValueTask.FromResult(3), default));
    }
}
