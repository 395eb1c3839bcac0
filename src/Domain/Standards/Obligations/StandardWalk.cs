namespace Kehu.Domain;

/// <summary>A house number where it stands: its name, the value there, what it measures, why it was set so, and the obligation.</summary>
internal sealed record HouseNumber(string Name, StandardValue Value, StandardMeasure Measure, Label Reason, Option<StandardPlace> Place);

/// <summary>
/// One walk over the house numbers of a standard, for reading and for setting alike: every one is shown and takes the value that comes back,
/// which its measure admits. A citation names the number; the rhythm of the obligation says which of its numbers is meant.
/// </summary>
internal sealed class StandardWalk(Func<HouseNumber, StandardValue> put)
{
    /// <summary>The setting that no obligation cites.</summary>
    public const string GreetingsCount = "greeting-counts-as-contact";

    private static readonly Label GreetingsCountReason = new("whether a greeting is also one of the active contacts, if its channel fits", "渠道相符的问候是否亦计入主动联络");

    /// <summary>Every house number of a standard, in the order of the text.</summary>
    public static IReadOnlyList<HouseNumber> NumbersOf(Standard standard)
    {
        var numbers = new List<HouseNumber>();
        _ = new StandardWalk(number =>
        {
            numbers.Add(number);
            return number.Value;
        }).Over(standard);
        return numbers;
    }

    /// <summary>The standard with what came back for every house number.</summary>
    public Standard Over(Standard standard)
    {
        var counting = standard.Counting;
        var classes = new Arr<ClassCare>(standard.Classes
            .Select(care => care with
            {
                Obligations = new Arr<Obligation>(care.Obligations.Select(owed => Over(owed, care.Class, standard.Counting, ref counting)).ToArray()),
            })
            .ToArray());
        return standard with { Classes = classes, Counting = Counts(standard) ? Over(counting, standard) : counting };
    }

    private static bool Counts(Standard standard) => standard.Classes.Exists(care =>
        care.Obligations.Exists(owed => owed is Obligation.Greeting) && care.Obligations.Exists(owed => owed is Obligation.ActiveContact));

    private Counting Over(Counting counting, Standard standard)
    {
        var counts = new StandardValue.Flag(standard.Counting.GreetingCountsAsContact);
        return put(new HouseNumber(GreetingsCount, counts, StandardMeasure.YesOrNo, GreetingsCountReason, None)) is StandardValue.Flag(var on)
            ? counting with { GreetingCountsAsContact = on }
            : counting;
    }

    private Obligation Over(Obligation obligation, ClassCode code, Counting before, ref Counting counting)
    {
        var at = obligation;
        foreach (var citation in obligation.Terms.Citations)
        {
            if (citation is Citation.House(var reason, { Case: string name })
                && Number(at, before) is { Case: ValueTuple<long, StandardMeasure>(var shipped, var measure) }
                && put(new HouseNumber(name, new StandardValue.Whole(shipped), measure, reason, new StandardPlace(code, obligation.Code)))
                    is StandardValue.Whole(var number)
                && number != shipped)
            {
                var terms = at.Terms with { Citations = at.Terms.Citations.Map(one => one == citation ? InPlaceOf(name, shipped) : one) };
                counting = at.Rhythm is Rhythm.OnOccasions ? counting with { GreetingDays = (int)number } : counting;
                at = With(at, (int)number, terms);
            }
        }

        return at;
    }

    /// <summary>A reason that speaks of the shipped number would no longer be true.</summary>
    private static Citation InPlaceOf(string name, long shipped) => Citation.Set(name, $"set by the bank in place of {shipped}", $"由本行自定，原为 {shipped}");

    /// <summary>The number of an obligation that a bank may set, and what it measures.</summary>
    private static Option<(long Number, StandardMeasure Measure)> Number(Obligation obligation, Counting counting) =>
        obligation is Obligation.ResponseTime(var hours, _)
            ? (hours, StandardMeasure.WorkingHours)
            : obligation.Rhythm switch
            {
                Rhythm.Counted(var frequency) => (frequency.Times, StandardMeasures.TimesPer(frequency.Per)),
                Rhythm.OnOccasions => (counting.GreetingDays, StandardMeasure.Days),
                Rhythm.State(var workingDays) => workingDays.Map(days => ((long)days, StandardMeasure.WorkingDays)),
                Rhythm.Standing => None,
            };

    private static Obligation With(Obligation obligation, int number, Terms terms) => obligation switch
    {
        Obligation.ActiveContact(var frequency, _) => new Obligation.ActiveContact(frequency with { Times = number }, terms),
        Obligation.Greeting(var occasions, _) => new Obligation.Greeting(occasions, terms),
        Obligation.Gift(var frequency, _) => new Obligation.Gift(frequency with { Times = number }, terms),
        Obligation.BirthdayGift => new Obligation.BirthdayGift(terms),
        Obligation.EventInvitation(var frequency, var levels, _) => new Obligation.EventInvitation(frequency with { Times = number }, levels, terms),
        Obligation.SeniorVisit(var frequency, _) => new Obligation.SeniorVisit(frequency with { Times = number }, terms),
        Obligation.ProductMessage(var frequency, _) => new Obligation.ProductMessage(frequency with { Times = number }, terms),
        Obligation.Dossier(var fields, _, _) => new Obligation.Dossier(fields, number, terms),
        Obligation.Survey(var frequency, _) => new Obligation.Survey(frequency with { Times = number }, terms),
        Obligation.MarketInformation(var frequency, _) => new Obligation.MarketInformation(frequency with { Times = number }, terms),
        Obligation.Promotion(var frequency, _) => new Obligation.Promotion(frequency with { Times = number }, terms),
        Obligation.OneToOne(var frequency, _) => new Obligation.OneToOne(frequency with { Times = number }, terms),
        Obligation.TailoredPlan(var frequency, var tailoring, _) => new Obligation.TailoredPlan(frequency with { Times = number }, tailoring, terms),
        Obligation.Revisit(var frequency, _) => new Obligation.Revisit(frequency with { Times = number }, terms),
        Obligation.ResponseTime => new Obligation.ResponseTime(number, terms),
        Obligation.ProductCoverage or Obligation.OwnerRole => obligation,
    };
}
