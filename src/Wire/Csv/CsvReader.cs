using System.Buffers;
using System.Text;
using System.Text.Unicode;
using LanguageExt;

namespace Kehu.Wire;

/// <summary>Lines of CSV as JSON objects: the first line is the header, each further one a record, to be read as any JSON record is.</summary>
internal sealed class CsvReader(Arr<CsvColumn> known)
{
    private readonly ArrayBufferWriter<byte> output = new(4_096);
    private Arr<CsvColumn> columns;

    /// <summary>What is wrong with the header; nothing can be read then.</summary>
    public IReadOnlyList<Fault> HeaderFaults { get; private set; } = [];

    /// <summary>What is wrong where the text has ended: there has to be a header at least.</summary>
    public IReadOnlyList<Fault> Finish() => columns.IsEmpty && HeaderFaults.Count == 0
        ? [Fault.At(
            "", "csv.header", "there is no header; the first line names the columns, see GET /v1/customers/import/template",
            "没有表头；首行须列出列名，见 GET /v1/customers/import/template")]
        : HeaderFaults;

    /// <summary>The line as a JSON object, empty for the header; or the fault that makes it unreadable, with the line as a JSON string.</summary>
    public Fault? Read(ReadOnlySpan<byte> line, out ReadOnlySpan<byte> json)
    {
        json = default;
        if (!Utf8.IsValid(line))
        {
            return Refused("", out json, "csv.utf8", "not UTF-8; save the file as UTF-8 (it may be GBK)", "不是 UTF-8 编码；请以 UTF-8 保存文件（原文件可能是 GBK）");
        }

        var text = Encoding.UTF8.GetString(line);
        if (CsvLine.Split(text) is not { } fields)
        {
            return Refused(
                text, out json, "csv.quotes", "the quotation marks do not match; a text holds no line break, and a mark within it is doubled",
                "引号不匹配；文本内不得换行，文本内的引号须写两个");
        }

        if (columns.IsEmpty)
        {
            columns = known.Read(fields).Match(Succ: read => read, Fail: faults =>
            {
                HeaderFaults = [.. faults];
                return Arr<CsvColumn>.Empty;
            });
            return null;
        }

        if (fields.Count != columns.Count)
        {
            return Refused(
                text, out json, "csv.fields", $"{fields.Count} fields where the header has {columns.Count}",
                $"共 {fields.Count} 个字段，而表头为 {columns.Count} 个");
        }

        json = columns.ToJson(fields, output);
        return null;
    }

    private Fault Refused(string line, out ReadOnlySpan<byte> json, string code, string en, string zh)
    {
        output.ResetWrittenCount();
        var writer = WireJson.Rent(output);
        writer.WriteStringValue(line);
        WireJson.Return(writer);
        json = output.WrittenSpan;
        return Fault.At("", code, en, zh);
    }
}
