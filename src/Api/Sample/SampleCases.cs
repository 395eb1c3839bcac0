namespace Kehu.Api;

/// <summary>
/// Requests and complaints of the year behind the portfolio: of a hundred customers one has a case. Most are acknowledged and followed up in time.
/// </summary>
internal static class SampleCases
{
    private const int InHundred = 1;
    private const int ComplaintsInHundred = 60;
    private const int UrgentInHundred = 15;
    private const int AcknowledgedInTime = 93;
    private const int FollowedUpInTime = 95;
    private const int LeftLying = 8;

    private static readonly string[] Complaints = ["排队超过一小时", "被收取了不知情的费用", "柜员态度生硬", "自助设备吞卡后处理慢", "理财到期未及时提醒", "短信通知重复扣费"];

    private static readonly string[] Requests = ["申请调整转账限额", "希望上门收取资料", "需要开具资信证明", "咨询大额存单额度", "申请更换预留手机号码", "希望安排理财讲解"];

    /// <summary>What was done with a customer's case, in its order, up to the closing hour of the record's day; none where there was no case.</summary>
    public static IEnumerable<CaseCommand> Of(CustomerRecord record, WorkCalendar calendar, Dice dice)
    {
        if (!dice.Chance(InHundred))
        {
            return [];
        }

        var days = SampleYear.Days(record);
        var at = days.From.AddDays((int)dice.Below(days.Days)).ToDateTime(WorkHours.Opening).AddMinutes(dice.Below(8 * 60));
        var open = Open(record, at, dice);
        var last = record.AsOf.ToDateTime(WorkHours.Closing);
        var all = Handled(open, calendar, dice).Prepend(open).ToList();
        return all.Take(dice.Chance(LeftLying) ? 1 + (int)dice.Below(all.Count) : all.Count).TakeWhile(command => command.At <= last);
    }

    private static CaseCommand.Open Open(CustomerRecord record, DateTime at, Dice dice)
    {
        var type = dice.Chance(ComplaintsInHundred) ? CaseType.Complaint : CaseType.Request;
        return new CaseCommand.Open(
            at, record.Id, record.Outlet, type, dice.OneOf(Enum.GetValues<CaseSubject>()), dice.Chance(UrgentInHundred) ? Urgency.Urgent : Urgency.Normal,
            dice.OneOf(type == CaseType.Complaint ? Complaints : Requests));
    }

    /// <summary>Acknowledged, taken through the steps one after the other in working time, and closed.</summary>
    private static IEnumerable<CaseCommand> Handled(CaseCommand.Open open, WorkCalendar calendar, Dice dice)
    {
        var allowed = open.Type == CaseType.Complaint || open.Urgency == Urgency.Urgent ? 60 : 480;
        var at = Later(open.At, dice.Chance(AcknowledgedInTime) ? dice.Between(3, allowed - 5) : dice.Between(allowed + 10, allowed + 300));
        yield return new CaseCommand.Acknowledge(at, PersonNames.Draw("female", dice), LanguageExt.Prelude.None);
        foreach (var step in Enum.GetValues<CaseStep>().Where(step => step != CaseStep.FollowUp))
        {
            at = Later(at, dice.Between(5, 40));
            yield return new CaseCommand.Step(at, step, step == CaseStep.Settle ? "已与客户沟通一致" : "");
        }

        if (open.Type == CaseType.Complaint)
        {
            var settled = DateOnly.FromDateTime(at);
            var days = (int)(dice.Chance(FollowedUpInTime) ? dice.Between(1, 2) : dice.Between(5, 8));
            var due = calendar.After(settled, days).ToDateTime(WorkHours.Opening).AddMinutes(dice.Between(60, 400));
            at = due > at ? due : at;
            yield return new CaseCommand.Step(at, CaseStep.FollowUp, "电话回访");
        }

        yield return new CaseCommand.Close(Later(at, dice.Between(1, 30)));

        DateTime Later(DateTime from, long minutes) => calendar.After(from, TimeSpan.FromMinutes(minutes));
    }
}
