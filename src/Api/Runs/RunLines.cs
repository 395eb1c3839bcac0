using System.Buffers;
using LanguageExt;

namespace Kehu.Api;

/// <summary>
/// What a run found, a line a customer: <see cref="RunLine"/>, written by hand since there is one of every customer. A verdict is alike for very many
/// customers: its decision is written once and copied, as long as there are not too many different ones. Made for one answer.
/// </summary>
internal sealed class RunLines(Run run, Option<int> only)
{
    /// <summary>The most decisions kept written (house); what comes later is written anew each time.</summary>
    private const int MostKept = 10_000;

    private readonly Dictionary<(int Policy, RunVerdict Verdict), byte[]> kept = [];

    /// <summary>The line of a customer.</summary>
    public void Write(IBufferWriter<byte> output, DecidedCustomer customer)
    {
        var json = WireJson.Rent(output);
        json.WriteStartObject();
        json.WriteString("customer"u8, customer.Id);
        json.WriteStartObject("snapshot"u8);
        json.WriteString("asOf"u8, IsoDate.Text(customer.AsOf));
        json.WriteString("recordedAt"u8, MomentJson.Exact(customer.RecordedAt));
        json.WriteEndObject();
        json.WriteStartArray("decisions"u8);
        for (var policy = 0; policy < run.Policies.Count; policy++)
        {
            if (only.ForAll(place => place == policy))
            {
                json.WriteRawValue(Decision(policy, customer.Verdicts[policy]), skipInputValidation: true);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        WireJson.Return(json);
        output.Write("\n"u8);
    }

    private byte[] Decision(int policy, RunVerdict verdict)
    {
        if (!kept.TryGetValue((policy, verdict), out var written))
        {
            written = WireJson.Bytes(json => RunCodecs.Decision.Write(json, new RunDecision(run.Policies[policy].Policy, verdict)));
            if (kept.Count < MostKept)
            {
                kept.Add((policy, verdict), written);
            }
        }

        return written;
    }
}
