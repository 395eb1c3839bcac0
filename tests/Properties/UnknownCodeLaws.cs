using FsCheck.Fluent;
using Kehu.Shared;

namespace Kehu.Properties;

/// <summary>Who sends a code that is not known learns which are: they are named, or where they are listed is.</summary>
public sealed class UnknownCodeLaws
{
    [Law]
    public Property The_codes_of_an_enumeration_are_named_whatever_was_sent() =>
        Law.ForAll(from codes in Gen.Elements(EnumCodes.All.Select(codes => codes.Members.Select(member => member.Code).ToArray())) from sent in Sent(codes) select (codes, sent), drawn =>
            !drawn.codes.Contains(drawn.sent) ? Names(ValueFaults.UnknownCode("", drawn.sent, drawn.codes).Detail, drawn.codes) : true);

    [Law]
    public Property The_codes_of_a_fact_are_named_or_the_catalogue_is() =>
        Law.ForAll(from fact in Gen.Elements(FactCatalogue.Shipped.All.Filter(fact => !fact.Members.IsEmpty).ToArray()) from sent in Sent([.. fact.Members.Map(member => member.Code)]) select (fact, sent), drawn =>
        {
            string[] codes = [.. drawn.fact.Members.Map(member => member.Code)];
            var value = drawn.fact is Fact.Several ? $"[\"{drawn.sent}\"]" : $"\"{drawn.sent}\"";
            var cursor = new JsonCursor(System.Text.Encoding.UTF8.GetBytes($"{{\"{drawn.fact.Name}\":{value}}}"));
            _ = FactsJson.For(FactCatalogue.Shipped).Read(ref cursor);
            return codes.Contains(drawn.sent)
                || (cursor.Finish() is [{ Code: "json.unknown-code", Detail: var detail }] && (Names(detail, codes) || Names(detail, ["GET /v1/facts"])));
        });

    private static FsCheck.Gen<string> Sent(string[] codes) => Gen.OneOf(
        Gen.Elements("", "x", "zzzzzzzzzzzz"),
        from code in Gen.Elements(codes) from at in Gen.Choose(0, code.Length - 1) select code.Remove(at, 1));

    private static bool Names(Label detail, string[] all) =>
        Array.TrueForAll(all, one => detail.En.Contains(one, StringComparison.Ordinal) && detail.Zh.Contains(one, StringComparison.Ordinal));
}
