namespace Kehu.Api;

/// <summary>Units, staff and the view of outlets in JSON: sent, answered and kept alike.</summary>
internal static class OrganisationCodecs
{
    public static ContractCodec<BankUnit> Unit { get; } = JsonForms.All.Of(BankUnit.Contract);

    public static ContractCodec<StaffEntry> Entry { get; } = JsonForms.All.Of(StaffEntry.Contract);

    public static ContractCodec<Outlet> Outlet { get; } = JsonForms.All.Of(Domain.Outlet.Contract);

    /// <summary>The unit in a body whose address names the code, or all faults.</summary>
    public static IReadOnlyList<Fault> ReadUnit(ReadOnlySpan<byte> body, string code, out BankUnit unit)
    {
        var faults = JsonForms.All.Of(BankUnit.At(code)).Read(body, out var sent);
        unit = sent with { Code = code };
        return faults;
    }

    /// <summary>The same of an entry of the register of staff.</summary>
    public static IReadOnlyList<Fault> ReadEntry(ReadOnlySpan<byte> body, string code, out StaffEntry entry)
    {
        var faults = JsonForms.All.Of(StaffEntry.At(code)).Read(body, out var sent);
        entry = sent with { Code = code };
        return faults;
    }

    /// <summary>The same of an outlet.</summary>
    public static IReadOnlyList<Fault> ReadOutlet(ReadOnlySpan<byte> body, string code, out Outlet outlet)
    {
        var faults = JsonForms.All.Of(Domain.Outlet.At(code)).Read(body, out var sent);
        outlet = sent with { Code = code };
        return faults;
    }

    /// <summary>What a row of a register holds; one that is damaged is a defect of the store.</summary>
    public static T Stored<T>(this ContractCodec<T> codec, Row row) =>
        codec.Read(row.Body, out var value).Count == 0 ? value : throw new InvalidDataException($"the stored entry '{row.Id}' of a register is damaged");
}
