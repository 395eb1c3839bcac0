using System.Net;
using System.Net.Http.Headers;

namespace Kehu.Properties.Http;

/// <summary>A body of lines that is sent in pieces, with a step to be waited for before some of them.</summary>
internal sealed class SlowLines : HttpContent
{
    private readonly IReadOnlyList<string> pieces;
    private readonly Func<int, Task> before;

    public SlowLines(IReadOnlyList<string> pieces, Func<int, Task> before)
    {
        (this.pieces, this.before) = (pieces, before);
        Headers.ContentType = new MediaTypeHeaderValue(Asking.Ndjson);
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        for (var i = 0; i < pieces.Count; i++)
        {
            await before(i);
            await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(pieces[i]));
            await stream.FlushAsync();
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
