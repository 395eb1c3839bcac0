using System.Text.Json;
using Kehu.Api.Contracts.Json;
using Kehu.Domain;
using static LanguageExt.Prelude;

namespace Kehu.Api.Contracts;

/// <summary>Engagements on the wire.</summary>
internal static class EngagementJson
{
    private static readonly JsonMembers Members = new("customer", "id?", "date", "kind", "channel", "by?", "level?", "occasion?", "staff?", "note?");

    private static readonly NameTable Kinds = NameTable.Of<EngagementKind>(kind => kind.Code());

    private static readonly NameTable ByRole = NameTable.Of<Role>(role => role.Code());

    private static readonly NameTable Levels = NameTable.Of<EventLevel>(level => level.Code());

    private static readonly NameTable ByOccasion = NameTable.Of<Occasion>(occasion => occasion.Code());

    /// <summary>The engagement in a body, or all faults.</summary>
    public static IReadOnlyList<Fault> Read(ReadOnlySpan<byte> body, out SentEvent<Engagement> engagement)
    {
        var cursor = new JsonCursor(body);
        engagement = Read(ref cursor);
        return cursor.Finish();
    }

    /// <summary>The engagement here; sound where the cursor has found no faults.</summary>
    private static SentEvent<Engagement> Read(ref JsonCursor cursor)
    {
        string? customer = null, id = null, staff = null, note = null;
        var head = new Engagement("", default, default, default);
        if (cursor.StartObject())
        {
            var seen = default(MemberSet);
            while (cursor.NextMember(Members, ref seen, out var member))
            {
                switch (member)
                {
                    case 0: customer = CustomerJson.ReadId(ref cursor); break;
                    case 1: id = CustomerJson.ReadUnit(ref cursor); break;
                    case 2: head = head with { Date = CustomerJson.ReadAsOf(ref cursor) ?? default }; break;
                    case 3: head = head with { Kind = (EngagementKind)(EventJson.ReadCode(ref cursor, Kinds) ?? 0) }; break;
                    case 4: head = head with { Channel = (Channel)(EventJson.ReadCode(ref cursor, EventJson.Channels) ?? 0) }; break;
                    case 5: head = head with { By = Optional(EventJson.ReadCode(ref cursor, ByRole)).Map(code => (Role)code) }; break;
                    case 6: head = head with { Level = Optional(EventJson.ReadCode(ref cursor, Levels)).Map(code => (EventLevel)code) }; break;
                    case 7: head = head with { Occasion = Optional(EventJson.ReadCode(ref cursor, ByOccasion)).Map(code => (Occasion)code) }; break;
                    case 8: staff = CustomerJson.ReadUnit(ref cursor); break;
                    default: note = CustomerJson.ReadText(ref cursor, Engagement.LongestNote); break;
                }
            }

            Check(ref cursor, head, seen);
        }

        return new SentEvent<Engagement>(customer ?? "", head with { Id = id ?? "", Staff = staff.Known(), Note = note.Known() });
    }

    /// <summary>An engagement with its customer.</summary>
    public static void Write(Utf8JsonWriter json, string customer, Engagement engagement)
    {
        json.WriteStartObject();
        WriteMembers(json, customer, engagement);
        json.WriteEndObject();
    }

    /// <summary>The members of an engagement, where there are others beside them.</summary>
    public static void WriteMembers(Utf8JsonWriter json, string customer, Engagement engagement)
    {
        EventJson.WriteHead(json, customer, engagement);
        json.WriteString("kind"u8, engagement.Kind.Code());
        json.WriteString("channel"u8, engagement.Channel.Code());
        json.WriteText("by"u8, engagement.By.Map(by => by.Code()));
        json.WriteText("level"u8, engagement.Level.Map(level => level.Code()));
        json.WriteText("occasion"u8, engagement.Occasion.Map(occasion => occasion.Code()));
        json.WriteText("staff"u8, engagement.Staff);
        json.WriteText("note"u8, engagement.Note);
    }

    /// <summary>Members that belong to one kind only.</summary>
    private static void Check(ref JsonCursor cursor, Engagement head, MemberSet seen)
    {
        if (seen.Contains(6) && seen.Contains(3) && head.Kind != EngagementKind.EventInvitation)
        {
            cursor.FaultOf("level", "engagement.level", "only an event-invitation has a level; leave it out", "只有活动邀请有 level，请省略");
        }

        if (seen.Contains(7) && seen.Contains(3) && head.Kind != EngagementKind.Greeting)
        {
            cursor.FaultOf("occasion", "engagement.occasion", "only a greeting has an occasion; leave it out", "只有问候有 occasion，请省略");
        }
    }
}
