using FsCheck.Fluent;
using LanguageExt;
using Xunit;
using static Kehu.Properties.Simulations.SimulationGenerators;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Simulations;

/// <summary>A simulation is what deciding every customer twice comes to.</summary>
public sealed class SimulationLaws
{
    [Law]
    public Property Every_cell_is_what_deciding_one_by_one_gives() =>
        Law.ForAll(Questions(14), asked =>
        {
            var (question, customers) = asked;
            var looked = Looked(question, customers);
            var expected = new PolicyChange(question.Candidate.Policy.Id, question.Against, question.Candidate).Over(looked.Map(customer => customer.Customer), question.AsOf);
            var told = question.Answer(customers.Blocks(5));
            return told.Cells.Map(cell => Plain(cell.Transition)) == expected.Map(Plain)
                && told.Customers == looked.Count
                && told.Cells.ForAll(cell => cell.First == new Arr<string>(looked.Filter(customer => Answers(question, customer) == (cell.Transition.Kind, cell.Transition.Old.Code, cell.Transition.New.Code))
                    .Map(customer => customer.Id).Order(StringComparer.Ordinal).Take(question.First)));
        });

    [Law]
    public Property Rows_and_columns_add_up_to_the_customers_of_each_answer() =>
        Law.ForAll(Questions(14), asked =>
        {
            var (question, customers) = asked;
            var (looked, told) = (Looked(question, customers), question.Answer(customers.Blocks(4)));
            return looked.GroupBy(customer => Answers(question, customer).Old).All(row => told.Cells.Filter(cell => cell.Transition.Old.Code == row.Key).Sum(cell => cell.Transition.Customers) == row.Count())
                && looked.GroupBy(customer => Answers(question, customer).New).All(column => told.Cells.Filter(cell => cell.Transition.New.Code == column.Key).Sum(cell => cell.Transition.Customers) == column.Count())
                && told.OpenBefore == looked.Count(customer => Answers(question, customer).Old == "(open)")
                && told.OpenAfter == looked.Count(customer => Answers(question, customer).New == "(open)");
        });

    [Law]
    public Property A_policy_against_itself_moves_nobody() =>
        Law.ForAll(Questions(14), asked =>
        {
            var question = asked.Question with { Against = asked.Question.Candidate };
            var told = question.Answer(asked.Customers.Blocks());
            return told.Moved.Customers == 0 && told.Cells.ForAll(cell => cell.Transition.Old == cell.Transition.New) && told.OpenBefore == told.OpenAfter
                && told.Duties.ForAll(effect => effect.Roles.ForAll(role => role.DutiesBefore == role.DutiesAfter && role.MinutesBefore == role.MinutesAfter));
        });

    [Law]
    public Property The_outlets_are_the_whole() =>
        Law.ForAll(Questions(14), asked =>
        {
            var (question, customers) = (asked.Question with { Outlets = None }, asked.Customers);
            var told = question.Answer(customers.Blocks(4));
            var sums = told.Outlets.Bind(outlet => outlet.Transitions).GroupBy(one => Plain(one with { Customers = 0, Assets = 0, Unvalued = 0 }))
                .Select(same => (same.Key.Kind, same.Key.Old, same.Key.New, same.Sum(one => one.Customers), same.Aggregate((Int128)0, (sum, one) => sum + one.Assets), same.Sum(one => one.Unvalued)));
            return sums.ToHashSet().SetEquals(told.Cells.Map(cell => Plain(cell.Transition)))
                && told.Outlets.ForAll(outlet => (question with { Outlets = UnitsAskedFor.Outlet(outlet.Outlet) }).Answer(customers.Blocks()).Cells.Map(cell => Plain(cell.Transition)) == outlet.Transitions.Map(Plain));
        });

    [Law]
    public Property Parts_in_any_order_come_to_the_same() =>
        Law.ForAll(
            from asked in Questions(14)
            from most in Gen.Choose(1, 4)
            from parts in Gen.Choose(1, 3)
            from seed in Gen.Choose(0, 1_000)
            select (asked.Question, asked.Customers, most, parts, seed),
            drawn =>
            {
                var blocks = drawn.Customers.Blocks(drawn.most).ToArray();
                return drawn.Question.CountedApart(blocks, drawn.parts, drawn.seed).Done(Portfolio.Of(FactCatalogue.Shipped, blocks).Hash) == drawn.Question.Answer(drawn.Customers.Blocks());
            });

    [Law]
    public Property What_is_stored_is_what_is_read() =>
        Law.ForAll(Questions(9), asked => asked.Question.Answer(asked.Customers.Blocks()) is var told && SimulationBody.Read(SimulationBody.Write(told), FactCatalogue.Shipped) == told);

    [Law]
    public Property The_name_changes_with_whatever_is_asked_and_whoever_is_looked_at() =>
        Law.ForAll(Questions(6), asked =>
        {
            var (question, hash) = (asked.Question, PortfolioHash.Zero);
            SimulationQuestion[] others =
            [
                question with { AsOf = question.AsOf.AddDays(1) },
                question with { First = question.First + 1 },
                question with { Within = question.Within + 1 },
                question with { Outlets = UnitsAskedFor.Outlet("0") },
                question with { Outlets = UnitsAskedFor.Under("0") },
                question with { Outlets = UnitsAskedFor.Under("0", "1") },
                question with { Candidate = question.Candidate with { Hash = "0" } },
                question with { Against = None },
                question with { Against = question.Candidate with { Hash = "0" } },
                question with { Standards = ServiceBook.All.Take(1).Select(StandardPage.Written).ToArr() },
            ];
            var name = question.NameOver(hash);
            return name.Length == 64
                && others.Where(other => other != question).All(other => other.NameOver(hash) != name)
                && asked.Customers.ForAll(customer => question.NameOver(PortfolioHash.Of(customer)) != name);
        });

