using LanguageExt;
using static Kehu.Api.Markup;
using static Kehu.Api.PageFrame;

namespace Kehu.Api;

/// <summary>A simulation as one page to be read, printed and put before whoever approves the change.</summary>
internal static class SimulationPage
{
    /// <summary>How many digits of a hash are printed at the head; the whole stands in the small print.</summary>
    private const int Digits = 12;

    public static string Write(Simulation simulation, Language language)
    {
        var ranked = simulation.Candidate.Ordering == Ordering.Ranked && simulation.Against.ForAll(against => against.Ordering == Ordering.Ranked);
        var label = simulation.Candidate.Label.In(language);
        var title = new Label($"Simulation: {simulation.Candidate.Label.En}", $"{simulation.Candidate.Label.Zh}：调整模拟").In(language);
        return Page(
            Tag("h1", language == Language.English ? new Markup[] { "Simulation: ", Foreign(label) } : [Foreign(label), "：调整模拟"]),
            title,
            About(simulation, language),
            [
                Tag("p", Sum(simulation).In(language)).Of("sum"),
                Tiles(simulation, language),
                .. Matrices(simulation, ranked, language),
                Section(new Label("Who moves", "变动客户"), language, SimulationTables.Moves(simulation, language)),
                Section(Year(simulation), language, SimulationTables.Duties(simulation, language)),
                Section(
                    new Label($"Close to a line: within {Within(simulation)} % of it", $"界限附近的客户：相差不超过 {Within(simulation)}%"),
                    language,
                    [Tag("p", Reading.In(language)).Of("note"), .. SimulationTables.Cliffs(simulation, language)]),
                Section(new Label("Outlets", "各网点"), language, SimulationTables.Outlets(simulation, ranked, language)),
                SmallPrint(simulation, language),
            ],
            language);
    }

    private static readonly Label Reading = new(
        "Customers whose known reading lies so close to a line of the candidate that decides their class: "
        + "with that reading on the other side and all else as it is, they would be in another class.",
        "已知数值接近候选办法的某条界限、且该界限决定其类别的客户：若该数值越过界限而其他情况不变，其类别即随之改变。");

    private static IEnumerable<(string, string)> About(Simulation simulation, Language language) =>
    [
        (new Label("Candidate", "候选办法").In(language), Named(simulation.Candidate, language)),
        (new Label("Against", "对比办法").In(language), simulation.Against.Match(
            Some: against => Named(against, language),
            None: () => new Label("none: the policy is new", "无：新办法").In(language))),
        (new Label("As of", "基准日").In(language), simulation.AsOf.Written()),
        .. simulation.Unit.Map(unit => (unit.Level.Heading().In(language), unit.Code)).AsEnumerable(),
        (new Label("Customers", "客户数").In(language), Decimals.Grouped(simulation.Customers, 0)),
    ];

    private static string Named(SimulatedPolicy policy, Language language) => policy.Version.Match(
        Some: version => new Label($"{policy.Id} version {version}", $"{policy.Id} 第 {version} 版").In(language),
        None: () => $"{policy.Id} {policy.Hash[..Digits]}");

    private static Label Sum(Simulation simulation)
    {
        var moved = simulation.Moved;
        return moved.Customers == 0
            ? new Label("No customer on file would be decided otherwise.", "没有在档客户的结论会发生变化。")
            : new Label(
                $"{Decimals.Grouped(moved.Customers, 0)} of {Decimals.Grouped(simulation.Customers, 0)} customers would be decided otherwise.",
                $"{Decimals.Grouped(simulation.Customers, 0)} 名客户中，{Decimals.Grouped(moved.Customers, 0)} 名的结论会发生变化。");
    }

