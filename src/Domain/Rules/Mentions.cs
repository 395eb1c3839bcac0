namespace Kehu.Domain;

/// <summary>What a policy or criterion reads and refers to.</summary>
public static class Mentions
{
    /// <summary>
    /// The quantities read by a policy for a kind of customer, each once, in the order of the text with the referred policies written out.
    /// A policy referred to again mentions nothing new: each is visited once, however many references lead to it.
    /// </summary>
    public static Arr<Quantity> Quantities(this Policy policy, CustomerKind kind, PolicySet policies)
    {
        var mentioned = new List<Quantity>();
        var names = new System.Collections.Generic.HashSet<string>(StringComparer.Ordinal);
        var visited = new System.Collections.Generic.HashSet<PolicyId>();
        Visit(policy);
        return new Arr<Quantity>(mentioned);

        void Visit(Policy at)
        {
            if (visited.Add(at.Id))
            {
                foreach (var criterion in at.Criteria(kind))
                {
                    Read(criterion);
                }
            }
        }

        void Read(Criterion criterion)
        {
            switch (criterion)
            {
                case Criterion.Classified(var id, _, _):
                    policies.Find(id).IfSome(Visit);
                    break;
                case Criterion.Cases(var fact, _):
                    Mention(new Quantity.Of(fact));
                    break;
                default:
                    Leaf.Of(criterion).IfSome(leaf => Mention(leaf.Quantity));
                    break;
            }

            foreach (var part in criterion.Parts())
            {
                Read(part);
            }
        }

        void Mention(Quantity quantity)
        {
            if (names.Add(quantity.Name))
            {
                mentioned.Add(quantity);
            }
        }
    }

    /// <summary>The criteria of a policy for a kind of customer, the applicability first.</summary>
    public static IEnumerable<Criterion> Criteria(this Policy policy, CustomerKind kind) =>
        policy.ScopeOf(kind).Bind(scope => scope.Applies).Map(applies => applies.Criterion).AsEnumerable()
            .Concat(policy.Rungs.Map(rung => rung.Criterion));

    /// <summary>
    /// The policies that a policy refers to itself, for any kind; those of a scope that stands there twice too,
    /// since references are followed before that is refused.
    /// </summary>
    public static IEnumerable<PolicyId> References(this Policy policy) =>
        CustomerKinds.All.SelectMany(policy.PlacedCriteria).SelectMany(placed => References(placed.Criterion)).Distinct();

    /// <summary>The direct parts of a criterion; none for leaves.</summary>
    public static Arr<Criterion> Parts(this Criterion criterion) => criterion switch
    {
        Criterion.All(var parts) => parts,
        Criterion.Any(var parts) => parts,
        Criterion.AtLeast(_, var parts) => parts,
        Criterion.Not(var part) => Array(part),
        Criterion.Cases(_, var branches) => branches.Map(branch => branch.Criterion),
        Criterion.Score(var card, _, _, _) => card.Items.Bind(item => item.Bins.Map(bin => bin.Criterion)),
        Criterion.Within or Criterion.OneOf or Criterion.AtLeastGrade or Criterion.Is or Criterion.Holds or Criterion.Classified => Array<Criterion>(),
    };

    private static IEnumerable<PolicyId> References(Criterion criterion) => criterion switch
    {
        Criterion.Classified(var id, _, _) => [id],
        Criterion.All or Criterion.Any or Criterion.AtLeast or Criterion.Not or Criterion.Cases or Criterion.Score
            or Criterion.Within or Criterion.OneOf or Criterion.AtLeastGrade or Criterion.Is or Criterion.Holds => criterion.Parts().SelectMany(References),
    };
}
