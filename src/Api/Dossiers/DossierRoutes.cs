using LanguageExt;

namespace Kehu.Api;

/// <summary>A customer's file: what is there, what is missing, and for what it counts.</summary>
internal sealed class DossierRoutes(CustomerStore store, EvaluationService desk, RuleBook rules, TimeProvider time) : IFeature
{
    private static readonly ContractCodec<DossierView> Codec = JsonForms.All.Of(DossierView.Contract);

    private static readonly Param<DateOnly?> AsOf = Params.Day("asOf", "The day at whose end the file stands so; today (UTC+8) where left out.", "2026-11-21");

    public IEnumerable<Route> Routes =>
    [
        new("GET", "/v1/customers/{id}/dossier", "customer-dossier", "Customers", "A customer's file",
            "Every field with how it stands at the end of a day: on file (in the record, kept elsewhere, or both), stated to be none, declined until when, "
            + "or missing. Beside it the standards that ask the class in force for a file, and the targets of the filing coverage for which it counts.")
        {
            Needs = CustomerRoutes.Reads,
            Takes = [Params.Customer, AsOf],
            Replies = [new Reply(200, "The file.", Content.Answered(DossierView.Contract))],
            MayBeAbsent = true,
            InWords = true,
            Do = Get,
        },
    ];

    private async Task<IResult> Get(Call call)
    {
        var (id, day) = (call.Of(Params.Customer), call.Of(AsOf) ?? time.Today());
        var rows = await store.Within(call.Sees).Customer(id, CustomerParts.History, call.Stop);
        return Prelude.Optional(rows).Bind(found => View(found.Snapshots(rules.Facts), day)).Match<IResult>(
            Some: view => JsonResult.Of(Codec, view, call.Answering()),
            None: () => CustomerRoutes.Absent(id, ofDate: rows is { Held.IsWithdrawn: false }));
    }

    private Option<DossierView> View(Arr<CustomerRecord> snapshots, DateOnly day) => snapshots.IsEmpty
        ? Option<DossierView>.None
        : DossierView.Of(new CustomerPast(new CustomerFile(snapshots, [], [], [], []), desk.Book(rules.Usual()).Basis), day);
}
