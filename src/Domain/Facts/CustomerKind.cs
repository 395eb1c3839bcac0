namespace Kehu.Domain;

/// <summary>The two kinds of customer.</summary>
public enum CustomerKind
{
    Personal = 0,
    Enterprise = 1,
}

/// <summary>The kinds of customer that a fact belongs to.</summary>
public enum FactScope
{
    Both = 0,
    Personal = 1,
    Enterprise = 2,
}

/// <summary>Names and membership of customer kinds.</summary>
public static class CustomerKinds
{
    public static Arr<CustomerKind> All { get; } = Array(CustomerKind.Personal, CustomerKind.Enterprise);

    /// <summary>The name on the wire.</summary>
    public static string Code(this CustomerKind kind) => kind switch
    {
        CustomerKind.Personal => "personal",
        CustomerKind.Enterprise => "enterprise",
    };

    /// <summary>The kind in words.</summary>
    public static Label Label(this CustomerKind kind) => kind switch
    {
        CustomerKind.Personal => new Label("personal customers", "个人客户"),
        CustomerKind.Enterprise => new Label("enterprise customers", "企业客户"),
    };

    /// <summary>True when a fact of this scope belongs to customers of the kind.</summary>
    public static bool Covers(this FactScope scope, CustomerKind kind) => scope switch
    {
        FactScope.Both => true,
        FactScope.Personal => kind == CustomerKind.Personal,
        FactScope.Enterprise => kind == CustomerKind.Enterprise,
    };
}
