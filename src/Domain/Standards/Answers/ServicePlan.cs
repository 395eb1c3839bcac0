namespace Kehu.Domain;

/// <summary>
/// A call for the duties of a class, or of the class that a customer's facts give; and what is to be supposed otherwise than it is: that the
/// class was decided on a day, after another class or none; other house numbers; days moved beside those that are; that the
/// file is not open yet.
/// </summary>
public sealed record ServicePlanRequest(
    string Standard, Option<string> Class, Option<CustomerToClassify> Customer, Option<DateOnly> BirthDate, DateRange Query,
    Option<DateOnly> DecidedOn, Option<string> Was, HashMap<string, StandardValue> Parameters, Arr<DayMoved> MovedDays, bool OpenFile)
{
    /// <summary>The longest query in days: ten years (house), so that an answer has an end.</summary>
    public const int LongestDays = 3_653;

    private static readonly Field<ServicePlanRequest, string> OfClass = Fields<ServicePlanRequest>.Optional(
        "class", Forms.Kebab, request => request.Class, (request, code) => request with { Class = code });

    private static readonly Field<ServicePlanRequest, DateOnly> OfFrom = Fields<ServicePlanRequest>.Needed(
        "from", Forms.Day, request => request.Query.From, (request, day) => request with { Query = request.Query with { From = day } });

    private static readonly Field<ServicePlanRequest, DateOnly> OfTo = Fields<ServicePlanRequest>.Needed(
        "to", Forms.Day, request => request.Query.To, (request, day) => request with { Query = request.Query with { To = day } });

    private static readonly Field<ServicePlanRequest, DateOnly> OfDecidedOn = Fields<ServicePlanRequest>.Optional(
        "decidedOn", Forms.Day, request => request.DecidedOn, (request, day) => request with { DecidedOn = day });

    private static readonly Field<ServicePlanRequest, string> OfWas = Fields<ServicePlanRequest>.Optional(
        "was", Forms.Kebab, request => request.Was, (request, code) => request with { Was = code });

    private static readonly ServicePlanRequest Blank =
        new("", None, None, None, default, None, None, HashMap<string, StandardValue>(), Array<DayMoved>(), OpenFile: true);

    /// <summary>True where something is supposed that can be compared with what is.</summary>
    public bool Supposes => Was.IsSome || !Parameters.IsEmpty || !MovedDays.IsEmpty;

    /// <summary>The call on the wire, about customers with facts of a catalogue.</summary>
    public static Contract<ServicePlanRequest> Of(CustomerContract customers)
    {
        var customer = Fields<ServicePlanRequest>.Optional(
            "customer", customers.ToClassify, request => request.Customer, (request, sent) => request with { Customer = sent });
        return new Contract<ServicePlanRequest>(
            "Either a class of the standard or a customer to classify by its policy.",
            Blank,
            Fields<ServicePlanRequest>.Needed("standard", Forms.Kebab, request => request.Standard, (request, id) => request with { Standard = id }),
            OfClass,
            customer,
            Fields<ServicePlanRequest>.Optional("birthDate", Forms.Day, request => request.BirthDate, (request, day) => request with { BirthDate = day }),
            OfFrom,
            OfTo,
            OfDecidedOn,
            OfWas,
            Sent<ServicePlanRequest>.Optional(
                "parameters", new Form.ByName<StandardValue>(Forms.Setting), (request, values) => request with { Parameters = toHashMap(values) }) with
            {
                Says = "Other house numbers, by name.",
            },
            Fields<ServicePlanRequest>.Optional(
                "movedDays", DayMoved.List, request => Some(request.MovedDays), (request, days) => request with { MovedDays = days }),
            Fields<ServicePlanRequest>.Optional(
                "openFile", Forms.Flag, request => Some(request.OpenFile), (request, isOpen) => request with { OpenFile = isOpen }))
        {
            Rules = Array(
                Never(OneSubject, beside: [OfClass, customer], without: []),
                Never(OneSubject, beside: [], without: [OfClass, customer]),
                Never(Undated, beside: [OfWas], without: [OfDecidedOn]),
                new Rule<ServicePlanRequest>(
                    Array<Field<ServicePlanRequest>>(OfFrom, OfTo), request => IsNear(request.Query) ? Seq<Fault>() : Seq1(Range))),
        };
    }

    /// <summary>A fault where some fields are there and others left out.</summary>
    private static Rule<ServicePlanRequest> Never(Fault fault, Field<ServicePlanRequest>[] beside, Field<ServicePlanRequest>[] without) =>
        new(Array<Field<ServicePlanRequest>>(), _ => Seq1(fault))
        {
            Beside = new Arr<Field<ServicePlanRequest>>(beside),
            Without = new Arr<Field<ServicePlanRequest>>(without),
        };

    private static bool IsNear(DateRange query) => query.From <= query.To && query.Days <= LongestDays;

    private static Fault OneSubject => OfClass.Fault("plan.subject", "send either class or customer", "请发送 class 或 customer 之一");

    private static Fault Undated => OfDecidedOn.Fault(
        "plan.decided-on", "a class before needs decidedOn, the day on which it ended", "有原类别 was 时须给出改变类别的日期 decidedOn");

    private static Fault Range => OfTo.Fault("plan.range", "to lies on or after from, at most ten years later", "to 不早于 from，且相距不超过十年");
}

/// <summary>The duties of a plan, and what changed against what is in force where something was supposed.</summary>
public sealed record ServicePlan(Arr<PlannedDuty> Duties, Option<ChangedDuties<PlannedDuty>> Changes)
{
    /// <summary>The plan as it is answered.</summary>
    public static Contract<ServicePlan> Contract { get; } = Answered<ServicePlan>.Object(
        "Duties by due date; changes where something was supposed.",
        Answered<ServicePlan>.Always("duties", Forms.List(PlannedDuty.Contract), plan => plan.Duties),
        Answered<ServicePlan>.Optional(
            "changes", ChangedDuties<PlannedDuty>.Of("Duties added and dropped, and how many are as they were.", PlannedDuty.Contract), plan => plan.Changes));
}
