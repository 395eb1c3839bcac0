using System.Text;
using LanguageExt;
using Microsoft.OpenApi;

namespace Kehu.Api;

/// <summary>Whom an import of customers may bring.</summary>
internal enum ImportExpectation
{
    /// <summary>Nobody new: every line is about somebody on file.</summary>
    Existing = 0,
}

/// <summary>How the lines of an import of customers are meant.</summary>
internal enum ImportMode
{
    /// <summary>They are parts of records.</summary>
    Merge = 0,
}

/// <summary>What an import of customers may say of itself beside its lines.</summary>
internal static class ImportParams
{
    private static readonly Param<long?> Rows = Param<long?>.OfQuery(
        (call, name) => call.Query.Long(name, 0, long.MaxValue), ControlNumbers.OfRows,
        "How many rows the file has; with another number nothing of it is stored.", Schemas.Long());

    private static readonly Param<Option<Money>> TotalAssets = Param<Option<Money>>.OfQuery(
        (call, name) => Amount(call.Query, name), ControlNumbers.OfTotalAssets,
        "The sum of facts.totalAssets over the rows, in yuan; with another sum nothing of the file is stored.", Schemas.Of(JsonSchemaType.Number));

    private static readonly Param<DateOnly?> AsOf = Params.Day(
        ControlNumbers.OfAsOf, "The date of all rows; with a row of another date nothing of the file is stored.");

    /// <summary>The control numbers.</summary>
    public static Param<ControlNumbers> Control { get; } = Params.Together(
        call => new ControlNumbers(Prelude.Optional(Rows.Of(call)), TotalAssets.Of(call), Prelude.Optional(AsOf.Of(call))), Rows, TotalAssets, AsOf);

    /// <summary>The source that the lines come from.</summary>
    public static Param<Option<string>> Source { get; } = Param<Option<string>>.OfQuery(
        (call, name) => Named(call.Query, name),
        "source", "The code of the source, such as core-banking: when it came last is told by GET /v1/feeds.", Schemas.Text());

    /// <summary>Whether somebody new may be brought.</summary>
    public static Param<Option<ImportExpectation>> Expect { get; } = Params.One<ImportExpectation>(
        "expect", "With existing a line about somebody who is not on file is refused (customer.unknown).", expected => expected switch
        {
            ImportExpectation.Existing => "existing",
        });

    /// <summary>Whether the lines are whole records or parts of them.</summary>
    public static Param<Option<ImportMode>> Mode { get; } = Params.One<ImportMode>(
        "mode", "With merge the lines are parts of records: the members that they have, and clear for those of which nothing is known any more.",
        mode => mode switch
        {
            ImportMode.Merge => "merge",
        });

    private static Option<Money> Amount(QueryReader query, string name)
    {
        if (query.Text(name) is not { } text)
        {
            return Option<Money>.None;
        }

        if (Decimals.Read(Encoding.UTF8.GetBytes(text), 2, out var fen) == DecimalReading.Exact)
        {
            return new Money(fen);
        }

        query.Report(name, "query.amount", "write an amount in yuan with at most two decimals, such as 1250000.5", "请写至多两位小数的金额（元），例如 1250000.5");
        return Option<Money>.None;
    }

    private static Option<string> Named(QueryReader query, string name)
    {
        var source = query.Code(name);
        if (source == Origin.Service)
        {
            query.Report(
                name, "source.own", $"'{Origin.Service}' is the service itself; name the system that sends the file",
                $"“{Origin.Service}”代表本服务；请写发送文件的系统");
            return Option<string>.None;
        }

        return Prelude.Optional(source);
    }
}
