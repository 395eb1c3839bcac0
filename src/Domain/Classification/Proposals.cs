namespace Kehu.Domain;

/// <summary>What a customer is offered, by the classes it is in. Source: policies, Offers.</summary>
public static class Proposals
{
    /// <summary>Every offer that a decided class of the customer carries, or whose own criterion is met, by code; once, with all its grounds.</summary>
    public static Arr<Proposal> Offers(this Customer customer, RuleBook book, DateOnly asOf) => Array<Proposal>();
}
