using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using Xunit;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Edge;

/// <summary>What contracts say of members that belong together, of lists whose values differ, and of values by name, as it is read.</summary>
public sealed class ContractFormLaws
{
    private static readonly (string Name, string Value)[] Members =
        [("handler", "\"Li\""), ("handledBy", "\"outlet-head\""), ("step", "\"isolate\""), ("note", "\"seen\""), ("reason", "\"again\"")];

    /// <summary>For each act the members that it needs and those that it may have.</summary>
    private static readonly (string Act, string[] Needed, string[] Allowed)[] Acts =
        [("acknowledge", ["handler"], ["handledBy"]), ("step", ["step"], ["note"]), ("close", [], []), ("reopen", ["reason"], [])];

    /// <summary>All acts with all choices of members: what is needed and left out is asked for, what belongs to another act is refused, in their order.</summary>
    [Xunit.Fact]
    public void An_act_has_its_own_members_and_no_others()
    {
        foreach (var (act, needed, allowed) in Acts)
        {
            for (var choice = 0; choice < 1 << Members.Length; choice++)
            {
                var sent = Members.Where((_, at) => (choice >> at & 1) == 1).ToList();
                var body = $$"""{"event":"{{act}}"{{string.Concat(sent.Select(member => $",\"{member.Name}\":{member.Value}"))}}}""";
                var expected = Members.Select(member => member.Name).SelectMany(name => sent.Exists(one => one.Name == name)
                    ? needed.Contains(name) || allowed.Contains(name) ? [] : new[] { $"case.member /{name}" }
                    : needed.Contains(name) ? [$"json.missing-member /{name}"] : []);
                Assert.Equal(expected, Read(CaseCodecs.Doing, body, out _));
            }
        }
    }

    /// <summary>A day that was listed before is refused where it stands, and only such a one.</summary>
    [Law]
    public Property A_day_is_moved_once() => Law.ForAll(
        Gen.Choose(0, 6).Select(day => new DayMoved(new DateOnly(2026, 2, 14).AddDays(day), day % 2 == 0)).ArrayOf(),
        days =>
        {
            var body = Encoding.UTF8.GetString(WireJson.Bytes(json => StandardCodecs.MovedDays.Write(json, new Arr<DayMoved>(days))));
            var expected = days.Select((day, at) => (day, at)).Where(one => days.Take(one.at).Any(earlier => earlier.Date == one.day.Date))
                .Select(one => $"calendar.repeated-day /{one.at}/date").ToList();
            return Read(StandardCodecs.MovedDays, body, out var read).SequenceEqual(expected) && (expected.Count > 0 || read.SequenceEqual(days));
        });

    /// <summary>House numbers by name are read as they are written; a name that was there before is refused, and its value passed over.</summary>
    [Law]
    public Property House_numbers_are_read_by_name() => Law.ForAll(
        Gen.Elements("greeting-days", "contacts", "a/b", "号").Zip(Values).Select(one => (Name: one.Item1, Value: one.Item2)).ArrayOf(),
        values =>
        {
            var codec = JsonForms.All.Of(new Form.ByName<StandardValue>(Forms.Setting));
            var body = Encoding.UTF8.GetString(WireJson.Bytes(json => codec.Write(json, new Arr<(string, StandardValue)>(values))));
            var first = values.Where((one, at) => !values.Take(at).Any(earlier => earlier.Name == one.Name)).ToList();
            var faults = Read(codec, body, out var read);
            return faults.Length == values.Length - first.Count && read.SequenceEqual(first);
        });

    private static readonly Gen<StandardValue> Values = Gen.OneOf(
        Gen.Choose(0, int.MaxValue).Select(number => (StandardValue)new StandardValue.Whole(number)),
        Gen.Elements(true, false).Select(on => (StandardValue)new StandardValue.Flag(on)));

    private static string[] Read<T>(Codec<T> codec, string body, out T value) =>
        [.. codec.Read(Encoding.UTF8.GetBytes(body), out value).Select(fault => $"{fault.Code} {(fault.Place is Place.Pointer(var pointer) ? pointer : "")}")];
}
