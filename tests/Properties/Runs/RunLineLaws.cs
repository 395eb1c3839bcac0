using System.Buffers;
using FsCheck.Fluent;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Runs;

/// <summary>The lines of a run are written by hand, since there is one of every customer, and described by a contract: both say the same.</summary>
public sealed class RunLineLaws
{
    private static readonly ContractCodec<RunLine> Contract = JsonForms.All.Of(RunLine.Contract);

    private static readonly Run Decided = Run.Queue("08de28a8b2f1c000", RunGenerators.Two, new DateOnly(2026, 11, 21), DateTime.UnixEpoch);

    [Law(300)]
    public Property What_is_written_by_hand_is_what_the_contract_says() =>
        Law.ForAll(RunGenerators.Chunks.Zip(Gen.Elements(None, Some(0), Some(1))), asked =>
        {
            var (chunk, only) = asked;
            var (written, lines) = (new ArrayBufferWriter<byte>(), new RunLines(Decided, only));
            chunk.Customers.Iter(customer => lines.Write(written, customer));
            byte[] meant = [.. chunk.Customers.SelectMany(customer => WireJson.Bytes(json => Contract.Write(json, new RunLine(Decided, customer, only))).Append((byte)'\n'))];
            return written.WrittenSpan.SequenceEqual(meant);
        });
}
