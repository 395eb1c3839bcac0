using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>Keys: made, shown without their secrets, rotated and revoked; and who calls.</summary>
internal sealed class KeyRoutes(AnswerArchive answers, KeyArchive keys, OrganisationArchive organisation, TimeProvider time) : IFeature
{
    /// <summary>What the audit calls a key.</summary>
    private const string Subject = "key";

    private const string Address = "/v1/keys";

    private static readonly ContractCodec<AccessKeyRequest> Request = JsonForms.All.Of(AccessKeyRequest.Contract);

    private static readonly ContractCodec<AccessKey> Told = JsonForms.All.Of(AccessKey.Contract);

    private static readonly ContractCodec<NewKey> New = JsonForms.All.Of(NewKey.Contract);

    private static readonly ContractCodec<Listed<AccessKey>> Page = JsonForms.All.Of(Listed<AccessKey>.Of(AccessKey.Contract));

    private static readonly ContractCodec<Caller> Caller = JsonForms.All.Of(CallerContract.Contract);

    private static readonly Param<string> Id = Params.Part(
        "id", "The id of the key, which is the part of it behind kehu_.", "0123456789ab",
        text => text.Length == 2 * KeySecret.IdBytes && text.All(char.IsAsciiHexDigitLower) ? Seq<Fault>() : Seq1(Fault.Of(
            "id", "key.id", "the id of a key is 12 digits and small letters a to f", "密钥编号由 12 位数字及小写字母 a 至 f 组成")));

    private static readonly Param<long> Overlap = Param<long>.OfQuery(
        (call, name) => call.Query.Long(name, 0, 30) ?? 1,
        "overlapDays",
        "How many days the key still counts beside the new one, today not counted; 1 where left out.",
        Schemas.Long());

    public IEnumerable<Route> Routes =>
    [
        new("POST", Address, "create-key", "Access", "Make a key",
            "For a person of the register of staff, or for a system. The secret is shown in this answer alone; what is kept of it is a salted hash. "
            + "422: key.person-unknown, key.role-not-held, key.unit-unknown, key.unit-outside, key.expired, key.too-many.")
        {
            Needs = AccessRoles.Admin,
            Body = [Content.Sent(AccessKeyRequest.Contract, Examples.Key)],
            Replies = [new Reply(201, "Made.", Content.Answered(NewKey.Contract))],
            MayRefuse = true,
            Stores = true,
            Do = Create,
        },
        new("GET", Address, "list-keys", "Access", "All keys",
            "By id, those that count no longer included; never with their secrets.")
        {
            Needs = AccessRoles.Admin | AccessRoles.Auditor,
            Takes = [Params.Page],
            Replies = [new Reply(200, "A page of keys.", Content.Answered(Listed<AccessKey>.Of(AccessKey.Contract), "AccessKeyList"))],
            Do = List,
        },
        new("GET", "/v1/keys/{id}", "get-key", "Access", "One key",
            "With the entity tag that revoking it needs; never with its secret.")
        {
            Needs = AccessRoles.Admin | AccessRoles.Auditor,
            Takes = [Id],
            Replies = [new Reply(200, "The key.", Content.Answered(AccessKey.Contract)), new Reply(304, "Not modified.")],
            MayBeAbsent = true,
            Do = Get,
        },
        new("DELETE", "/v1/keys/{id}", "revoke-key", "Access", "Revoke a key",
            "From now on it opens nothing. It stays listed, so that what was done with it can be told. Needs If-Match.")
        {
            Needs = AccessRoles.Admin,
            Takes = [Id],
            Version = [RequestHeaders.IfMatch with { Required = true, Example = "*" }],
            Replies = [new Reply(204, "Revoked.")],
            MayBeAbsent = true,
            Stores = true,
            Do = Revoke,
        },
        new("POST", "/v1/keys/{id}/rotate", "rotate-key", "Access", "Put a new key in the place of another",
            "The new one has the same holder, roles, scope and end. The old one counts for some days longer, so that whoever uses it can change over. "
            + "409: key.rotated, key.ended.")
        {
            Needs = AccessRoles.Admin,
            Takes = [Id, Overlap],
            Replies = [new Reply(201, "Made.", Content.Answered(NewKey.Contract))],
            MayBeAbsent = true,
            MayConflict = true,
            MayRefuse = true,
            Stores = true,
            Do = Rotate,
        },
        new("GET", "/v1/me", "me", "Access", "Who calls",
            "The person or the system that this call comes from, its roles and its scope.")
        {
            Needs = AccessRoles.Any,
            Replies = [new Reply(200, "The caller.", Content.Answered(CallerContract.Contract, "Caller"))],
            Do = call => Task.FromResult<IResult>(JsonResult.Of(Caller, call.Http.Caller())),
        },
    ];

