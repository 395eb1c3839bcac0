using Kehu.Api.Contracts.Json;
using Kehu.Domain;

namespace Kehu.Api.Contracts;

/// <summary>A call for the duties of a class, or of the class that a customer's facts give.</summary>
internal readonly record struct ServicePlanRequest(string Standard, string? Class, CustomerToClassify? Customer, DateOnly? BirthDate, DateRange Query);

/// <summary>Service plans on the wire.</summary>
internal static class ServicePlanJson
{
    /// <summary>The longest query in days: ten years (house), lest an answer has no end.</summary>
    public const int LongestDays = 3_653;

    private static readonly JsonMembers Members = new("standard", "class?", "customer?", "birthDate?", "from", "to");

    /// <summary>The request, or all its faults.</summary>
    public static IReadOnlyList<Fault> Read(ReadOnlySpan<byte> body, out ServicePlanRequest request)
    {
        var cursor = new JsonCursor(body);
        request = default;
        if (cursor.StartObject())
        {
            string? standard = null, code = null;
            CustomerToClassify? customer = null;
            DateOnly? born = null, from = null, to = null;
            var seen = default(MemberSet);
            while (cursor.NextMember(Members, ref seen, out var member))
            {
                switch (member)
                {
                    case 0: standard = LabelJson.ReadCode(ref cursor); break;
                    case 1: code = LabelJson.ReadCode(ref cursor); break;
                    case 2: customer = CustomerJson.ReadToClassify(ref cursor); break;
                    case 3: born = CustomerJson.ReadAsOf(ref cursor); break;
                    case 4: from = CustomerJson.ReadAsOf(ref cursor); break;
                    default: to = CustomerJson.ReadAsOf(ref cursor); break;
                }
            }

            if (seen.Contains(1) == seen.Contains(2))
            {
                cursor.FaultOf("class", "plan.subject", "send either class or customer", "请发送 class 或 customer 之一");
            }

            if (from is { } first && to is { } last && (last < first || new DateRange(first, last).Days > LongestDays))
            {
                cursor.FaultOf("to", "plan.range", "to lies on or after from, at most ten years later", "to 不早于 from，且相距不超过十年");
            }

            request = new ServicePlanRequest(standard ?? "", code, customer, born, new DateRange(from ?? default, to ?? default));
        }

        return cursor.Finish();
    }
}
