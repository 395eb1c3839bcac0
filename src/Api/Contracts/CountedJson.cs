using Kehu.Api.Contracts.Json;
using Kehu.Domain;

namespace Kehu.Api.Contracts;

/// <summary>What counting needs of a stored record.</summary>
internal readonly record struct CountedCustomer(DateOnly AsOf, string Outlet, Customer Customer);

/// <summary>Stored records read for counting: whatever tells who the customer is, is passed over.</summary>
internal static class CountedJson
{
    private static readonly JsonMembers Members = new("id?", "kind", "asOf", "outlet", "manager?", "name?", "contact?", "preferences?", "dossier?", "facts?");

    private static readonly NameTable Kinds = new([.. CustomerKinds.All.Map(kind => kind.Code())]);

    /// <summary>The record, which was checked when it was filed; one that is damaged is a defect of the store.</summary>
    public static CountedCustomer Read(ReadOnlySpan<byte> json)
    {
        var cursor = new JsonCursor(json, isOnFile: true);
        (DateOnly? asOf, string? outlet, var kind, var facts) = (null, null, 0, KnownFacts.Nothing);
        if (cursor.StartObject())
        {
            var seen = default(MemberSet);
            while (cursor.NextMember(Members, ref seen, out var member))
            {
                switch (member)
                {
                    case 1: _ = cursor.ReadCode(Kinds, out kind); break;
                    case 2: asOf = cursor.ReadDate(); break;
                    case 3: outlet = cursor.ReadString(64); break;
                    case 9: facts = FactsJson.Read(ref cursor); break;
                    default: cursor.Skip(); break;
                }
            }
        }

        return cursor.Finish().Count == 0 && asOf is { } date && outlet is not null
            ? new CountedCustomer(date, outlet, new Customer((CustomerKind)kind, facts))
            : throw new InvalidDataException("a stored customer record is damaged");
    }
}
