using System.Text.Json;
using Kehu.Domain;

namespace Kehu.Api.Contracts;

/// <summary>How a customer's duties were kept, on the wire.</summary>
internal static class ComplianceJson
{
    /// <summary>The tallies by standard and obligation, and the sum of those that count.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyCollection<OwedDuty> duties, DateOnly today)
    {
        var tallies = duties.ByObligation(today);
        json.WriteList("obligations"u8, tallies, (json, one) =>
        {
            json.WriteStartObject();
            json.WriteString("standard"u8, one.Standard.Value);
            json.WriteString("obligation"u8, one.Obligation);
            json.WriteBoolean("counts"u8, Compliance.Counts(one.Obligation));
            WriteTally(json, one.Tally);
            json.WriteEndObject();
        });
        json.WriteStartObject("total"u8);
        WriteTally(json, tallies.Filter(one => Compliance.Counts(one.Obligation)).Fold(DutyTally.None, (sum, one) => sum + one.Tally));
        json.WriteEndObject();
    }

    /// <summary>Numerator and denominator, then what is not kept; the share is rounded down to two decimals, and absent where nothing fell due.</summary>
    private static void WriteTally(Utf8JsonWriter json, DutyTally tally)
    {
        json.WriteNumber("fallenDue"u8, tally.FallenDue);
        json.WriteNumber("kept"u8, tally.Kept);
        json.WriteNumber("late"u8, tally.Late);
        json.WriteNumber("missed"u8, tally.Missed);
        json.WriteNumber("open"u8, tally.Open);
        json.WriteNumber("notYetDue"u8, tally.NotYetDue);
        json.WriteNumber("waived"u8, tally.Waived);
        if (tally.FallenDue > 0)
        {
            json.WriteNumber("keptPercent"u8, decimal.Floor(tally.Kept * 10_000m / tally.FallenDue) / 100m);
        }
    }
}
