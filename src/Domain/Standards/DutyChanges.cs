namespace Kehu.Domain;

/// <summary>What a change of class, standard or calendar did to the duties: matched by <see cref="OwedDuty.Key"/>.</summary>
public sealed record DutyChanges(Arr<OwedDuty> Added, Arr<OwedDuty> Dropped, Arr<OwedDuty> Kept)
{
    /// <summary>From the duties before to those after. What was kept is shown as it is now.</summary>
    public static DutyChanges Between(Arr<OwedDuty> before, Arr<OwedDuty> after)
    {
        var (old, now) = (before.Map(duty => duty.Key).ToHashSet(), after.Map(duty => duty.Key).ToHashSet());
        return new DutyChanges(after.Filter(duty => !old.Contains(duty.Key)), before.Filter(duty => !now.Contains(duty.Key)), after.Filter(duty => old.Contains(duty.Key)));
    }
}
