using System.Globalization;
using System.Text;

namespace Kehu.Clients;

/// <summary>Calls as somebody writes them who has generated the client just now. Nothing is set on serializers.</summary>
internal static class Calls
{
    private static readonly DateTimeOffset Today = new(2025, 11, 21, 0, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset Yesterday = Today.AddDays(-1);

    public static async Task All(Client client, string ids, Seen seen)
    {
        await Read(client, seen);
        await Classify(client, seen);
        await Policies(client, seen);
        await File(client, ids, seen);
        await Log(client, ids, seen);
        await Stream(client, ids, seen);
        await Plan(client, ids, seen);
    }

    private static async Task Read(Client client, Seen seen)
    {
        await seen.Call("version", () => client.VersionAsync(), version => version.Name == "Kehu" && version.Policies > 20);
        await seen.Call("the facts", () => client.ListFactsAsync(500, null, "zh-CN"), facts => facts.Items.Any(fact => fact.Name == "totalAssets" && fact.Type == FactType.Money && fact.Label == "总资产"));
        await seen.Call("the policies", () => client.ListPoliciesAsync(null, null, null), policies => policies.Items.Count(policy => policy.Population) == 1);
        await seen.Call(
            "a policy with its criteria", () => client.GetPolicyAsync("retail-vip", null, null, null),
            policy => policy.Policy1.Classes.First().Criterion is { Fact: CriterionFact.Deposits, Citation: not null } criterion && Number(criterion.Min) == 200000m);
        await seen.Call("a policy that ranks portfolios", () => client.GetPolicyAsync("pareto-abc", null, null, null), policy => policy.Population && policy.Policy1.Scopes is null);
        await seen.Call("the indicators", () => client.ListIndicatorsAsync(null, null, null), indicators => indicators.Items.Count > 10);
        await seen.Call("the working days", () => client.ListWorkingDaysAsync("2026", 2, null), days => days.Items.First().Date == new DateTime(2026, 1, 2));
    }

    private static async Task Classify(Client client, Seen seen)
    {
        var firm = new CustomerToClassify { Kind = CustomerKind.Enterprise, Facts = new Facts { Industry = FactsIndustry.Industry, Employees = 320, AnnualRevenue = 25000000m } };
        await seen.Call(
            "classify by a policy", () => client.ClassifyAsync(null, null, null, By(firm, new PolicyChoice { Id = "enterprise-size" })),
            answer => answer.Decisions.Single() is { Outcome: Outcome.Decided, Class: { Code: "medium", Rank: 2 }, MayNotApply: null } decision && decision.Evidence.Classes.Count == 2);
        await seen.Call("classify by every policy", () => client.ClassifyAsync(false, null, null, By(firm)), answer => answer.Decisions.Count > 5);
        await seen.Call(
            "classify with a fact that is unknown",
            () => client.ClassifyAsync(false, null, null, By(new CustomerToClassify { Kind = CustomerKind.Enterprise, Facts = new Facts { Industry = FactsIndustry.Industry, AnnualRevenue = 25000000m } }, new PolicyChoice { Id = "enterprise-size" })),
            answer => answer.Decisions.Single() is { Outcome: Outcome.Open, Class: null, Ask: "employees", MayNotApply: false });
        await seen.Call(
            "classify with other house numbers",
            () => client.ClassifyAsync(false, null, null, By(
                new CustomerToClassify { Kind = CustomerKind.Personal, Facts = new Facts { Deposits = 260000.55m, TotalAssets = 260000.55m, Products = ["fund"] } },
                new PolicyChoice { Id = "value-tier", Parameters = new Dictionary<string, object> { ["medium-deposits"] = 250000 } })),
            answer => answer.Decisions.Single().Version is null);
        await seen.Refused(
            "a policy that there is not", () => client.ClassifyAsync(null, null, null, By(firm, new PolicyChoice { Id = "enterprise-sise" })),
            problem => problem.StatusCode == 422 && problem.Result.Errors.Single().Code == "policy.unknown" && problem.Result.Type == "/problems/policy.unknown" && problem.Result.Detail.Length > 10);
    }

    private static async Task Policies(Client client, Seen seen)
    {
        var vip = (await client.GetPolicyAsync("retail-vip", null, null, null)).Policy1;
        await seen.Call("check a policy as it was read", () => client.CheckPolicyAsync(null, new PolicyCheckRequest { Policy = new PolicyChoice { Policy = vip }, AsOf = Today }), check => check.Passes && check.Id == "retail-vip");
        vip.Classes.First().Criterion.Min = 150000;
        await seen.Call(
            "compare with a lowered line", () => client.DiffPoliciesAsync(null, new PolicyDiffRequest { Old = new PolicyChoice { Id = "retail-vip" }, New = new PolicyChoice { Policy = vip }, AsOf = Today }),
            difference => difference.Moves.Single() is { Old: "ordinary", New: "vip", Cells: 1 });
        var person = new CustomerToClassify { Id = "P-1", Kind = CustomerKind.Personal, Facts = new Facts { Deposits = 150000m } };
        await seen.Call(
            "classify by a policy that is sent", () => client.ClassifyAsync(false, null, null, By(person, new PolicyChoice { Policy = vip })),
            answer => answer.Customer == "P-1" && answer.Decisions.Single().Class.Code == "vip");
        await seen.Call(
            "the way up", () => client.UpgradePathAsync(null, new UpgradeRequest { Policy = new PolicyChoice { Id = "retail-vip" }, AsOf = Today, Customer = person }),
            path => path.Target == "vip" && Number(path.Alternatives.First().Changes.Single().To) == 200000m);
    }

    private static async Task File(Client client, string ids, Seen seen)
    {
        var person = new Customer { Id = ids + "-1", Kind = CustomerKind.Personal, AsOf = Yesterday, Outlet = "OUT-001", Facts = new Facts { TotalAssets = 300000.25m, BirthDate = new DateTimeOffset(1980, 2, 29, 0, 0, 0, TimeSpan.Zero) } };
        await seen.Call("file a customer", () => client.PutCustomerAsync(person.Id, null, null, "*", null, person), filed => filed.Facts.TotalAssets == 300000.25m);
        person.Contact = new CustomerContact { Mobile = "13800000000" };
        person.Preferences = new CustomerPreferences { RefusedChannels = ["sms"] };
        await seen.Call("file it again", () => client.PutCustomerAsync(person.Id, null, "*", null, null, person), filed => filed.Contact.Mobile == "13800000000" && filed.Preferences is null);
        await seen.Call("read it", () => client.GetCustomerAsync(person.Id, null, null, null), read => read.Preferences is null && read.Facts.BirthDate?.Day == 29 && read.Manager is null);
        await seen.Call("what it allows", () => client.CustomerConsentsAsync(person.Id, null), consents => consents.RefusedChannels.Single() == "sms" && consents.Log.Count == 1);
        await seen.Call("read it as it was known", () => client.GetCustomerAsync(person.Id, Today, DateTimeOffset.UtcNow.AddMinutes(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), null), read => read.Id == person.Id);
        await seen.Call("its offers", () => client.CustomerOffersAsync(person.Id, Today, null), offers => offers.Customer == person.Id);
        await seen.Call("its class in words", () => client.CustomerExplanationAsync(person.Id, "personal-asset-tier", Today, "zh-CN"), words => words.Outcome == Outcome.Decided && words.Paragraphs.Count > 1);
    }

    private static async Task Log(Client client, string ids, Seen seen)
    {
        var id = ids + "-1";
        await seen.Call("a survey without an answer", () => client.LogSurveyAsync(null, null, new SurveyToLog { Customer = id, Id = "asked", Date = Yesterday }), survey => survey.Answer is null && survey.Channel is null);
        await seen.Call("a survey with an answer", () => client.LogSurveyAsync(null, null, new SurveyToLog { Customer = id, Id = "said", Date = Yesterday, Answer = Satisfaction.VerySatisfied, Comment = "很好" }), survey => survey.Answer == Satisfaction.VerySatisfied);
        await seen.Call("the surveys", () => client.CustomerSurveysAsync(id, null, null, null, null), surveys => surveys.Items.Single(survey => survey.Id == "asked").Answer is null && surveys.Next is null);
        await seen.Call("a purchase without an amount", () => client.LogPurchaseAsync(null, null, new PurchaseToLog { Customer = id, Id = "card", Date = Yesterday, Product = Product.CreditCard }), purchase => purchase.Amount is null);
        await seen.Call("a purchase with an amount", () => client.LogPurchaseAsync(null, null, new PurchaseToLog { Customer = id, Id = "fund", Date = Yesterday, Product = Product.Fund, Amount = 50000.05m }), purchase => purchase.Amount == 50000.05m);
        await seen.Call(
            "an engagement", () => client.LogEngagementAsync(null, null, new EngagementToLog { Customer = id, Id = "call", Date = Yesterday, Kind = EngagementKind.ActiveContact, Channel = Channel.Phone }),
            logged => logged.Channel == Channel.Phone && logged.By is null && logged.Occasion is null);
        await seen.Call("a case", () => client.OpenCaseAsync(null, null, new CaseOpening { Id = ids + "-C", Customer = id, Type = CaseType.Complaint, Subject = CaseSubject.Fee, Text = "charged twice" }), opened => opened.Next is not null && opened.ClosedAt is null);
        await seen.Call("its acknowledgement", () => client.CaseEventAsync(ids + "-C", null, null, null, new CaseEvent { Event = CaseEventEvent.Acknowledge, Handler = "Han Meimei" }), done => done.Handler == "Han Meimei" && done.HandledBy == Role.LobbyManager);
        await seen.Call("an outlet", () => client.PutOutletAsync(ids + "-O", null, "*", null, new OutletToPut { Name = "人民路支行营业厅" }), outlet => outlet.SubBranch is null && outlet.Code == ids + "-O");
    }

    private static async Task Stream(Client client, string ids, Seen seen)
    {
        await seen.Call(
            "a batch", async () => await Text(await client.ClassifyBatchAsync("retail-vip", Today, null, null, null, Lines("""{"id":"P-1","kind":"personal","facts":{"deposits":300000}}""", """{"id":"P-2"}"""))),
            lines => lines.Split('\n', StringSplitOptions.RemoveEmptyEntries) is [var first, var second] && first.Contains("\"vip\"", StringComparison.Ordinal) && second.Contains("\"line\":2", StringComparison.Ordinal));
        await seen.Call(
            "an import", () => client.ImportCustomersAsync(null, null, null, null, null, null, null, new FileParameter(Lines($$$"""{"id":"{{{ids}}}-2","kind":"personal","asOf":"2025-11-20","outlet":"OUT-001","facts":{"deposits":300000}}"""), "lines", "application/x-ndjson")),
            report => report is { Read: 1, Created: 1, Rejected: 0, RejectsIncomplete: null });
        await seen.Call("the export", async () => await Text(await client.ExportCustomersAsync(null, null, null)), lines => lines.Contains($"\"{ids}-2\"", StringComparison.Ordinal));
    }

    private static async Task Plan(Client client, string ids, Seen seen)
    {
        await seen.Call(
            "a service plan", () => client.ServicePlanAsync(null, new ServicePlanRequest { Standard = "personal-asset-service", Class = "wealth-100", BirthDate = new DateTimeOffset(1980, 2, 29, 0, 0, 0, TimeSpan.Zero), From = Day(9, 1), To = Day(9, 30) }),
            plan => plan.Duties.Any(duty => duty.Occasion == Occasion.MidAutumn) && plan.Changes is null);
        await seen.Call("the duties of a customer", () => client.CustomerDutiesAsync(ids + "-1", null, "due,upcoming", null, null, null, null, null), duties => duties.Standings.Count > 0 && duties.Changes is null);
        await seen.Call(
            "a plan of costs", () => client.CostBenefitAsync(null, new CostPlan { OneOff = [new PlanItem { Name = "tools", Amount = 50000 }], Quarterly = [new PlanItem { Name = "events", Amount = 100000 }], Yearly = [], Benefits = [new PlanItem { Name = "income", Amount = 650000 }], Years = 2 }),
            plan => plan.Years.Count == 2 && plan.BenefitOfKeeping is null);
        await seen.Call(
            "a simulation", () => client.SimulatePolicyAsync(null, new SimulationRequest { Candidate = new PolicyChoice { Id = "value-tier", Parameters = new Dictionary<string, object> { ["medium-deposits"] = 250000 } }, AsOf = Today }),
            simulation => simulation.Against.Policy == "value-tier" && simulation.Customers > 0);
        await seen.Call("segments", () => client.CountSegmentsAsync(null, new SegmentRequest { Policies = [new PolicyChoice { Id = "personal-asset-tier" }], AsOf = Today }), segments => segments.Customers > 0);
        await seen.Call("an indicator", () => client.GetIndicatorAsync("satisfaction", "2025-Q4", null, null, null, null, null, null, null, null, null), figures => figures.Figures.Count > 0);
        await seen.Call("a run", () => client.StartRunAsync(null, null, new RunRequest { Policies = ["retail-vip"], AsOf = Yesterday }), run => run.State == RunState.Queued || run.State == RunState.Running || run.State == RunState.Finished);
    }

    private static ClassifyRequest By(CustomerToClassify customer, params PolicyChoice[] policies) => new() { AsOf = Today, Customer = customer, Policies = policies.Length == 0 ? null : policies };

    private static decimal Number(object value) => decimal.Parse(Convert.ToString(value, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static DateTimeOffset Day(int month, int day) => new(2026, month, day, 0, 0, 0, TimeSpan.Zero);

    private static MemoryStream Lines(params string[] lines) => new(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));

    private static async Task<string> Text(FileResponse file)
    {
        using (file)
        using (var reader = new StreamReader(file.Stream))
        {
            return await reader.ReadToEndAsync();
        }
    }
}
