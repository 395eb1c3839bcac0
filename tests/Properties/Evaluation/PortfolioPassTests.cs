using Xunit;

namespace Kehu.Properties.Evaluation;

/// <summary>Passes over the portfolio take turns.</summary>
public sealed class PortfolioPassTests
{
    [Xunit.Fact]
    public async Task One_pass_runs_at_a_time_and_the_turn_is_given_back_however_it_ends()
    {
        using var pass = new PortfolioTurn();
        var held = new TaskCompletionSource<int>();
        var first = pass.Run(_ => new ValueTask<int>(held.Task), default);
        Assert.Null(await pass.Run(_ => ValueTask.FromResult(1), default));
        held.SetResult(5);
        Assert.Equal(5, await first);
        Assert.Equal(2, await pass.Run(_ => ValueTask.FromResult(2), default));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await pass.Run<int>(_ => throw new InvalidOperationException("a pass that fails"), default));
        Assert.Equal(3, await pass.Run(_ => ValueTask.FromResult(3), default));
    }
}
