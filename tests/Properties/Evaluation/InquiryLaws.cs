using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using Outcome = Kehu.Domain.Outcome;

namespace Kehu.Properties.Evaluation;

/// <summary>What asking would bring, against trying every answer; and what is remembered of it, against asking anew.</summary>
public sealed class InquiryLaws
{
    private static readonly RuleBook Book = RuleBook.Of(ShippedPolicies.All).IfFail(_ => throw new InvalidOperationException("the shipped policies"));

    [Law(400)]
    public bool A_question_decides_where_every_answer_leaves_one_outcome(Trial trial)
    {
        var brute = BruteForce.Of(trial);
        return trial.Compiled.Inquire(trial.Kind, trial.Facts.Completed(), trial.AsOf) switch
        {
            Inquiry.Open(var questions) => brute.Possible.Count() > 1
                && questions.Map(question => (question.Fact.Name, question.Decides)).SequenceEqual(brute.Missing.Select(fact => (fact.Name, brute.Decides(fact)))),
            Inquiry.Decided(var place) => brute.Possible.SequenceEqual([place]),
            Inquiry.NotApplicable => brute.Possible.SequenceEqual([trial.Policy.Rungs.Count + 1]),
        };
    }

    /// <summary>The same customers, each forgetting other facts, asked twice in one pass that remembers nothing, little or all.</summary>
    [Law(300)]
    public Property What_is_remembered_is_what_is_found_anew() =>
        Law.ForAll(Forgetful, drawn =>
        {
            var (trial, policy) = (drawn.Trial, drawn.Trial.Compiled);
            var inquirer = new Inquirer(new Arr<CompiledPolicy>([policy]), drawn.Room);
            return drawn.Customers.Concat(drawn.Customers).All(customer => customer.Facts.Completed() is var facts
                && inquirer.Of(0, trial.Kind, facts, trial.AsOf).Equals(policy.Inquire(trial.Kind, facts, trial.AsOf))) && inquirer.Room >= 0;
        });

    /// <summary>The same customers decided as a batch without questions.</summary>
    [Law(300)]
    public Property What_a_batch_remembers_is_what_is_decided_anew() =>
        Law.ForAll(Forgetful, drawn =>
        {
            var (trial, policy) = (drawn.Trial, drawn.Trial.Compiled);
            var decider = new BatchDecider(_ => new Arr<CompiledPolicy>([policy]), trial.AsOf, drawn.Room);
            return drawn.Customers.Concat(drawn.Customers).All(customer => decider.Decide(customer, evidence: false).Decisions == new Arr<Decision>([customer.By(policy, trial.AsOf, ask: false)]));
        });

    /// <summary>Under the shipped policies, with all that earlier customers left behind, whatever their dates.</summary>
    [Law(400)]
    public Property What_is_remembered_of_other_customers_fits_the_next()
    {
        var inquirer = new Inquirer(Book.Policies, Inquirer.MostPatterns);
        return Law.ForAll(
            from kind in Generators.Kinds from drawn in Generators.Incomplete(kind, FactCatalogue.Shipped.Of(kind)) select drawn,
            drawn =>
            {
                var (customer, facts) = (drawn.Customer, drawn.Customer.Facts.Completed());
                return Enumerable.Range(0, Book.Policies.Count).All(place =>
                    inquirer.Of(place, customer.Kind, facts, drawn.AsOf).Equals(Book.Policies[place].Inquire(customer.Kind, facts, drawn.AsOf)));
            });
    }

    [Law(200)]
    public Property An_inquiry_says_what_the_decision_says() =>
        Law.ForAll(
            from kind in Generators.Kinds from drawn in Generators.Incomplete(kind, FactCatalogue.Shipped.Of(kind).Filter(fact => fact.Name != SharedFacts.ClosedOn.Name)) select drawn,
            drawn => Book.Policies.ForAll(policy => (drawn.Customer.By(policy, drawn.AsOf, ask: false).Outcome, policy.Inquire(drawn.Customer.Kind, drawn.Customer.Facts.Completed(), drawn.AsOf)) switch
            {
                (Outcome.Open(_, _, var missing, _), Inquiry.Open(var questions)) => missing.SequenceEqual(questions.Map(question => question.Fact)),
                (Outcome.Decided(_, var place), Inquiry.Decided(var at)) => place == at,
                (Outcome.NotApplicable, Inquiry.NotApplicable) => true,
                _ => false,
            }));

    private static Gen<(Trial Trial, Customer[] Customers, int Room)> Forgetful { get; } =
        from trial in Generators.KnownTrials.Generator
        from forgotten in Gen.Choose(0, (1 << 6) - 1).ArrayOf(8)
        from room in Gen.Elements(0, 2, 1_000)
        select (trial, forgotten.Select(mask => new Customer(
            trial.Kind, trial.Inputs.Where((_, at) => (mask >> at & 1) != 0).Aggregate(trial.Facts, (facts, fact) => facts.Without(fact)))).ToArray(), room);
}
