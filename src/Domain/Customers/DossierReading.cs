namespace Kehu.Domain;

/// <summary>How a field of a customer's file stands on a day.</summary>
public abstract record FieldStanding
{
    private FieldStanding()
    {
    }

    /// <summary>It is on file: in the record, kept elsewhere, or both.</summary>
    public sealed record OnFile(bool InRecord, bool Elsewhere, Option<string> KeptAt) : FieldStanding;

    /// <summary>The customer states to have none.</summary>
    public sealed record StatedNone : FieldStanding;

    /// <summary>The customer declined to tell, and is not to be asked yet.</summary>
    public sealed record Declined(DeclinedField By) : FieldStanding;

    /// <summary>It is to be asked for.</summary>
    public sealed record Missing : FieldStanding;
}

/// <summary>What of a customer's file settles fields, by day: what is on file or stated to be none, and what was declined besides.</summary>
public sealed record FiledFields(Arr<DossierField> Settled, Arr<DeclinedField> Declined)
{
    /// <summary>Those of some fields that are still to be asked for on a day, in the order asked.</summary>
    public Arr<DossierField> Missing(Arr<DossierField> asked, DateOnly day) =>
        asked.Filter(field => !Settled.Contains(field) && !Declined.Exists(one => one.Field == field && one.HoldsOn(day)));
}

/// <summary>What of a customer's file is there: read off the record itself, and ticks for what is kept elsewhere. Source: facts, Dossier.</summary>
public static class DossierReading
{
    private static readonly Arr<DossierField> All = new(Enum.GetValues<DossierField>());

    /// <summary>
    /// Whether the customer can be reached: a telephone number, an e-mail or an address (house). Source 000, 04: 联系方式, for which any will do.
    /// </summary>
    public static bool CanBeReached(this Contact contact) =>
        contact.Mobile.IsSome || contact.HomePhone.IsSome || contact.EMail.IsSome || contact.HomeAddress.IsSome;

    /// <summary>
    /// Whether the record holds the field by itself. Risk characteristics are a text or the level of risk that the customer can bear; of a firm the
    /// occupation is its industry; business is an amount of deposits, loans or investments, and products held without one are none
    /// (000, 04: 存款、贷款、理财等业务类型及金额); a service plan has all its parts, or the one text of before (house).
    /// </summary>
    public static bool Holds(this CustomerRecord record, DossierField field) => field switch
    {
        DossierField.Name => record.Name.IsSome,
        DossierField.Contact => record.Contact.CanBeReached(),
        DossierField.Address => record.Contact.HomeAddress.IsSome,
        DossierField.Employer => record.Contact.Employer.IsSome,
        DossierField.Mobile => record.Contact.Mobile.IsSome,
        DossierField.HomePhone => record.Contact.HomePhone.IsSome,
        DossierField.Occupation => record.Knows(PersonalFacts.Occupation) || record.Knows(EnterpriseFacts.Industry),
        DossierField.RiskCharacteristics => record.Dossier.RiskCharacteristics.IsSome || record.Knows(PersonalFacts.RiskLevel),
        DossierField.ProductPreference => record.Dossier.ProductPreference.IsSome,
        DossierField.ManagerNumber => record.Manager.IsSome,
        DossierField.ServicePlan => record.Dossier.ServicePlan.IsSome || record.Dossier.Plan.Lacking.IsEmpty,
        DossierField.Business => record.Knows(SharedFacts.Deposits) || record.Knows(SharedFacts.Loans) || record.Knows(SharedFacts.Investments),
        DossierField.Needs => record.Dossier.Needs.IsSome,
        DossierField.Feedback => record.Dossier.Feedback.IsSome,
    };

    /// <summary>How a field stands on a day. What is on file is not missing, whatever else is said of it.</summary>
    public static FieldStanding Stands(this CustomerRecord record, DossierField field, DateOnly day)
    {
        var (file, held) = (record.Dossier, record.Holds(field));
        return held || file.IsKept(field)
                ? new FieldStanding.OnFile(held, file.IsKept(field), file.Kept.Find(kept => kept.Field == field).Map(kept => kept.At))
            : file.StatedNone.Contains(field) ? new FieldStanding.StatedNone()
            : file.Declined.Find(one => one.Field == field && one.HoldsOn(day)).Match<FieldStanding>(
                Some: declined => new FieldStanding.Declined(declined),
                None: () => new FieldStanding.Missing());
    }

    /// <summary>What settles fields, whatever the day.</summary>
    public static FiledFields Filed(this CustomerRecord record)
    {
        var settled = All.Filter(field => record.Holds(field) || record.Dossier.IsKept(field) || record.Dossier.StatedNone.Contains(field));
        return new FiledFields(settled, record.Dossier.Declined.Filter(one => !settled.Contains(one.Field)));
    }

    /// <summary>Whether the record opens a file: the customer can be reached, or something is kept elsewhere (house).</summary>
    public static bool OpensFile(this CustomerRecord record) => record.Contact.CanBeReached() || !record.Dossier.OnFile.IsEmpty || !record.Dossier.Kept.IsEmpty;

    /// <summary>The day on which the file was opened, by the snapshots in order of dates: the date of the first record that opens one.</summary>
    public static Option<DateOnly> FileOpenedOn(this Arr<CustomerRecord> snapshots) => snapshots.Find(OpensFile).Map(record => record.AsOf);

    private static bool IsKept(this Dossier file, DossierField field) => file.OnFile.Contains(field) || file.Kept.Exists(kept => kept.Field == field);

    private static bool Knows(this CustomerRecord record, Fact fact) => record.Facts.TryGet(fact, out _);
}
