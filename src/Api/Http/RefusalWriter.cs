using System.IO.Pipelines;

namespace Kehu.Api;

/// <summary>Hands everything on to a connection's output, but for a bare refusal of the server, which gets its words.</summary>
internal sealed class RefusalWriter(PipeWriter output, ILogger logger) : PipeWriter
{
    private Memory<byte> offered;

    public override bool CanGetUnflushedBytes => output.CanGetUnflushedBytes;

    public override long UnflushedBytes => output.UnflushedBytes;

    /// <summary>Always enough for the head of a refusal, so that it comes in one piece.</summary>
    public override Memory<byte> GetMemory(int sizeHint = 0) => offered = output.GetMemory(Math.Max(sizeHint, RefusalWords.LongestHead));

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override void Advance(int bytes)
    {
        if (RefusalWords.StatusOf(offered.Span[..bytes]) is not { } status)
        {
            output.Advance(bytes);
            return;
        }

        var requestId = RequestIds.Next();
        RefusalWords.LogRefusal(logger, requestId, status);
        var words = RefusalWords.Write(offered.Span[..bytes], status, requestId);
        words.CopyTo(output.GetMemory(words.Length));
        output.Advance(words.Length);
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => output.FlushAsync(cancellationToken);

    public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default) =>
        output.WriteAsync(source, cancellationToken);

    public override void CancelPendingFlush() => output.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => output.Complete(exception);

    public override ValueTask CompleteAsync(Exception? exception = null) => output.CompleteAsync(exception);
}
