namespace Kehu.Domain;

/// <summary>A case's id: of the grammar of customers' ids; the route word <c>statistics</c> is refused.</summary>
public readonly record struct CaseId
{
    /// <summary>An id on the wire.</summary>
    public static Form<string> Form { get; } = Forms.Unit with
    {
        IsRight = text => From(text.ToString()).IsSuccess,
        Wrong = text => From(text).Match(Succ: _ => Seq<Fault>(), Fail: faults => faults),
    };

    private CaseId(string value) => Value = value;

    public string Value { get; }

    /// <summary>The id, or why the text is none.</summary>
    public static Validation<Fault, CaseId> From(string text) =>
        !Codes.IsCode(text, 64)
            ? Fail<Fault, CaseId>(Fault.At(
                "", "case.id",
                "an id is 1 to 64 of letters, digits, '-', '_', '.', beginning with a letter or digit",
                "事项编号由 1 至 64 个字母、数字、“-”、“_”、“.”组成，以字母或数字开头"))
            : text is "statistics"
                ? Fail<Fault, CaseId>(Fault.At("", "case.id", $"'{text}' is a reserved word; choose another id", $"“{text}”是保留字，请另选编号"))
                : Success<Fault, CaseId>(new CaseId(text));

    public override string ToString() => Value;
}
