namespace Kehu.Api;

/// <summary>Outlets of the register in JSON, sent, answered and kept alike.</summary>
internal static class OutletCodec
{
    public static ContractCodec<Outlet> Outlet { get; } = JsonForms.All.Of(Domain.Outlet.Contract);

    public static ContractCodec<Listed<Outlet>> Page { get; } = JsonForms.All.Of(Listed<Outlet>.Of(Domain.Outlet.Contract));

    /// <summary>The outlet in a body whose address names the code, or all faults.</summary>
    public static IReadOnlyList<Fault> Read(ReadOnlySpan<byte> body, string code, out Outlet outlet)
    {
        var faults = JsonForms.All.Of(Domain.Outlet.At(code)).Read(body, out var sent);
        outlet = sent with { Code = code };
        return faults;
    }

    /// <summary>An outlet on file; one that is damaged is a defect of the store.</summary>
    public static Outlet Stored(ReadOnlySpan<byte> json) =>
        Outlet.Read(json, out var outlet).Count == 0 && outlet.Code.Length > 0 ? outlet : throw new InvalidDataException("a stored outlet is damaged");
}
