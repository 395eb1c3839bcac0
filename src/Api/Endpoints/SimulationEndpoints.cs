using Kehu.Api.Archive;
using Kehu.Api.Codecs;
using Kehu.Api.Contracts;
using Kehu.Api.Evaluation;
using Kehu.Api.Http;
using Kehu.Api.Pages;
using Kehu.Api.Portfolios;
using Kehu.Domain;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api.Endpoints;

/// <summary>What a changed policy would do to the customers on file, and the portfolio that is looked at.</summary>
internal static class SimulationEndpoints
{
    private static readonly MediaOffer Offer = new(MediaTypes.Json, MediaTypes.Csv, MediaTypes.Html);

    public static void MapSimulations(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/policies/simulate", Simulate).Documented("simulate-policy");
        routes.MapPost("/v1/policies/{id}/versions/{version}/simulate", SimulateVersion).Documented("simulate-version");
        routes.MapGet("/v1/simulations/{name}", Get).Documented("get-simulation");
        routes.MapGet("/v1/portfolio", Portfolio).Documented("get-portfolio");
    }

    private static Task<IResult> Simulate(HttpContext context, RuleBook book, ProposalTurns turns, StandardBook standards, SimulationDesk desk, TimeProvider time) =>
        context.Answer<SimulationRequest>(Offer, PortfolioCodecs.For(book.Facts).Candidate.Read, (request, type) =>
        {
            var sent = Sent(request.Candidate, request.Against);
            return turns.Run(
                sent,
                () => book.Choose(sent, Budget.Standard).Map(chosen => Question(book, standards, chosen, request, time.Today())),
                asked => Answered(context, type, asked, desk),
                context.RequestAborted);
        });

    private static Task<IResult> SimulateVersion(HttpContext context, string id, string version, RuleBook book, ProposalTurns turns, StandardBook standards, SimulationDesk desk, TimeProvider time) =>
        context.Answer<SimulationRequest>(Offer, PortfolioCodecs.For(book.Facts).OfVersion.Read, (request, type) => book.Find(id, new Place.Parameter("id")).Match(
            Fail: faults => Task.FromResult<IResult>(book.FindPopulation(id).IsSome ? Problem.Refused([.. faults]) : Problem.NotFound(faults.First())),
            Succ: candidate => $"{candidate.Version}" == version
                ? turns.Run(
                    Sent(request.Against),
                    () => book.Choose(Sent(request.Against), Budget.Standard).Map(chosen => Question(book, standards, chosen.Insert(0, candidate), request, time.Today())),
                    asked => Answered(context, type, asked, desk),
                    context.RequestAborted)
                : Task.FromResult<IResult>(CatalogueEndpoints.NoVersion(id))));

    private static async Task<IResult> Get(HttpContext context, string name, SimulationArchive archive)
    {
        if (Offer.Refusal(context, new QueryReader(context.Request).Finish(), out var type) is { } refusal)
        {
            return refusal;
        }

        if (!IsName(name) || await archive.Find(name, context.RequestAborted) is not { } simulation)
        {
            return Problem.NotFound(Fault.Of(
                "name", "simulation.unknown", "there is no simulation of this name, or none any more; simulate again", "没有该名称的模拟结果，或已不再保留；请重新模拟"));
        }

        context.Response.Headers.ETag = ETags.Of(simulation.Name);
        return ETags.IsFresh(context.Request.Headers, simulation.Name).Match(
            Left: fault => Problem.Malformed(fault),
            Right: fresh => fresh ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : Told(context, simulation, type));
    }

    private static async Task<IResult> Portfolio(HttpContext context, PortfolioMirror mirror, TimeProvider time)
    {
        if (MediaOffer.Json.Refusal(context, new QueryReader(context.Request).Finish(), out _) is { } refusal)
        {
            return refusal;
        }

        var portfolio = await mirror.Current(context.RequestAborted);
        var state = new PortfolioState(mirror.State, mirror.MostBytes, portfolio is null ? None : Some((portfolio, mirror.Since)), time.Today());
        return new JsonResult(json => PortfolioCodecs.State.Write(json, state));
    }

    /// <summary>The question, of the candidate and what it is held against: the one in force of the same id where none is named.</summary>
    private static SimulationQuestion Question(RuleBook book, StandardBook standards, Arr<CompiledPolicy> chosen, SimulationRequest request, DateOnly today) => new SimulationQuestion(
        chosen[0],
        chosen.Count > 1 ? Some(chosen[1]) : book.Find(chosen[0].Policy.Id.Value),
        request.AsOf.IfNone(today),
        request.Outlet,
        request.First,
        request.Within,
        Arr<Standard>.Empty).ServedBy(standards.All);

    private static Task<IResult> Answered(HttpContext context, string type, Validation<Fault, SimulationQuestion> asked, SimulationDesk desk) => asked.Match(
        Fail: faults => Task.FromResult<IResult>(Problem.Refused([.. faults])),
        Succ: async question => await desk.Run(question, context.RequestAborted) switch
        {
            CountResult<Simulation>.Busy => Problem.TooMany(PortfolioPass.BusySeconds),
            CountResult<Simulation>.TooMuch => Problem.Refused(TooManyOutlets),
            CountResult<Simulation>.Done(var simulation, _) => question.Outlet.IsSome && simulation.Customers == 0
                ? Problem.Refused(Nobody(question.Outlet.IfNone("")))
                : Named(context, simulation, type),
        });

    private static IResult Named(HttpContext context, Simulation simulation, string type)
    {
        (context.Response.Headers.ETag, context.Response.Headers.ContentLocation) = (ETags.Of(simulation.Name), $"/v1/simulations/{simulation.Name}");
        return Told(context, simulation, type);
    }

    private static IResult Told(HttpContext context, Simulation simulation, string type)
    {
        var language = context.Answering();
        return type switch
        {
            MediaTypes.Csv => new CsvResult(SimulationCsv.Table(simulation, language)),
            MediaTypes.Html => new HtmlResult(spoken => SimulationPage.Write(simulation, spoken)),
            _ => new JsonResult(json => PortfolioCodecs.Simulation.Write(json, simulation, language)),
        };
    }

    private static List<SentPolicy> Sent(params IEnumerable<Option<SentPolicy>> policies) => [.. policies.Somes()];

    private static bool IsName(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    /// <summary>Nobody at all is more likely a mistyped outlet than an outlet without customers.</summary>
    private static Fault Nobody(string outlet) => Fault.At(
        "/outlet",
        "simulation.nobody",
        $"no customer of the outlet '{outlet}' on file is one that the policy is for; correct it, or leave it out",
        $"网点“{outlet}”没有该办法适用的在档客户；请更正或去掉 outlet");

    private static readonly Fault TooManyOutlets = Fault.At(
        "/outlet",
        "simulation.too-many-outlets",
        $"there are customers of more than {SimulationQuestion.MostOutlets} outlets; name one of them",
        $"客户分属超过 {SimulationQuestion.MostOutlets} 个网点；请用 outlet 指定其中一个");
}
