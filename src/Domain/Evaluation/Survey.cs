namespace Kehu.Domain;

/// <summary>The answers of the five-point survey, from the worst to the best. Source 002, 附录2.</summary>
public enum Satisfaction
{
    VeryDissatisfied = 0,
    Dissatisfied,
    Neutral,
    Satisfied,
    VerySatisfied,
}

/// <summary>
/// A customer asked on a day whether the service satisfies and what could be improved. Without an answer the customer was asked and did
/// not say. Source 002, 附录2; evaluation, <c>satisfaction</c>.
/// </summary>
public sealed record Survey(string Id, DateOnly Date, Option<Satisfaction> Answer) : IDatedEvent<Survey>
{
    /// <summary>The most characters in a comment (house).</summary>
    public const int LongestComment = 500;

    /// <summary>What could be improved, in the customer's words, at most <see cref="LongestComment"/> characters.</summary>
    public Option<string> Comment { get; init; }

    /// <summary>The channel over which the customer was asked.</summary>
    public Option<Channel> Channel { get; init; }

    /// <summary>The code of who asked.</summary>
    public Option<string> Staff { get; init; }

    /// <summary>A customer asked, on the wire and as it is kept.</summary>
    public static Contract<Survey> Contract { get; } = new(
        "A customer asked. Without an answer the customer did not say.",
        new Survey("", default, None),
        Fields<Survey>.Made("id", Forms.Unit, one => one.Id, (one, id) => one with { Id = id }),
        Fields<Survey>.Needed("date", Forms.Day, one => one.Date, (one, day) => one with { Date = day }),
        Fields<Survey>.Optional(
            "answer", new Form.Code<Satisfaction>(Satisfactions.Code), one => one.Answer, (one, answer) => one with { Answer = answer }) with
        { Stored = 0 },
        Fields<Survey>.Optional(
            "comment", Forms.Text(LongestComment), one => one.Comment, (one, text) => one with { Comment = text }) with
        { Stored = 1, IsPersonal = true },
        Fields<Survey>.Optional(
            "channel", Forms.Channel, one => one.Channel, (one, channel) => one with { Channel = channel }) with
        { Stored = 2 },
        Fields<Survey>.Optional(
            "staff", Forms.Unit, one => one.Staff, (one, code) => one with { Staff = code }) with
        { Stored = 3 });

    public Survey At(string id, DateOnly date) => this with { Id = id, Date = date };
}

/// <summary>The answers in codes and words.</summary>
public static class Satisfactions
{
    /// <summary>The name on the wire.</summary>
    public static string Code(this Satisfaction answer) => answer switch
    {
        Satisfaction.VeryDissatisfied => "very-dissatisfied",
        Satisfaction.Dissatisfied => "dissatisfied",
        Satisfaction.Neutral => "neutral",
        Satisfaction.Satisfied => "satisfied",
        Satisfaction.VerySatisfied => "very-satisfied",
    };

    /// <summary>The answer in words, as the source has them.</summary>
    public static Label Label(this Satisfaction answer) => answer switch
    {
        Satisfaction.VeryDissatisfied => new Label("very dissatisfied", "非常不满意"),
        Satisfaction.Dissatisfied => new Label("dissatisfied", "不满意"),
        Satisfaction.Neutral => new Label("neutral", "一般"),
        Satisfaction.Satisfied => new Label("satisfied", "满意"),
        Satisfaction.VerySatisfied => new Label("very satisfied", "非常满意"),
    };

    /// <summary>Whether the answer counts as satisfied: the two best (house folding).</summary>
    public static bool IsGood(this Satisfaction answer) => answer >= Satisfaction.Satisfied;
}
