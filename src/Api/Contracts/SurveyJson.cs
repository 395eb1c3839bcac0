using System.Text.Json;
using Kehu.Api.Contracts.Json;
using Kehu.Domain;
using static LanguageExt.Prelude;

namespace Kehu.Api.Contracts;

/// <summary>Surveys on the wire: a customer asked, who answered, commented, both or neither.</summary>
internal static class SurveyJson
{
    private static readonly JsonMembers Members = new("customer", "id?", "date", "answer?", "comment?", "channel?", "staff?");

    private static readonly NameTable Answers = NameTable.Of<Satisfaction>(answer => answer.Code());

    /// <summary>The survey in a body, or all faults.</summary>
    public static IReadOnlyList<Fault> Read(ReadOnlySpan<byte> body, out SentEvent<Survey> survey)
    {
        var cursor = new JsonCursor(body);
        var (customer, read) = ("", new Survey("", default, None));
        if (cursor.StartObject())
        {
            var seen = default(MemberSet);
            while (cursor.NextMember(Members, ref seen, out var member))
            {
                switch (member)
                {
                    case 0: customer = CustomerJson.ReadId(ref cursor) ?? ""; break;
                    case 1: read = read with { Id = CustomerJson.ReadUnit(ref cursor) ?? "" }; break;
                    case 2: read = read with { Date = CustomerJson.ReadAsOf(ref cursor) ?? default }; break;
                    case 3: read = read with { Answer = Optional(EventJson.ReadCode(ref cursor, Answers)).Map(code => (Satisfaction)code) }; break;
                    case 4: read = read with { Comment = CustomerJson.ReadText(ref cursor, Survey.LongestComment).Known() }; break;
                    case 5: read = read with { Channel = Optional(EventJson.ReadCode(ref cursor, EventJson.Channels)).Map(code => (Channel)code) }; break;
                    default: read = read with { Staff = CustomerJson.ReadUnit(ref cursor).Known() }; break;
                }
            }
        }

        survey = new SentEvent<Survey>(customer, read);
        return cursor.Finish();
    }

    /// <summary>A survey with its customer.</summary>
    public static void Write(Utf8JsonWriter json, string customer, Survey survey)
    {
        json.WriteStartObject();
        EventJson.WriteHead(json, customer, survey);
        json.WriteText("answer"u8, survey.Answer.Map(answer => answer.Code()));
        json.WriteText("comment"u8, survey.Comment);
        json.WriteText("channel"u8, survey.Channel.Map(channel => channel.Code()));
        json.WriteText("staff"u8, survey.Staff);
        json.WriteEndObject();
    }
}
