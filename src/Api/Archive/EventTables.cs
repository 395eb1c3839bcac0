using Kehu.Api.Contracts;
using Kehu.Domain;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api.Archive;

/// <summary>The tables of what happened with customers.</summary>
internal static class EventTables
{
    /// <summary>What was done for customers.</summary>
    public static YearTable<Engagement> Engagements { get; } = new("engagements", 1_000, EventWords.Engagement, new(Write, ReadEngagement), CustomerParts.Engagements);

    /// <summary>What customers were asked, and what they said.</summary>
    public static YearTable<Survey> Surveys { get; } = new("surveys", 100, EventWords.Survey, new(Write, ReadSurvey), CustomerParts.Surveys);

    /// <summary>What customers bought.</summary>
    public static YearTable<Purchase> Purchases { get; } = new("purchases", 1_000, EventWords.Purchase, new(Write, ReadPurchase), CustomerParts.Purchases);

    /// <summary>All of them.</summary>
    public static Arr<IYearTable> All { get; } = Array<IYearTable>(Engagements, Surveys, Purchases);

    private static void Write(BinaryWriter to, Engagement one)
    {
        to.Write((byte)one.Channel);
        to.Write((byte)one.Kind);
        to.Write((byte)((one.By.IsSome ? 1 : 0) | (one.Level.IsSome ? 2 : 0) | (one.Occasion.IsSome ? 4 : 0) | (one.Staff.IsSome ? 8 : 0) | (one.Note.IsSome ? 16 : 0)));
        one.By.IfSome(by => to.Write((byte)by));
        one.Level.IfSome(level => to.Write((byte)level));
        one.Occasion.IfSome(occasion => to.Write((byte)occasion));
        one.Staff.IfSome(to.Write);
        one.Note.IfSome(to.Write);
    }

    private static Engagement ReadEngagement(BinaryReader from, string id, DateOnly date)
    {
        var head = new Engagement(id, date, (Channel)from.ReadByte(), (EngagementKind)from.ReadByte());
        var has = from.ReadByte();
        return has == 0 ? head : head with
        {
            By = (has & 1) != 0 ? Some((Role)from.ReadByte()) : None,
            Level = (has & 2) != 0 ? Some((EventLevel)from.ReadByte()) : None,
            Occasion = (has & 4) != 0 ? Some((Occasion)from.ReadByte()) : None,
            Staff = (has & 8) != 0 ? Some(from.ReadString()) : None,
            Note = (has & 16) != 0 ? Some(from.ReadString()) : None,
        };
    }

    private static void Write(BinaryWriter to, Survey one)
    {
        to.Write((byte)((one.Answer.IsSome ? 1 : 0) | (one.Comment.IsSome ? 2 : 0) | (one.Channel.IsSome ? 4 : 0) | (one.Staff.IsSome ? 8 : 0)));
        one.Answer.IfSome(answer => to.Write((byte)answer));
        one.Comment.IfSome(to.Write);
        one.Channel.IfSome(channel => to.Write((byte)channel));
        one.Staff.IfSome(to.Write);
    }

    private static Survey ReadSurvey(BinaryReader from, string id, DateOnly date)
    {
        var has = from.ReadByte();
        return new Survey(id, date, (has & 1) != 0 ? Some((Satisfaction)from.ReadByte()) : None)
        {
            Comment = (has & 2) != 0 ? Some(from.ReadString()) : None,
            Channel = (has & 4) != 0 ? Some((Channel)from.ReadByte()) : None,
            Staff = (has & 8) != 0 ? Some(from.ReadString()) : None,
        };
    }

    /// <summary>A product is stored by its code: the fact's list may grow anywhere.</summary>
    private static void Write(BinaryWriter to, Purchase one)
    {
        to.Write(one.Product);
        to.Write(one.Amount.IsSome);
        one.Amount.IfSome(amount => to.Write(amount.Fen));
    }

    private static Purchase ReadPurchase(BinaryReader from, string id, DateOnly date) =>
        new(id, date, from.ReadString()) { Amount = from.ReadBoolean() ? Some(new Money(from.ReadInt64())) : None };
}