    private static Element Tiles(Simulation simulation, Language language)
    {
        var moved = simulation.Moved;
        var minutes = simulation.Duties.Bind(effect => effect.Roles).Fold((Int128)0, (sum, role) => sum + role.MinutesAfter - role.MinutesBefore);
        return Tag(
            "dl",
            Tile(new Label("customers who move", "变动客户"), Decimals.Grouped(moved.Customers, 0), Label.Same(""), language),
            Tile(
                new Label("their assets, 10 000 yuan", "变动客户总资产（万元）"),
                SimulationTables.Wan(moved.Assets),
                moved.Unvalued == 0 ? Label.Same("") : new Label($"of {moved.Unvalued} unknown", $"其中 {moved.Unvalued} 名资产未知"),
                language),
            Tile(
                new Label("open classes", "待定客户"),
                $"{Decimals.Grouped(simulation.OpenBefore, 0)} → {Decimals.Grouped(simulation.OpenAfter, 0)}",
                new Label("before → after", "调整前 → 调整后"),
                language),
            Tile(
                new Label("hours of work a year", "年维护工时（小时）"),
                simulation.Duties.IsEmpty ? "–" : (minutes > 0 ? "+" : "") + Decimals.Grouped(minutes / 6, 1),
                simulation.Duties.IsEmpty ? new Label("no standard", "无相应标准") : new Label("after less before", "调整后减调整前"),
                language)).Of("tiles");
    }

    private static Element Tile(Label name, string value, Label small, Language language) => Tag(
        "div",
        Tag("dt", name.In(language)),
        Tag("dd", value),
        Tag("dd", small.In(language)).Of("small")).Of("tile");

    private static IEnumerable<Markup> Matrices(Simulation simulation, bool ranked, Language language) =>
        simulation.Cells.Map(cell => cell.Transition).GroupBy(transition => transition.Kind).Select(kind => Section(
            new Label("Before and after: ", "调整前后：") + kind.Key.Label(),
            language,
            Tag("figure", SimulationMatrix.Of(kind.Key, new Arr<Transition>(kind.ToArray()), ranked, language)).Of("chart"),
            Tag("p", Colours(ranked).In(language)).Of("note")));

    private static Label Colours(bool ranked) => ranked
        ? new Label(
            "Blue with ↑: to a higher class; orange with ↓: to a lower one; violet: to or from no class; grey: as it was. "
            + "The darker, the larger the share of the row.",
            "蓝色（↑）为升级，橙色（↓）为降级，紫色为进入或离开无类别状态，灰色为不变；颜色越深，占该行的比例越大。")
        : new Label("Violet: another answer; grey: as it was. The darker, the larger the share of the row.", "紫色为结论变化，灰色为不变；颜色越深，占该行的比例越大。");

    private static Label Year(Simulation simulation) => simulation.Months.Match(
        Some: months => new Label($"Duties and hours, {months.From:yyyy-MM} to {months.To:yyyy-MM}", $"义务与工时（{months.From:yyyy-MM} 至 {months.To:yyyy-MM}）"),
        None: () => new Label("Duties and hours", "义务与工时"));

    private static string Within(Simulation simulation) => Decimals.Plain(simulation.Within, 2);

    private static Element SmallPrint(Simulation simulation, Language language) => Section(
        new Label("What this was made of", "依据"),
        language,
        Tag("dl", [
            .. Hash(new Label("Name of this simulation", "本次模拟的名称"), simulation.Name, language),
            .. Hash(new Label("Content hash of the candidate", "候选办法的内容哈希"), simulation.Candidate.Hash, language),
            .. simulation.Against
                .Map(against => Hash(new Label("Content hash of the policy it is held against", "对比办法的内容哈希"), against.Hash, language))
                .IfNone([]),
            .. Hash(new Label("Content hash of the customers", "客户数据的内容哈希"), simulation.Portfolio, language),
        ]),
        Tag("p", new Label(
            "Customers are decided on the date above from the record that held then; nothing stored changes. "
            + "Duties are those of full service over twelve whole months, by the classes that customers have and would have; "
            + "amounts in 10 000 yuan are cut off after two decimals, hours after one.",
            "客户按上述日期有效的记录判定，不改动任何存储数据。义务按十二个整月的全部服务计算，分别依据现有类别与调整后类别；金额单位为万元，保留两位小数（截尾），工时保留一位小数（截尾）。").In(language))).Of("small-print");

    private static Markup[] Hash(Label name, string hash, Language language) => [Tag("dt", name.In(language)), Tag("dd", Foreign(hash))];
}
