namespace Kehu.Wire;

/// <content>Faults, the caller's and the cursor's own.</content>
internal ref partial struct JsonCursor
{
    /// <summary>How many faults were found so far.</summary>
    public readonly int FaultCount => faults?.Faults.Count ?? 0;

    /// <summary>Reports a fault of the value here, or of the one just read.</summary>
    public void Fault(string code, string en, string zh) => Report(Domain.Fault.At(Pointer, code, en, zh));

    /// <summary>Reports a fault of a member of the object just read, or of one that ought to be there.</summary>
    public void FaultOf(string member, string code, string en, string zh) => Report(Domain.Fault.At(Pointer + Place.Pointer.Token(member), code, en, zh));

    /// <summary>Reports a fault made elsewhere. Nothing is reported once reading has stopped.</summary>
    public void Report(Fault fault)
    {
        if (!Stopped && !(faults ??= new FaultList()).Add(fault))
        {
            Stopped = true;
        }
    }

    private void RefuseMember(NameTable names, int member, bool lone)
    {
        var pointer = Pointer;
        Report(member >= 0 ? JsonFaults.Duplicate(pointer, names[member])
            : lone ? JsonFaults.Surrogate(pointer)
            : JsonFaults.Unknown(pointer, path.Name(text), names.Names, names.ListedAt));
        Skip();
    }

    private void ReportMissing(JsonMembers members, in MemberSet seen)
    {
        foreach (var member in members.Required)
        {
            if (!seen.Contains(member))
            {
                Report(JsonFaults.Missing(Pointer + Place.Pointer.Token(members.Names[member]), members.Names[member]));
            }
        }
    }
}
