namespace Kehu.Domain;

/// <summary>
/// The classes a customer has been in, from the records on file: decided on the date of each, and in force until another record decides
/// otherwise. A record that leaves the decision open changes nothing; one to which the policy does not apply ends the class.
/// Source: governance, The class in force (without overrides, reviews and grace, which are not there yet).
/// </summary>
public static class ClassInForce
{
    /// <summary>
    /// What a standard's policy makes of the snapshots, one a date, in order of dates. Of consents it is what these records say; the log, where there is
    /// one, is put in their place (<see cref="ServiceStanding.With(ConsentLog)"/>).
    /// </summary>
    public static Served Under(this Arr<CustomerRecord> snapshots, CompiledPolicy policy) => new(
        Stay.Following(Decisions(snapshots, policy)),
        snapshots.LastOrNone().Bind(last => last.Facts.Find(PersonalFacts.BirthDate)).Map(day => DateOnly.FromDayNumber((int)day)),
        snapshots.FileOpenedOn(),
        snapshots.Consents().Wishes);

    /// <summary>What was on file and held, by date.</summary>
    public static Arr<Holding> Holdings(this Arr<CustomerRecord> snapshots) => Changing(
        snapshots.Map(record => new Holding(record.AsOf, record.Filed(), record.Facts.Products())),
        (one, next) => one.File == next.File && one.Products == next.Products);

    /// <summary>The items that are not as the one before: records come daily, and seldom change anything.</summary>
    private static Arr<T> Changing<T>(Arr<T> items, Func<T, T, bool> same) => new(items.Where((item, at) => at == 0 || !same(items[at - 1], item)));

    private static Option<Arr<string>> Products(this KnownFacts facts) => facts.Find(SharedFacts.Products).Map(held =>
        new Arr<string>(facts.Catalogue.Products.Options.Where((_, place) => (held >> place & 1) == 1).Select(product => product.Code)));

    /// <summary>The class in force on a day and since when; none where there is none.</summary>
    public static Option<Stay> On(this Served served, DateOnly day) => served.Stays.Find(stay => stay.Days.Exists(days => days.Contains(day)));

    /// <summary>
    /// Record by record: an announced closing holds unless a later record comes before its day, and one that lies back undoes what was
    /// decided since.
    /// </summary>
    private static List<(DateOnly On, Option<ClassCode> Class)> Decisions(Arr<CustomerRecord> snapshots, CompiledPolicy policy)
    {
        var decisions = new List<(DateOnly On, Option<ClassCode> Class)>();
        foreach (var record in snapshots)
        {
            var closed = record.Facts.Find(SharedFacts.ClosedOn).Map(day => DateOnly.FromDayNumber((int)day));
            var until = closed.Filter(day => day <= record.DecidedOn).IfNone(record.DecidedOn.AddDays(1));
            decisions.RemoveAll(decision => decision.On >= until);
            decisions.AddRange(closed.Exists(day => day <= record.DecidedOn)
                ? []
                : record.Decided(policy).Map(code => (record.DecidedOn, code)).AsEnumerable());
            decisions.AddRange(closed.Map(day => (day, Option<ClassCode>.None)).AsEnumerable());
        }

        return decisions;
    }

    /// <summary>The class, none where the policy does not apply; nothing at all where the decision is open.</summary>
    private static Option<Option<ClassCode>> Decided(this CustomerRecord record, CompiledPolicy policy) =>
        record.Customer.By(policy, record.DecidedOn, ask: false).Outcome switch
        {
            Outcome.Decided(var assigned, _) => Some(Some(assigned.Code)),
            Outcome.NotApplicable => Some(Option<ClassCode>.None),
            Outcome.Open => None,
        };
}
