using System.Numerics;
using System.Text.Json;
using Kehu.Api.Contracts.Json;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Contracts;

/// <summary>Plans of costs and benefits on the wire.</summary>
internal static class CostBenefitJson
{
    /// <summary>The most years of a plan (house).</summary>
    public const int MostYears = 50;

    /// <summary>The most items of a list (house).</summary>
    public const int MostItems = 1_000;

    /// <summary>The highest discount rate in basis points: 100 % a year (house).</summary>
    private const long HighestRate = 10_000;

    private static readonly JsonMembers Members = new("oneOff", "quarterly", "yearly", "benefits", "years", "discountRate?", "retention?");

    private static readonly JsonMembers RetentionMembers = new("customersKept", "costOfKeeping", "factor?");

    private static readonly JsonMembers ItemMembers = new("name", "amount");

    /// <summary>The plan, or all its faults.</summary>
    public static IReadOnlyList<Fault> Read(ReadOnlySpan<byte> body, out CostPlan plan)
    {
        var cursor = new JsonCursor(body);
        plan = new CostPlan(Arr<PlanItem>.Empty, Arr<PlanItem>.Empty, Arr<PlanItem>.Empty, Arr<PlanItem>.Empty, 1, Percent.Of(0));
        if (cursor.StartObject())
        {
            var seen = default(MemberSet);
            while (cursor.NextMember(Members, ref seen, out var member))
            {
                switch (member)
                {
                    case 0: plan = plan with { OneOff = ReadItems(ref cursor) }; break;
                    case 1: plan = plan with { Quarterly = ReadItems(ref cursor) }; break;
                    case 2: plan = plan with { Yearly = ReadItems(ref cursor) }; break;
                    case 3: plan = plan with { Benefits = ReadItems(ref cursor) }; break;
                    case 4: plan = plan with { Years = (int)(cursor.ReadWhole(1, MostYears) ?? 1) }; break;
                    case 5: plan = plan with { DiscountRate = new Percent(MoneyJson.ReadHundredths(ref cursor, HighestRate, "plan.number") ?? 0) }; break;
                    default: plan = plan with { Retention = ReadRetention(ref cursor) }; break;
                }
            }
        }

        return cursor.Finish();
    }

    /// <summary>A line a year in yuan, each rounded to the fen by itself, halves away from zero; the month is told from the exact sums.</summary>
    public static void Write(Utf8JsonWriter json, PlanResult result)
    {
        json.WriteStartObject();
        json.WriteList("years"u8, result.Years, (json, year) =>
        {
            json.WriteStartObject();
            json.WriteNumber("year"u8, year.Year);
            WriteYuan(json, "costs"u8, year.Costs);
            WriteYuan(json, "benefits"u8, year.Benefits);
            WriteYuan(json, "net"u8, year.Net);
            WriteYuan(json, "discountedNet"u8, year.Discounted);
            WriteYuan(json, "cumulatedNet"u8, year.Cumulated);
            json.WriteEndObject();
        });
        json.WritePropertyName("paidBackInMonth"u8);
        result.PaidBackInMonth.Match(Some: json.WriteNumberValue, None: json.WriteNullValue);
        if (result.BenefitOfKeeping.Case is Fraction keeping)
        {
            WriteYuan(json, "benefitOfKeeping"u8, keeping);
        }

        json.WriteEndObject();
    }

    private static Option<Retention> ReadRetention(ref JsonCursor cursor)
    {
        var at = cursor.Pointer;
        if (!cursor.StartObject())
        {
            return Option<Retention>.None;
        }

        var (customers, cost, factor) = ((long?)null, (long?)null, Retention.UsualFactor);
        var seen = default(MemberSet);
        while (cursor.NextMember(RetentionMembers, ref seen, out var member))
        {
            switch (member)
            {
                case 0: customers = cursor.ReadWhole(0, Retention.MostCustomers); break;
                case 1: cost = MoneyJson.ReadHundredths(ref cursor, Money.Limit.Fen, "plan.number"); break;
                default: factor = ReadFactor(ref cursor); break;
            }
        }

        var read = Retention.Of(customers ?? 0, new Money(cost ?? 0), factor);
        foreach (var fault in read.FailAsEnumerable())
        {
            cursor.Report(fault.Under(at));
        }

        return customers is null || cost is null ? Option<Retention>.None : read.ToOption();
    }

    /// <summary>A number with at most two decimals; a finer or larger one is none that the source bears out. Where it is no number, that was reported.</summary>
    private static Fraction ReadFactor(ref JsonCursor cursor) =>
        !cursor.ReadNumberSpan(out var digits) ? Retention.UsualFactor
        : Decimals.Read(digits, 2, out var hundredths) == DecimalReading.Exact ? new Fraction(hundredths, 100)
        : Fraction.Zero;

    private static Arr<PlanItem> ReadItems(ref JsonCursor cursor)
    {
        var items = ListJson.Read(ref cursor, ReadItem);
        if (items is { Count: > MostItems })
        {
            cursor.Fault("plan.too-many", $"a list has at most {MostItems} items; add some up", $"每个列表最多 {MostItems} 项，请合并部分项目");
        }

        return items.Sound();
    }

    private static PlanItem? ReadItem(ref JsonCursor cursor)
    {
        if (!cursor.StartObject())
        {
            return null;
        }

        (string? name, long? fen) = (null, null);
        var seen = default(MemberSet);
        while (cursor.NextMember(ItemMembers, ref seen, out var member))
        {
            if (member == 0)
            {
                name = CustomerJson.ReadText(ref cursor);
            }
            else
            {
                fen = MoneyJson.ReadHundredths(ref cursor, Money.Limit.Fen, "plan.number");
            }
        }

        return name is not null && fen is { } amount ? new PlanItem(name, new Money(amount)) : null;
    }

    /// <summary>Fen as yuan: sums of a thousand amounts over fifty years pass what a long holds.</summary>
    private static void WriteYuan(Utf8JsonWriter json, ReadOnlySpan<byte> name, Fraction fen)
    {
        var rounded = fen.Rounded();
        var (yuan, rest) = BigInteger.DivRem(BigInteger.Abs(rounded), 100);
        json.WritePropertyName(name);
        json.WriteRawValue($"{(rounded.Sign < 0 ? "-" : "")}{yuan}{(rest.IsZero ? "" : $".{(int)rest:00}".TrimEnd('0'))}", skipInputValidation: true);
    }
}
