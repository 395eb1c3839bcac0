using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Kehu.Domain;

/// <summary>Decides many customers whose readings are all known, from the first of them on, into as many outcomes.</summary>
internal delegate void DecideAll(ref long readings, ref byte outcomes, nint count);

/// <summary>Decides one customer by what is known of it: the outcome, or the complement of the node at which an unknown reading stops the walk.</summary>
internal delegate int DecideKnown(ref Interval readings);

/// <summary>
/// Machine code for a diagram, written by <see cref="DiagramEmission"/>; what it says is what <see cref="Diagram.Walk(ReadOnlySpan{long})"/> says,
/// by law. None where the runtime cannot make code or the diagram is so large that compiling it would cost more than it brings.
/// The code belongs to the diagram and goes with it.
/// </summary>
internal static class DiagramCode
{
    /// <summary>The most children of all nodes of a diagram that is compiled (house): beyond it the compiler of the runtime no longer optimises.</summary>
    public const int MostChildren = 1_500;

    /// <summary>Readings customer by customer.</summary>
    public static Option<DecideAll> Rows(Diagram diagram) => Of<DecideAll>(
        diagram, ReadingLayout.Rows, typeof(void), typeof(long).MakeByRefType(), typeof(byte).MakeByRefType(), typeof(nint));

    /// <summary>What is known of one customer.</summary>
    public static Option<DecideKnown> Known(Diagram diagram) => Of<DecideKnown>(
        diagram, ReadingLayout.Known, typeof(int), typeof(Interval).MakeByRefType());

    private static Option<TCode> Of<TCode>(Diagram diagram, ReadingLayout layout, Type result, params Type[] arguments)
        where TCode : Delegate
    {
        if (!RuntimeFeature.IsDynamicCodeCompiled || diagram.Nodes.Sum(node => (long)node.Children.Length) > MostChildren)
        {
            return None;
        }

        var method = new DynamicMethod("Decide", result, arguments, typeof(DiagramCode).Module, skipVisibility: true) { InitLocals = false };
        new DiagramEmission(diagram, method.GetILGenerator(), layout).Write();
        return Some(method.CreateDelegate<TCode>());
    }
}
