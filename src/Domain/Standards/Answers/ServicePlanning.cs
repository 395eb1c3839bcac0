namespace Kehu.Domain;

/// <summary>For whom is planned: somebody in a class, in another one or none before where that is given, and when he or she was born.</summary>
public sealed record PlannedFor(ClassCode Class, Option<ClassCode> Was, Option<DateOnly> Born);

/// <summary>What a call for a plan comes to: the duties of somebody for whom nothing has been done yet.</summary>
public static class ServicePlanning
{
    /// <summary>
    /// The duties of the call under the standard as it is supposed to be, with those marked that contact limits leave no room for in the years
    /// told ahead; and what that changes in the duties that are in force.
    /// </summary>
    public static ServicePlan Plan(
        this ServicePlanRequest request, Standard standard, Standard supposed, PlannedFor whom, WorkCalendar calendar, ContactLimits limits, DateOnly today)
    {
        var (served, days) = (request.Served(whom, request.DecidedOn), new WorkCalendar(calendar.Moved + request.MovedDays));
        var owed = OwedInWindow.Of(ServiceStanding.Of(supposed, served), days, request.Query, [], today, last: today.AddYears(Planning.YearsAhead));
        var (duties, crowded) = (owed.Duties, owed.WithoutRoom(limits).Map(duty => duty.Key).ToHashSet());
        return new ServicePlan(duties.Map(duty => new PlannedDuty(duty.Assessed, crowded.Contains(duty.Key))), request.Supposes ? Some(Changes()) : None);

        ChangedDuties<PlannedDuty> Changes()
        {
            var inForce = request.Served(new PlannedFor(whom.Was.IfNone(whom.Class), None, whom.Born), whom.Was.IsSome ? None : request.DecidedOn);
            var changes = DutyChanges.Between(ServiceStanding.Of(standard, inForce).Duties(calendar, request.Query, [], today), duties);
            return new ChangedDuties<PlannedDuty>(changes.Added.Map(Compared), changes.Dropped.Map(Compared), changes.Kept.Count);
        }
    }

    /// <summary>A duty of a comparison, which says nothing of room.</summary>
    private static PlannedDuty Compared(OwedDuty duty) => new(duty.Assessed, LacksRoom: false);

    /// <summary>
    /// Somebody in the class from the day after the decision, and in another before, where they are given; all along otherwise. Wishes are
    /// those sent with a customer; the file is open unless the call says that it is not.
    /// </summary>
    private static Served Served(this ServicePlanRequest request, PlannedFor whom, Option<DateOnly> decidedOn)
    {
        var usual = Domain.Served.Always(whom.Class, whom.Born);
        var wished = request.Customer.Map(sent => sent.Preferences).Filter(sent => sent != Preferences.Unknown)
            .Match(Some: sent => usual.Wishes.Map(wish => wish with { State = ConsentState.Of(sent) }), None: () => usual.Wishes);
        var always = usual with { Wishes = wished, FileOpenedOn = request.OpenFile ? usual.FileOpenedOn : None };
        var before = whom.Was.Map(was => (always.Stays[0].DecidedOn, Some(was))).AsEnumerable();
        return decidedOn.Map(day => always with { Stays = Stay.Following([.. before, (day, Some(whom.Class))]) }).IfNone(always);
    }
}
