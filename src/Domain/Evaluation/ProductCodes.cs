namespace Kehu.Domain;

/// <summary>Products that a house number names by their codes.</summary>
internal static class ProductCodes
{
    /// <summary>Whether a code is one of a product.</summary>
    public static bool IsOne(string code) => PlaceOf(code) >= 0;

    /// <summary>The place of a product among all; -1 where the code is none of a product.</summary>
    public static int PlaceOf(string code) => SharedFacts.Products.Options.AsEnumerable().ToList().FindIndex(product => product.Code == code);

    /// <summary>The words of a product; the code itself where it is none.</summary>
    public static Label LabelOf(string code) =>
        SharedFacts.Products.Options.Find(product => product.Code == code).Map(product => product.Label).IfNone(Label.Same(code));
}