    [Law]
    public Property Duties_are_those_of_every_customer_added_up() =>
        Law.ForAll(Questions(10), asked =>
        {
            var (question, customers) = asked;
            var told = question.Answer(customers.Blocks());
            var year = told.Months.IfNone(() => throw new InvalidOperationException("a year of the calendar"));
            var months = Period.Meeting(PeriodLength.Month, year.From, year.To);
            return told.Duties.Count == question.Standards.Count && question.Standards.Zip(told.Duties).All(both =>
            {
                var (standard, effect) = (both.Item1.Standard, both.Item2);
                Int128 Minutes(Option<CompiledPolicy> policy, Role role, Func<Obligation, int> minutes) => policy.Filter(one => one.Policy.Id == standard.Policy).Match(
                    Some: one => Looked(question, customers).Bind(customer => Owed(standard, one, customer, question.AsOf, months, minutes)).Filter(need => need.Role == role).Fold((Int128)0, (sum, need) => sum + need.Seconds),
                    None: () => (Int128)0) / 60;
                return effect.Standard == standard.Id && Enum.GetValues<Role>().All(role =>
                {
                    var found = effect.Roles.Find(one => one.Role == role).IfNone(new RoleEffect(role, 0, 0, 0, 0));
                    return found == new RoleEffect(
                        role,
                        Minutes(question.Against, role, _ => 1),
                        Minutes(question.Candidate, role, _ => 1),
                        Minutes(question.Against, role, owed => Effort.Usual(owed).Minutes),
                        Minutes(question.Candidate, role, owed => Effort.Usual(owed).Minutes));
                });
            });
        });

    [Xunit.Fact]
    public void Over_a_calendar_year_duties_are_those_of_full_service()
    {
        var policy = Book.Find("personal-asset-tier").IfNone(() => throw new InvalidOperationException("shipped"));
        var standard = ServiceBook.Find("personal-asset-service").IfNone(() => throw new InvalidOperationException("shipped"));
        var day = new DateOnly(2027, 1, 15);
        foreach (var (one, place) in policy.Policy.Classes.Select((one, place) => (one, place)))
        {
            var assets = Enumerable.Range(0, 2_000).Select(at => at * 10_000L * 100).First(fen => Rich(fen).Customer.By(policy, day, ask: false).Outcome is Outcome.Decided(_, var at) && at == place);
            var told = new SimulationQuestion(policy, policy, day, None, 0, 0, Array(standard.Written())).Answer(new[] { Rich(assets) }.Blocks());
            Assert.Equal(
                standard.MinutesAYear(one.Code, owed => Effort.Usual(owed).Minutes).Map(role => (role.Role, (Int128)role.MinutesAYear)),
                told.Duties[0].Roles.Map(role => (role.Role, role.MinutesAfter)));
        }

        PortfolioCustomer Rich(long fen) => new("P-1", day, "A", new Customer(CustomerKind.Personal, FactCatalogue.Shipped.NothingKnown.With(SharedFacts.TotalAssets, fen)));
    }

    [Xunit.Fact]
    public void Outside_the_calendar_and_without_a_standard_there_are_no_duties()
    {
        var (served, unserved) = (Book.Policies.Find(one => one.Policy.Id.Value == "personal-asset-tier"), Book.Policies.Find(one => one.Policy.Id.Value == "personal-gender"));
        Simulation Told(Option<CompiledPolicy> policy, DateOnly day) => policy.Map(one => new SimulationQuestion(one, one, day, None, 0, 0, Array<WrittenStandard>()).ServedBy(ServiceBook.All.Map(StandardPage.Written)).Answer([]))
            .IfNone(() => throw new InvalidOperationException("shipped"));
        Assert.True(Told(served, new DateOnly(2100, 1, 1)).Duties.Count > 0);
        Assert.True(Told(served, new DateOnly(2100, 2, 1)) is { Months.IsNone: true, Duties.IsEmpty: true });
        Assert.True(Told(served, new DateOnly(1900, 12, 31)).Duties.IsEmpty);
        Assert.True(Told(unserved, new DateOnly(2026, 1, 1)) is { Months.IsSome: true, Duties.IsEmpty: true });
    }

    private static Arr<WorkNeed> Owed(Standard standard, CompiledPolicy policy, PortfolioCustomer customer, DateOnly day, Arr<Period> months, Func<Obligation, int> minutes) =>
        customer.Customer.By(policy, day, ask: false).Outcome is Outcome.Decided(var assigned, _)
            ? standard.Needs(CustomerTally.Of(new TallyKey("", assigned.Code, customer.Customer.Facts.Find(PersonalFacts.BirthDate).Map(born => DateOnly.FromDayNumber((int)born).Month)), 1), months, minutes)
            : Array<WorkNeed>();

    /// <summary>The customers that a question is about.</summary>
    private static Arr<PortfolioCustomer> Looked(SimulationQuestion question, Arr<PortfolioCustomer> customers) => customers.Filter(customer =>
        question.Outlets.Means(customer.Outlet)
        && (question.Candidate.IsFor(customer.Customer.Kind) || question.Against.Exists(policy => policy.IsFor(customer.Customer.Kind))));

    private static (CustomerKind Kind, string Old, string New) Answers(SimulationQuestion question, PortfolioCustomer customer) =>
        (customer.Customer.Kind, question.Against.Map(policy => Word(policy, customer, question.AsOf)).IfNone("(no policy)"), Word(question.Candidate, customer, question.AsOf));

    private static (CustomerKind Kind, string Old, string New, int Customers, Int128 Assets, int Unvalued) Plain(Transition one) =>
        (one.Kind, one.Old.Code, one.New.Code, one.Customers, one.Assets, one.Unvalued);
}
