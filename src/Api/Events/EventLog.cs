using LanguageExt;

namespace Kehu.Api;

/// <summary>Logs events of one sort, one by one.</summary>
internal sealed class EventLog<T>(YearTable<T> table, AnswerArchive answers, CustomerStore store, TimeProvider time)
    where T : class, IDatedEvent<T>
{
    /// <summary>Logs an event of a customer on file. The answer is the event and nothing besides.</summary>
    public Task<IResult> Take(Call call) =>
        Take(call, CustomerParts.None, (status, logged, _, _) => KeptAnswer.Json(status, json => EventCodecs<T>.Sent.Write(json, logged)));

    /// <summary>The same. The answer is made of the parts of the customer and of all the customer's events of the sort, this one included.</summary>
    public Task<IResult> Take(Call call, CustomerParts parts, Func<int, SentEvent<T>, CustomerRows, T[], KeptAnswer> answer) =>
        call.Store<SentEvent<T>>(answers, EventCodecs<T>.Sent.Read, async (demand, ct) =>
        {
            var (customer, sent) = demand.Body;
            var logged = sent.Id.Length > 0 ? sent : sent.At(Guid.CreateVersion7().ToString("n"), sent.Date);
            var found = await store.Within(call.Sees).Customer(customer, parts | table.Part, ct);
            IReadOnlyList<Fault> refused =
            [
                .. found is not { Held.IsWithdrawn: false } ? [await store.WhyUnknown(call.Sees, customer, ct)] : System.Array.Empty<Fault>(),
                .. logged.Date > time.Today() ? [table.Words.InFuture] : System.Array.Empty<Fault>(),
            ];
            if (found is null || refused.Count > 0)
            {
                return Problem.Refused(refused);
            }

            var rows = found.Of(table);
            var before = table.All(rows);
            return table.Add(before, logged) switch
            {
                YearFiling<T>.Unchanged => Effect.Nothing(Answer(200, before)),
                YearFiling<T>.Taken => Problem.Conflict(table.Words.Taken(logged.Id)),
                YearFiling<T>.Full => Problem.Refused(table.Words.Full(table.Most)),
                YearFiling<T>.Filed(var year) => new Effect(
                    Prelude.Array(table.ToWrite(YearRow.Id(customer, logged.Date.Year), rows, year)), Answer(201, [.. before, logged]),
                    Deed.Of(table.Words.Code, customer, customer, AuditText.OfEvent(logged.Id, Option<string>.None, table.Version(logged)))),
            };

            KeptAnswer Answer(int status, T[] all) =>
                answer(status, new SentEvent<T>(customer, logged), found, all) with { Customer = AboutCustomer.Of(found.Head) };
        });
}
