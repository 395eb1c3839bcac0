using System.Globalization;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>What sample customers were asked in the year behind the portfolio: of five one in each quarter, of whom some do not answer.</summary>
internal static class SampleSurveys
{
    private const int AskedInHundred = 20;
    private const int AnswersInHundred = 86;
    private const int Quarters = 4;
    private const int DaysOfQuarter = 91;

    /// <summary>Of a hundred answers 85 are good. Source: the reference bank of 002, 二.1.</summary>
    private static readonly Weighted<Satisfaction> Answers = new(
        (Satisfaction.VerySatisfied, 38), (Satisfaction.Satisfied, 47), (Satisfaction.Neutral, 9),
        (Satisfaction.Dissatisfied, 4), (Satisfaction.VeryDissatisfied, 2));

    private static readonly Channel[] Channels = [Channel.Phone, Channel.Sms, Channel.WeChat, Channel.App];

    private static readonly string[] Praise = ["客户经理很耐心", "手机银行用起来方便", "大堂引导及时", "办理速度快，谢谢", "希望继续保持"];

    private static readonly string[] Wishes =
    [
        "排队时间较长，希望增开窗口", "希望周末也能办理业务", "理财到期提醒不够及时", "手续费偏高", "手机银行转账步骤太多", "自助设备经常故障", "希望产品风险讲得更清楚", "客户经理更换频繁", "停车不方便", "等候区座位不足",
    ];

    /// <summary>The surveys of the year, by date.</summary>
    public static IEnumerable<Survey> Of(CustomerRecord record, Dice dice)
    {
        var (days, start) = (SampleYear.Days(record), record.AsOf.AddDays(1 - (Quarters * DaysOfQuarter)));
        for (var quarter = 0; quarter < Quarters; quarter++)
        {
            var date = start.AddDays((quarter * DaysOfQuarter) + (int)dice.Below(DaysOfQuarter));
            if (dice.Chance(AskedInHundred) && Survey(record, date, dice) is var survey && days.Contains(date))
            {
                yield return survey;
            }
        }
    }

    private static Survey Survey(CustomerRecord record, DateOnly date, Dice dice)
    {
        var answer = dice.Chance(AnswersInHundred) ? Some(Answers.Draw(dice)) : None;
        var channels = System.Array.FindAll(Channels, channel => !record.Preferences.RefusedChannels.Contains(channel));
        return new Survey(string.Create(CultureInfo.InvariantCulture, $"survey-{date:yyyy-MM-dd}"), date, answer)
        {
            Comment = answer.Bind(given => Comment(given, dice)),
            Channel = channels.Length > 0 ? Some(dice.OneOf(channels)) : None,
            Staff = record.Manager,
        };
    }

    private static Option<string> Comment(Satisfaction answer, Dice dice) => dice.Chance(answer.IsGood() ? 14 : 55)
        ? Some(dice.OneOf(answer.IsGood() && dice.Chance(60) ? Praise : Wishes))
        : None;
}
