namespace Kehu.Domain;

/// <summary>Who at the bank does a thing or answers for it. Source: standards, roles.</summary>
public enum Role
{
    Teller = 0,
    LobbyManager,
    CustomerManager,
    WealthManager,
    OutletHead,
    PersonalFinanceHead,
    SubBranchPresident,
    Branch,
    HeadOffice,
}

/// <summary>Roles in codes and words.</summary>
public static class Roles
{
    /// <summary>The name on the wire.</summary>
    public static string Code(this Role role) => role switch
    {
        Role.Teller => "teller",
        Role.LobbyManager => "lobby-manager",
        Role.CustomerManager => "customer-manager",
        Role.WealthManager => "wealth-manager",
        Role.OutletHead => "outlet-head",
        Role.PersonalFinanceHead => "personal-finance-head",
        Role.SubBranchPresident => "sub-branch-president",
        Role.Branch => "branch",
        Role.HeadOffice => "head-office",
    };

    /// <summary>The role in words.</summary>
    public static Label Label(this Role role) => role switch
    {
        Role.Teller => new Label("teller", "柜员"),
        Role.LobbyManager => new Label("lobby manager", "大堂经理"),
        Role.CustomerManager => new Label("customer manager", "客户经理"),
        Role.WealthManager => new Label("wealth manager", "理财经理"),
        Role.OutletHead => new Label("outlet head", "网点负责人"),
        Role.PersonalFinanceHead => new Label("head of personal finance", "支行个金科负责人"),
        Role.SubBranchPresident => new Label("sub-branch president or deputy", "支行行长或分管行长"),
        Role.Branch => new Label("branch", "分行"),
        Role.HeadOffice => new Label("head office", "总行"),
    };
}
