using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>Holds: what keeps a customer from being erased, set and lifted by compliance.</summary>
internal sealed class HoldRoutes(AnswerArchive answers, CustomerStore store, TimeProvider time) : IFeature
{
    /// <summary>What the audit calls a hold.</summary>
    private const string Subject = "hold";

    private const string Address = "/v1/customers/{id}/hold";

    public IEnumerable<Route> Routes =>
    [
        new("PUT", Address, "put-hold", "Customers", "Keep a customer from being erased",
            "Until a day, or until the hold is lifted; it changes nothing else. Needs If-Match, or If-None-Match: * to create only. 422: hold.over.")
        {
            Needs = AccessRoles.Compliance,
            Takes = [Params.Customer],
            Version = [RequestHeaders.IfMatch, RequestHeaders.CreateOnly],
            Body = [new Content(MediaTypes.Json, "CustomerHold", Examples.Hold)],
            Replies =
            [
                new Reply(200, "Set, or so already.", new Content(MediaTypes.Json, "CustomerHold")),
                new Reply(201, "Created.", new Content(MediaTypes.Json, "CustomerHold")),
            ],
            MayBeAbsent = true,
            MayRefuse = true,
            Stores = true,
            Do = Put,
        },
        new("GET", Address, "get-hold", "Customers", "What keeps a customer from being erased",
            "The hold that is set, also one whose day has come.")
        {
            Needs = AccessRoles.Compliance | AccessRoles.Auditor,
            Takes = [Params.Customer],
            Replies = [new Reply(200, "The hold.", new Content(MediaTypes.Json, "CustomerHold")), new Reply(304, "Not modified.")],
            MayBeAbsent = true,
            Do = Get,
        },
        new("DELETE", Address, "delete-hold", "Customers", "Lift a hold", "Needs If-Match.")
        {
            Needs = AccessRoles.Compliance,
            Takes = [Params.Customer],
            Version = [RequestHeaders.IfMatch with { Required = true, Example = "*" }],
            Replies = [new Reply(204, "Lifted.")],
            MayBeAbsent = true,
            Stores = true,
            Do = Delete,
        },
    ];

    private Task<IResult> Put(Call call)
    {
        var id = call.Of(Params.Customer);
        return call.Store<CustomerHold>(answers, HoldOnFile.Codec.Read, async (demand, ct) => await OnFile(call, id, ct) is { } found
            ? Entry(found).Enter(demand.Body, demand.Precondition, () => demand.Body.Faults(time.Today()) is { IsEmpty: false } faults
                ? Problem.Refused([.. faults])
                : Array(found.Set(demand.Body)))
            : CustomerRoutes.Absent(id));
    }

    private async Task<IResult> Get(Call call)
    {
        var id = call.Of(Params.Customer);
        return await OnFile(call, id, call.Stop) is not { } found
            ? CustomerRoutes.Absent(id)
            : found.Hold.Match(
                Some: hold => call.Tagged(ContentVersion.Of(HoldOnFile.Codec, hold), () => JsonResult.Of(HoldOnFile.Codec, hold)),
                None: () => Absent(id));
    }

    private Task<IResult> Delete(Call call)
    {
        var id = call.Of(Params.Customer);
        return call.Store(answers, async (demanded, ct) => await OnFile(call, id, ct) is { } found
            ? Entry(found).Strike(demanded, () => Absent(id), _ => Array(found.Lifted))
            : CustomerRoutes.Absent(id));
    }

    private ValueTask<HoldOnFile?> OnFile(Call call, string id, CancellationToken ct) =>
        store.Within(call.Sees).Together(reader => HoldOnFile.Read(reader, id), ct);

    private static Entry<CustomerHold> Entry(HoldOnFile found) => new(
        HoldOnFile.Codec, Subject, found.Customer.Id, Address.Replace("{id}", found.Customer.Id, StringComparison.Ordinal), found.Hold)
    {
        Customer = AboutCustomer.Of(found.Customer),
    };

    private static Problem Absent(string id) =>
        Problem.NotFound(Fault.Of("id", "hold.none", $"no hold is set on '{id}'", $"客户“{id}”未设保留"));
}
