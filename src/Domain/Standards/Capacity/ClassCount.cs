namespace Kehu.Domain;

/// <summary>How many customers a class has.</summary>
public sealed record ClassCount(ClassCode Class, long Customers)
{
    /// <summary>The count on the wire.</summary>
    public static Contract<ClassCount> Contract { get; } = Answered<ClassCount>.Object(
        "",
        Answered<ClassCount>.Always("class", Forms.Plain, count => count.Class.Value),
        Answered<ClassCount>.Always("customers", Forms.Counted, count => count.Customers));
}
