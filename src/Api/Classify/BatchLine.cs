using System.Buffers;
using System.Collections.Concurrent;
using LanguageExt;

namespace Kehu.Api;

/// <summary>
/// One line of a batch: a customer in, its decisions or a problem out. Lines know nothing of one another, so several may be answered at once.
/// No policies: every one for the customer's kind.
/// </summary>
internal sealed record BatchLine(RuleBook Book, Arr<CompiledPolicy>? Policies, DateOnly AsOf, bool Evidence, bool Ask, Language Language, string RequestId)
{
    /// <summary>Those that no worker is deciding with.</summary>
    private readonly ConcurrentBag<BatchDecider> rested = [];

    public void Answer(in Line line, IBufferWriter<byte> output)
    {
        var cursor = new JsonCursor(line.Text);
        var sent = CustomerCodecs.ReadToClassify(ref cursor, Book.Facts);
        var faults = cursor.Finish();
        var problem = faults.Count > 0 ? Problem.Malformed(faults) : Late(sent.Facts);
        if (problem is not null)
        {
            ProblemWriter.WriteLine(output, problem, Language, RequestId, line.Number);
            return;
        }

        var classification = Decide(sent.Customer);
        var json = WireJson.Rent(output);
        ClassifyJson.Write(json, sent.Id.OrNull(), AsOf, classification, Language);
        WireJson.Return(json);
        output.Write("\n"u8);
    }

    /// <summary>Questions depend on more than is remembered.</summary>
    private Classification Decide(Customer customer)
    {
        if (Ask)
        {
            return customer.Classified(For(customer.Kind), AsOf, ask: true, Evidence);
        }

        var decider = rested.TryTake(out var idle) ? idle : new BatchDecider(For, AsOf, BatchDecider.MostPatterns);
        var classification = decider.Decide(customer, Evidence);
        rested.Add(decider);
        return classification;
    }

    private Arr<CompiledPolicy> For(CustomerKind kind) => Policies ?? Book.For(kind);

    private Problem? Late(KnownFacts facts)
    {
        var late = facts.LateDates(AsOf);
        return late.IsEmpty ? null : Problem.Refused([.. late.Map(fault => fault.Under("/facts"))]);
    }
}
