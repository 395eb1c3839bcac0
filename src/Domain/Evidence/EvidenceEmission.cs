using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Kehu.Domain;

/// <summary>The instructions that write the lines of one plan of evidence, criterion by criterion. Used once.</summary>
internal sealed class EvidenceEmission(EvidencePlan plan, ILGenerator il)
{
    private static readonly int Size = Unsafe.SizeOf<EvidenceLine>();

    /// <summary>Where a line holds how it came out: after its criterion.</summary>
    private const int TruthAt = 4;

    private const int LowAt = 8;

    private const int HighAt = 16;

    private readonly LocalBuilder cursor = il.DeclareLocal(typeof(EvidenceLine).MakeByRefType());

    public void Write()
    {
        var done = il.DefineLabel();
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Stloc, cursor);
        if (plan.Applies.Case is EvidenceCriterion applies)
        {
            Find(applies);
            il.Emit(OpCodes.Pop);
        }

        for (var rung = 0; rung < plan.Rungs.Length; rung++)
        {
            il.Emit(OpCodes.Ldarg_2);
            il.Emit(OpCodes.Ldc_I4, rung);
            il.Emit(OpCodes.Ble, done);
            Find(plan.Rungs[rung]);
            il.Emit(OpCodes.Pop);
        }

        il.MarkLabel(done);
        il.Emit(OpCodes.Ldloc, cursor);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Sub);
        il.Emit(OpCodes.Conv_I4);
        il.Emit(OpCodes.Ldc_I4, Size);
        il.Emit(OpCodes.Div);
        il.Emit(OpCodes.Ret);
    }

    /// <summary>Writes the line of a criterion and those of its parts; leaves 1 on the stack where it holds and else 0, or the points of an item.</summary>
    private void Find(EvidenceCriterion at)
    {
        var (line, read, result) = (il.DeclareLocal(typeof(EvidenceLine).MakeByRefType()), il.DeclareLocal(typeof(long)), il.DeclareLocal(typeof(int)));
        il.Emit(OpCodes.Ldloc, cursor);
        il.Emit(OpCodes.Stloc, line);
        il.Emit(OpCodes.Ldloc, cursor);
        il.Emit(OpCodes.Ldc_I4, Size);
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Stloc, cursor);
        Read(at, read);
        Result(at, read);
        il.Emit(OpCodes.Stloc, result);
        Store(line, 0, () => il.Emit(OpCodes.Ldc_I4, at.Place), OpCodes.Stind_I4);
        Store(line, TruthAt, () => Came(at, result), OpCodes.Stind_I4);
        Store(line, LowAt, () => il.Emit(OpCodes.Ldloc, read), OpCodes.Stind_I8);
        Store(line, HighAt, () => il.Emit(OpCodes.Ldloc, read), OpCodes.Stind_I8);
        il.Emit(OpCodes.Ldloc, result);
    }

    private void Store(LocalBuilder line, int offset, Action value, OpCode store)
    {
        il.Emit(OpCodes.Ldloc, line);
        il.Emit(OpCodes.Ldc_I4, offset);
        il.Emit(OpCodes.Add);
        value();
        il.Emit(store);
    }

    /// <summary>The truth value of a result: 0 is <see cref="Truth.False"/>, 1 the value after it. Points are always known.</summary>
    private void Came(EvidenceCriterion at, LocalBuilder result)
    {
        if (at.Reading == EvidenceReading.Item)
        {
            il.Emit(OpCodes.Ldc_I4, (int)Truth.True);
            return;
        }

        il.Emit(OpCodes.Ldloc, result);
        il.Emit(OpCodes.Ldc_I4, (int)Truth.False);
        il.Emit(OpCodes.Add);
    }

    /// <summary>Keeps the reading of a quantity; of points it is kept when they are counted.</summary>
    private void Read(EvidenceCriterion at, LocalBuilder read)
    {
        if (at.Reading is EvidenceReading.Leaf or EvidenceReading.Cases)
        {
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldc_I4, at.Variable * sizeof(long));
            il.Emit(OpCodes.Add);
            il.Emit(OpCodes.Ldind_I8);
        }
        else
        {
            il.Emit(OpCodes.Ldc_I8, 0L);
        }

        il.Emit(OpCodes.Stloc, read);
    }

    private void Result(EvidenceCriterion at, LocalBuilder read)
    {
        _ = at.Reading switch
        {
            EvidenceReading.Leaf => Test(at.Tests, read),
            EvidenceReading.Never => Number(0),
            EvidenceReading.Group => Group(at),
            EvidenceReading.Not => Not(at),
            EvidenceReading.Cases => Cases(at, read),
            EvidenceReading.Score => Score(at, read),
            EvidenceReading.Item => Points(at, read),
            EvidenceReading.Referred => Referred(at),
        };
    }

    private Unit Number(int value)
    {
        il.Emit(OpCodes.Ldc_I4, value);
        return unit;
    }

    /// <summary>1 where the value lies in one of the intervals.</summary>
    private Unit Test(Interval[] admitted, LocalBuilder read)
    {
        Number(0);
        foreach (var part in admitted)
        {
            il.Emit(OpCodes.Ldloc, read);
            il.Emit(OpCodes.Ldc_I8, part.Low);
            il.Emit(OpCodes.Clt);
            il.Emit(OpCodes.Ldloc, read);
            il.Emit(OpCodes.Ldc_I8, part.High);
            il.Emit(OpCodes.Cgt);
            il.Emit(OpCodes.Or);
            Number(1);
            il.Emit(OpCodes.Xor);
            il.Emit(OpCodes.Or);
        }

        return unit;
    }

    private Unit Group(EvidenceCriterion at)
    {
        var yes = Local(0);
        foreach (var part in at.Parts)
        {
            Find(part);
            il.Emit(OpCodes.Ldloc, yes);
            il.Emit(OpCodes.Add);
            il.Emit(OpCodes.Stloc, yes);
        }

        il.Emit(OpCodes.Ldloc, yes);
        Number(at.Needed - 1);
        il.Emit(OpCodes.Cgt);
        return unit;
    }

    private Unit Not(EvidenceCriterion at)
    {
        Find(at.Parts[0]);
        Number(1);
        il.Emit(OpCodes.Xor);
        return unit;
    }

    /// <summary>The branch of the code alone; a code without one holds not.</summary>
    private Unit Cases(EvidenceCriterion at, LocalBuilder read)
    {
        var (result, end) = (Local(0), il.DefineLabel());
        var branches = at.Parts.Select(_ => il.DefineLabel()).ToArray();
        var codes = Enumerable.Range(0, (int)at.Keys.DefaultIfEmpty(-1).Max() + 1);
        il.Emit(OpCodes.Ldloc, read);
        il.Emit(OpCodes.Conv_I4);
        il.Emit(OpCodes.Switch, [.. codes.Select(code => System.Array.IndexOf(at.Keys, (long)code) is >= 0 and var part ? branches[part] : end)]);
        il.Emit(OpCodes.Br, end);
        for (var part = 0; part < at.Parts.Length; part++)
        {
            il.MarkLabel(branches[part]);
            Find(at.Parts[part]);
            il.Emit(OpCodes.Stloc, result);
            il.Emit(OpCodes.Br, end);
        }

        il.MarkLabel(end);
        il.Emit(OpCodes.Ldloc, result);
        return unit;
    }

    private Unit Score(EvidenceCriterion at, LocalBuilder read)
    {
        foreach (var item in at.Parts)
        {
            Find(item);
            il.Emit(OpCodes.Conv_I8);
            il.Emit(OpCodes.Ldloc, read);
            il.Emit(OpCodes.Add);
            il.Emit(OpCodes.Stloc, read);
        }

        return Test(at.Tests, read);
    }

    /// <summary>The points of the first bin that holds; all bins are shown.</summary>
    private Unit Points(EvidenceCriterion at, LocalBuilder read)
    {
        var (points, open) = (Local(0), Local(1));
        for (var bin = 0; bin < at.Parts.Length; bin++)
        {
            Find(at.Parts[bin]);
            Take(points, open, (int)at.Keys[bin]);
        }

        il.Emit(OpCodes.Ldloc, points);
        il.Emit(OpCodes.Conv_I8);
        il.Emit(OpCodes.Stloc, read);
        il.Emit(OpCodes.Ldloc, points);
        return unit;
    }

    /// <summary>The first class that holds must be one of those named, and the other policy must apply.</summary>
    private Unit Referred(EvidenceCriterion at)
    {
        var (assigned, open) = (Local(0), Local(1));
        for (var rung = 0; rung < at.Parts.Length; rung++)
        {
            Find(at.Parts[rung]);
            Take(assigned, open, at.Named[rung] ? 1 : 0);
        }

        if (at.NamesOtherwise)
        {
            Number(1);
            Take(assigned, open, 1);
        }

        Applies(at);
        il.Emit(OpCodes.Ldloc, assigned);
        il.Emit(OpCodes.And);
        return unit;
    }

    /// <summary>Whether another policy applies; the lines written on the way are written over.</summary>
    private void Applies(EvidenceCriterion at)
    {
        if (at.Applies.Case is not EvidenceCriterion hidden)
        {
            Number(at.Needed);
            return;
        }

        var shown = il.DeclareLocal(typeof(EvidenceLine).MakeByRefType());
        il.Emit(OpCodes.Ldloc, cursor);
        il.Emit(OpCodes.Stloc, shown);
        Find(hidden);
        il.Emit(OpCodes.Ldloc, shown);
        il.Emit(OpCodes.Stloc, cursor);
    }

    /// <summary>Adds a value where the truth on the stack is 1 and nothing held before; from then on nothing is open.</summary>
    private void Take(LocalBuilder into, LocalBuilder open, int value)
    {
        il.Emit(OpCodes.Ldloc, open);
        il.Emit(OpCodes.And);
        var first = il.DeclareLocal(typeof(int));
        il.Emit(OpCodes.Stloc, first);
        il.Emit(OpCodes.Ldloc, first);
        Number(value);
        il.Emit(OpCodes.Mul);
        il.Emit(OpCodes.Ldloc, into);
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Stloc, into);
        il.Emit(OpCodes.Ldloc, open);
        il.Emit(OpCodes.Ldloc, first);
        il.Emit(OpCodes.Xor);
        il.Emit(OpCodes.Stloc, open);
    }

    private LocalBuilder Local(int value)
    {
        var local = il.DeclareLocal(typeof(int));
        Number(value);
        il.Emit(OpCodes.Stloc, local);
        return local;
    }
}
