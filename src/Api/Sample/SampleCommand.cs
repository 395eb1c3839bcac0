using System.Buffers;
using System.Text;
using LanguageExt;

namespace Kehu.Api;

/// <summary>The command that writes a sample portfolio to a stream, customer by customer.</summary>
internal static class SampleCommand
{
    /// <summary>What a closed pipe is called: EPIPE on Linux and macOS, a broken or closing pipe on Windows.</summary>
    private static readonly int[] ClosedPipe = [32, unchecked((int)0x8007006D), unchecked((int)0x800700E8)];

    /// <summary>Bytes gathered before they are written.</summary>
    private const int Portion = 1 << 16;

    /// <summary>Writes the portfolio; the reason where the output fails. A reader that goes away ends it quietly.</summary>
    public static Option<string> Run(SampleArguments wanted, Stream output, Watch watch)
    {
        try
        {
            Write(wanted, output, watch);
            return Option<string>.None;
        }
        catch (IOException closed) when (ClosedPipe.Contains(closed.HResult))
        {
            // the reader has what it wanted
            return Option<string>.None;
        }
        catch (IOException fault)
        {
            return $"the portfolio could not be written: {fault.Message}";
        }
    }

    private static void Write(SampleArguments wanted, Stream output, Watch watch)
    {
        using var written = new Counted(watch, "writing the sample", SamplePortfolio.Size(wanted.Scale), "customers");
        var (lines, columns) = (new ArrayBufferWriter<byte>(2 * Portion), CsvColumns.Of(FactSheet.Catalogue));
        if (wanted.Format == SampleFormat.Csv)
        {
            Line(lines, columns.Header());
        }

        foreach (var customer in SamplePortfolio.Customers(wanted.Scale, wanted.Seed, wanted.AsOf))
        {
            Append(lines, columns, customer, wanted.Format);
            written.Add(1);
            if (lines.WrittenCount >= Portion)
            {
                output.Write(lines.WrittenSpan);
                lines.ResetWrittenCount();
            }
        }

        output.Write(lines.WrittenSpan);
        output.Flush();
    }

    private static void Append(ArrayBufferWriter<byte> lines, Arr<CsvColumn> columns, CustomerRecord customer, SampleFormat format)
    {
        if (format == SampleFormat.Csv)
        {
            Line(lines, CsvRecord.Line(columns, WireJson.Bytes(sent => CustomerCodecs.WriteAsSent(sent, customer))));
            return;
        }

        var json = WireJson.Rent(lines);
        CustomerCodecs.WriteAsSent(json, customer);
        WireJson.Return(json);
        lines.Write("\n"u8);
    }

    private static void Line(ArrayBufferWriter<byte> lines, string text)
    {
        Encoding.UTF8.GetBytes(text, lines);
        lines.Write("\n"u8);
    }
}
