namespace Kehu.Api;

/// <summary>What a call names that no standard has.</summary>
internal static class StandardFaults
{
    /// <summary>There is no such standard.</summary>
    public static Fault Unknown(Place place, string id) => Fault.At(
        "", "standard.unknown", $"there is no standard '{id}'; GET /v1/standards lists them", $"没有标准“{id}”；可用 GET /v1/standards 查询") with
    { Place = place };

    /// <summary>The standard names no such class.</summary>
    public static Fault UnknownClass(Standard standard, ClassCode code, string pointer)
    {
        var known = standard.Classes.Map(care => care.Class.Value);
        return Fault.At(
            pointer,
            "class.unknown",
            $"'{standard.Id}' names no class '{code}'; choose one of {string.Join(", ", known)}",
            $"“{standard.Id}”没有类别“{code}”；请选用：{string.Join("、", known)}");
    }
}
