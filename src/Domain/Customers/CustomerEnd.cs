namespace Kehu.Domain;

/// <summary>What ends a customer's relationship, or restricts what is done with it. Source: governance, personal data.</summary>
/// <param name="On">The day on which the relationship ends.</param>
/// <param name="Reason">Why.</param>
/// <param name="Restrict">True where nothing is to be sent from now on.</param>
public sealed record CustomerEnd(Option<DateOnly> On, string Reason, bool Restrict)
{
    /// <summary>How many days ahead a relationship may end (house).</summary>
    public const int MostDaysAhead = 31;

    private static readonly Field<CustomerEnd, DateOnly> OfDay = Fields<CustomerEnd>.Optional(
        "on", Forms.Day, end => end.On, (end, day) => end with { On = day }) with
    { Says = "The day on which the relationship ends." };

    /// <summary>What is sent.</summary>
    public static Contract<CustomerEnd> Contract { get; } = new(
        "That a relationship ends, or that nothing is sent any more, or both.",
        new CustomerEnd(None, "", Restrict: false),
        OfDay,
        Fields<CustomerEnd>.Needed("reason", CustomerRecord.Text, end => end.Reason, (end, reason) => end with { Reason = reason }) with
        { IsPersonal = true },
        Fields<CustomerEnd>.Optional("restrict", Forms.Flag, end => end.Restrict ? Some(true) : None, (end, flag) => end with { Restrict = flag }) with
        { Says = "True where nothing is to be sent from now on; false does not lift what is set." })
    {
        Name = "CustomerEnd",
    };

    /// <summary>What is wrong with it on a day, all at once.</summary>
    /// <param name="first">The date of the customer's first record.</param>
    /// <param name="today">The day.</param>
    public Seq<Fault> Faults(DateOnly first, DateOnly today) =>
        (On.IsNone && !Restrict
            ? Seq1(Fault.At("", "end.nothing", "say on which day the relationship ends, or restrict: true, or both", "请写关系终止日 on，或 restrict: true，或两者"))
            : Seq<Fault>())
        + On.Filter(day => day < first).Map(_ => OfDay.Fault(
            "end.before-first", $"the first record of the customer is of {Written(first)}; the relationship does not end before it",
            $"客户的首份档案日期为 {Written(first)}，关系终止日不得早于该日")).ToSeq()
        + On.Filter(day => day > today.AddDays(MostDaysAhead)).Map(_ => OfDay.Fault(
            "end.too-far", $"at most {MostDaysAhead} days ahead; call again when it is nearer",
            $"最多提前 {MostDaysAhead} 天；请届时再提交")).ToSeq();

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>How a customer stands after it: the day on which the relationship ends, and the restriction in force.</summary>
public sealed record EndedCustomer(string Customer, Option<DateOnly> ClosedOn, Option<CustomerRestriction> Restriction)
{
    /// <summary>The answer.</summary>
    public static Contract<EndedCustomer> Contract { get; } = Answered<EndedCustomer>.Object(
        "How the customer stands: the day on which the relationship ends, and the restriction in force.",
        Answered<EndedCustomer>.Always("customer", Forms.CustomerId, one => one.Customer),
        Answered<EndedCustomer>.Optional("closedOn", Forms.Day, one => one.ClosedOn),
        Answered<EndedCustomer>.Optional("restriction", CustomerRestriction.Contract, one => one.Restriction)) with
    {
        Name = "EndedCustomer",
    };
}
