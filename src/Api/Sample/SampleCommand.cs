using System.Buffers;
using System.Text;
using Kehu.Api.Archive;
using Kehu.Api.Codecs;
using Kehu.Api.Contracts;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Sample;

/// <summary>The command that writes a sample portfolio to a stream, customer by customer.</summary>
internal static class SampleCommand
{
    private const int Done = 0;
    private const int Failed = 1;
    private const int Misused = 2;

    /// <summary>What a closed pipe is called: EPIPE on Linux and macOS, a broken or closing pipe on Windows.</summary>
    private static readonly int[] ClosedPipe = [32, unchecked((int)0x8007006D), unchecked((int)0x800700E8)];

    /// <summary>Bytes gathered before they are written.</summary>
    private const int Portion = 1 << 16;

    /// <summary>Writes the portfolio; 2 with one line of errors where the arguments are none, 1 where the output fails. A reader that goes away ends it quietly.</summary>
    public static int Run(string[] args, Stream output, TextWriter errors) => SampleArguments.Read(args).Match(
        Left: fault =>
        {
            errors.WriteLine($"{fault}; {SampleArguments.Usage}");
            return Misused;
        },
        Right: wanted =>
        {
            try
            {
                Write(wanted, output);
            }
            catch (IOException closed) when (ClosedPipe.Contains(closed.HResult))
            {
                // whoever read has what it wanted
            }
            catch (IOException fault)
            {
                errors.WriteLine($"the portfolio could not be written: {fault.Message}");
                return Failed;
            }

            return Done;
        });

    private static void Write(SampleArguments wanted, Stream output)
    {
        var (lines, columns) = (new ArrayBufferWriter<byte>(2 * Portion), CsvColumns.Of(FactSheet.Catalogue));
        if (wanted.Format == SampleFormat.Csv)
        {
            Line(lines, columns.Header());
        }

        foreach (var customer in SamplePortfolio.Customers(wanted.Scale, wanted.Seed, wanted.AsOf))
        {
            Append(lines, columns, customer, wanted.Format);
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
            Line(lines, CsvRecord.Line(columns, Held.JsonOf(customer)));
            return;
        }

        var json = Wire.Rent(lines);
        CustomerCodecs.Write(json, customer);
        Wire.Return(json);
        lines.Write("\n"u8);
    }

    private static void Line(ArrayBufferWriter<byte> lines, string text)
    {
        Encoding.UTF8.GetBytes(text, lines);
        lines.Write("\n"u8);
    }
}
