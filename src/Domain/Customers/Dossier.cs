namespace Kehu.Domain;

/// <summary>
/// The customer's file (建档) beyond what the rest of the record holds: texts of its own, which fields are kept elsewhere, and which the customer has
/// none of or declined to tell. What is on file by all of it is said by <see cref="DossierReading"/>. Source: facts, Dossier.
/// </summary>
/// <param name="OnFile">Ticks: the fields that are kept elsewhere.</param>
/// <param name="RiskCharacteristics">风险特征 (001, 六(二)).</param>
/// <param name="ProductPreference">产品偏好 (001, 六(二)).</param>
/// <param name="ServicePlan">The service plan in one text, as it was kept before it had parts.</param>
public sealed record Dossier(Arr<DossierField> OnFile, Option<string> RiskCharacteristics, Option<string> ProductPreference, Option<string> ServicePlan)
{
    public static readonly Dossier Unknown = new(Array<DossierField>(), None, None, None);

    /// <summary>Ticks that name where the field is kept, by field.</summary>
    public Arr<KeptField> Kept { get; init; } = Array<KeptField>();

    /// <summary>What the customer states to have none of.</summary>
    public Arr<DossierField> StatedNone { get; init; } = Array<DossierField>();

    /// <summary>What the customer declined to tell, by field.</summary>
    public Arr<DeclinedField> Declined { get; init; } = Array<DeclinedField>();

    /// <summary>The service plan in its parts.</summary>
    public ServicePlanParts Plan { get; init; } = ServicePlanParts.Unknown;

    /// <summary>What the customer needs and expects of the bank's service (000, 04: 客户对银行服务的需求和期望).</summary>
    public Option<string> Needs { get; init; }

    /// <summary>What the customer says of the bank's service (000, 04: 对银行服务的评价和建议，以及投诉和纠纷处理情况).</summary>
    public Option<string> Feedback { get; init; }

    public static Contract<Dossier> Contract { get; } = new(
        "The customer's file: what no other member of the record holds. A field that the record holds is on file without a tick.",
        Unknown,
        [
            Several("onFile", "What is kept elsewhere.", file => file.OnFile, (file, fields) => file with { OnFile = fields }),
            Fields<Dossier>.Optional(
                "kept",
                new Form.List<KeptField>(KeptField.Contract) { Once = KeptField.Once },
                file => file.Kept.IsEmpty ? None : Some(file.Kept),
                (file, kept) => file with { Kept = new Arr<KeptField>(kept.OrderBy(one => one.Field)) }) with
            {
                Says = "What is kept elsewhere, and where; as good as a tick.",
                IsPersonal = true,
            },
            Several(
                "statedNone", "What the customer states to have none of.", file => file.StatedNone, (file, fields) => file with { StatedNone = fields }) with
            {
                IsPersonal = true,
            },
            Fields<Dossier>.Optional(
                "declined",
                new Form.List<DeclinedField>(DeclinedField.Contract) { Once = DeclinedField.Once },
                file => file.Declined.IsEmpty ? None : Some(file.Declined),
                (file, declined) => file with { Declined = new Arr<DeclinedField>(declined.OrderBy(one => one.Field)) }) with
            {
                Says = "What the customer declined to tell, and when: not asked again for 12 months.",
                IsPersonal = true,
            },
            Text("riskCharacteristics", file => file.RiskCharacteristics, (file, text) => file with { RiskCharacteristics = text }),
            Text("productPreference", file => file.ProductPreference, (file, text) => file with { ProductPreference = text }),
            Text("servicePlan", file => file.ServicePlan, (file, text) => file with { ServicePlan = text }),
            .. ServicePlanParts.Members.Map(part => part.Within<Dossier>(file => file.Plan, (file, plan) => file with { Plan = plan })),
            Text("needs", file => file.Needs, (file, text) => file with { Needs = text }),
            Text("feedback", file => file.Feedback, (file, text) => file with { Feedback = text }),
        ]);

    /// <summary>A refusal is of the record's date or before it.</summary>
    public Seq<Fault> LateOn(DateOnly asOf) => Seq(Declined.Select((one, at) => (one.On, At: at)).Where(pair => pair.On > asOf).Select(pair => Fault.At(
        $"/declined/{pair.At}/on", "dossier.declined-later", "this is after the date of the record", "该日期晚于档案日期")));

    private static Field<Dossier, Arr<DossierField>> Several(
        string name, string says, Func<Dossier, Arr<DossierField>> find, Func<Dossier, Arr<DossierField>, Dossier> with) =>
        Fields<Dossier>.Optional(
            name, Forms.Several<DossierField>(DossierFields.Code), file => find(file) is { IsEmpty: false } some ? Some(some) : None, with) with
        {
            Says = says,
        };

    private static Field<Dossier> Text(string name, Func<Dossier, Option<string>> find, Func<Dossier, string, Dossier> with) =>
        Fields<Dossier>.Optional(name, CustomerRecord.Text, find, with) with { IsPersonal = true };
}

/// <summary>A field that is kept elsewhere, and where.</summary>
public sealed record KeptField(DossierField Field, string At)
{
    /// <summary>The most characters that say where (house).</summary>
    public const int LongestPlace = 200;

    private static readonly Field<KeptField, DossierField> OfField = Fields<KeptField>.Needed(
        "field", Forms.One<DossierField>(DossierFields.Code), kept => kept.Field, (kept, field) => kept with { Field = field });

