namespace Kehu.Domain;

/// <summary>
/// What must be right about a policy before it can be compiled: names that exist, bounds within domains, sizes within limits.
/// Faults carry pointers into the policy's JSON form. Source: governance, Checks of a policy (references, too large).
/// </summary>
public static class PolicyStructure
{
    /// <summary>
    /// Everything wrong with a policy beside its fellows, each once; nothing where it can be compiled.
    /// </summary>
    public static Seq<Fault> Faults(this Policy policy, PolicySet policies) =>
        Seq(policy.ClassFaults(policies.Facts)
            .Concat(policy.ScopeFaults(policies))
            .Concat(policy.RungFaults(policies))
            .Concat(policy.LimitFaults(policies))
            .Concat(policy.SharedInputs(policies))
            .Distinct()).Strict(); // found here, within the caller's turn, and not when they are read

    private static Seq<Fault> ClassFaults(this Policy policy, FactCatalogue facts)
    {
        var twice = policy.Classes.GroupBy(c => c.Code).Where(same => same.Count() > 1).Select(same =>
            Fault.At("/classes", "policy.class-twice", $"the class '{same.Key}' occurs twice", $"类别“{same.Key}”重复"));
        var none = policy.Scopes.IsEmpty
            ? Seq1(Fault.At("/scopes", "policy.no-scope", "a policy is for at least one kind of customer", "办法须至少适用于一类客户"))
            : Seq<Fault>();
        var many = policy.Classes.Count >= OutcomeSet.Limit
            ? Seq1(Fault.At(
                "/classes", "policy.too-many-classes",
                $"a policy has at most {OutcomeSet.Limit - 1} classes",
                $"一项办法最多 {OutcomeSet.Limit - 1} 个类别"))
            : Seq<Fault>();
        return Seq(twice) + none + many + policy.OfferFaults(facts) + policy.ParameterFaults();
    }

    /// <summary>A parameter's name stands for one value, wherever it is.</summary>
    private static Seq<Fault> ParameterFaults(this Policy policy) =>
        Seq(ParameterWalk.PlacesOf(policy).GroupBy(place => place.Name, StringComparer.Ordinal).SelectMany(same =>
            same.Skip(1).Where(place => place.Value != same.First().Value).Select(place => Fault.At(
                place.Pointer,
                "policy.parameter-differs",
                $"the parameter '{same.Key}' has another value at {same.First().Pointer}; make them equal or give one of them another name",
                $"参数“{same.Key}”在 {same.First().Pointer} 处取值不同；请改为一致，或另取名称"))));

    private static Seq<Fault> OfferFaults(this Policy policy, FactCatalogue facts) =>
        Seq(policy.Classes.SelectMany((c, place) => c.Offers.SelectMany((offer, at) => offer.Product.AsEnumerable()
            .Where(product => facts.Products.PlaceOf(product).IsNone)
            .Select(product => Fault.At(
                $"/classes/{place}/offers/{at}/product", "policy.unknown-code",
                $"'products' has no code '{product}'",
                $"“products”没有代码“{product}”")))));

    private static Seq<Fault> ScopeFaults(this Policy policy, PolicySet policies) =>
        Seq(policy.Scopes.SelectMany((scope, place) => scope.Applies.Map(applies =>
            applies.Criterion.Faults(scope.Kind, policies, 0).Map(fault => fault.Under($"/scopes/{place}/applies"))).IfNone(Seq<Fault>())))
        + Seq(policy.Scopes.GroupBy(scope => scope.Kind).Where(same => same.Count() > 1).Select(same =>
            Fault.At("/scopes", "policy.scope-twice", $"the kind '{same.Key.Code()}' occurs twice", $"客户种类“{same.Key.Code()}”重复")));

    private static Seq<Fault> RungFaults(this Policy policy, PolicySet policies) =>
        Seq(policy.Rungs.SelectMany((rung, place) => policy.Scopes.SelectMany(scope =>
            rung.Criterion.Faults(scope.Kind, policies, 0).Map(fault => fault.Under($"/classes/{place}/criterion")))));

