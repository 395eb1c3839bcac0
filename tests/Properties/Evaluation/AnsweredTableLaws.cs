using System.Text;
using System.Text.Json;
using FsCheck.Fluent;
using Kehu.Properties.Pages;
using LanguageExt;

namespace Kehu.Properties.Evaluation;

/// <summary>Tables of answers: a column for each field of the row's contract, with what JSON would say of it.</summary>
public sealed class AnsweredTableLaws
{
    [Law]
    public Property A_row_of_a_scorecard_says_what_its_json_says() =>
        Law.ForAll(from report in PageGenerators.Scorecards from language in PageGenerators.Languages select (report, language), drawn =>
            Agree(ScoredRow.Contract, [.. drawn.report.Rows().Take(20)], drawn.language));

    [Law]
    public Property A_row_of_a_week_says_what_its_json_says() =>
        Law.ForAll(from report in PageGenerators.Weeks from language in PageGenerators.Languages select (report, language), drawn =>
            Agree(FigureRow.Contract, [.. drawn.report.Rows().Take(20)], drawn.language));

    private static bool Agree<T>(Contract<T> contract, T[] rows, Language language)
    {
        var (codec, table) = (JsonForms.All.Of(contract), new ContractTable<T>(contract).Of(rows, language));
        return table.Header == contract.Fields.Map(field => field.Name)
            && table.Rows.Select(row => row.Map(field => AsUtf8(field.Written))).SequenceEqual(rows.Select(row => InJson(codec, table.Header, row, language)));
    }

    /// <summary>The members of a row's JSON under the columns, words kept from being formulas: nothing where there is none, or null.</summary>
    private static Arr<string> InJson<T>(ContractCodec<T> codec, Arr<string> header, T row, Language language)
    {
        using var json = JsonDocument.Parse(WireJson.Bytes(writer => codec.Write(writer, row, language)));
        var members = json.RootElement;
        return header.Map(name => !members.TryGetProperty(name, out var value) ? "" : value.ValueKind == JsonValueKind.String ? CsvField.Text(value.GetString()!).Written : value.ToString());
    }

    /// <summary>With what is half a character as UTF-8 has it.</summary>
    private static string AsUtf8(string written) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(written));
}
