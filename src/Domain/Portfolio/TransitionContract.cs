namespace Kehu.Domain;

/// <summary>Ways that customers go from one answer of a policy to another, on the wire: answers in a word, assets in yuan.</summary>
public static class TransitionContract
{
    public static Field<Transition, CustomerKind> Kind { get; } = Answered<Transition>.Always(
        "kind", Forms.One<CustomerKind>(CustomerKinds.Code), one => one.Kind);

    public static Field<Transition, string> Before { get; } = Answered<Transition>.Always("before", Forms.Plain, one => one.Old.Code);

    public static Field<Transition, string> After { get; } = Answered<Transition>.Always("after", Forms.Plain, one => one.New.Code);

    /// <summary>The customers who go the way.</summary>
    public static Contract<Transition> Way { get; } = Answered<Transition>.Object(
        "", [Kind, Before, After, .. Answered<Transition>.Part(CountedSum.Contract, one => new CountedSum(one.Customers, one.Assets, one.Unvalued))]);

    /// <summary>The same with the first of them.</summary>
    public static Contract<SimulationCell> Cell { get; } = Answered<SimulationCell>.Object(
        "Customers of a pair of answers, and the first of them by id.",
        [.. Answered<SimulationCell>.Part(Way, cell => cell.Transition), FirstOf<SimulationCell>(cell => cell.First)]);

    public static Field<OutletTransitions, string> Outlet { get; } = Answered<OutletTransitions>.Always("outlet", Forms.Plain, one => one.Outlet);

    /// <summary>The customers of an outlet.</summary>
    public static Contract<OutletTransitions> AtOutlet { get; } = Answered<OutletTransitions>.Object(
        "", Outlet, Answered<OutletTransitions>.Always("transitions", Forms.List(Way), one => one.Transitions));

    /// <summary>The first customers of some, by id.</summary>
    public static Field<T> FirstOf<T>(Func<T, Arr<string>> first) => Answered<T>.Always("first", Forms.List(Forms.Plain), first);
}
