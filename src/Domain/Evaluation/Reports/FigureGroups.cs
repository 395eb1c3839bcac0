namespace Kehu.Domain;

/// <summary>A group with its figures: a unit, a manager, a class or a period; and the days they are about.</summary>
public sealed record FigureGroup(GroupedBy By, Option<string> Code, Option<string> Name, EvaluatedDays Days, Arr<Figure> Figures)
{
    /// <summary>A group as it is answered: its code is the value of the member that is named by what is grouped by.</summary>
    public static Contract<FigureGroup> Contract { get; } = Answered<FigureGroup>.Object(
        "A group, by its code under the name of what was asked for: null for those without a manager or a class or with assets unknown, and for all "
        + "outlets that are not in the register of units or have no sub-branch or branch above them there.",
        [
            .. Enum.GetValues<GroupedBy>().Where(by => by != GroupedBy.Nothing).Select(by => Answered<FigureGroup>.Optional(
                by.Member(), new Form.OrNull<string>(Forms.Plain), group => group.By == by ? Some(group.Code) : None)),
            Answered<FigureGroup>.Optional("name", Forms.Plain, group => group.Name),
            Answered<FigureGroup>.Always("figures", Forms.List(Figure.Contract), group => group.Figures),
        ]);
}

/// <summary>Figures of an indicator over a period in groups; <paramref name="Names"/>: those of whom was asked for.</summary>
public sealed record FigureGroups(
    Indicator Indicator, EvaluatedDays Days, UnitScope Whose, ScopeNames Names, GroupedBy By, PolicyId Policy, Arr<Figure> Whole, Arr<FigureGroup> Groups)
{
    /// <summary>What stands beside the groups, as it is answered.</summary>
    public static Contract<Counted<FigureGroups>> Beside { get; } = Counted<FigureGroups>.About(
        "The figures of all together, and of each group, named by outlet, subBranch, branch, manager, layer, class, month or quarter.",
        Array<Field<FigureGroups>>(
            Answered<FigureGroups>.Always("indicator", Forms.Plain, groups => groups.Indicator.Id),
            Answered<FigureGroups>.Always("label", Forms.Words, groups => groups.Indicator.Label)),
        groups => groups.Days,
        [
            .. UnitAsked.Told<FigureGroups>(groups => groups.Whose.Unit),
            Answered<FigureGroups>.Optional("manager", Forms.Plain, groups => groups.Whose.Manager),
            .. ScopeNames.Told<FigureGroups>(groups => groups.Names),
            Answered<FigureGroups>.Always("by", Forms.One<GroupedBy>(GroupsBy.Code), groups => groups.By),
            Answered<FigureGroups>.Optional(
                "citation", Citations.InWords, groups => groups.By == GroupedBy.Layer ? Some(AnsweringLayers.Citation) : None) with
            { Says = "Where the lines between layers come from, with by=layer." },
            Answered<FigureGroups>.Always("policy", Forms.Plain, groups => groups.Policy.Value),
            Answered<FigureGroups>.Always("figures", Forms.List(Figure.Contract), groups => groups.Whole),
        ]);

    /// <summary>
    /// The figures of an indicator over the first period counted. Groups that are periods are the ones counted after the first; units and people have the names
    /// that the registers give them.
    /// </summary>
    public static FigureGroups Of(
        Evaluated evaluated, Indicator indicator, UnitScope whose, GroupedBy by, Organisation bank, Language language)
    {
        var (whole, classes) = (evaluated.Periods[0].Days, evaluated.Book.Basis.GroupedBy.Policy);
        return new FigureGroups(indicator, whole, whose, ScopeNames.Of(bank, whose), by, classes.Id, evaluated.Whole(0).Figures, by.Grouping().Match(
            Some: grouping => evaluated.By(0, grouping, bank.Units)
                .Map(unit => new FigureGroup(by, unit.Unit, unit.Unit.Bind(code => bank.NameOf(grouping, code, classes, language)), whole, unit.Figures)),
            None: () => new Arr<FigureGroup>(Enumerable.Range(1, evaluated.Periods.Count - 1).Select(part =>
                new FigureGroup(by, evaluated.Periods[part].Days.Name, None, evaluated.Periods[part].Days, evaluated.Whole(part).Figures)))));
    }

    /// <summary>The rows of its table: the whole, then the groups.</summary>
    public IEnumerable<FigureRow> Rows() => FigureRow.Of(Days, Whose, Names, Whole)
        .Concat(Groups.SelectMany(group => FigureRow.Of(group.Days, group.By.Code(), group.Code, group.Name, group.Figures)));
}
