using System.Text.Json;
using Kehu.Api.Codecs;
using Kehu.Api.Contracts.Json;
using Kehu.Domain;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api.Contracts;

/// <summary>
/// A call for the duties of a class, or of the class that a customer's facts give; and what is to be supposed otherwise than it is: that the
/// class was decided on a day, after another class or none; other house numbers; days moved beside those that are; that the
/// file is not open yet.
/// </summary>
internal sealed record ServicePlanRequest(
    string Standard, string? Class, CustomerToClassify? Customer, DateOnly? BirthDate, DateRange Query,
    DateOnly? DecidedOn, string? Was, HashMap<string, StandardValue> Parameters, Arr<DayMoved> MovedDays, bool OpenFile)
{
    /// <summary>True where something is supposed that can be compared with what is.</summary>
    public bool Supposes => Was is not null || !Parameters.IsEmpty || !MovedDays.IsEmpty;
}

/// <summary>Service plans on the wire.</summary>
internal static class ServicePlanJson
{
    /// <summary>The longest query in days: ten years (house), lest an answer has no end.</summary>
    public const int LongestDays = 3_653;

    private static readonly JsonMembers Members = new("standard", "class?", "customer?", "birthDate?", "from", "to", "decidedOn?", "was?", "parameters?", "movedDays?", "openFile?");

    /// <summary>The request, or all its faults.</summary>
    public static IReadOnlyList<Fault> Read(ReadOnlySpan<byte> body, FactCatalogue facts, out ServicePlanRequest request)
    {
        var cursor = new JsonCursor(body);
        request = new ServicePlanRequest("", null, null, null, default, null, null, HashMap<string, StandardValue>(), Arr<DayMoved>.Empty, OpenFile: true);
        if (cursor.StartObject())
        {
            DateOnly? from = null, to = null;
            var seen = default(MemberSet);
            while (cursor.NextMember(Members, ref seen, out var member))
            {
                switch (member)
                {
                    case 0: request = request with { Standard = LabelJson.ReadCode(ref cursor) ?? "" }; break;
                    case 1: request = request with { Class = LabelJson.ReadCode(ref cursor) }; break;
                    case 2: request = request with { Customer = CustomerCodecs.ReadToClassify(ref cursor, facts) }; break;
                    case 3: request = request with { BirthDate = CustomerJson.ReadAsOf(ref cursor) }; break;
                    case 4: from = CustomerJson.ReadAsOf(ref cursor); break;
                    case 5: to = CustomerJson.ReadAsOf(ref cursor); break;
                    case 6: request = request with { DecidedOn = CustomerJson.ReadAsOf(ref cursor) }; break;
                    case 7: request = request with { Was = LabelJson.ReadCode(ref cursor) }; break;
                    case 8: request = request with { Parameters = ReadParameters(ref cursor) }; break;
                    case 9: request = request with { MovedDays = MovedDaysJson.Read(ref cursor) }; break;
                    default: request = request with { OpenFile = cursor.ReadBool() ?? true }; break;
                }
            }

            Check(ref cursor, seen, from, to);
            request = request with { Query = new DateRange(from ?? default, to ?? default) };
        }

        return cursor.Finish();
    }

    /// <summary>What was added, dropped and kept against what is in force.</summary>
    public static void WriteChanges(Utf8JsonWriter json, DutyChanges changes)
    {
        json.WriteStartObject("changes"u8);
        json.WriteList("added"u8, changes.Added, static (json, duty) => StandardJson.WriteDuty(json, duty.Assessed, conflict: false));
        json.WriteList("dropped"u8, changes.Dropped, static (json, duty) => StandardJson.WriteDuty(json, duty.Assessed, conflict: false));
        json.WriteNumber("kept"u8, changes.Kept.Count);
        json.WriteEndObject();
    }

    private static void Check(ref JsonCursor cursor, MemberSet seen, DateOnly? from, DateOnly? to)
    {
        if (seen.Contains(1) == seen.Contains(2))
        {
            cursor.FaultOf("class", "plan.subject", "send either class or customer", "请发送 class 或 customer 之一");
        }

        if (seen.Contains(7) && !seen.Contains(6))
        {
            cursor.FaultOf("decidedOn", "plan.decided-on", "a class before needs decidedOn, the day on which it ended", "有原类别 was 时须给出改变类别的日期 decidedOn");
        }

        if (from is { } first && to is { } last && (last < first || new DateRange(first, last).Days > LongestDays))
        {
            cursor.FaultOf("to", "plan.range", "to lies on or after from, at most ten years later", "to 不早于 from，且相距不超过十年");
        }
    }

    private static HashMap<string, StandardValue> ReadParameters(ref JsonCursor cursor)
    {
        var values = HashMap<string, StandardValue>();
        if (cursor.StartObject())
        {
            var seen = new System.Collections.Generic.HashSet<string>(StringComparer.Ordinal);
            while (cursor.NextNamed(seen, out var name))
            {
                var value = cursor.IsNumber
                    ? Optional(cursor.ReadWhole(0, int.MaxValue)).Map<StandardValue>(number => new StandardValue.Whole(number))
                    : Optional(cursor.ReadBool()).Map<StandardValue>(on => new StandardValue.Flag(on));
                values = value.Fold(values, (all, one) => all.AddOrUpdate(name, one));
            }
        }

        return values;
    }
}
