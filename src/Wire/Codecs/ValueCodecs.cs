using System.Text.Json;
using LanguageExt;

namespace Kehu.Wire;

/// <summary>Days of the calendar.</summary>
internal sealed class DayCodec(Form.Day form) : Codec<DateOnly>
{
    public override bool Read(ref JsonCursor cursor, out DateOnly value)
    {
        var date = cursor.ReadDate();
        value = date.GetValueOrDefault();
        if (date is { } day && !form.Known.Contains(day.DayNumber))
        {
            cursor.Fault(form.Outside.Code, form.Outside.Detail.En, form.Outside.Detail.Zh);
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

/// <summary>Whole numbers of 32 bits.</summary>
internal sealed class CountCodec(Form.Count form) : Codec<int>
{
    public override bool Read(ref JsonCursor cursor, out int value)
    {
        var whole = cursor.ReadWhole(form.Least, form.Most);
        value = (int)whole.GetValueOrDefault();
        return whole is not null;
    }

    public override void Write(Utf8JsonWriter json, int value, Language language) => json.WriteNumberValue(value);
}

/// <summary>Numbers with two decimals, in hundredths.</summary>
internal sealed class HundredthsCodec(Form.Hundredths form) : Codec<long>
{
    public override bool Read(ref JsonCursor cursor, out long value)
    {
        var hundredths = form.TooFine.Case is string tooFine
            ? MoneyJson.ReadHundredths(ref cursor, form.Most, form.Fault, tooFine)
            : MoneyJson.ReadHundredths(ref cursor, form.Most, form.Fault);
        value = hundredths.GetValueOrDefault();
        return hundredths is not null;
    }

    public override void Write(Utf8JsonWriter json, long value, Language language) => FactsJson.WriteHundredths(json, value);
}

/// <summary>Numbers in digits as they are.</summary>
internal sealed class DigitsCodec : Codec<string>
{
    public override bool Read(ref JsonCursor cursor, out string value) => throw new NotSupportedException("digits are only answered");

    public override void Write(Utf8JsonWriter json, string value, Language language) => json.WriteRawValue(value, skipInputValidation: true);
}

/// <summary>Texts of the service's own.</summary>
internal sealed class PlainCodec : Codec<string>
{
    public override bool Read(ref JsonCursor cursor, out string value) => throw new NotSupportedException("a text of the service's own is only answered");

    public override void Write(Utf8JsonWriter json, string value, Language language) => json.WriteStringValue(value);
}

/// <summary>Moments in UTC.</summary>
internal sealed class InstantCodec : Codec<DateTime>
{
    public override bool Read(ref JsonCursor cursor, out DateTime value)
    {
        var moment = MomentJson.ReadExact(ref cursor);
        value = moment.GetValueOrDefault();
        return moment is not null;
    }

    public override void Write(Utf8JsonWriter json, DateTime value, Language language) =>
        json.WriteStringValue(value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", System.Globalization.CultureInfo.InvariantCulture));
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

/// <summary>What has to be right, and is of no use.</summary>
internal sealed class CheckedCodec<V>(Codec<V> inner) : Codec<Unit>
{
    public override bool Read(ref JsonCursor cursor, out Unit value)
    {
        value = default;
        return inner.Check(ref cursor);
    }

    public override void Write(Utf8JsonWriter json, Unit value, Language language)
    {
    }
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

/// <summary>House numbers of standards.</summary>
internal sealed class SettingCodec : Codec<StandardValue>
{
    private static readonly StandardValue Blank = new StandardValue.Flag(On: false);

    public override bool Read(ref JsonCursor cursor, out StandardValue value)
    {
        StandardValue? read = cursor.IsNumber
            ? cursor.ReadWhole(0, int.MaxValue) is { } number ? new StandardValue.Whole(number) : null
            : cursor.ReadBool() is { } on ? new StandardValue.Flag(on) : null;
        value = read ?? Blank;
        return read is not null;
    }

    public override void Write(Utf8JsonWriter json, StandardValue value, Language language) => json.WriteRawValue(value.Written(), skipInputValidation: true);
}

/// <summary>Factors, in hundredths.</summary>
internal sealed class FactorCodec : Codec<Option<long>>
{
    public override bool Read(ref JsonCursor cursor, out Option<long> value)
    {
        value = default;
        if (!cursor.ReadNumberSpan(out var digits))
        {
            return false;
        }

        value = Decimals.Read(digits, 2, out var hundredths) == DecimalReading.Exact ? hundredths : value;
        return true;
    }

    public override void Write(Utf8JsonWriter json, Option<long> value, Language language) => FactsJson.WriteHundredths(json, value.IfNone(0));
}
