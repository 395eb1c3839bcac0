using System.Text.Json;
using Kehu.Api.Contracts;
using Kehu.Api.Contracts.Json;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Codecs;

/// <summary>Days of the calendar.</summary>
internal sealed class DayCodec : Codec<DateOnly>
{
    public override bool Read(ref JsonCursor cursor, out DateOnly value)
    {
        var date = cursor.ReadDate();
        value = date.GetValueOrDefault();
        if (date is { } day && !Spans.Dates.Contains(day.DayNumber))
        {
            cursor.Fault("date.out-of-range", "dates lie between 1900-01-01 and 2100-12-31", "日期须在 1900-01-01 至 2100-12-31 之间");
            return false;
        }

        return date is not null;
    }

    public override void Write(Utf8JsonWriter json, DateOnly value, Language language) => FactsJson.WriteDay(json, value);
}

/// <summary>Moments in the bank's time.</summary>
internal sealed class MomentCodec : Codec<DateTime>
{
    public override bool Read(ref JsonCursor cursor, out DateTime value)
    {
        var moment = MomentJson.Read(ref cursor);
        value = moment.GetValueOrDefault();
        return moment is not null;
    }

    public override void Write(Utf8JsonWriter json, DateTime value, Language language) => json.WriteStringValue(MomentJson.ToText(value));
}

/// <summary>Yes or no.</summary>
internal sealed class FlagCodec : Codec<bool>
{
    public override bool Read(ref JsonCursor cursor, out bool value)
    {
        var flag = cursor.ReadBool();
        value = flag.GetValueOrDefault();
        return flag is not null;
    }

    public override void Write(Utf8JsonWriter json, bool value, Language language) => json.WriteBooleanValue(value);
}

/// <summary>Whole numbers.</summary>
internal sealed class WholeCodec(Form.Whole form) : Codec<long>
{
    public override bool Read(ref JsonCursor cursor, out long value)
    {
        var whole = cursor.ReadWhole(form.Least, form.Most);
        value = whole.GetValueOrDefault();
        return whole is not null;
    }

    public override void Write(Utf8JsonWriter json, long value, Language language) => json.WriteNumberValue(value);
}

/// <summary>Amounts in yuan.</summary>
internal sealed class AmountCodec(Form.Amount form) : Codec<Money>
{
    public override bool Read(ref JsonCursor cursor, out Money value)
    {
        var fen = MoneyJson.ReadHundredths(ref cursor, form.Most.Fen, form.Fault);
        value = new Money(fen.GetValueOrDefault());
        return fen is not null;
    }

    public override void Write(Utf8JsonWriter json, Money value, Language language) => FactsJson.WriteHundredths(json, value.Fen);
}

/// <summary>The facts of a customer: written by hand, since every customer has them.</summary>
internal sealed class FactsCodec(FactsJson facts) : Codec<KnownFacts>
{
    /// <summary>The facts that are right, so that what they say together is checked even beside a wrong one.</summary>
    public override bool Read(ref JsonCursor cursor, out KnownFacts value)
    {
        value = facts.Read(ref cursor);
        return !cursor.Stopped;
    }

    public override void Write(Utf8JsonWriter json, KnownFacts value, Language language) => FactsJson.Write(json, value);
}

/// <summary>What is passed over.</summary>
internal sealed class PassedCodec : Codec<Unit>
{
    public override bool Read(ref JsonCursor cursor, out Unit value)
    {
        value = default;
        cursor.Skip();
        return true;
    }

    public override void Write(Utf8JsonWriter json, Unit value, Language language)
    {
    }
}
