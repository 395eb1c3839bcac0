namespace Kehu.Domain;

/// <summary>What a bank asks the files of one class of a standard for, in place of what the standard ships with.</summary>
public sealed record AskedFields(string Standard, string Class, Arr<DossierField> Fields);

/// <summary>Standards that ask files for a bank's own fields. Source: facts, Dossier ("Which fields a bank asks for is a setting").</summary>
public static class FieldsAskedFor
{
    private static readonly Citation SetByBank = Citation.Own("the fields are those set by the bank", "所列栏目由本行自定");

    /// <summary>
    /// The standards with a bank's own fields, or everything wrong with them, each at <c>/standard/class</c>: no such standard, a class without a file, and,
    /// where a standard claims that a higher class is owed more, a higher class that is asked for less than one below it.
    /// </summary>
    public static Validation<Fault, Arr<Standard>> Asking(this Arr<Standard> standards, Arr<AskedFields> asked)
    {
        var unknown = new Arr<Fault>(asked.Choose(one => one.Unknown(standards)));
        var set = standards.Map(standard => standard.Asking(asked.Filter(one => one.Standard == standard.Id.Value)));
        var faults = (unknown.IsEmpty ? set.Bind(standard => standard.AskedLess(asked)) : unknown).ToSeq();
        return faults.IsEmpty ? set : Validation<Fault, Arr<Standard>>.Fail(faults);
    }

    private static Standard Asking(this Standard standard, Arr<AskedFields> asked) => standard with
    {
        Classes = standard.Classes.Map(care => asked.Find(one => one.Class == care.Class.Value).Match(
            Some: one => care with { Obligations = care.Obligations.Map(owed => owed.Asking(one.Fields)) },
            None: () => care)),
    };

    /// <summary>The source no longer says which fields, so the house does.</summary>
    private static Obligation Asking(this Obligation owed, Arr<DossierField> fields) => owed is Obligation.Dossier(var shipped, var days, var terms)
        && shipped != fields
            ? new Obligation.Dossier(fields, days, terms with { Citations = terms.Citations.Add(SetByBank) })
            : owed;

    private static Option<Fault> Unknown(this AskedFields asked, Arr<Standard> standards) => standards.Find(one => one.Id.Value == asked.Standard).Match(
        Some: standard => standard.WithFile().Contains(asked.Class)
            ? None
            : Some(Fault.At(
                $"/{asked.Standard}/{asked.Class}", "standard.no-dossier",
                $"'{asked.Standard}' owes no file to a class '{asked.Class}'; it does to {Listed(standard)}",
                $"“{asked.Standard}”对类别“{asked.Class}”没有建档要求；有要求的类别为：{Listed(standard)}")),
        None: () => Some(Fault.At(
            $"/{asked.Standard}", "standard.unknown",
            $"there is no standard '{asked.Standard}'; the standards are {string.Join(", ", standards.Map(one => one.Id.Value))}",
            $"没有标准“{asked.Standard}”；可用的标准为：{string.Join("、", standards.Map(one => one.Id.Value))}")));

    private static string Listed(Standard standard) => standard.WithFile() is { IsEmpty: false } classes ? string.Join(", ", classes) : "-";

    private static Arr<string> WithFile(this Standard standard) =>
        standard.Classes.Filter(care => care.Obligations.Exists(owed => owed is Obligation.Dossier)).Map(care => care.Class.Value);

    /// <summary>Told at the setting of the higher class where there is one, else at that of the lower.</summary>
    private static Arr<Fault> AskedLess(this Standard standard, Arr<AskedFields> asked) => !standard.Cumulative
        ? Array<Fault>()
        : standard.Shortfalls().Filter(less => less.Obligation is Obligation.Dossier).Map(less => Fault.At(
            $"/{standard.Id}/{(asked.Exists(one => one.Standard == standard.Id.Value && one.Class == less.Higher.Value) ? less.Higher : less.Lower)}",
            "standard.higher-owed-less",
            $"'{less.Higher}' would be asked for less than '{less.Lower}' below it; ask the higher class for the same fields at least",
            $"“{less.Higher}”所要求的栏目将少于其下的“{less.Lower}”；较高类别的栏目不得少于较低类别"));
}
