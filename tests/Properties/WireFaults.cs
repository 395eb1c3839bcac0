namespace Kehu.Properties;

/// <summary>Faults as tests compare them.</summary>
internal static class WireFaults
{
    /// <summary>Code and pointer of each.</summary>
    public static IEnumerable<string> Told(IEnumerable<Fault> faults) =>
        faults.Select(fault => $"{fault.Code} {(fault.Place is Place.Pointer(var path) ? path : "?")}");
}
