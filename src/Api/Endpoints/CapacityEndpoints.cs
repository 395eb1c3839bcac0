using Kehu.Api.Archive;
using Kehu.Api.Codecs;
using Kehu.Api.Contracts;
using Kehu.Api.Contracts.Json;
using Kehu.Api.Http;
using Kehu.Api.Store;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Endpoints;

/// <summary>Whether a bank has the people to keep a standard.</summary>
internal static class CapacityEndpoints
{
    /// <summary>The most outlets that an answer tells (house), lest it has no end.</summary>
    public const int MostOutlets = 1_000;

    private static readonly ContractCodec<CapacityRequest> Asked = JsonForms.All.Of(CapacityRequest.Contract);

    private static readonly ContractCodec<CapacityAnswer> Told = JsonForms.All.Of(CapacityAnswer.Contract);

    public static void MapCapacity(this IEndpointRouteBuilder routes) => routes.MapPost("/v1/capacity", Weigh).Documented("capacity");

    private static Task<IResult> Weigh(HttpContext context, StandardBook standards, RuleBook book, IStore store, PortfolioPass pass, WorkCalendar calendar, TimeProvider time) =>
        context.Answer<CapacityRequest>(Asked.Read, request => standards.Find(request.Standard).Match<Task<IResult>>(
            Some: async standard => Unknown(request, standard) is { Count: > 0 } faults
                ? Problem.Refused(faults)
                : await Counted(request, pass, ct => PortfolioCount.Of(store, request.Outlet.OrNull(), Policy(book, standard), time.Today(), MostOutlets, ct), context.RequestAborted) is not { } counted
                    ? Problem.TooMany(PortfolioPass.BusySeconds)
                    : counted.Match<IResult>(
                        Some: count => request.Portfolio.IsNone && count.IsEmpty ? Problem.Refused(Nobody(request)) : Weighed(request, standard, count, calendar),
                        None: TooManyOutlets),
            None: () => Task.FromResult<IResult>(Problem.Refused(StandardEndpoints.Unknown(new Place.Pointer("/standard"), request.Standard)))));

    private static IResult Weighed(CapacityRequest request, Standard standard, PortfolioCount counted, WorkCalendar calendar)
    {
        var needs = standard.Needs(counted.Tally, request.Months, request.Take);
        var answer = new CapacityAnswer(
            standard, request, counted.Tally, counted.Unclassified, counted.NotApplicable, Capacity.Of(needs, request.Available, request.Months, calendar));
        return new JsonResult(json => Told.Write(json, answer));
    }

    /// <summary>The customers of the call, or those on file; none where there are too many outlets, null where others on file are being counted.</summary>
    private static async ValueTask<Option<PortfolioCount>?> Counted(
        CapacityRequest request, PortfolioPass pass, Func<CancellationToken, ValueTask<Option<PortfolioCount>>> onFile, CancellationToken ct)
    {
        if (request.Portfolio.Case is Arr<PortfolioPart> portfolio)
        {
            var tally = CustomerTally.Of(portfolio.Select(part => part.Count));
            return tally.Outlets.Count > MostOutlets ? Option<PortfolioCount>.None : new PortfolioCount(tally, Unclassified: 0, NotApplicable: 0);
        }

        return await pass.Run(onFile, ct);
    }

    /// <summary>Classes and obligations that the standard does not name.</summary>
    private static List<Fault> Unknown(CapacityRequest request, Standard standard)
    {
        var classes = standard.Classes.Map(care => care.Class.Value).ToList();
        var obligations = standard.Timed().Map(obligation => obligation.Code).ToList();
        var parts = request.Portfolio.IfNone(Arr<PortfolioPart>.Empty).Select((part, at) => (part.Class, At: at)).Where(part => standard.Owed(part.Class).IsNone)
            .Select(part => StandardEndpoints.UnknownClass(standard, part.Class, $"/portfolio/{part.At}/class"));
        var minutes = request.Minutes.Map(one => one.Obligation).Where(code => !obligations.Contains(code)).Select(code => Fault.At(
            $"/minutes{JsonPath.Token(code)}",
            "capacity.obligation",
            $"'{standard.Id}' plans no obligation '{JsonFaults.Quoted(code)}'; its obligations are {string.Join(", ", obligations)}",
            $"“{standard.Id}”没有可计划的义务“{JsonFaults.Quoted(code)}”；其义务为：{string.Join("、", obligations)}"));
        return [.. parts.Concat(minutes).Take(MostFaults)];
    }

    /// <summary>Nobody at all is more likely a mistyped outlet than a standard that can be kept.</summary>
    private static Fault Nobody(CapacityRequest request) => request.Outlet.Match(
        Some: outlet => Fault.At(
            "/outlet",
            "capacity.nobody",
            $"there are no customers of the outlet '{outlet}' on file; correct it, or send a portfolio",
            $"网点“{outlet}”没有在档客户；请更正，或发送 portfolio"),
        None: () => Fault.At("", "capacity.nobody", "there are no customers on file; import them, or send a portfolio", "没有在档客户；请先导入，或发送 portfolio"));

    private static Problem TooManyOutlets() => Problem.Refused(Fault.At(
        "/outlet",
        "capacity.too-many-outlets",
        $"there are customers of more than {MostOutlets} outlets; name an outlet, or send a portfolio of fewer",
        $"客户分属超过 {MostOutlets} 个网点；请指定 outlet，或发送网点较少的 portfolio"));

    private static CompiledPolicy Policy(RuleBook book, Standard standard) =>
        book.Find(standard.Policy.Value).IfNone(() => throw new InvalidOperationException($"no policy {standard.Policy}"));

    private const int MostFaults = 100;
}
