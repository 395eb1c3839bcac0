using System.Text.Json;
using LanguageExt;

namespace Kehu.Wire;

/// <summary>
/// What control numbers need of a customer's line, as far as it can be read: the sender added up all lines, also those that are refused for something else.
/// So this reads two members and passes over all others, right or wrong.
/// </summary>
internal static class ControlRowJson
{
    private static readonly string TotalAssets = SharedFacts.TotalAssets.Name;

    /// <summary>The date and the total assets of a line; none of what is not there or cannot be read.</summary>
    public static ControlRow Read(ReadOnlySpan<byte> line)
    {
        var row = default(ControlRow);
        try
        {
            var json = new Utf8JsonReader(line);
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            {
                return row;
            }

            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var (isDay, isFacts) = (json.ValueTextEquals(ControlNumbers.OfAsOf), json.ValueTextEquals("facts"u8));
                json.Read();
                row = isDay ? row with { AsOf = Day(ref json) } : isFacts ? row with { TotalAssets = Amount(ref json) } : row;
                json.Skip();
            }
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // What stood before the fault was read.
        }

        return row;
    }

    private static Option<DateOnly> Day(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.String && IsoDate.TryRead(json.GetString(), out var day) ? day : Option<DateOnly>.None;

    /// <summary>The total assets among the facts, which are read to their end.</summary>
    private static Option<Money> Amount(ref Utf8JsonReader json)
    {
        var found = Option<Money>.None;
        if (json.TokenType != JsonTokenType.StartObject)
        {
            return found;
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = json.ValueTextEquals(TotalAssets);
            json.Read();
            found = isIt && json.TokenType == JsonTokenType.Number && Decimals.Read(json.ValueSpan, 2, out var fen) == DecimalReading.Exact
                ? new Money(fen)
                : found;
            json.Skip();
        }

        return found;
    }
}
