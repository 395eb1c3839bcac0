using LanguageExt;
using static Kehu.Domain.AccessRoles;

namespace Kehu.Api;

/// <summary>Whether a bank has the people to keep a standard.</summary>
internal sealed class CapacityRoutes(StandardsInForce standards, CustomerStore store, PortfolioTurn pass, WorkCalendar calendar, TimeProvider time) : IFeature
{
    /// <summary>The most outlets that an answer tells (house), lest it has no end.</summary>
    private const int MostOutlets = 1_000;

    private const int MostFaults = 100;

    private static readonly ContractCodec<CapacityRequest> Asked = JsonForms.All.Of(CapacityRequest.Contract);

    private static readonly ContractCodec<CapacityReport> Told = JsonForms.All.Of(CapacityReport.Contract);

    public IEnumerable<Route> Routes =>
    [
        new("POST", "/v1/capacity", "capacity", "Standards", "Whether a standard can be kept",
            "The minutes that each role needs at each outlet in each month (at most 24) against those it has. Without a portfolio the stored customers are "
            + "counted, of one outlet, of those under a sub-branch or a branch, or of all (at most 1 000), "
            + "by the class in force as far as is known today; 429 while another such call counts. "
            + "Hours without an outlet are shared by all outlets that have none of their own for the role; people work eight hours on every working day. "
            + "Where no hours are given, available and short are null, the role is listed under unknown, and keepable is null unless another month fails. "
            + "422: standard.unknown, class.unknown, capacity.obligation, capacity.nobody, capacity.too-many-outlets, unit.unknown.")
        {
            Needs = AccessRoles.Outlet | Analyst | Auditor,
            Body = [new Content(MediaTypes.Json, "CapacityRequest", Examples.Capacity)],
            Replies =
            [
                new Reply(200, "Needed, available and short by outlet, role and month, and where it fails first.", new Content(MediaTypes.Json, "Capacity")),
            ],
            MayRefuse = true,
            InTurn = true,
            InWords = true,
            Do = call => call.Body<CapacityRequest>(Asked.Read, request => call.OfSent(request.Unit, outlets => Weigh(call, request, outlets))),
        },
    ];

    private async Task<IResult> Weigh(Call call, CapacityRequest request, Option<OutletsAsked> outlets)
    {
        if (standards.Find(request.Standard).Case is not StandardInForce(var standard, var policy))
        {
            return Problem.Refused(StandardFaults.Unknown(new Place.Pointer("/standard"), request.Standard));
        }

        if (Unknown(request, standard) is { Count: > 0 } faults)
        {
            return Problem.Refused(faults);
        }

        return await Counted(call, request, outlets, policy) is not { } counted
            ? Problem.TooMany(PortfolioTurn.BusySeconds)
            : counted.Match(
                Some: count => request.Portfolio.IsNone && count.IsEmpty ? Problem.Refused(Nobody(request)) : Weighed(request, standard, count),
                None: () => Problem.Refused(TooManyOutlets));
    }

    private IResult Weighed(CapacityRequest request, Standard standard, PortfolioCount counted)
    {
        var needs = standard.Needs(counted.Tally, request.Months, request.Take);
        var answer = new CapacityReport(
            standard, request, counted.Tally, counted.Unclassified, counted.NotApplicable, Capacity.Of(needs, request.Available, request.Months, calendar));
        return JsonResult.Of(Told, answer);
    }

    /// <summary>The customers of the call, or those on file; none where there are too many outlets, null where others on file are being counted.</summary>
    private async ValueTask<Option<PortfolioCount>?> Counted(
        Call call, CapacityRequest request, Option<OutletsAsked> outlets, CompiledPolicy policy)
    {
        if (request.Portfolio.Case is Arr<PortfolioPart> portfolio)
        {
            var tally = CustomerTally.Of(portfolio.Select(part => part.Count));
            return tally.Outlets.Count > MostOutlets ? Option<PortfolioCount>.None : new PortfolioCount(tally, Unclassified: 0, NotApplicable: 0);
        }

        return await pass.Run(go => StoredPortfolio.Count(
            store.Within(outlets.Within(call.Sees)), outlets.Only().OrNull(), policy, time.Today(), MostOutlets, go), call.Stop);
    }

    /// <summary>Classes and obligations that the standard does not name.</summary>
    private static List<Fault> Unknown(CapacityRequest request, Standard standard)
    {
        var classes = standard.Classes.Map(care => care.Class.Value).ToList();
        var obligations = standard.Timed().Map(obligation => obligation.Code).ToList();
        var parts = request.Portfolio.IfNone(Arr<PortfolioPart>.Empty)
            .Select((part, at) => (part.Class, At: at))
            .Where(part => standard.Owed(part.Class).IsNone)
            .Select(part => StandardFaults.UnknownClass(standard, part.Class, $"/portfolio/{part.At}/class"));
        var minutes = request.Minutes.Map(one => one.Obligation).Where(code => !obligations.Contains(code)).Select(code => Fault.At(
            $"/minutes{Place.Pointer.Token(code)}",
            "capacity.obligation",
            $"'{standard.Id}' plans no obligation '{FaultWords.Quoted(code)}'; its obligations are {string.Join(", ", obligations)}",
            $"“{standard.Id}”没有可计划的义务“{FaultWords.Quoted(code)}”；其义务为：{string.Join("、", obligations)}"));
        return [.. parts.Concat(minutes).Take(MostFaults)];
    }

    /// <summary>Nobody at all is more likely a mistyped outlet than a standard that can be kept.</summary>
    private static Fault Nobody(CapacityRequest request) => request.Unit.Match(
        Some: unit => Fault.At(
            $"/{unit.Level.Member()}",
            "capacity.nobody",
            $"there are no customers of the {unit.Level.Label().En} '{unit.Code}' on file; correct it, or send a portfolio",
            $"{unit.Level.Label().Zh}“{unit.Code}”没有在档客户；请更正，或发送 portfolio"),
        None: () => Fault.At("", "capacity.nobody", "there are no customers on file; import them, or send a portfolio", "没有在档客户；请先导入，或发送 portfolio"));

    private static Fault TooManyOutlets => Fault.At(
        "/outlet",
        "capacity.too-many-outlets",
        $"there are customers of more than {MostOutlets} outlets; name an outlet, or send a portfolio of fewer",
        $"客户分属超过 {MostOutlets} 个网点；请指定 outlet，或发送网点较少的 portfolio");
}
