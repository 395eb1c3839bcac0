using System.Buffers;
using System.Text.Json;
using Kehu.Api.Contracts.Json;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Contracts;

/// <summary>
/// What a run found, a line a customer. A verdict is alike for very many customers: its decision is written once and copied, as long as there are not too
/// many different ones. Made for one answer.
/// </summary>
internal sealed class RunLines(Run run, Option<int> only)
{
    /// <summary>The most decisions kept written (house); what comes later is written anew each time.</summary>
    private const int MostKept = 10_000;

    private readonly Dictionary<(int Policy, RunVerdict Verdict), byte[]> kept = [];

    /// <summary>The line of a customer.</summary>
    public void Write(IBufferWriter<byte> output, DecidedCustomer customer)
    {
        var json = Wire.Rent(output);
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
        Wire.Return(json);
        output.Write("\n"u8);
    }

    private byte[] Decision(int policy, RunVerdict verdict)
    {
        if (!kept.TryGetValue((policy, verdict), out var written))
        {
            written = Wire.Bytes(json => Write(json, run.Policies[policy].Policy, verdict));
            if (kept.Count < MostKept)
            {
                kept.Add((policy, verdict), written);
            }
        }

        return written;
    }

    private static void Write(Utf8JsonWriter json, RunPolicy policy, RunVerdict verdict)
    {
        var answer = policy.AnswerOf(policy.NumberOf(verdict));
        json.WriteStartObject();
        json.WriteString("policy"u8, policy.Id.Value);
        json.WriteNumber("version"u8, policy.Version);
        json.WriteString("hash"u8, policy.Hash);
        json.WriteString("outcome"u8, answer.Outcome);
        json.WriteString("class"u8, answer.Assigned.Map(code => code.Value).OrNull());
        switch (verdict)
        {
            case RunVerdict.Decided:
                break;
            case RunVerdict.Ranked(_, var standing):
                json.WriteString("standing"u8, CodeOf(standing));
                break;
            case RunVerdict.Open(var possible, var mayNotApply, var missing):
                json.WriteList("possible"u8, new Arr<int>(possible.InOrder()), (json, place) => json.WriteStringValue(policy.Classes[place].Value));
                json.WriteList("missing"u8, missing, (json, fact) => json.WriteStringValue(fact));
                json.WriteBoolean("mayNotApply"u8, mayNotApply);
                break;
            case RunVerdict.NotApplicable(var reason):
                json.WriteString("reason"u8, reason);
                break;
        }

        json.WriteEndObject();
    }

    /// <summary>Why a customer is where it is in a ranking.</summary>
    public static string CodeOf(Standing standing) => standing switch
    {
        Standing.Positive => "positive",
        Standing.NotPositive => "not-positive",
        Standing.Unknown => "unknown",
    };
}
