using System.Globalization;
using LanguageExt;

namespace Kehu.Api;

/// <summary>Whose surveys are wanted, and which of them; nothing named: all.</summary>
internal sealed record SurveyQuery(string? Outlet, string? Manager, Option<Satisfaction> Answer, Option<bool> Commented, DateOnly? From, DateOnly? To)
{
    /// <summary>Whether the customer of a record is among those whose surveys are wanted.</summary>
    public bool IsOf(CustomerRecord record) => (Outlet is null || record.Outlet == Outlet) && (Manager is null || record.Manager == Prelude.Some(Manager));

    /// <summary>Whether a survey is wanted.</summary>
    public bool Wants(Survey survey) =>
        (Answer.IsNone || survey.Answer == Answer)
        && Commented.ForAll(commented => survey.Comment.IsSome == commented)
        && (From is null || survey.Date >= From)
        && (To is null || survey.Date <= To);
}

/// <summary>A customer's survey.</summary>
internal sealed record CustomerSurvey(string Customer, Survey Survey)
{
    /// <summary>Where it stands in a list: by customer, then by date and id. A space sorts before all that an id may hold.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Customer} {Survey.Date:yyyy-MM-dd} {Survey.Id}");
}

/// <summary>What the customers of an outlet or a manager said, customer by customer.</summary>
internal sealed class SurveyArchive(CustomerStore store, FactCatalogue facts)
{
    /// <summary>At most so many surveys after a key, in the order of keys, and the key after which the rest comes.</summary>
    public ValueTask<(IReadOnlyList<CustomerSurvey> Shown, string? Next)> Page(
        AccessScope sees, SurveyQuery query, string? after, int limit, CancellationToken ct) => store.Within(sees).Walk(
            query.Outlet, query.Manager, _ => CustomerParts.Surveys, after, limit, customer => Surveys(customer, query), survey => survey.Key, ct);

    private IEnumerable<CustomerSurvey> Surveys(CustomerRows customer, SurveyQuery query)
    {
        var wanted = EventTables.Surveys.All(customer.Surveys).Where(query.Wants).Select(survey => new CustomerSurvey(customer.Id, survey)).ToList();
        return wanted.Count > 0 && customer.Held is { IsWithdrawn: false } held && query.IsOf(held.Record(facts)) ? wanted : [];
    }
}
