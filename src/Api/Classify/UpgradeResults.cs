using LanguageExt;

namespace Kehu.Api;

/// <summary>The way up of a customer as an answer, or why there is none.</summary>
internal static class UpgradeResults
{
    /// <summary>The answer; what is wrong with the policy or the customer is told at its place in the request.</summary>
    public static IResult Of(HttpContext context, string? id, Customer customer, CompiledPolicy policy, DateOnly asOf, Place ofPolicy, Place ofCustomer)
    {
        var language = context.Answering();
        return customer.UpgradePath(policy, asOf, Budget.Standard) switch
        {
            UpgradePath.Found found => new JsonResult(json => PolicyCodecs.WayUp.Write(json, new WayUp(Prelude.Optional(id), asOf, policy, found), language)),
            UpgradePath.Open(var missing) => Problem.Refused(Open(missing.Map(fact => fact.Name), ofCustomer)).With(missing.Map(fact => fact.Name)),
            UpgradePath.NotApplicable(var reason) => Problem.Refused(NotApplicable(reason, ofCustomer)),
            UpgradePath.NotRanked => Problem.Refused(new Fault("policy.not-ranked", ofPolicy, new Label(
                $"the classes of '{policy.Policy.Id}' are not higher or lower; choose a ranked policy", $"“{policy.Policy.Id}”的类别没有高低之分；请选用有序的办法"))),
            UpgradePath.TooLarge => Problem.Refused(new Fault("policy.too-large", ofPolicy, new Label(
                "the search passes the limit of nodes or steps; make the policy smaller or send more facts", "搜索超出节点或步数的限制；请缩小办法，或提供更多事实"))),
        };
    }

    /// <summary>The policy says nothing of the customer.</summary>
    public static Fault NotApplicable(Reason reason, Place place) => new("not-applicable", place, new Label(
        $"the policy does not classify this customer: {reason.Label.En}", $"该办法不对该客户分类：{reason.Label.Zh}"));

    /// <summary>What has to be known before there is a class.</summary>
    public static Fault Open(IEnumerable<string> missing, Place place)
    {
        var names = missing.ToList();
        return new Fault("decision-open", place, new Label(
            $"the class is open; what is missing has to be known first: {string.Join(", ", names)}", $"类别尚未确定，须先了解缺失的事实：{string.Join("、", names)}"));
    }
}
