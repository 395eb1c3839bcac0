namespace Kehu.Domain;

/// <summary>How the bounds of a quantity are sent.</summary>
public enum BoundForm
{
    /// <summary>A whole number.</summary>
    Whole = 0,

    /// <summary>A number with at most two decimals: yuan, percent, percentage points.</summary>
    Hundredths,

    /// <summary>A date as text.</summary>
    Date,
}

/// <summary>Quantities by how their bounds are sent.</summary>
public static class BoundForms
{
    /// <summary>How bounds of a quantity are sent; those that have none are printed whole.</summary>
    public static BoundForm Of(Quantity quantity) => quantity switch
    {
        Quantity.Of(Fact.Amount or Fact.Share) or Quantity.By(DerivedFact.Gap) => BoundForm.Hundredths,
        Quantity.Of(Fact.Day) => BoundForm.Date,
        Quantity.Of or Quantity.By or Quantity.Holding => BoundForm.Whole,
    };
}
