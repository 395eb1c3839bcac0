using FsCheck;
using FsCheck.Fluent;
using LanguageExt;

namespace Kehu.Properties.Runs;

/// <summary>What is stored of runs is read as it was written.</summary>
public sealed class RunCodecLaws
{
    [Law]
    public Property Runs_are_read_as_they_were_written() =>
        Law.ForAll(RunGenerators.Runs, run => RunRow.From(run.Id, RunRow.ToBody(run)) == run);

    [Law]
    public Property What_runs_found_is_read_as_it_was_written_and_counted_without_being_read() =>
        Law.ForAll(RunGenerators.Chunks, chunk =>
        {
            var body = ChunkRow.ToBody(RunGenerators.Two, chunk);
            return ChunkRow.From(body) == chunk && ChunkRow.Tallies(body) == chunk.Tallies(RunGenerators.Two);
        });

    [Law]
    public Property Changes_are_read_as_they_were_written() =>
        Law.ForAll(from run in RunGenerators.Runs from answers in Answers.ArrayOf(2) from baseline in Gen.Elements(true, false) select (run, answers, baseline), drawn =>
        {
            var policy = drawn.run.Versions[0].Id;
            var entry = new ChangeEntry(
                policy, drawn.run.Id, drawn.run.AsOf, drawn.run.KnownAt, drawn.baseline ? Option<PlacementChange>.None : new PlacementChange("C-1", policy, drawn.answers[0], drawn.answers[1]));
            return ChangeEntry.From(entry.ToBody()) == entry;
        });

    [Xunit.Fact]
    public void A_body_of_another_format_is_refused()
    {
        foreach (var body in (byte[][])[[], [0], [2, 1, 1]])
        {
            Xunit.Assert.Throws<InvalidDataException>(() => RunRow.From("x", body));
            Xunit.Assert.Throws<InvalidDataException>(() => ChunkRow.From(body));
            Xunit.Assert.Throws<InvalidDataException>(() => ChangeEntry.From(body));
        }
    }

    /// <summary>Ids of which some begin as others do: each is found in the part that holds it.</summary>
    [Xunit.Fact]
    public void The_first_part_that_may_hold_a_customer_holds_it()
    {
        string[] ids = ["A", "A-1", "A-1-0", "A.1", "A1", "A_1", "B", "a", "a-0"];
        foreach (var size in Enumerable.Range(1, ids.Length))
        {
            var parts = ids.Order(StringComparer.Ordinal).Chunk(size).ToList();
            foreach (var after in ids)
            {
                var (first, before) = ChunkRow.Of("08de28a8b2f1c000", after);
                var found = parts.Where(part => ChunkRow.Id("08de28a8b2f1c000", part[^1]) is var id && string.CompareOrdinal(id, first) > 0 && string.CompareOrdinal(id, before) < 0).ToList();
                Xunit.Assert.Equal(parts.Where(part => string.CompareOrdinal(part[^1], after) > 0), found);
                Xunit.Assert.All(found, part => Xunit.Assert.Equal(part[^1], ChunkRow.LastOf(ChunkRow.Id("08de28a8b2f1c000", part[^1]))));
            }
        }
    }

    private static Gen<Option<RunPlacement>> Answers => Gen.Elements<Option<RunPlacement>>(
        Option<RunPlacement>.None, Prelude.Some<RunPlacement>(new RunPlacement.Class(new ClassCode("c1"))), Prelude.Some<RunPlacement>(new RunPlacement.Open()), Prelude.Some<RunPlacement>(new RunPlacement.NotApplicable()));
}
