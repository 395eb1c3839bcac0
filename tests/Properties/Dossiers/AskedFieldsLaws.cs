using FsCheck.Fluent;
using LanguageExt;
using Xunit;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Dossiers;

/// <summary>A bank's own fields: each class is asked for what is set, unless a higher one would be asked for less.</summary>
public sealed class AskedFieldsLaws
{
    private static readonly string[] Classes = ["wealth-500", "wealth-100", "wealth-20", "filed-5"];

    [Law]
    public Property Each_class_is_asked_for_what_is_set_unless_a_higher_one_were_asked_for_less() =>
        Law.ForAll(
            from fields in DossierGenerators.Some.Where(some => !some.IsEmpty).ArrayOf(4) from set in Gen.Elements(true, false).ArrayOf(4) select (fields, set),
            drawn =>
            {
                var asked = Enumerable.Range(0, 4).Where(at => drawn.set[at]).Select(at => new AskedFields("personal-asset-service", Classes[at], drawn.fields[at])).ToArr();
                var wanted = Enumerable.Range(0, 4).Select(at => drawn.set[at] ? drawn.fields[at].ToHashSet() : [.. Of(PersonalAssetService.Standard, Classes[at])]).ToArray();
                var less = Enumerable.Range(0, 4).Any(higher => Enumerable.Range(higher, 4 - higher).Any(lower => !wanted[lower].IsSubsetOf(wanted[higher])));
                return ShippedStandards.All.Asking(asked).Match(
                    Succ: standards => !less && standards.ForAll(standard => standard.Id == PersonalAssetService.Id
                        ? Enumerable.Range(0, 4).All(at => wanted[at].SetEquals(Of(standard, Classes[at])))
                        : ShippedStandards.All.Contains(standard)),
                    Fail: faults => less && faults.ForAll(fault => fault.Code == "standard.higher-owed-less" && fault.Place is Place.Pointer(var path) && asked.Exists(one => path == $"/{one.Standard}/{one.Class}")));
            });

    [Theory]
    [InlineData("no-such-service", "wealth-20", "standard.unknown /no-such-service")]
    [InlineData("personal-asset-service", "mass", "standard.no-dossier /personal-asset-service/mass")]
    [InlineData("corporate-relationship-service", "strategic", "standard.no-dossier /corporate-relationship-service/strategic")]
    public void What_owes_no_file_is_asked_for_none(string standard, string code, string fault) =>
        Assert.Equal(
            fault,
            string.Join(", ", ShippedStandards.All.Asking(Array(new AskedFields(standard, code, Array(DossierField.Name)))).FailAsEnumerable().Select(one => $"{one.Code} {((Place.Pointer)one.Place).Path}")));

    private static IEnumerable<DossierField> Of(Standard standard, string code) =>
        standard.Owed(new ClassCode(code)).IfNone(Array<Obligation>()).Choose(owed => owed is Obligation.Dossier(var fields, _, _) ? Some(fields) : None).SelectMany(fields => fields);
}
