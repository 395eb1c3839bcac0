namespace Kehu.Domain;

/// <summary>What a customer is asked to agree to, each by itself. Source: facts, the customer record.</summary>
public enum ConsentPurpose
{
    /// <summary>Being sent what is for sale.</summary>
    Marketing = 0,

    /// <summary>Offers chosen by what is known of the customer.</summary>
    PersonalisedOffers,

    /// <summary>Being asked how satisfied one is.</summary>
    Survey,

    /// <summary>That the value of the household is shown.</summary>
    HouseholdView,
}

/// <summary>What a customer says: of a purpose granted or withdrawn, of a channel accepted or refused.</summary>
public enum ConsentWord
{
    Granted = 0,
    Withdrawn,
    Accepted,
    Refused,
}

/// <summary>The names on the wire.</summary>
public static class ConsentCodes
{
    /// <summary>A purpose.</summary>
    public static string Code(this ConsentPurpose purpose) => purpose switch
    {
        ConsentPurpose.Marketing => "marketing",
        ConsentPurpose.PersonalisedOffers => "personalised-offers",
        ConsentPurpose.Survey => "survey",
        ConsentPurpose.HouseholdView => "household-view",
    };

    /// <summary>What is said.</summary>
    public static string Code(this ConsentWord word) => word switch
    {
        ConsentWord.Granted => "granted",
        ConsentWord.Withdrawn => "withdrawn",
        ConsentWord.Accepted => "accepted",
        ConsentWord.Refused => "refused",
    };

    /// <summary>Whether it allows what it is about; the others forbid it.</summary>
    public static bool Allows(this ConsentWord word) => word switch
    {
        ConsentWord.Granted or ConsentWord.Accepted => true,
        ConsentWord.Withdrawn or ConsentWord.Refused => false,
    };
}
