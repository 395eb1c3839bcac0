namespace Kehu.Domain;

/// <summary>
/// How large a policy may be, counted and not timed, so that the same policy always gets the same answer.
/// Source: governance, Checks of a policy (too large); the leaves written out are house.
/// </summary>
public static class PolicyLimits
{
    /// <summary>How many policies deep references may go.</summary>
    public const int DeepestReference = 8;

    /// <summary>How deep criteria may be nested.</summary>
    public const int DeepestCriterion = 24;

    /// <summary>How many leaves the criteria of a policy may have together.</summary>
    public const int MostLeaves = 2_000;

    /// <summary>How many leaves they may have with every reference written out: what an explanation may have to show (house).</summary>
    public const int MostLeavesWrittenOut = 20_000;

    /// <summary>The most points that a scorecard can give.</summary>
    public const int MostPoints = 1_000;

    /// <summary>At how many values a quantity may change something.</summary>
    public const int MostCuts = 256;

    /// <summary>Everything too large about a policy beside its fellows; each policy is looked at once, whatever the references.</summary>
    internal static Seq<Fault> LimitFaults(this Policy policy, PolicySet policies)
    {
        var size = new Sizes(policies);
        return size.Depth(policy) is var depth && depth > DeepestReference
            ? Seq(TooManyLeaves(policy).Append(Fault.At(
                size.DeepestAt(policy), "policy.cycle",
                $"references go in a circle or more than {DeepestReference} policies deep from here",
                $"自此处起引用成环或超过 {DeepestReference} 层")))
            : Seq(LeafFaults(policy, size).Concat(policy.Scopes.SelectMany(scope => policy.CutFaults(scope.Kind, policies))));
    }

    private static IEnumerable<Fault> TooManyLeaves(Policy policy)
    {
        var leaves = All(policy).Sum(placed => Own(placed.Criterion));
        return leaves > MostLeaves
            ? [Fault.At(
                "/classes", "policy.too-many-leaves",
                $"a policy has at most {MostLeaves} leaves; this one has {leaves}",
                $"一项办法最多 {MostLeaves} 个叶条件，此处有 {leaves} 个")]
            : [];
    }

    private static IEnumerable<Fault> LeafFaults(Policy policy, Sizes size)
    {
        var own = TooManyLeaves(policy).ToList();
        return own.Count == 0 && size.WrittenOut(policy) > MostLeavesWrittenOut
            ? [Fault.At(
                "/classes", "policy.too-many-leaves",
                $"with the policies that it refers to written out, a policy has at most {MostLeavesWrittenOut} leaves; refer less often",
                $"将所引用的办法展开后，一项办法最多 {MostLeavesWrittenOut} 个叶条件，请减少引用")]
            : own;
    }

    /// <summary>The criterion that takes a quantity over the limit of values at which it changes something.</summary>
    private static IEnumerable<Fault> CutFaults(this Policy policy, CustomerKind kind, PolicySet policies)
    {
        var cuts = new Dictionary<string, System.Collections.Generic.HashSet<long>>(StringComparer.Ordinal);
        var visited = new System.Collections.Generic.HashSet<PolicyId> { policy.Id };
        foreach (var placed in policy.PlacedCriteria(kind).SelectMany(Pointers.WithParts))
        {
            if (Over(placed.Criterion).Case is string name)
            {
                yield return Fault.At(
                    placed.Pointer, "policy.too-many-cuts",
                    $"'{name}' has more than {MostCuts} different bounds; use fewer",
                    $"“{name}”的不同界限超过 {MostCuts} 个，请减少");
                yield break;
            }
        }

        Option<string> Over(Criterion criterion) => criterion is Criterion.Classified(var id, _, _)
            ? visited.Add(id) ? policies.Find(id).Bind(OverIn) : None
            : Leaf.Of(criterion).Filter(leaf => Cuts(leaf) > MostCuts).Map(leaf => leaf.Quantity.Name);

        Option<string> OverIn(Policy other) =>
            other.PlacedCriteria(kind).SelectMany(Pointers.WithParts).Choose(part => Over(part.Criterion)).HeadOrNone();

        int Cuts(Leaf leaf)
        {
            if (!cuts.TryGetValue(leaf.Quantity.Name, out var known))
            {
                cuts.Add(leaf.Quantity.Name, known = []);
            }

            var domain = leaf.Quantity.Domain;
            known.UnionWith(leaf.Admitted
                .SelectMany(part => new[] { part.Low, part.High + 1 })
                .Where(cut => cut > domain.Low && cut <= domain.High));
            return known.Count;
        }
    }

    private static IEnumerable<Placed> All(Policy policy) =>
        policy.Scopes.SelectMany(scope => policy.PlacedCriteria(scope.Kind)).DistinctBy(placed => placed.Pointer, StringComparer.Ordinal);

    private static int Own(Criterion criterion)
    {
        var parts = criterion.Parts();
        return parts.IsEmpty ? 1 : parts.Sum(Own);
    }

    /// <summary>What references add up to, each policy counted once and its result reused.</summary>
    private sealed class Sizes(PolicySet policies)
    {
        private readonly Dictionary<PolicyId, int> depths = [];
        private readonly Dictionary<PolicyId, long> leaves = [];

        /// <summary>How many references lead on from a policy at most; beyond every limit where they go in a circle.</summary>
        public int Depth(Policy policy)
        {
            if (depths.TryGetValue(policy.Id, out var known))
            {
                return known;
            }

            depths[policy.Id] = int.MaxValue / 2;
            var deepest = policy.References().Select(id => policies.Find(id).Match(Some: other => 1 + Depth(other), None: () => 0)).DefaultIfEmpty(0).Max();
            return depths[policy.Id] = deepest;
        }

        /// <summary>The reference from which too many lead on.</summary>
        public string DeepestAt(Policy policy) => policy.Scopes.SelectMany(scope => policy.PlacedCriteria(scope.Kind)).SelectMany(Pointers.WithParts)
            .Where(placed => placed.Criterion is Criterion.Classified(var id, _, _) && policies.Find(id).Exists(other => Depth(other) >= DeepestReference))
            .Select(placed => placed.Pointer).FirstOrDefault("");

        /// <summary>The leaves with every reference written out; references do not go in a circle.</summary>
        public long WrittenOut(Policy policy)
        {
            if (!leaves.TryGetValue(policy.Id, out var known))
            {
                known = All(policy).Sum(placed => WrittenOut(placed.Criterion));
                leaves[policy.Id] = known;
            }

            return known;
        }

        private long WrittenOut(Criterion criterion)
        {
            var parts = criterion.Parts();
            return criterion is Criterion.Classified(var id, _, _)
                ? Math.Min(MostLeavesWrittenOut + 1, 1 + policies.Find(id).Match(Some: WrittenOut, None: () => 0L))
                : parts.IsEmpty ? 1 : Math.Min(MostLeavesWrittenOut + 1, parts.Sum(WrittenOut));
        }
    }
}
