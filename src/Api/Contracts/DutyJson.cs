using System.Text.Json;
using Kehu.Domain;

namespace Kehu.Api.Contracts;

/// <summary>Duties of stored customers on the wire.</summary>
internal static class DutyJson
{
    /// <summary>A duty with whose it is, under which standard and in which class.</summary>
    public static void Write(Utf8JsonWriter json, string customer, OwedDuty duty, bool conflict = false)
    {
        json.WriteStartObject();
        json.WriteString("customer"u8, customer);
        json.WriteString("standard"u8, duty.Standard.Value);
        json.WriteString("class"u8, duty.Assessed.Duty.Class.Value);
        StandardJson.WriteDutyMembers(json, duty.Assessed, conflict);
        duty.Assessed.DoneBy.IfSome(done =>
        {
            json.WriteStartObject("doneBy"u8);
            json.WriteString("id"u8, done.Id);
            json.WritePropertyName("date"u8);
            FactsJson.WriteDay(json, done.Date);
            json.WriteString("channel"u8, done.Channel.Code());
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    /// <summary>The class in force under each standard on a day, and the decision of the newest record beside it.</summary>
    public static void WriteStandings(Utf8JsonWriter json, ServiceStanding standing, DateOnly day)
    {
        json.WriteStartArray("standings"u8);
        foreach (var (standard, served, latest) in standing.Under)
        {
            json.WriteStartObject();
            json.WriteString("standard"u8, standard.Id.Value);
            json.WriteString("policy"u8, standard.Policy.Value);
            var stay = served.On(day);
            json.WriteString("class"u8, stay.Map(one => one.Class.Value).OrNull());
            stay.IfSome(one =>
            {
                json.WritePropertyName("decidedOn"u8);
                FactsJson.WriteDay(json, one.DecidedOn);
            });
            latest.IfSome(outcome => WriteLatest(json, outcome));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>What a change did to the duties.</summary>
    public static void WriteChanges(Utf8JsonWriter json, string customer, DutyChanges changes, HashSet<string> conflicts)
    {
        json.WriteStartObject("changes"u8);
        json.WriteList("added"u8, changes.Added, (json, duty) => Write(json, customer, duty, conflicts.Contains(duty.Key)));
        json.WriteList("dropped"u8, changes.Dropped, (json, duty) => Write(json, customer, duty));
        json.WriteNumber("kept"u8, changes.Kept.Count);
        json.WriteEndObject();
    }

    private static void WriteLatest(Utf8JsonWriter json, Outcome outcome)
    {
        json.WriteStartObject("latest"u8);
        switch (outcome)
        {
            case Outcome.Decided(var assigned, _):
                json.WriteString("outcome"u8, "decided"u8);
                json.WriteString("class"u8, assigned.Code.Value);
                break;
            case Outcome.Open(var possible, _, var missing, _):
                json.WriteString("outcome"u8, "open"u8);
                json.WriteList("possible"u8, possible, (json, one) => json.WriteStringValue(one.Code.Value));
                json.WriteList("missing"u8, missing, (json, fact) => json.WriteStringValue(fact.Name));
                break;
            case Outcome.NotApplicable(var reason):
                json.WriteString("outcome"u8, "not-applicable"u8);
                json.WriteString("reason"u8, reason.Code);
                break;
        }

        json.WriteEndObject();
    }
}
