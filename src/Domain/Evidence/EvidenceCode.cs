using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Kehu.Domain;

/// <summary>Writes the lines of the first classes of a plan for readings that are all known; says how many lines those are.</summary>
internal delegate int WriteLines(ref long readings, ref EvidenceLine lines, int tested);

/// <summary>
/// Machine code for a plan of evidence where everything is known: what it writes is what <see cref="EvidenceWriter{TReadings}"/> writes, by law.
/// None where the runtime cannot make code or the plan is too large for it.
/// </summary>
internal static class EvidenceCode
{
    /// <summary>The most criteria of a plan that is compiled (house).</summary>
    public const int MostCriteria = 1_000;

    /// <summary>The code of a plan.</summary>
    public static Option<WriteLines> Of(EvidencePlan plan)
    {
        if (!RuntimeFeature.IsDynamicCodeCompiled || plan.Count > MostCriteria)
        {
            return None;
        }

        var method = new DynamicMethod(
            "Lines",
            typeof(int),
            [typeof(long).MakeByRefType(), typeof(EvidenceLine).MakeByRefType(), typeof(int)],
            typeof(EvidenceCode).Module,
            skipVisibility: true);
        new EvidenceEmission(plan, method.GetILGenerator()).Write();
        return Some(method.CreateDelegate<WriteLines>());
    }
}
