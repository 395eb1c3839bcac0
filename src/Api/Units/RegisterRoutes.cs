using LanguageExt;

namespace Kehu.Api;

/// <summary>A route in words: what it is for, and what there is to know about it.</summary>
internal sealed record RouteWords(string Summary, string Says);

/// <summary>What a register of the bank is called, in addresses, schemas and to its readers.</summary>
/// <param name="Many">The register in addresses and in the name of the route that lists it.</param>
/// <param name="One">An entry in the names of routes.</param>
/// <param name="Subject">What the audit calls an entry.</param>
/// <param name="Tag">The part of the document in which it stands.</param>
/// <param name="Schema">The schema of an entry.</param>
/// <param name="Page">The schema of a page of entries.</param>
/// <param name="Example">An entry that is sent.</param>
internal sealed record RegisterTexts(string Many, string One, string Subject, string Tag, string Schema, string Page, string Example)
{
    public required RouteWords Enter { get; init; }

    public required RouteWords Find { get; init; }

    public required RouteWords Strike { get; init; }

    public required RouteWords List { get; init; }

    /// <summary>What an entry is called, and several.</summary>
    public required (string One, string Many) Told { get; init; }

    /// <summary>How a code is read: what is wrong with it, if anything.</summary>
    public Func<string, Seq<Fault>> CodeFaults { get; init; } = Forms.Unit.Faults;

    /// <summary>How the codes are told, with one that is on file and one that is not yet.</summary>
    public required (string Says, string OnFile, string Fresh) Codes { get; init; }

    /// <summary>The code in an address, told with an example.</summary>
    public Param<string> Coded(string example) => Params.Part("code", Codes.Says, example, CodeFaults);
}

