using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>What sample customers do not want, and their files: from 50 000 yuan of assets on, some of them not complete.</summary>
internal static class Care
{
    /// <summary>Assets in fen from which a file is kept. Source: the lowest filed tier of 001.</summary>
    private const long FiledFrom = 5_000_000;

    /// <summary>Assets in fen from which the file holds a service plan.</summary>
    private const long PlannedFrom = 100_000_000;

    private static readonly Channel[] Channels = Enum.GetValues<Channel>();

    private static readonly DossierField[] Fields = Enum.GetValues<DossierField>();

    private static readonly string[] Risks = ["稳健，可承受小幅波动", "保守，重本金安全", "平衡，兼顾收益与风险", "进取，可承受较大波动"];

    private static readonly string[] Tastes = ["偏好定期存款", "偏好短期理财", "关注基金定投", "关注保险保障", "偏好流动性", "关注贵金属"];

    private static readonly string[] Plans = ["每季面访，年度资产检视", "每月电话回访，到期提醒", "专属经理，定制配置方案", "代发与结算一体化服务"];

    /// <summary>Most agree to marketing and refuse nothing.</summary>
    public static Preferences Wishes(Dice dice)
    {
        var refused = dice.Chance(14) ? dice.Below(1 << Channels.Length) & dice.Below(1 << Channels.Length) : 0;
        var consent = dice.Chance(90) ? Some(dice.Chance(82)) : Option<bool>.None;
        return new Preferences(new Arr<Channel>(Channels.Where((_, place) => (refused >> place & 1) == 1)), consent);
    }

    /// <summary>The file of a customer with so many assets; a whole one lacks nothing, of others two in five lack something.</summary>
    public static Dossier File(long assets, Dice dice, bool whole)
    {
        if (assets < FiledFrom)
        {
            return Dossier.Unknown;
        }

        var complete = whole || dice.Chance(60);
        var planned = assets >= PlannedFrom;
        var lacking = complete ? 0 : 1L << (int)dice.Below(Fields.Length) | 1L << (int)dice.Below(Fields.Length) | 1L << (int)DossierField.ServicePlan;
        bool On(DossierField field) =>
            (lacking >> (int)field & 1) == 0 && (planned || field is not (DossierField.ServicePlan or DossierField.Needs or DossierField.Feedback));
        return new Dossier(
            new Arr<DossierField>(Fields.Where(On)),
            On(DossierField.RiskCharacteristics) ? Some(dice.OneOf(Risks)) : None,
            On(DossierField.ProductPreference) ? Some(dice.OneOf(Tastes)) : None,
            On(DossierField.ServicePlan) ? Some(dice.OneOf(Plans)) : None);
    }
}
