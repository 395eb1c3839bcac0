using Kehu.Api.Contracts.Json;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Contracts;

/// <summary>Calls for capacity on the wire. What a call may ask is bounded (house), so that no sum overflows and no answer has no end.</summary>
internal static class CapacityRequestJson
{
    /// <summary>The most months that a call reckons.</summary>
    public const int MostMonths = 24;

    /// <summary>The most parts of a portfolio, and the most lines of hours.</summary>
    public const int MostParts = 10_000;

    /// <summary>The most customers of a part.</summary>
    public const long MostCustomers = 1_000_000_000;

    /// <summary>The most minutes that an obligation takes each time.</summary>
    public const int MostMinutes = 10_000;

    /// <summary>The most hours a month of a line, and the most people.</summary>
    public const long MostHours = 10_000_000;

    private const int OfPortfolio = 3;
    private const int OfOutlet = 4;

    private static readonly JsonMembers Members = new("standard", "from", "months", "portfolio?", "outlet?", "minutes?", "available");

    private static readonly JsonMembers PartMembers = new("outlet", "class", "customers");

    private static readonly JsonMembers LineMembers = new("role", "outlet?", "hours?", "people?");

    private static readonly NameTable RoleCodes = NameTable.Of<Role>(role => role.Code());

    /// <summary>The request, or all its faults.</summary>
    public static IReadOnlyList<Fault> Read(ReadOnlySpan<byte> body, out CapacityRequest request)
    {
        var cursor = new JsonCursor(body);
        request = new CapacityRequest("", Arr<Period>.Empty, null, null, new Dictionary<string, int>(), Arr<WorkLine>.Empty);
        if (cursor.StartObject())
        {
            Period? from = null;
            long? months = null;
            var seen = default(MemberSet);
            while (cursor.NextMember(Members, ref seen, out var member))
            {
                switch (member)
                {
                    case 0: request = request with { Standard = LabelJson.ReadCode(ref cursor) ?? "" }; break;
                    case 1: from = ReadMonth(ref cursor); break;
                    case 2: months = cursor.ReadWhole(1, MostMonths); break;
                    case OfPortfolio: request = request with { Portfolio = ReadPortfolio(ref cursor) }; break;
                    case OfOutlet: request = request with { Outlet = CustomerJson.ReadUnit(ref cursor) }; break;
                    case 5: request = request with { Minutes = ReadMinutes(ref cursor) }; break;
                    default: request = request with { Available = ReadAvailable(ref cursor) }; break;
                }
            }

            if (seen.Contains(OfPortfolio) && seen.Contains(OfOutlet))
            {
                cursor.FaultOf("outlet", "capacity.subject", "outlet chooses among the stored customers; leave it out beside a portfolio", "outlet 用于选取在档客户；已发送 portfolio 时请省略");
            }

            request = request with { Months = MonthsOf(ref cursor, from, months) };
        }

        return cursor.Finish();
    }

    private static Arr<Period> MonthsOf(ref JsonCursor cursor, Period? from, long? months)
    {
        if (from is null || months is not { } count)
        {
            return Arr<Period>.Empty;
        }

        var last = ((from.Start.Year * 12L) + from.Start.Month + count - 2) / 12;
        if (last > Festivals.Years.High)
        {
            cursor.FaultOf("months", "calendar.out-of-range", $"the calendar is known up to {Festivals.Years.High}-12; ask for fewer months", $"历法截至 {Festivals.Years.High}-12；请减少月数");
            return Arr<Period>.Empty;
        }

        return Period.Meeting(PeriodLength.Month, from.Start, from.Start.AddMonths((int)count - 1));
    }

    private static Period? ReadMonth(ref JsonCursor cursor)
    {
        if (cursor.ReadString(64) is not { } text)
        {
            return null;
        }

        var month = Period.Read(text).Filter(period => period.Length == PeriodLength.Month && Festivals.Years.Contains(period.Start.Year)).ToList();
        if (month.Count == 0)
        {
            cursor.Fault(
                "capacity.month",
                $"write a month as yyyy-MM, from {Festivals.Years.Low}-01 to {Festivals.Years.High}-12, such as 2026-01",
                $"请将月份写成 yyyy-MM，自 {Festivals.Years.Low}-01 至 {Festivals.Years.High}-12，例如 2026-01");
        }

        return month.FirstOrDefault();
    }

    private static Arr<PortfolioPart> ReadPortfolio(ref JsonCursor cursor)
    {
        var listed = new System.Collections.Generic.HashSet<(string, string)>();
        var parts = ListJson.ReadSome(ref cursor, (ref JsonCursor cursor) => ReadPart(ref cursor, listed));
        RefuseMore(ref cursor, parts?.Count);
        return parts.Sound();
    }

