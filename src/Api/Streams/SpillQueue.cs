using System.Buffers;

namespace Kehu.Api;

/// <summary>
/// Pieces of an answer on their way from the one who makes them to the one who sends them, in order: a few in memory, the rest in a
/// file. One thread puts and one takes. Pieces are rented from the shared pool; whoever holds one returns it.
/// </summary>
internal sealed class SpillQueue(string directory, long capacity) : IDisposable
{
    /// <summary>The size of a piece, unless a single line is longer.</summary>
    public const int PieceSize = 32 * 1024;

    /// <summary>Pieces kept in memory, half a megabyte.</summary>
    public const int PiecesInMemory = 16;

    private readonly Lock gate = new();
    private readonly Queue<ArraySegment<byte>> memory = new(PiecesInMemory);
    private readonly SpillFile file = new(directory, capacity);
    private readonly SemaphoreSlim arrived = new(0);
    private readonly SemaphoreSlim left = new(0);
    private ArraySegment<byte> last;
    private bool completed;

    /// <summary>How many bytes went through the file.</summary>
    public long Spilled => file.Total;

    /// <summary>Takes the piece over; false when there is no room, in memory or on disk.</summary>
    public bool TryPut(ArraySegment<byte> piece)
    {
        lock (gate)
        {
            if (file.IsEmpty && memory.Count < PiecesInMemory)
            {
                memory.Enqueue(piece);
            }
            else if (file.TryPut(piece))
            {
                ArrayPool<byte>.Shared.Return(piece.Array!);
            }
            else
            {
                return false;
            }
        }

        Signal(arrived);
        return true;
    }

    /// <summary>Takes over a last piece, which is kept in memory though there is no other room, and comes after all others. Nothing more will be put.</summary>
    public void End(ArraySegment<byte> piece)
    {
        lock (gate)
        {
            last = piece;
        }

        Complete();
    }

    /// <summary>Nothing more will be put.</summary>
    public void Complete()
    {
        Volatile.Write(ref completed, true);
        Signal(arrived);
    }

    /// <summary>The oldest piece, now the caller's.</summary>
    public bool TryTake(out ArraySegment<byte> piece)
    {
        lock (gate)
        {
            if (!memory.TryDequeue(out piece))
            {
                if (file.IsEmpty)
                {
                    (piece, last) = (last, default);
                    return piece.Count > 0;
                }

                var rented = ArrayPool<byte>.Shared.Rent(PieceSize);
                piece = new ArraySegment<byte>(rented, 0, file.Take(rented));
            }
        }

        Signal(left);
        return true;
    }

    /// <summary>Waits until something may be there to take; false when nothing ever will be.</summary>
    public async ValueTask<bool> Arrival(CancellationToken stopped)
    {
        while (IsEmpty())
        {
            if (Volatile.Read(ref completed))
            {
                return !IsEmpty();
            }

            await arrived.WaitAsync(stopped);
        }

        return true;
    }

    /// <summary>Waits until something was taken.</summary>
    public Task Room(CancellationToken stopped) => left.WaitAsync(stopped);

    public void Dispose()
    {
        lock (gate)
        {
            while (memory.TryDequeue(out var piece))
            {
                ArrayPool<byte>.Shared.Return(piece.Array!);
            }

            if (last.Count > 0)
            {
                ArrayPool<byte>.Shared.Return(last.Array!);
                last = default;
            }

            file.Dispose();
        }

        arrived.Dispose();
        left.Dispose();
    }

    private bool IsEmpty()
    {
        lock (gate)
        {
            return memory.Count == 0 && file.IsEmpty && last.Count == 0;
        }
    }

    /// <summary>A signal waits for its receiver, but signals do not pile up.</summary>
    private static void Signal(SemaphoreSlim signal)
    {
        if (signal.CurrentCount == 0)
        {
            signal.Release();
        }
    }
}