    /// <summary>Two quantities that share an input would be filled in apart: the check refuses them rather than answer inexactly.</summary>
    private static Seq<Fault> SharedInputs(this Policy policy, PolicySet policies) =>
        Seq(policy.Scopes.SelectMany(scope => policy.Quantities(scope.Kind, policies)
            .SelectMany(quantity => quantity.Inputs.Map(input => (input.Name, Quantity: quantity)))
            .GroupBy(read => read.Name, StringComparer.Ordinal)
            .Where(reads => reads.Count() > 1 && !reads.All(read => read.Quantity is Quantity.Holding))
            .Select(reads => Fault.At(
                "", "policy.shared-input",
                $"{string.Join(" and ", reads.Select(read => read.Quantity.Name))} are both read from '{reads.Key}'; use one of them",
                $"{string.Join("与", reads.Select(read => read.Quantity.Name))}均取自“{reads.Key}”，请只用其一"))));

    private static Seq<Fault> Faults(this Criterion criterion, CustomerKind kind, PolicySet policies, int depth) =>
        depth > PolicyLimits.DeepestCriterion
            ? Seq1(Fault.At(
                "", "policy.too-deep",
                $"criteria are nested at most {PolicyLimits.DeepestCriterion} deep",
                $"条件嵌套最多 {PolicyLimits.DeepestCriterion} 层"))
            : criterion.OwnFaults(kind, policies)
                + Seq(criterion.Parts().SelectMany((part, place) =>
                    part.Faults(kind, policies, depth + 1).Map(fault => fault.Under(criterion.PointerTo(place)))));

    private static Seq<Fault> OwnFaults(this Criterion criterion, CustomerKind kind, PolicySet policies) => criterion switch
    {
        Criterion.Within(var quantity, var min, var max, _) => quantity.Unreadable(kind, policies.Facts) + quantity.NotNumeric()
            + min.Outside(quantity, "/min") + max.Outside(quantity, "/max") + Crossed(min, max),
        Criterion.OneOf(var fact, var codes, _) => new Quantity.Of(fact).Unreadable(kind, policies.Facts)
            + Seq(codes.SelectMany((code, place) => fact.UnknownCode(code, $"/codes/{place}"))),
        Criterion.AtLeastGrade(var fact, var code, _) => new Quantity.Of(fact).Unreadable(kind, policies.Facts) + fact.UnknownCode(code, "/code"),
        Criterion.Is(var fact, _) => new Quantity.Of(fact).Unreadable(kind, policies.Facts),
        Criterion.Holds(var fact, var code, _) => new Quantity.Of(fact).Unreadable(kind, policies.Facts) + fact.UnknownCode(code, "/code"),
        Criterion.All or Criterion.Any or Criterion.Not => Seq<Fault>(),
        Criterion.AtLeast(var needed, var parts) => needed < 1 || needed > parts.Count
            ? Seq1(Fault.At("/needed", "policy.needed", $"{needed} of {parts.Count} is never a real choice", $"{parts.Count} 项中至少 {needed} 项不成立"))
            : Seq<Fault>(),
        Criterion.Cases(var fact, var branches) => new Quantity.Of(fact).Unreadable(kind, policies.Facts)
            + Seq(branches.SelectMany((branch, place) => fact.UnknownCode(branch.Code, $"/cases/{place}/code")))
            + (branches.DistinctBy(branch => branch.Code, StringComparer.Ordinal).Count() == branches.Count
                ? Seq<Fault>()
                : Seq1(Fault.At("/cases", "policy.case-twice", "a code has two cases", "同一代码有两个分支"))),
        Criterion.Score(var card, var min, var max, _) => Crossed(min, max) + card.PointFaults(),
        Criterion.Classified(var id, var classes, _) => policies.Find(id).Match(
            Some: policy => policy.ScopeOf(kind).IsNone
                ? Seq1(Fault.At("/policy", "policy.other-kind", $"the policy '{id}' is not for {kind.Label().En}", $"办法“{id}”不适用于{kind.Label().Zh}"))
                : Seq(classes.SelectMany((code, place) => policy.UnknownClass(code, $"/classes/{place}"))),
            None: () => Seq1(Fault.At("/policy", "policy.unknown-policy", $"there is no policy '{id}'", $"没有办法“{id}”"))),
    };

