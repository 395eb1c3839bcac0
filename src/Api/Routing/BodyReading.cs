namespace Kehu.Api;

/// <summary>Reads a request from a body: all its faults, or the request.</summary>
internal delegate IReadOnlyList<Fault> BodyReading<T>(ReadOnlySpan<byte> body, out T request);