    private static PortfolioPart? ReadPart(ref JsonCursor cursor, System.Collections.Generic.HashSet<(string, string)> listed)
    {
        if (!cursor.StartObject())
        {
            return null;
        }

        (string? outlet, string? code, long? customers) = (null, null, null);
        var seen = default(MemberSet);
        while (cursor.NextMember(PartMembers, ref seen, out var member))
        {
            switch (member)
            {
                case 0: outlet = CustomerJson.ReadUnit(ref cursor); break;
                case 1: code = LabelJson.ReadCode(ref cursor); break;
                default: customers = cursor.ReadWhole(0, MostCustomers); break;
            }
        }

        if (outlet is null || code is null || customers is null)
        {
            return null;
        }

        if (!listed.Add((outlet, code)))
        {
            cursor.Fault("capacity.repeated-part", "this outlet and class are listed before; add the customers up", "该网点和类别已列出；请将客户数合并");
        }

        return new PortfolioPart(outlet, new ClassCode(code), customers.Value);
    }

    private static Dictionary<string, int> ReadMinutes(ref JsonCursor cursor)
    {
        var minutes = new Dictionary<string, int>(StringComparer.Ordinal);
        if (cursor.StartObject())
        {
            var seen = new System.Collections.Generic.HashSet<string>(StringComparer.Ordinal);
            while (cursor.NextNamed(seen, out var name))
            {
                if (cursor.ReadWhole(0, MostMinutes) is { } each)
                {
                    minutes.Add(name, (int)each);
                }
            }
        }

        return minutes;
    }

    private static Arr<WorkLine> ReadAvailable(ref JsonCursor cursor)
    {
        var listed = new System.Collections.Generic.HashSet<(Role, string)>();
        var lines = ListJson.Read(ref cursor, (ref JsonCursor cursor) => ReadLine(ref cursor, listed));
        RefuseMore(ref cursor, lines?.Count);
        return lines.Sound();
    }

    private static WorkLine? ReadLine(ref JsonCursor cursor, System.Collections.Generic.HashSet<(Role, string)> listed)
    {
        if (!cursor.StartObject())
        {
            return null;
        }

        (Role? role, string? outlet, long? hours, long? people) = (null, null, null, null);
        var seen = default(MemberSet);
        while (cursor.NextMember(LineMembers, ref seen, out var member))
        {
            switch (member)
            {
                case 0: role = cursor.ReadCode(RoleCodes, out var code) ? (Role)code : null; break;
                case 1: outlet = CustomerJson.ReadUnit(ref cursor); break;
                case 2: hours = ReadHundredths(ref cursor); break;
                default: people = ReadHundredths(ref cursor); break;
            }
        }

        if (seen.Contains(2) == seen.Contains(3))
        {
            cursor.Fault("capacity.supply", "send either hours (a month) or people", "请发送 hours（每月小时数）或 people（人数）之一");
        }

        if (role is { } known && !(seen.Contains(1) && outlet is null) && !listed.Add((known, outlet ?? "")))
        {
            cursor.Fault("capacity.repeated-line", "this role and outlet are listed before; add the hours up", "该角色和网点已列出；请将工时合并");
        }

        return role is { } sound && (hours ?? people) is { } amount
            ? new WorkLine(sound, outlet.Known(), hours is not null ? new WorkSupply.Hours(amount) : new WorkSupply.People(amount))
            : null;
    }

    /// <summary>A number of at most two decimals, from nought; in hundredths.</summary>
    private static long? ReadHundredths(ref JsonCursor cursor)
    {
        if (!cursor.ReadNumberSpan(out var digits))
        {
            return null;
        }

        var reading = Decimals.Read(digits, 2, out var hundredths);
        if (reading == DecimalReading.Exact && hundredths is >= 0 and <= MostHours * 100)
        {
            return hundredths;
        }

        if (reading == DecimalReading.TooFine)
        {
            cursor.Fault("capacity.too-fine", "at most two decimals; nothing is rounded here", "最多两位小数，此处不作舍入");
        }
        else
        {
            cursor.Report(JsonFaults.Range(cursor.Pointer, 0, MostHours));
        }

        return null;
    }

    private static void RefuseMore(ref JsonCursor cursor, int? count)
    {
        if (count > MostParts)
        {
            cursor.Fault("capacity.too-many", $"at most {MostParts} in one call; ask for fewer outlets at a time", $"每次最多 {MostParts} 项；请分批按网点查询");
        }
    }
}
