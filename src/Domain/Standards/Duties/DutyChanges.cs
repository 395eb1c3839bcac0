namespace Kehu.Domain;

/// <summary>
/// What a change of class, standard or calendar did to the duties. A duty is kept where it is owed to the same class within the same window
/// under the same <see cref="OwedDuty.Key"/>, and is waived or not as before; otherwise it is dropped and another one added.
/// </summary>
public sealed record DutyChanges(Arr<OwedDuty> Added, Arr<OwedDuty> Dropped, Arr<OwedDuty> Kept)
{
    /// <summary>From the duties before to those after. What was kept is shown as it is now.</summary>
    public static DutyChanges Between(Arr<OwedDuty> before, Arr<OwedDuty> after)
    {
        var (old, now) = (before.Map(Identity).ToHashSet(), after.Map(Identity).ToHashSet());
        return new DutyChanges(
            after.Filter(duty => !old.Contains(Identity(duty))),
            before.Filter(duty => !now.Contains(Identity(duty))),
            after.Filter(duty => old.Contains(Identity(duty))));
    }

    private static (string Key, ClassCode Class, DateRange Window, bool Waived) Identity(OwedDuty duty) =>
        (duty.Key, duty.Assessed.Duty.Class, duty.Assessed.Duty.Window, duty.Assessed.Duty.Waived);
}
