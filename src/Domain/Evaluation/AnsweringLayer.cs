namespace Kehu.Domain;

/// <summary>
/// Which layer of the people who maintain personal customers answers for one, by its assets: the highest whose line it reaches, so that each has its own.
/// Source 001, 第四篇 三, 四.
/// </summary>
public enum AnsweringLayer
{
    /// <summary>None of them: a person with less than the least line, or an enterprise, of which the source does not speak.</summary>
    Rest = 0,

    /// <summary>Managers, and who else serves at an outlet.</summary>
    Managers,

    /// <summary>Heads of sections and outlets.</summary>
    Heads,

    /// <summary>The president and the deputy.</summary>
    President,
}

/// <summary>Layers by assets, in codes and words.</summary>
public static class AnsweringLayers
{
    /// <summary>The layers, the highest first.</summary>
    private static readonly Arr<AnsweringLayer> HighestFirst = Array(
        AnsweringLayer.President, AnsweringLayer.Heads, AnsweringLayer.Managers, AnsweringLayer.Rest);

    /// <summary>Where the lines come from.</summary>
    public static Citation Citation { get; } = Citation.From("001", "第四篇 三、四");

    /// <summary>The layer of a customer with so many fen of total assets; none where that of a person is not known.</summary>
    public static Option<AnsweringLayer> Of(CustomerKind kind, Option<long> assets) => kind switch
    {
        CustomerKind.Personal => assets.Map(fen => HighestFirst.Find(layer => layer.Least().ForAll(least => fen >= least.Fen)).IfNone(AnsweringLayer.Rest)),
        CustomerKind.Enterprise => AnsweringLayer.Rest,
    };

    /// <summary>The layer of a code.</summary>
    public static Option<AnsweringLayer> Find(string code) => HighestFirst.Find(layer => layer.Code() == code);

    /// <summary>The least assets of a layer's customers; none of the rest.</summary>
    public static Option<Money> Least(this AnsweringLayer layer) => layer switch
    {
        AnsweringLayer.President => Money.Wan(500),
        AnsweringLayer.Heads => Money.Wan(100),
        AnsweringLayer.Managers => Money.Wan(20),
        AnsweringLayer.Rest => None,
    };

    /// <summary>The name on the wire.</summary>
    public static string Code(this AnsweringLayer layer) => layer switch
    {
        AnsweringLayer.President => "president",
        AnsweringLayer.Heads => "heads",
        AnsweringLayer.Managers => "managers",
        AnsweringLayer.Rest => "rest",
    };

    /// <summary>The layer in words, with its customers' assets.</summary>
    public static Label Label(this AnsweringLayer layer) => layer switch
    {
        AnsweringLayer.President => new Label("president and deputy: from 5 000 000 yuan on", "行长、分管行长：500 万元以上"),
        AnsweringLayer.Heads => new Label("section and outlet heads: 1 000 000 to 5 000 000 yuan", "个金科负责人、网点负责人：100 万至 500 万元"),
        AnsweringLayer.Managers => new Label("managers at outlets: 200 000 to 1 000 000 yuan", "网点客户经理等：20 万至 100 万元"),
        AnsweringLayer.Rest => new Label("no layer: below 200 000 yuan, and enterprises", "无对应层级：20 万元以下及企业客户"),
    };
}