    /// <summary>Facts that the catalogue does not have, or has as something else, and facts of the other kind of customer.</summary>
    private static Seq<Fault> Unreadable(this Quantity quantity, CustomerKind kind, FactCatalogue facts) =>
        Seq(quantity.Inputs.Bind(fact => !facts.Find(fact.Name).Exists(known => known.GetType() == fact.GetType())
            ? Array(Fault.At("/fact", "policy.unknown-fact", $"there is no such fact '{fact.Name}' in the catalogue", $"事实目录中没有此事实“{fact.Name}”"))
            : fact.Head.Scope.Covers(kind)
                ? Array<Fault>()
                : Array(Fault.At("/fact", "policy.other-kind", $"'{fact.Name}' is no fact of {kind.Label().En}", $"“{fact.Name}”不是{kind.Label().Zh}的事实"))));

    private static Seq<Fault> NotNumeric(this Quantity quantity) => quantity switch
    {
        Quantity.Of(var fact) when fact == SharedFacts.ClosedOn => Seq1(Fault.At(
            "/fact", "policy.reads-closed",
            "'closedOn' is read before every policy: a closed customer is classified by none; leave it out",
            "“closedOn”先于各办法判定：已终止的客户不再分类，请去掉")),
        Quantity.Of(Fact.Amount or Fact.Count or Fact.Share or Fact.Day) or Quantity.By => Seq<Fault>(),
        Quantity.Of or Quantity.Holding => Seq1(Fault.At(
            "/fact", "policy.not-numeric",
            $"'{quantity.Name}' has no bounds; test it by its codes",
            $"“{quantity.Name}”没有上下限，请按代码判断")),
    };

    private static Seq<Fault> Outside(this Option<long> bound, Quantity quantity, string pointer) =>
        Seq(bound.Filter(value => !quantity.Accepted.Contains(value)).Map(_ => Fault.At(
            pointer, "policy.bound-outside-domain", $"the bound lies outside what '{quantity.Name}' can be", $"界限超出“{quantity.Name}”的取值范围")).AsEnumerable());

    private static Seq<Fault> Crossed(Option<long> min, Option<long> max) =>
        min.Bind(low => max.Map(high => low > high)).IfNone(false)
            ? Seq1(Fault.At("/min", "policy.bounds-crossed", "the lower bound is above the upper", "下限高于上限"))
            : Seq<Fault>();

    private static Seq<Fault> UnknownCode(this Fact fact, string code, string pointer) =>
        fact.PlaceOf(code).IsSome
            ? Seq<Fault>()
            : Seq1(Fault.At(pointer, "policy.unknown-code", $"'{fact.Name}' has no code '{code}'", $"“{fact.Name}”没有代码“{code}”"));

    private static Seq<Fault> UnknownClass(this Policy policy, ClassCode code, string pointer) =>
        policy.Classes.Exists(c => c.Code == code)
            ? Seq<Fault>()
            : Seq1(Fault.At(pointer, "policy.unknown-class", $"the policy '{policy.Id}' has no class '{code}'", $"办法“{policy.Id}”没有类别“{code}”"));

    private static Seq<Fault> PointFaults(this Scorecard card) =>
        card.Items.Exists(item => item.Bins.Exists(bin => bin.Points is < 0 or > PolicyLimits.MostPoints))
        || card.Items.Sum(item => item.Bins.IsEmpty ? 0L : item.Bins.Max(bin => (long)bin.Points)) > PolicyLimits.MostPoints
            ? Seq1(Fault.At(
                "/card", "policy.points",
                $"points are not negative and sum to at most {PolicyLimits.MostPoints}",
                $"分值不为负，合计不超过 {PolicyLimits.MostPoints}"))
            : Seq<Fault>();
}
