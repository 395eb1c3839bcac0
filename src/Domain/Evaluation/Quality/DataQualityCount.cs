namespace Kehu.Domain;

/// <summary>
/// Counts one customer after another towards a data quality report: keeps counts and no customer. Source: evaluation, data quality report.
/// A fact that is read as known through others (<see cref="KnownFacts.Completed"/>) counts as known; <c>closedOn</c> is not looked at, since
/// not to know it is to be a customer. Mutable, used by one pass.
/// </summary>
public sealed class DataQualityCount(QualityScope scope, DateOnly today, int mostPatterns = Inquirer.MostPatterns)
{
    private readonly Inquirer inquirer = new(scope.Policies, mostPatterns);
    private readonly int classes = scope.Policies.ToList().FindIndex(policy => policy.Policy.Id == scope.Classes);
    private readonly int[][] placesByKind =
        [.. CustomerKinds.All.Map(kind => scope.Reported.Filter(fact => fact.Head.Scope.Covers(kind)).Map(scope.Facts.PlaceOf).ToArray())];
    private readonly Dictionary<QualityGroup, Gaps> groups = [];
    private readonly Decisions[] decisions = [.. scope.Policies.Map(_ => new Decisions(scope.Facts))];
    private long closed;

    /// <summary>Adds a customer as the newest record has it, decided today, or as of the record's own date where that lies ahead.</summary>
    public void Add(string outlet, Customer customer, DateOnly asOf)
    {
        if (customer.Facts.TryGet(SharedFacts.ClosedOn, out var end) && end <= today.DayNumber)
        {
            closed++;
            return;
        }

        var (facts, day, name) = (customer.Facts.Completed(), asOf > today ? asOf : today, Option<string>.None);
        for (var place = 0; place < decisions.Length; place++)
        {
            var inquiry = inquirer.Of(place, customer.Kind, facts, day);
            decisions[place].Add(inquiry);
            name = place == classes && scope.By == QualityGrouping.Class ? ClassOf(place, inquiry) : name;
        }

        var group = new QualityGroup(customer.Kind, scope.By.Level().IsSome ? Some(outlet) : name);
        if (!groups.TryGetValue(group, out var gaps))
        {
            groups.Add(group, gaps = new Gaps(scope.Facts));
        }

        gaps.Add(facts, placesByKind[(int)customer.Kind]);
    }

    /// <summary>What was counted.</summary>
    public QualityTally Done() => new(
        closed,
        toHashMap(groups.Select(group => (group.Key, group.Value.Done()))),
        toHashMap(decisions
            .Select((counted, place) => (scope.Policies[place].Policy.Id, Counted: counted.Done()))
            .Where(one => one.Counted is not { Decided: 0, Open: 0, NotApplicable: 0 })));

    private Option<string> ClassOf(int place, Inquiry inquiry) => inquiry switch
    {
        Inquiry.Decided(var at) => Some(scope.Policies[place].Policy.Classes[at].Code.Value),
        Inquiry.Open or Inquiry.NotApplicable => None,
    };

    /// <summary>Unknown facts of a group being counted, and values that would be refused today.</summary>
    private sealed class Gaps(FactCatalogue facts)
    {
        private readonly long[] unknown = new long[facts.Count];
        private readonly long[] outOfRange = new long[facts.Count];
        private readonly Interval[] accepted = [.. facts.All.Map(fact => fact.Accepted)];
        private long customers;

        public void Add(KnownFacts known, int[] places)
        {
            customers++;
            foreach (var place in places)
            {
                if (!known.TryGet(place, out var value))
                {
                    unknown[place]++;
                }
                else if (!accepted[place].Contains(value))
                {
                    outOfRange[place]++;
                }
            }
        }

        public FactGaps Done() => new(customers, new Arr<long>(unknown), new Arr<long>(outOfRange));
    }

    /// <summary>Decisions of a policy being counted.</summary>
    private sealed class Decisions(FactCatalogue facts)
    {
        private readonly long[] bearsOn = new long[facts.Count];
        private readonly long[] decides = new long[facts.Count];
        private long decided;
        private long open;
        private long notApplicable;

        public void Add(Inquiry inquiry) => _ = inquiry switch
        {
            Inquiry.Decided => decided++,
            Inquiry.NotApplicable => notApplicable++,
            Inquiry.Open(var questions) => Open(questions),
        };

        public OpenDecisions Done() => new(decided, open, notApplicable, new Arr<long>(bearsOn), new Arr<long>(decides));

        private long Open(Arr<Question> questions)
        {
            foreach (var question in questions)
            {
                var place = facts.PlaceOf(question.Fact);
                bearsOn[place]++;
                decides[place] += question.Decides ? 1 : 0;
            }

            return open++;
        }
    }
}
