using Kehu.Api.Contracts;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Endpoints;

/// <summary>How the decisions of one customer are shown: with evidence where it is wanted, in one language.</summary>
internal static class Evidencing
{
    public static Func<Decision, DecisionView> View(Customer customer, DateOnly asOf, Language language, bool evidence)
    {
        if (!evidence)
        {
            return Plain(language);
        }

        var facts = customer.Facts.Completed();
        return decision => new DecisionView(
            language, decision.By.Evidence(customer.Kind, facts, asOf, decision.Outcome));
    }

    private static Func<Decision, DecisionView> Plain(Language language) => language switch
    {
        Language.English => English,
        Language.Chinese => Chinese,
    };

    private static readonly Func<Decision, DecisionView> English = _ => new DecisionView(Language.English, Option<EvidenceLines>.None);

    private static readonly Func<Decision, DecisionView> Chinese = _ => new DecisionView(Language.Chinese, Option<EvidenceLines>.None);
}