    public static Contract<KeptField> Contract { get; } = new(
        "A field that is kept elsewhere.",
        new KeptField(default, ""),
        OfField,
        Fields<KeptField>.Needed("at", Place(), kept => kept.At, (kept, at) => kept with { At = at }) with { Says = "Where.", IsPersonal = true });

    internal static Once<KeptField> Once { get; } = DossierFields.OnceEach(OfField, kept => kept.Field);

    /// <summary>No semicolon, since in a table semicolons stand between the fields.</summary>
    private static Form.Text Place()
    {
        var text = Forms.Text(LongestPlace);
        return text with
        {
            IsRight = place => text.IsRight(place) && !place.Contains(';'),
            Wrong = place => text.IsRight(place)
                ? Seq1(Fault.At("", "dossier.place", "a place has no semicolon; write a comma", "存放处不得含分号；请改用逗号"))
                : text.Wrong(place),
        };
    }
}

/// <summary>A field that the customer declined to tell on a day. Source: facts, Dossier.</summary>
public sealed record DeclinedField(DossierField Field, DateOnly On)
{
    /// <summary>For so many months whoever declined is not asked again (house).</summary>
    public const int MonthsUnasked = 12;

    private static readonly Field<DeclinedField, DossierField> OfField = Fields<DeclinedField>.Needed(
        "field", Forms.One<DossierField>(DossierFields.Code), declined => declined.Field, (declined, field) => declined with { Field = field });

    public static Contract<DeclinedField> Contract { get; } = new(
        "A field that the customer declined to tell.",
        new DeclinedField(default, default),
        OfField,
        Fields<DeclinedField>.Needed("on", Forms.Day, declined => declined.On, (declined, day) => declined with { On = day }));

    /// <summary>The first day on which the customer may be asked again: what was declined on 29 February, on the 28th.</summary>
    public DateOnly AskedAgainOn => On.AddMonths(MonthsUnasked);

    internal static Once<DeclinedField> Once { get; } = DossierFields.OnceEach(OfField, declined => declined.Field);

    /// <summary>Whether it stands on a day.</summary>
    public bool HoldsOn(DateOnly day) => On <= day && day < AskedAgainOn;
}

/// <summary>What a service plan says. Source 001, 第四篇 六(二): 风险承受能力、资产负债、现金流、资金流向、使用产品.</summary>
public enum ServicePlanPart
{
    RiskCapacity = 0,
    AssetsAndLiabilities,
    CashFlow,
    FlowOfFunds,
    ProductsUsed,
}

/// <summary>The service plan in its parts: personal data.</summary>
public sealed record ServicePlanParts(
    Option<string> RiskCapacity, Option<string> AssetsAndLiabilities, Option<string> CashFlow, Option<string> FlowOfFunds, Option<string> ProductsUsed)
{
    public static readonly ServicePlanParts Unknown = new(None, None, None, None, None);

    /// <summary>The parts as members of a file.</summary>
    internal static Arr<Field<ServicePlanParts, string>> Members { get; } = Array(
        Part("planRiskCapacity", "风险承受能力", plan => plan.RiskCapacity, (plan, text) => plan with { RiskCapacity = text }),
        Part("planAssetsAndLiabilities", "资产负债", plan => plan.AssetsAndLiabilities, (plan, text) => plan with { AssetsAndLiabilities = text }),
        Part("planCashFlow", "现金流", plan => plan.CashFlow, (plan, text) => plan with { CashFlow = text }),
        Part("planFlowOfFunds", "资金流向", plan => plan.FlowOfFunds, (plan, text) => plan with { FlowOfFunds = text }),
        Part("planProductsUsed", "使用产品", plan => plan.ProductsUsed, (plan, text) => plan with { ProductsUsed = text }));

    /// <summary>The parts of which nothing is written.</summary>
    public Arr<ServicePlanPart> Lacking => new(Enum.GetValues<ServicePlanPart>().Where(part => Of(part).IsNone));

    /// <summary>What is written of a part.</summary>
    public Option<string> Of(ServicePlanPart part) => part switch
    {
        ServicePlanPart.RiskCapacity => RiskCapacity,
        ServicePlanPart.AssetsAndLiabilities => AssetsAndLiabilities,
        ServicePlanPart.CashFlow => CashFlow,
        ServicePlanPart.FlowOfFunds => FlowOfFunds,
        ServicePlanPart.ProductsUsed => ProductsUsed,
    };

    /// <summary>The name on the wire.</summary>
    public static string Code(ServicePlanPart part) => part switch
    {
        ServicePlanPart.RiskCapacity => "risk-capacity",
        ServicePlanPart.AssetsAndLiabilities => "assets-and-liabilities",
        ServicePlanPart.CashFlow => "cash-flow",
        ServicePlanPart.FlowOfFunds => "flow-of-funds",
        ServicePlanPart.ProductsUsed => "products-used",
    };

    private static Field<ServicePlanParts, string> Part(
        string name, string zh, Func<ServicePlanParts, Option<string>> find, Func<ServicePlanParts, string, ServicePlanParts> with) =>
        Fields<ServicePlanParts>.Optional(name, CustomerRecord.Text, find, with) with { Says = $"Of the service plan: {zh}.", IsPersonal = true };
}
