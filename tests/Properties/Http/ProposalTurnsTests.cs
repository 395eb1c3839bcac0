using Microsoft.AspNetCore.Http;
using Xunit;

namespace Kehu.Properties.Http;

/// <summary>Policies that callers bring along take turns; others do not wait for them.</summary>
public sealed class ProposalTurnsTests
{
    [Xunit.Fact]
    public async Task Work_takes_turns_what_needs_none_goes_on_and_too_much_is_to_ask_again()
    {
        using var turns = new ProposalTurns();
        using var held = new ManualResetEventSlim();
        var (working, most, gate) = (0, 0, new Lock());
        int Work()
        {
            lock (gate)
            {
                most = Math.Max(most, ++working);
            }

            held.Wait();
            lock (gate)
            {
                working--;
            }

            return 1;
        }

        var waiting = Enumerable.Range(0, ProposalTurns.AtATime + ProposalTurns.MostWaiting).Select(_ => Task.Run(() => turns.Run(Work, _ => Task.FromResult(Results.Ok()), default))).ToList();
        SpinWait.SpinUntil(() => turns.Inside == waiting.Count, TimeSpan.FromSeconds(30));
        Assert.IsType<Problem>(await turns.Run(() => 1, _ => Task.FromResult(Results.Ok()), default));
        SentPolicy[] known = [new SentPolicy.ById("", "value-tier", LanguageExt.Option<int>.None, [])];
        Assert.IsNotType<Problem>(await turns.Run(known, () => 1, _ => Task.FromResult(Results.Ok()), default));
        held.Set();
        Assert.All(await Task.WhenAll(waiting), answer => Assert.IsNotType<Problem>(answer));
        Assert.Equal(ProposalTurns.AtATime, most);
        Assert.Equal(0, turns.Inside);
    }
}
