namespace Kehu.Api;

/// <summary>What waits in a spill file, read once from its first byte to its last.</summary>
internal sealed class SpilledBytes(SpillFile file) : ForwardStream
{
    public override int Read(Span<byte> buffer) => file.IsEmpty ? 0 : file.Take(buffer);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));
}