    private Task<IResult> Create(Call call) => call.Store<AccessKeyRequest>(answers, Request.Read, async (demand, ct) =>
    {
        var (found, asked) = (await keys.OnFile(ct), demand.Body);
        IReadOnlyList<Fault> refused =
        [
            .. asked.Expires.Exists(end => end <= time.Today())
                ? [Fault.At("/expires", "key.expired", "this day has come already: the key would never count", "该日期已到：密钥将从不生效")]
                : System.Array.Empty<Fault>(),
            .. (await organisation.Current(ct)).Faults(asked, time.Today()),
            .. Full(found.Ring),
        ];
        if (refused.Count > 0)
        {
            return Problem.Refused(refused);
        }

        var made = FreshKey.Of(asked, time.GetUtcNow().UtcDateTime);
        return Shown(Array(found.Filed(made.Key)), made);
    });

    private async Task<IResult> List(Call call)
    {
        var page = call.Of(Params.Page);
        var all = (await keys.OnFile(call.Stop)).Ring.All.Where(key => string.CompareOrdinal(key.Id, page.After ?? "") > 0).Take(page.Limit + 1);
        return JsonResult.Of(Page, Listing.Paged(page, [.. all], key => key.Id));
    }

    private async Task<IResult> Get(Call call)
    {
        var (id, found) = (call.Of(Id), await keys.OnFile(call.Stop));
        return found.Ring.Find(id).Match(
            Some: key => call.Tagged(found.Version(id).IfNone(""), () => JsonResult.Of(Told, key)),
            None: () => Absent(id));
    }

    private Task<IResult> Revoke(Call call) => call.Store(answers, async (demanded, ct) =>
    {
        var (id, found) = (call.Of(Id), await keys.OnFile(ct));
        return found.Ring.Find(id).Case is not AccessKey key ? Absent(id)
            : !demanded.IsMetBy(found.Version(id)) ? demanded.Unmet(isThere: true)
            : key.RevokedAt.IsSome ? Effect.Nothing(KeptAnswer.Nothing)
            : (Either<Problem, Effect>)new Effect(Array(found.Filed(key.Revoked(time.GetUtcNow().UtcDateTime))), KeptAnswer.Nothing, Deed.Of(Subject, id));
    });

    private Task<IResult> Rotate(Call call) => call.Store(answers, async (_, ct) =>
    {
        var (id, found) = (call.Of(Id), await keys.OnFile(ct));
        if (found.Ring.Find(id).Case is not AccessKey key)
        {
            return Absent(id);
        }

        if (key.RotatedTo.IsSome || !key.CountsOn(time.Today()))
        {
            return Problem.Conflict(key.RotatedTo.Match(
                Some: next => Fault.Of("id", "key.rotated", $"the key was rotated already, to {next}", $"该密钥已轮换为 {next}"),
                None: () => Fault.Of("id", "key.ended", "the key counts no longer; make a new one", "该密钥已失效；请新建")));
        }

        if (Full(found.Ring) is { Count: > 0 } full)
        {
            return Problem.Refused(full);
        }

        var next = FreshKey.InPlaceOf(key, time.GetUtcNow().UtcDateTime);
        return Shown(Array(found.Filed(key.Rotated(next.Key.Id, time.Today(), (int)call.Of(Overlap))), found.Filed(next.Key)), next);
    });

    /// <summary>The secret is in the answer that is given, and not in the one that is kept.</summary>
    private static Effect Shown(Arr<Write> unit, NewKey made)
    {
        return new Effect(unit, Answer(made), Deed.Of(Subject, made.Key.Id)) { Kept = Answer(made with { Secret = "" }) };

        KeptAnswer Answer(NewKey shown) => KeptAnswer.Json(StatusCodes.Status201Created, json => New.Write(json, shown)) with
        {
            Location = Some($"{Address}/{shown.Key.Id}"),
        };
    }

    private static IReadOnlyList<Fault> Full(KeyRing ring) => ring.All.Take(KeyArchive.Most).Count() < KeyArchive.Most ? [] :
    [
        Fault.At("", "key.too-many", $"there are {KeyArchive.Most} keys already, which is the most there may be", $"密钥已达上限 {KeyArchive.Most} 个"),
    ];

    private static Problem Absent(string id) =>
        Problem.NotFound(Fault.Of("id", "key.none", $"there is no key '{id}'", $"没有密钥“{id}”"));
}
