namespace Kehu.Domain;

/// <summary>What shows that a duty was done.</summary>
public enum Means
{
    /// <summary>Something done for the customer within the window.</summary>
    Engagement = 0,

    /// <summary>The file is opened within the window.</summary>
    OpenFile,

    /// <summary>What is on file or held on the due day.</summary>
    StateOnTheDay,
}

/// <summary>Means in codes.</summary>
public static class DutyMeans
{
    /// <summary>The name on the wire.</summary>
    public static string Code(this Means means) => means switch
    {
        Means.Engagement => "engagement",
        Means.OpenFile => "open-file",
        Means.StateOnTheDay => "state-on-the-day",
    };
}

/// <summary>Why something is not to be done.</summary>
public enum Waiver
{
    /// <summary>The customer refuses every channel that there is.</summary>
    RefusedChannels = 0,

    /// <summary>It needs consent, and there is none.</summary>
    NoConsent,

    /// <summary>Nothing is sent to the customer.</summary>
    Restricted,
}

/// <summary>Waivers in codes.</summary>
public static class Waivers
{
    /// <summary>The name on the wire.</summary>
    public static string Code(this Waiver waiver) => waiver switch
    {
        Waiver.RefusedChannels => "refused-channels",
        Waiver.NoConsent => "no-consent",
        Waiver.Restricted => "restricted",
    };
}

/// <summary>The first of two, the second of two.</summary>
public readonly record struct Ordinal(int At, int Of);

/// <summary>
/// One thing the bank has to do for a customer: within the window (its last day is the due date), over one of the channels; up to
/// <paramref name="LateUntil"/> it is still done late. <paramref name="Channels"/> are those that the customer does not refuse on
/// the due date, as far as that is known; of what is overdue, today.
/// </summary>
public sealed record Duty(
    ClassCode Class,
    Obligation Obligation,
    Means Means,
    Option<Occasion> Occasion,
    DateRange Window,
    DateOnly LateUntil,
    Arr<Channel> Channels,
    Option<Ordinal> Ordinal,
    Option<Waiver> WaivedFor)
{
    /// <summary>Whether it is not to be done.</summary>
    public bool Waived => WaivedFor.IsSome;

    /// <summary>The day by which it is to be done.</summary>
    public DateOnly Due => Window.To;

    /// <summary>The role that answers for it.</summary>
    public Role Owner => Obligation.Terms.AnswersFor[0];

    /// <summary>The order of duties: by due date, obligation, occasion and ordinal. No two duties of a customer share a place.</summary>
    public (DateOnly Due, string Code, int Means, int Occasion, int Ordinal) Place =>
        (Due, Obligation.Code, (int)Means, Occasion.Map(occasion => (int)occasion).IfNone(0), Ordinal.Map(ordinal => ordinal.At).IfNone(0));
}
