using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>What a changed policy would do to the customers on file, and the portfolio that is looked at.</summary>
internal sealed class SimulationRoutes(
    RuleBook book,
    StandardBook standards,
    ProposalTurns turns,
    SimulationService desk,
    SimulationArchive archive,
    PortfolioMirror mirror,
    TimeProvider time) : IFeature
{
    /// <summary>Whoever works with policies; an answer names customers and is kept.</summary>
    private const AccessRoles Simulates = AccessRoles.Author | AccessRoles.Approver | AccessRoles.Analyst;

    private const string What =
        "Every customer on file is decided by the candidate and by the policy that it would replace, from the record that held on the date. "
        + "Answers: the code of a class, (open), (not applicable), and (no policy) where there is none to replace. "
        + "The answer has a name, a hash of all that it follows from, by which GET /v1/simulations/{name} gives it again; "
        + "as JSON, as a table with a row for each outlet and pair of answers, and as one page to be read and printed. Nothing that is on file changes. "
        + "422: policy.unknown, policy.unknown-version, population-policy, faults of a policy sent along, unit.unknown, "
        + "simulation.nobody, simulation.too-many-outlets. "
        + "429 while customers are being read for others, or too many policies that were sent along are being compiled.";

    private const string Example = """
        {
          "candidate": { "id": "value-tier", "parameters": { "medium-deposits": 250000 } },
          "asOf": "2026-11-21",
          "first": 3,
          "within": 5
        }
        """;

    private static readonly Reply Told = new(
        200, "What the change would do.", new Content(MediaTypes.Json, "Simulation"), new Content(MediaTypes.Csv, null), new Content(MediaTypes.Html, null));

    private static readonly Param<string> Id = Params.Part("id", "The id of a policy.", "personal-asset-tier");

    private static readonly Param<string> Number = Params.Part("version", "The number of the version.", "1");

    private static readonly Param<string> Name = Param<string>.OfPath(
        (call, name) => call.Part(name),
        "name",
        "The name, 64 hexadecimal digits, as the answer of a simulation says.",
        "6440c6a03f9e27a6007c4200e4eb695ef251f18fcd67ed32eb17417fa7aacbec");

    public IEnumerable<Route> Routes =>
    [
        new("POST", "/v1/policies/simulate", "simulate-policy", "Simulation", "Simulate a policy on the customers on file",
            $"The candidate is a version, a version with other house numbers, or a policy sent whole. {What}")
        {
            Needs = Simulates,
            OfWholeBank = true,
            Body = [new Content(MediaTypes.Json, "SimulationRequest", Example)],
            Replies = [Told],
            MayRefuse = true,
            InTurn = true,
            InWords = true,
            Do = Simulate,
        },
        new("POST", "/v1/policies/{id}/versions/{version}/simulate", "simulate-version", "Simulation",
            "Simulate a version of a policy on the customers on file",
            $"The candidate is the version of the route. {What}")
        {
            Needs = Simulates,
            OfWholeBank = true,
            Takes = [Id, Number],
            Body = [new Content(MediaTypes.Json, "SimulationOfVersionRequest", """{ "against": "personal-asset-tier", "asOf": "2026-11-21" }""")],
            Replies = [Told],
            MayBeAbsent = true,
            MayRefuse = true,
            InTurn = true,
            InWords = true,
            Do = SimulateVersion,
        },
        new("GET", "/v1/simulations/{name}", "get-simulation", "Simulation", "A simulation by its name",
            "What was answered under the name, in any of its forms. The last 500 are kept, 64 MB together.")
        {
            Needs = Simulates | AccessRoles.Auditor,
            OfWholeBank = true,
            Takes = [Name],
            Replies = [Told, new Reply(304, "It is as it was.")],
            MayBeAbsent = true,
            InWords = true,
            Do = Get,
        },
        new("GET", "/v1/portfolio", "get-portfolio", "Simulation", "The portfolio in memory",
            "Whether the newest records of all customers are in memory, from where simulations and segments are answered at once; "
            + "while they are not, or where they take more than Portfolio:MostBytes, or with Portfolio:InMemory=false, "
            + "answers are the same and come from the store. The hash does not depend on the order of customers.")
        {
            Needs = Simulates | AccessRoles.Auditor | AccessRoles.Admin,
            OfWholeBank = true,
            Replies = [new Reply(200, "How it stands.", new Content(MediaTypes.Json, "Portfolio"))],
            Do = Portfolio,
        },
    ];

    private Task<IResult> Simulate(Call call) => call.Body<SimulationRequest>(SimulationCodecs.For(book.Facts).Candidate.Read, request =>
    {
        var sent = Sent(request.Candidate, request.Against);
        return call.OfSent(request.Unit, outlets => turns.Run(
            sent,
            () => book.Choose(sent, Budget.Standard).Map(chosen => Question(chosen, request, outlets)),
            asked => Answered(call, asked),
            call.Stop));
    });

    private Task<IResult> SimulateVersion(Call call)
    {
        var (id, number) = (call.Of(Id), call.Of(Number));
        return call.Body<SimulationRequest>(SimulationCodecs.For(book.Facts).OfVersion.Read, request => book.Find(id, new Place.Parameter("id")).Match(
            Fail: faults => Task.FromResult<IResult>(book.FindPopulation(id).IsSome ? Problem.Refused([.. faults]) : Problem.NotFound(faults.First())),
            Succ: candidate => $"{candidate.Version}" == number
                ? Answered(call, candidate, request)
                : Task.FromResult<IResult>(CatalogueRoutes.NoVersion(id))));
    }

    private Task<IResult> Answered(Call call, CompiledPolicy candidate, SimulationRequest request)
    {
        var sent = Sent(request.Against);
        return call.OfSent(request.Unit, outlets => turns.Run(
            sent,
            () => book.Choose(sent, Budget.Standard).Map(chosen => Question(chosen.Insert(0, candidate), request, outlets)),
            asked => Answered(call, asked),
            call.Stop));
    }

    private async Task<IResult> Get(Call call)
    {
        var name = call.Of(Name);
        return IsName(name) && await archive.Find(name, call.Stop) is { } simulation
            ? call.Tagged(simulation.Name, () => Shown(call, simulation))
            : Problem.NotFound(Fault.Of(
                "name", "simulation.unknown", "there is no simulation of this name, or none any more; simulate again", "没有该名称的模拟结果，或已不再保留；请重新模拟"));
    }

    private async Task<IResult> Portfolio(Call call)
    {
        var portfolio = await mirror.Current(call.Stop);
        var state = new PortfolioState(mirror.State, mirror.MostBytes, portfolio is null ? None : Some((portfolio, mirror.Since)), time.Today());
        return new JsonResult(json => PortfolioCodecs.State.Write(json, state));
    }

    /// <summary>The question, of the candidate and what it is held against: the one in force of the same id where none is named.</summary>
    private SimulationQuestion Question(Arr<CompiledPolicy> chosen, SimulationRequest request, Option<OutletsAsked> outlets) => new SimulationQuestion(
        chosen[0],
        chosen.Count > 1 ? Some(chosen[1]) : book.Find(chosen[0].Policy.Id.Value),
        request.AsOf.IfNone(time.Today),
        outlets,
        request.First,
        request.Within,
        Arr<WrittenStandard>.Empty).ServedBy(standards.All.Map(StandardPage.Written));

    private Task<IResult> Answered(Call call, Validation<Fault, SimulationQuestion> asked) => asked.Match(
        Fail: faults => Task.FromResult<IResult>(Problem.Refused([.. faults])),
        Succ: async question => await desk.Run(question, call.Stop) switch
        {
            CountResult<Simulation>.Busy => Problem.TooMany(PortfolioTurn.BusySeconds),
            CountResult<Simulation>.TooMuch => Problem.Refused(TooManyOutlets),
            CountResult<Simulation>.Done(var simulation, _) => simulation.Unit.Filter(_ => simulation.Customers == 0).Match(
                Some: unit => Problem.Refused(Nobody(unit)),
                None: () => Named(call, simulation)),
        });

    private static IResult Named(Call call, Simulation simulation)
    {
        var headers = call.Http.Response.Headers;
        (headers.ETag, headers.ContentLocation) = (call.Tag(simulation.Name), $"/v1/simulations/{simulation.Name}");
        return Shown(call, simulation);
    }

    private static IResult Shown(Call call, Simulation simulation)
    {
        var language = call.Answering();
        return call.Type switch
        {
            MediaTypes.Csv => new CsvResult(SimulationCsv.Table(simulation, language)),
            MediaTypes.Html => new HtmlResult(spoken => SimulationPage.Write(simulation, spoken)),
            _ => new JsonResult(json => SimulationCodecs.Simulation.Write(json, simulation, language)),
        };
    }

    private static List<SentPolicy> Sent(params IEnumerable<Option<SentPolicy>> policies) => [.. policies.Somes()];

    private static bool IsName(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    /// <summary>Nobody at all is more likely a mistyped outlet than an outlet without customers.</summary>
    private static Fault Nobody(UnitAsked unit) => Fault.At(
        $"/{unit.Level.Member()}",
        "simulation.nobody",
        $"no customer of the {unit.Level.Label().En} '{unit.Code}' on file is one that the policy is for; correct it, or leave it out",
        $"{unit.Level.Label().Zh}“{unit.Code}”没有该办法适用的在档客户；请更正或去掉 {unit.Level.Member()}");

    private static readonly Fault TooManyOutlets = Fault.At(
        "/outlet",
        "simulation.too-many-outlets",
        $"there are customers of more than {SimulationQuestion.MostOutlets} outlets; name one of them",
        $"客户分属超过 {SimulationQuestion.MostOutlets} 个网点；请用 outlet 指定其中一个");
}
