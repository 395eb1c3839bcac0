namespace Kehu.Domain;

/// <summary>A cell of a transition matrix with the first of its customers, by id.</summary>
public sealed record SimulationCell(Transition Transition, Arr<string> First);

/// <summary>The transitions of the customers of an outlet.</summary>
public sealed record OutletTransitions(string Outlet, Arr<Transition> Transitions);

/// <summary>Some customers, the total assets known of them (in fen), of how many those are unknown, and the first of them by id.</summary>
public sealed record CustomerSum(int Customers, Int128 Assets, int Unvalued, Arr<string> First)
{
    /// <summary>The sum without names.</summary>
    public CountedSum Counted => new(Customers, Assets, Unvalued);
}

/// <summary>
/// A line of a policy and who stands close to it: customers of a kind whose reading is below <paramref name="Cut"/> or not, not far from it, and who would
/// be in another class if it lay across.
/// </summary>
public sealed record Cliff(CustomerKind Kind, Quantity Quantity, long Cut, CustomerSum Below, CustomerSum Above)
{
    /// <summary>The line in words: the quantity, and from where on the upper side begins.</summary>
    public Label Words => Quantity.Label + new Label(": ", "：") + Quantity.WordsWithin(new Interval(Cut, Quantity.Domain.High));
}

/// <summary>The lines of a candidate and who stands close to them, or how many lines there are where those are too many to be looked at.</summary>
public sealed record CliffReport(int Lines, Option<Arr<Cliff>> Cliffs);

/// <summary>Duties of a year and the minutes that they take of a role, by the classes that customers have and by those that they would have.</summary>
public sealed record RoleEffect(Role Role, Int128 DutiesBefore, Int128 DutiesAfter, Int128 MinutesBefore, Int128 MinutesAfter);

/// <summary>
/// What a change does to the work that a standard asks for. <paramref name="Unserved"/>: classes of the candidate that the standard does not name, whose
/// customers are owed nothing by it.
/// </summary>
public sealed record DutyEffect(StandardId Standard, Label Label, Arr<ClassCode> Unserved, Arr<RoleEffect> Roles);

/// <summary>
/// What the change of a policy would do to a portfolio; nothing stored changes. The name is a hash of all that the answer follows from, the portfolio the
/// content hash of the customers looked at. Cells are every pair of answers that some customer has, by kind and the policies' order; outlets by code, together
/// they are the whole. Duties are those of twelve whole months from that of the date on (none where the calendar ends before), by each standard that serves
/// one of the policies. Source: governance, Simulation.
/// </summary>
public sealed record Simulation(
    string Name,
    SimulatedPolicy Candidate,
    Option<SimulatedPolicy> Against,
    DateOnly AsOf,
    Option<UnitAsked> Unit,
    int First,
    int Within,
    string Portfolio,
    Arr<SimulationCell> Cells,
    Arr<OutletTransitions> Outlets,
    Option<DateRange> Months,
    Arr<DutyEffect> Duties,
    CliffReport Cliffs)
{
    /// <summary>Why there are no duties to tell, if there are none.</summary>
    public Option<Label> WithoutDuties =>
        Months.IsNone ? new Label("the calendar of festivals (1901 to 2100) does not hold the twelve months", "节日日历（1901 至 2100 年）未涵盖这十二个月")
        : Duties.IsEmpty ? new Label(
            "no service standard serves the policy, so no duties follow from its classes", "没有维护标准以该办法为依据，其类别不产生维护义务")
        : Option<Label>.None;

    /// <summary>Everybody looked at.</summary>
    public int Customers => Cells.Sum(cell => cell.Transition.Customers);

    /// <summary>Those to whom the change means something.</summary>
    public CustomerSum Moved
    {
        get
        {
            var moved = Cells.Map(cell => cell.Transition).Filter(transition => transition.Moves);
            return new CustomerSum(
                moved.Sum(one => one.Customers),
                moved.Fold((Int128)0, (sum, one) => sum + one.Assets),
                moved.Sum(one => one.Unvalued),
                Array<string>());
        }
    }

    /// <summary>Those whose class is open by the policy as it is.</summary>
    public int OpenBefore => Cells.Filter(cell => cell.Transition.Old is Placement.Open).Sum(cell => cell.Transition.Customers);

    /// <summary>Those whose class would be open.</summary>
    public int OpenAfter => Cells.Filter(cell => cell.Transition.New is Placement.Open).Sum(cell => cell.Transition.Customers);
}
