using FsCheck.Fluent;
using LanguageExt;
using Xunit;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Organisations;

/// <summary>The registers over a store: whoever writes what was read earlier, what is on file stays whole.</summary>
public sealed class OrganisationArchiveLaws
{
    /// <summary>
    /// Three who read at some time and write at a later one. A unit of what is no longer so is refused, so that no cycle and nothing that names what is
    /// not on file ever comes to be.
    /// </summary>
    [Law]
    public Property Whoever_writes_what_they_read_earlier_leaves_the_registers_whole() => Law.ForAll(
        (from who in Gen.Choose(0, 2) from act in WireGenerators.Maybe(OrganisationGenerators.Acts) select (Who: who, Act: act)).ListOf().Select(steps => steps.ToArray()),
        async steps =>
        {
            var store = new MemoryStore(Tables.Schema);
            var read = new OrganisationOnFile[3];
            for (var who = 0; who < read.Length; who++)
            {
                read[who] = await Read(store);
            }

            foreach (var (who, act) in steps)
            {
                if (act.Case is Act done)
                {
                    await Done(store, read[who], done);
                }
                else
                {
                    read[who] = await Read(store);
                }

                if (!(await Read(store)).Organisation.IsSound())
                {
                    return false;
                }
            }

            return true;
        });

    /// <summary>Whatever is done one after the other is done, and stands as the core says.</summary>
    [Law]
    public Property What_is_done_on_what_is_there_is_done() => Law.ForAll(OrganisationGenerators.Acts.ListOf().Select(acts => acts.ToArray()), async acts =>
    {
        var store = new MemoryStore(Tables.Schema);
        foreach (var act in acts)
        {
            var before = await Read(store);
            if (await Done(store, before, act) is { } conflict)
            {
                throw new InvalidOperationException($"{act}: {conflict}");
            }
        }

        return true;
    });

    /// <summary>A store of before is shown as it was, and is so when it has been taken over; asking again then writes nothing.</summary>
    [Law]
    public Property Outlets_of_a_store_of_before_are_shown_and_taken_over() => Law.ForAll(
        from outlets in OrganisationGenerators.Registers from more in OrganisationGenerators.Outlets select (outlets, more),
        async given =>
        {
            var store = new WatchedStore(new MemoryStore(Tables.Schema), new Moments(TimeProvider.System, null));
            foreach (var outlet in given.outlets)
            {
                var body = WireJson.Bytes(json => OrganisationCodecs.Outlet.Write(json, outlet));
                await store.Commit([new Write.Put(Tables.Outlets, outlet.Code, 0, body, StoreCommands.Keyed())], default);
            }

            using var archive = new OrganisationArchive(store);
            var shown = (await archive.Current(default)).Units;
            var taken = await archive.ToChange(default);
            var left = await store.Count(Tables.Outlets, default);
            var commits = store.Commits;
            var again = await archive.ToChange(default);
            return shown.Outlets().SequenceEqual(given.outlets)
                && taken.Organisation.Units.All.SequenceEqual(shown.All)
                && taken.Earlier.Count == 0
                && left == 0
                && ReferenceEquals(again, taken)
                && store.Commits == commits
                && await Done(store, again, new Act.PutOutlet(given.more)) is null
                && (await archive.Current(default)).Units.Outlet(given.more.Code) == Some(given.more);
        });

    /// <summary>More than are taken over at once, as a large bank has.</summary>
    [Xunit.Fact]
    public async Task Many_outlets_are_taken_over_in_portions()
    {
        var store = new WatchedStore(new MemoryStore(Tables.Schema), new Moments(TimeProvider.System, null));
        var outlets = Enumerable.Range(0, 1_201).Select(at => new Outlet($"O-{at:0000}", "n", Some($"支行{at / 7}"), Some($"分行{at / 300}"))).ToList();
        await store.Commit([.. outlets.Select(outlet => new Write.Put(
            Tables.Outlets, outlet.Code, 0, WireJson.Bytes(json => OrganisationCodecs.Outlet.Write(json, outlet)), StoreCommands.Keyed()))], default);
        using var archive = new OrganisationArchive(store);
        var shown = (await archive.Current(default)).Units.All.ToList();
        var taken = await Task.WhenAll(archive.ToChange(default).AsTask(), archive.ToChange(default).AsTask());
        Assert.All(taken, one => Assert.Equal(shown, one.Organisation.Units.All));
        Assert.Equal(outlets, taken[0].Organisation.Units.Outlets());
        Assert.Equal(0, await store.Count(Tables.Outlets, default));
    }

    /// <summary>What is kept is the same value while nothing is written, and another as soon as a write is answered.</summary>
    [Xunit.Fact]
    public async Task It_is_read_again_only_when_it_was_written()
    {
        var store = new WatchedStore(new MemoryStore(Tables.Schema), new Moments(TimeProvider.System, null));
        using var archive = new OrganisationArchive(store);
        var before = await archive.OnFile(default);
        await store.Commit([Stores.Customer("C-1", 0)], default);
        Assert.Same(before, await archive.OnFile(default));
        for (var round = 0; round < 50; round++)
        {
            Assert.Null(await Done(store, await archive.ToChange(default), new Act.PutUnit(new BankUnit($"U-{round}", "n", UnitLevel.Branch, None))));
            Assert.True((await archive.Current(default)).Units.Find($"U-{round}").IsSome);
        }
    }

    private static async Task<OrganisationOnFile> Read(IStore store) => new(
        await store.Range(Tables.Units, "", "", default).ToListAsync(),
        await store.Range(Tables.Staff, "", "", default).ToListAsync(),
        await store.Range(Tables.Outlets, "", "", default).ToListAsync());

    /// <summary>Writes an act where what was read allows it; the conflict, if it came to one.</summary>
    private static async Task<Conflict?> Done(IStore store, OrganisationOnFile read, Act act)
    {
        var bank = read.Organisation;
        var unit = act switch
        {
            Act.PutUnit(var sent) => bank.Units.Faults(sent).IsEmpty ? read.Filed(sent) : Arr<Write>.Empty,
            Act.StrikeUnit(var code) => bank.Units.Find(code).Filter(found => bank.WhyKept(found).IsEmpty).Map(read.Struck).IfNone(Arr<Write>.Empty),
            Act.PutOutlet(var outlet) => bank.Units.Find(outlet.Code).ForAll(found => found.Level == UnitLevel.Outlet) ? read.Filed(outlet) : Arr<Write>.Empty,
            Act.PutStaff(var entry) => bank.Faults(entry).IsEmpty ? read.Filed(entry) : Arr<Write>.Empty,
            Act.StrikeStaff(var code) => bank.Entry(code).Filter(found => bank.WhyKept(found).IsEmpty).Map(read.Struck).IfNone(Arr<Write>.Empty),
            _ => throw new InvalidOperationException(),
        };
        return unit.IsEmpty ? null : await store.Commit([.. unit], default);
    }
}
