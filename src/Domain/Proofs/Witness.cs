namespace Kehu.Domain;

/// <summary>
/// A customer that shows something about a policy: its facts can be posted back as of the date, and come to the class (none: not applicable).
/// </summary>
public sealed record Witness(Customer Customer, DateOnly AsOf, Option<PolicyClass> Class)
{
    /// <summary>A witness whose facts are of a catalogue, on the wire.</summary>
    public static Contract<Witness> Contract(FactCatalogue facts) => Answered<Witness>.Object(
        "A customer that shows it; asOf and customer can be posted to classify as they stand. The class is a code, null for not applicable.",
        Answered<Witness>.Always("asOf", Forms.Day, witness => witness.AsOf),
        Answered<Witness>.Nullable("class", Forms.Plain, witness => witness.Class.Map(c => c.Code.Value)),
        Answered<Witness>.Always("customer", CustomerContract.Shown(facts), witness => witness.Customer)) with
    { Name = "Witness" };
}
