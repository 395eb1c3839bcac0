namespace Kehu.Api;

/// <summary>All that is held about a customer, for the customer's own request.</summary>
internal sealed class PersonalDataRoutes(CustomerStore store, AuditArchive audit, RuleBook book, TimeProvider time) : IFeature
{
    private readonly ContractCodec<PersonalData> codec = JsonForms.All.Of(PersonalData.Contract(book.Facts));

    public IEnumerable<Route> Routes =>
    [
        new("GET", "/v1/customers/{id}/personal-data", "personal-data", "Customers", "All that is held about a customer",
            "In one answer, for the customer's own request. It goes along the whole audit, which takes its time where that is long.")
        {
            Needs = AccessRoles.Compliance | AccessRoles.Auditor,
            Takes = [Params.Customer],
            Replies = [new Reply(200, "What is held.", new Content(MediaTypes.Json, "PersonalData"))],
            MayBeAbsent = true,
            Do = Get,
        },
    ];

    /// <summary>Since when the customer has been on file, and whoever was merged into it.</summary>
    private static Dictionary<string, DateTime> Since(Withdrawals whole) => whole.MergedIn.Select(one => one.Of.Rows).Append(whole.Rows)
        .ToDictionary(rows => rows.Id, rows => rows.Held.Since, StringComparer.Ordinal);

    private async Task<IResult> Get(Call call)
    {
        var id = call.Of(Params.Customer);
        return await store.Whole(call.Sees, id, call.Stop) is { Rows.Held.IsWithdrawn: false } whole
            ? JsonResult.Of(codec, PersonalData.Of(whole, await audit.About(Since(whole), call.Stop), book.Facts, time.Today()))
            : CustomerRoutes.Absent(id);
    }
}
