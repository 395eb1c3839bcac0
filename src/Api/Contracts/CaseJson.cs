using System.Text.Json;
using Kehu.Api.Archive;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Contracts;

/// <summary>Cases on the wire, as seen at a moment by the working days known.</summary>
internal static class CaseJson
{
    /// <summary>A case: what it is, where it stands, what was done and what is due.</summary>
    public static void Write(Utf8JsonWriter json, CaseOnFile filed, WorkCalendar calendar, DateTime now, Language language)
    {
        var one = filed.State;
        json.WriteStartObject();
        json.WriteString("id"u8, filed.Id);
        json.WriteString("customer"u8, one.Customer.Value);
        json.WriteString("outlet"u8, one.Outlet);
        json.WriteString("type"u8, one.Type.Code());
        json.WriteString("subject"u8, one.Subject.Code());
        json.WriteString("urgency"u8, one.Urgency.Code());
        json.WriteString("text"u8, one.Text);
        json.WriteString("phase"u8, one.Phase.Code());
        WriteLabels(json, one, language);
        json.WriteMoment("openedAt"u8, one.OpenedAt);
        json.WriteString("handler"u8, one.Handler.OrNull());
        json.WriteString("handledBy"u8, one.HandledBy.Map(role => role.Code()).OrNull());
        json.WriteList("steps"u8, one.Steps, (json, done) => WriteStep(json, done, language));
        WriteNext(json, one, language);
        json.WritePropertyName("acknowledgement"u8);
        WriteDeadline(json, one.Acknowledgement(calendar, now));
        WriteFollowUp(json, one.FollowUp(calendar, now));
        WriteMoment(json, "closedAt"u8, one.ClosedAt);
        json.WriteNumber("reopenings"u8, one.Reopenings);
        json.WriteNumber("events"u8, filed.Events);
        json.WriteEndObject();
    }

    /// <summary>How many cases of which kind were opened from one day to another, and how they went.</summary>
    public static void WriteStatistics(Utf8JsonWriter json, DateRange range, Option<string> outlet, Arr<(CaseKind Kind, CaseTally Tally)> tallies)
    {
        json.WriteStartObject();
        json.WritePropertyName("from"u8);
        FactsJson.WriteDay(json, range.From);
        json.WritePropertyName("to"u8);
        FactsJson.WriteDay(json, range.To);
        json.WriteString("outlet"u8, outlet.OrNull());
        json.WriteList("items"u8, tallies, (json, row) =>
        {
            json.WriteStartObject();
            json.WriteString("type"u8, row.Kind.Type.Code());
            json.WriteString("subject"u8, row.Kind.Subject.Code());
            json.WriteString("urgency"u8, row.Kind.Urgency.Code());
            WriteTally(json, row.Tally);
            json.WriteEndObject();
        });
        json.WriteStartObject("total"u8);
        WriteTally(json, tallies.Fold(CaseTally.None, (sum, row) => sum + row.Tally));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteLabels(Utf8JsonWriter json, ServiceCase one, Language language)
    {
        json.WriteStartObject("labels"u8);
        json.WriteString("type"u8, one.Type.Label().In(language));
        json.WriteString("subject"u8, one.Subject.Label().In(language));
        json.WriteString("urgency"u8, one.Urgency.Label().In(language));
        json.WriteString("phase"u8, one.Phase.Label().In(language));
        one.HandledBy.IfSome(role => json.WriteString("handledBy"u8, role.Label().In(language)));
        json.WriteEndObject();
    }

    private static void WriteStep(Utf8JsonWriter json, CaseEvent.Stepped done, Language language)
    {
        json.WriteStartObject();
        json.WriteString("step"u8, done.Step.Code());
        json.WriteString("label"u8, done.Step.Label().In(language));
        json.WriteMoment("at"u8, done.At);
        json.WriteString("note"u8, done.Note.Length > 0 ? done.Note : null);
        json.WriteEndObject();
    }

    /// <summary>The step that comes next; none of a closed case.</summary>
    private static void WriteNext(Utf8JsonWriter json, ServiceCase one, Language language)
    {
        if (one.Next.Filter(_ => one.Phase != CasePhase.Closed).Case is not CaseStep next)
        {
            json.WriteNull("next"u8);
            return;
        }

        json.WriteStartObject("next"u8);
        json.WriteString("step"u8, next.Code());
        json.WriteString("label"u8, next.Label().In(language));
        json.WriteEndObject();
    }

    private static void WriteFollowUp(Utf8JsonWriter json, Option<CaseDeadline> followUp)
    {
        json.WritePropertyName("followUp"u8);
        if (followUp.Case is CaseDeadline deadline)
        {
            WriteDeadline(json, deadline);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static void WriteDeadline(Utf8JsonWriter json, CaseDeadline deadline)
    {
        json.WriteStartObject();
        json.WriteMoment("due"u8, deadline.Due);
        WriteMoment(json, "done"u8, deadline.Done);
        json.WriteString("promptness"u8, deadline.Promptness.Code());
        json.WriteEndObject();
    }

    private static void WriteTally(Utf8JsonWriter json, CaseTally tally)
    {
        json.WriteNumber("cases"u8, tally.Cases);
        json.WriteNumber("closed"u8, tally.Closed);
        json.WriteNumber("reopened"u8, tally.Reopened);
        json.WriteNumber("acknowledgedInTime"u8, tally.AcknowledgedInTime);
        json.WriteNumber("acknowledgedLate"u8, tally.AcknowledgedLate);
        json.WriteNumber("minutesToClose"u8, tally.MinutesToClose);
    }

    private static void WriteMoment(Utf8JsonWriter json, ReadOnlySpan<byte> name, Option<DateTime> moment)
    {
        if (moment.Case is DateTime known)
        {
            json.WriteMoment(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
