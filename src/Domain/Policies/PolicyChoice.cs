namespace Kehu.Domain;

/// <summary>From the policies that a request names to the policies that it means.</summary>
public static class PolicyChoice
{
    /// <summary>The policy meant, or why there is none: an id, a version or a parameter that is unknown, a policy for whole portfolios.</summary>
    public static Validation<Fault, ChosenPolicy> Choose(this RuleBook book, SentPolicy sent) => sent switch
    {
        SentPolicy.ById(var at, var id, var version, var parameters) => book.Find(id, new Place.Pointer(at)).Bind(found => Of(found, at, version, parameters)),
        SentPolicy.Whole(var at, var body, var policy, var parameters) => parameters.Count > 0
            ? Varied(policy, at, parameters)
            : new ChosenPolicy.Proposed(policy, fault => fault.Under(body)),
    };

    /// <summary>The policies of these ids, or a fault for each that cannot be had.</summary>
    public static Validation<Fault, Arr<CompiledPolicy>> Choose(this RuleBook book, IReadOnlyList<string> ids, Func<int, Place> place) =>
        Every(ids, (id, index) => book.Find(id, place(index)));

    /// <summary>The policies that a body names or brings along, or everything wrong with them; what is proposed shares one budget.</summary>
    public static Validation<Fault, Arr<CompiledPolicy>> Choose(this RuleBook book, IReadOnlyList<SentPolicy> sent, Budget budget)
    {
        if (JustNamed(book, sent).Case is CompiledPolicy[] named)
        {
            return new Arr<CompiledPolicy>(named);
        }

        var share = budget.Shared(sent.Count(policy => policy.IsProposed));
        return Every(sent, (policy, _) => book.Choose(policy).Bind(chosen => book.Compile(chosen, share)));
    }

    /// <summary>The policies where all are named by known ids alone, as in nearly every call: then nothing has to be gathered. None elsewhere.</summary>
    private static Option<CompiledPolicy[]> JustNamed(RuleBook book, IReadOnlyList<SentPolicy> sent)
    {
        var found = new CompiledPolicy[sent.Count];
        for (var i = 0; i < found.Length; i++)
        {
            if (sent[i] is not SentPolicy.ById { IsProposed: false, Version.IsNone: true, Id: var id } || book.Find(id).Case is not CompiledPolicy policy)
            {
                return None;
            }

            found[i] = policy;
        }

        return found;
    }

    /// <summary>The version of an id, or a fault at the place: unknown, or for whole portfolios.</summary>
    public static Validation<Fault, CompiledPolicy> Find(this RuleBook book, string id, Place place) => book.Find(id).Match(
        Some: Success<Fault, CompiledPolicy>,
        None: () => Fail<Fault, CompiledPolicy>(book.FindPopulation(id).IsSome ? ForPortfolios(id, place) : Unknown(id, place)));

    /// <summary>The policy ready to decide. What is proposed is compiled within the budget.</summary>
    public static Validation<Fault, CompiledPolicy> Compile(this RuleBook book, ChosenPolicy chosen, Budget budget) => chosen switch
    {
        ChosenPolicy.InForce(var version) => version,
        ChosenPolicy.Proposed(var policy, var placed) => book.Propose(policy, budget).MapFail(placed),
    };

    /// <summary>The same with its faults seen from an enclosing value.</summary>
    public static Validation<Fault, T> Placed<T>(this Validation<Fault, T> validation, string prefix) => validation.MapFail(fault => fault.Under(prefix));

    private static Validation<Fault, Arr<CompiledPolicy>> Every<T>(IReadOnlyList<T> wanted, Func<T, int, Validation<Fault, CompiledPolicy>> choose)
    {
        var (chosen, faults) = (new List<CompiledPolicy>(wanted.Count), new List<Fault>());
        for (var i = 0; i < wanted.Count; i++)
        {
            choose(wanted[i], i).Match(Succ: chosen.Add, Fail: found => faults.AddRange(found));
        }

        return faults.Count == 0 ? new Arr<CompiledPolicy>(chosen) : Validation<Fault, Arr<CompiledPolicy>>.Fail(Seq(faults));
    }

    private static Validation<Fault, ChosenPolicy> Of(
        CompiledPolicy found, string at, Option<int> version, IReadOnlyList<KeyValuePair<string, SentValue>> parameters) =>
        version.Case is int wanted && wanted != found.Version
            ? Fail<Fault, ChosenPolicy>(Fault.At(
                $"{at}/version",
                "policy.unknown-version",
                $"'{found.Policy.Id}' has no version {wanted}; GET /v1/policies/{found.Policy.Id}/versions lists them",
                $"“{found.Policy.Id}”没有第 {wanted} 版；可用 GET /v1/policies/{found.Policy.Id}/versions 查询"))
            : parameters.Count == 0 ? new ChosenPolicy.InForce(found) : Varied(found.Policy, at, parameters);

    /// <summary>A policy with house numbers of the request's own. Its faults lie in them, whatever place in the policy they show at.</summary>
    private static Validation<Fault, ChosenPolicy> Varied(Policy policy, string at, IReadOnlyList<KeyValuePair<string, SentValue>> parameters)
    {
        var place = new Place.Pointer($"{at}/parameters");
        return parameters.For(policy, place.Path)
            .Bind(values => policy.Set(values).MapFail(fault => fault.Under(place.Path)))
            .Map<ChosenPolicy>(varied => new ChosenPolicy.Proposed(varied, fault => fault with
            {
                Place = place,
                Detail = fault.Detail + (fault.Place is Place.Pointer({ Length: > 0 } path)
                    ? new Label($" (at {path} of the policy)", $"（位于办法的 {path}）")
                    : Label.Same("")),
            }));
    }

    private static Validation<Fault, T> MapFail<T>(this Validation<Fault, T> validation, Func<Fault, Fault> place) =>
        validation.Match(Succ: Success<Fault, T>, Fail: faults => Validation<Fault, T>.Fail(faults.Map(place)));

    /// <summary>There is no such policy.</summary>
    public static Fault Unknown(string id, Place place) => new("policy.unknown", place, new Label(
        $"there is no policy '{id}'; GET /v1/policies lists them", $"没有办法“{id}”；可用 GET /v1/policies 查询"));

    private static Fault ForPortfolios(string id, Place place) => new("population-policy", place, new Label(
        $"'{id}' ranks whole portfolios and cannot be decided for one customer; leave it out here", $"“{id}”对全体客户排序，不能就单个客户作出结论；请在此处去掉"));
}
