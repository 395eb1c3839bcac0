using LanguageExt;

namespace Kehu.Api;

/// <summary>An entry of the audit as it is answered: its number and link, what it says, and the text beside it where that is still there.</summary>
internal sealed record ToldLine(AuditLine Line)
{
    /// <summary>The entry on the wire. One that cannot be read has its number and link alone.</summary>
    public static Contract<ToldLine> Contract { get; } = Answered<ToldLine>.Object(
        "An entry of the audit. told is the text beside it; erased: the text went when the customer was withdrawn.",
        [
            Answered<ToldLine>.Always("seq", Forms.Counted, one => one.Line.Seq),
            Answered<ToldLine>.Always("link", Forms.Plain, one => Convert.ToHexStringLower(one.Line.Link.Span)),
            .. Answered<ToldLine>.FieldsWhereThere(AuditEntry.Contract.Fields, one => one.Line.Entry),
            Answered<ToldLine>.Optional("told", RawJson.Named("AuditText"), one => one.Line.Text.Map(AuditRows.TextIn)),
            Answered<ToldLine>.Optional("erased", Forms.Flag, one => one.Line.IsErased ? true : Option<bool>.None) with
            { Says = "True where the text beside it was erased with the customer; left out otherwise." },
        ]) with
    { Name = "AuditEntry" };

    /// <summary>A page of entries.</summary>
    public static Contract<Listed<ToldLine>> Page { get; } = Listed<ToldLine>.Of(Contract);
}