/// <summary>A register of the bank's organisation: entries under codes that are entered, found, struck off and listed, the same for each.</summary>
internal abstract class RegisterRoutes<T>(RegisterTexts texts, Contract<T> contract, AnswerArchive answers, OrganisationArchive organisation) : IFeature
    where T : class
{
    private readonly ContractCodec<T> codec = JsonForms.All.Of(contract);

    private readonly ContractCodec<Listed<T>> page = JsonForms.All.Of(Listed<T>.Of(contract));

    private readonly Param<string> onFile = texts.Coded(texts.Codes.OnFile);

    private readonly Param<string> fresh = texts.Coded(texts.Codes.Fresh);

    /// <summary>Who keeps it.</summary>
    protected virtual AccessRoles Keeps => AccessRoles.Integrator | AccessRoles.Admin;

    /// <summary>Whether entering may come at the wrong time, and whether a rule may refuse it.</summary>
    protected virtual (bool MayConflict, bool MayRefuse) Entering => (false, true);

    /// <summary>What the list may be narrowed to.</summary>
    protected virtual IReadOnlyList<Param> Narrowed => [];

    public IEnumerable<Route> Routes =>
    [
        new("PUT", $"/v1/{texts.Many}/{{code}}", $"put-{texts.One}", texts.Tag, texts.Enter.Summary,
            $"{texts.Enter.Says} Needs If-Match, or If-None-Match: * to create only.")
        {
            Needs = Keeps,
            Takes = [fresh],
            Version = [RequestHeaders.IfMatch, RequestHeaders.CreateOnly],
            Body = [Content.Sent(contract, texts.Example, texts.Schema + "ToPut")],
            Replies =
            [
                new Reply(200, "Entered, or so already.", Content.Answered(contract, texts.Schema)),
                new Reply(201, "Created.", Content.Answered(contract, texts.Schema)),
            ],
            MayConflict = Entering.MayConflict,
            MayRefuse = Entering.MayRefuse,
            Stores = true,
            Do = Put,
        },
        new("GET", $"/v1/{texts.Many}/{{code}}", $"get-{texts.One}", texts.Tag, texts.Find.Summary, texts.Find.Says)
        {
            Needs = AccessRoles.Any,
            Takes = [onFile],
            Replies = [new Reply(200, $"The {texts.Told.One}.", Content.Answered(contract, texts.Schema)), new Reply(304, "Not modified.")],
            MayBeAbsent = true,
            Do = Get,
        },
        new("DELETE", $"/v1/{texts.Many}/{{code}}", $"delete-{texts.One}", texts.Tag, texts.Strike.Summary, $"{texts.Strike.Says} Needs If-Match.")
        {
            Needs = Keeps,
            Takes = [onFile],
            Version = [RequestHeaders.IfMatch with { Required = true, Example = "*" }],
            Replies = [new Reply(204, "Struck off.")],
            MayBeAbsent = true,
            MayConflict = true,
            Stores = true,
            Do = Delete,
        },
        new("GET", $"/v1/{texts.Many}", $"list-{texts.Many}", texts.Tag, texts.List.Summary, texts.List.Says)
        {
            Needs = AccessRoles.Any,
            Takes = [.. Narrowed, Params.Page],
            Replies = [new Reply(200, $"A page of {texts.Told.Many}.", Content.Answered(Listed<T>.Of(contract), texts.Page))],
            Do = List,
        },
    ];

    /// <summary>Reads what is sent under a code.</summary>
    protected abstract BodyReading<T> Reading(string code);

    /// <summary>What the register has under a code.</summary>
    protected abstract Option<T> Among(Organisation bank, string code);

    /// <summary>Why nothing can be entered under a code, whatever is sent.</summary>
    protected virtual Option<Problem> TakenBy(Organisation bank, string code) => Option<Problem>.None;

    /// <summary>What entering writes, or why it is refused.</summary>
    protected abstract Either<Problem, Arr<Write>> Filed(OrganisationOnFile onFile, T sent);

    /// <summary>What striking it off writes, or why it stays.</summary>
    protected abstract Either<Problem, Arr<Write>> Struck(OrganisationOnFile onFile, T found);

    /// <summary>Answers that there is none.</summary>
    protected abstract Problem Absent(string code);

    /// <summary>An entry as the caller is shown it, with the entity tag of what is shown: so that a tag tells nothing of what is not.</summary>
    protected virtual T Shown(Call call, T entry) => entry;

    /// <summary>The entries that are asked for, by code.</summary>
    protected abstract IEnumerable<T> Wanted(Call call, Organisation bank);

    /// <summary>The code of an entry.</summary>
    protected abstract string CodeOf(T entry);

    private async Task<IResult> List(Call call)
    {
        var listed = Listing.Cut(call.Of(Params.Page), Wanted(call, await organisation.Current(call.Stop)), CodeOf);
        return JsonResult.Of(page, listed with { Items = listed.Items.Map(entry => Shown(call, entry)) });
    }

    private Task<IResult> Put(Call call)
    {
        var code = call.Of(fresh);
        return call.Store(answers, Reading(code), async (demand, ct) =>
        {
            var now = await organisation.ToChange(ct);
            return TakenBy(now.Organisation, code).Match<Either<Problem, Effect>>(
                Some: taken => taken,
                None: () => Entry(now, code).Enter(demand.Body, demand.Precondition, () => Filed(now, demand.Body)));
        });
    }

    private async Task<IResult> Get(Call call)
    {
        var code = call.Of(onFile);
        return Among(await organisation.Current(call.Stop), code).Map(entry => Shown(call, entry)).Match(
            Some: entry => call.Tagged(ContentVersion.Of(codec, entry), () => JsonResult.Of(codec, entry)),
            None: () => Absent(code));
    }

    private Task<IResult> Delete(Call call)
    {
        var code = call.Of(onFile);
        return call.Store(answers, async (demanded, ct) =>
        {
            var now = await organisation.ToChange(ct);
            return Entry(now, code).Strike(demanded, () => Absent(code), found => Struck(now, found));
        });
    }

    private Entry<T> Entry(OrganisationOnFile now, string code) =>
        new(codec, texts.Subject, code, $"/v1/{texts.Many}/{code}", Among(now.Organisation, code));
}
