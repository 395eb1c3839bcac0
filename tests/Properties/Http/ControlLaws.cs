using System.IO.Pipelines;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Kehu.Shared;
using LanguageExt;

namespace Kehu.Properties.Http;

/// <summary>An import with control numbers: the same as without where they are right, and nothing where one of them is wrong.</summary>
public sealed class ControlLaws
{
    private static readonly DateOnly Day = new(2026, 11, 20);

    /// <summary>Lines that are refused, with the fen of total assets and the date that can be read in each.</summary>
    private static readonly Row[] Faulty =
    [
        new("no record", 0), new("[]", 0), new("{}", 0), new("\"text\"", 0), new("7", 0),
        new("""{"id":"!","kind":"personal","asOf":"2026-11-20","outlet":"OUT-1","facts":{"totalAssets":12.34,"deposits":-1}}""", 1_234, "2026-11-20"),
        new("""{"facts":{"deposits":{"totalAssets":5},"totalAssets":1e2},"more":[{"totalAssets":7,"asOf":"2020-01-01"}]}""", 10_000),
        new("""{"id":"P-1","facts":{"totalAssets":1.001}}""", 0),
        new("""{"id":"P-1","facts":{"totalAssets":"5"}}""", 0),
        new("""{"totalAssets":5,"facts":{"totalAssets":90000000000000000}} and more""", 9_000_000_000_000_000_000),
        new("""{"id":"P-1","facts":{"totalAssets":3},"name":"cut""", 300),
        new("""{"id":"P-1","asOf":"2026-11-19"}""", 0, "2026-11-19"),
        new("""{"id":"P-1","asOf":"2026-11-40","facts":null}""", 0),
    ];

    private static readonly Gen<File> Files =
        from before in Portfolios.Many(4)
        from records in Portfolios.Many(12)
        from ofOneDay in Gen.Elements(true, true, false)
        from faulty in Gen.Elements(Faulty).ArrayOf()
        from csv in Gen.Elements(true, false, false)
        let kept = ofOneDay
            ? records.Filter(record => record.Facts.LateDates(Day).IsEmpty).Map(record => record with { AsOf = Day }).DistinctBy(record => record.Id)
            : records
        select new File(before, new Arr<CustomerRecord>(kept), faulty.Take(3).Select(row => csv ? new Row("x,y", 0) : row).ToArray(), csv);

    [Law(60)]
    public Property Right_numbers_change_nothing_and_a_wrong_one_lets_nothing_in() => Law.ForAll(Files, async file =>
    {
        var without = await Imported(file, default);
        if (await Imported(file, file.Right) != without || await Imported(file, new ControlNumbers(file.Right.Rows, default, default)) != without)
        {
            return false;
        }

        var untouched = await Imported(file with { Records = Arr<CustomerRecord>.Empty, Faulty = [] }, default);
        foreach (var (wrong, name) in Wrong(file))
        {
            if (await Imported(file, wrong) is not { Refused: { Status: 422 } problem } refused
                || problem.Faults.Select(fault => (fault.Code, fault.Place)).Single() != ("import.control", new Place.Parameter(name))
                || refused.Rows != untouched.Rows
                || refused.Report != "0 0 0 0 0 ")
            {
                return false;
            }
        }

        return true;
    });

    [Xunit.Fact]
    public async Task A_file_that_is_longer_than_what_may_be_kept_is_refused_whole()
    {
        using var folder = new TemporaryFolder();
        await using var store = new MemoryStore(Tables.Schema);
        using var import = Import(store, folder);
        using var lines = Lines("""{"id":"P-1","kind":"personal","asOf":"2026-11-20","outlet":"OUT-1"}""");
        var thrown = await Xunit.Assert.ThrowsAsync<BodyException>(() => import.TakeAll(
            lines, () => null, new ControlNumbers(1, default, default), new StreamSettings { SpillBytes = 10 }, default));
        Xunit.Assert.Equal(413, thrown.Problem.Status);
        Xunit.Assert.Equal(0, (await import.Finish("law")).Read);
    }

    [Xunit.Fact]
    public async Task A_folder_that_is_gone_is_told()
    {
        using var folder = new TemporaryFolder();
        await using var store = new MemoryStore(Tables.Schema);
        using var import = Import(store, folder);
        using var lines = Lines("{}");
        var refused = await import.TakeAll(lines, () => null, new ControlNumbers(1, default, default), new StreamSettings { SpillDirectory = "no/such/folder" }, default);
        Xunit.Assert.Equal((503, "import.spill-failed"), refused.Map(problem => (problem.Status, problem.Faults[0].Code)).IfNone((0, "")));
    }

    private static List<(ControlNumbers Stated, string Name)> Wrong(File file)
    {
        var (right, wrong) = (file.Right, new List<(ControlNumbers, string)>());
        foreach (var by in new[] { -1, 1 })
        {
            right.Rows.IfSome(rows => wrong.Add((right with { Rows = rows + by }, "rows")));
            right.TotalAssets.IfSome(sum => wrong.Add((right with { TotalAssets = new Money(sum.Fen + by) }, "totalAssets")));
        }

        if (file.Dates is [var first, ..] dates)
        {
            wrong.Add((right with { AsOf = dates.Length > 1 ? first : first.AddDays(1) }, "asOf"));
        }

        return wrong;
    }

    private static async Task<Outcome> Imported(File file, Option<ControlNumbers> stated)
    {
        using var folder = new TemporaryFolder();
        await using var store = new MemoryStore(Tables.Schema);
        using (var first = Import(store, folder))
        {
            foreach (var record in file.Before)
            {
                await first.Take(1, record, []);
            }

            _ = await first.Finish("before");
        }

        using var import = Import(store, folder);
        using var lines = Lines(file.Text);
        var refused = stated.Case is ControlNumbers control
            ? await import.TakeAll(lines, file.Table, control, new StreamSettings { SpillBytes = 1 << 20 }, default)
            : await import.TakeAll(lines, file.Table(), default) is { Count: > 0 } headless ? Problem.Malformed(headless) : Option<Problem>.None;
        var report = await import.Finish("law");
        var rows = new List<string>();
        foreach (var table in new[] { Tables.Customers, Tables.History })
        {
            rows.AddRange(await store.Range(table, "", "", default).Select(row => $"{row.Id.Split(' ')[0]} {row.Version} {Encoding.UTF8.GetString(Held.From(row.Body).Json.Span)}").ToListAsync());
        }

        return new Outcome(
            string.Join('\n', rows), $"{report.Read} {report.Created} {report.Updated} {report.Unchanged} {report.Rejected} {string.Join('\n', report.Errors)}",
            refused.MatchUnsafe(Some: problem => problem, None: () => (Problem?)null));
    }

    private static LineReader Lines(string text) => new(PipeReader.Create(new MemoryStream(Encoding.UTF8.GetBytes(text))));

    private static CustomerImport Import(IStore store, TemporaryFolder folder) => new(
        new CustomerStore(store, FactCatalogue.Shipped), AccessScope.Bank, new Moments(StandingClock.OnTheDay(), null), new Filings(FactCatalogue.Shipped, SourceOrder.None),
        new RejectsWriter(new Rejects(folder.File("rejects"), TimeSpan.FromDays(1)), folder.File("refused")), ImportManner.Usual);

    private sealed record Outcome(string Rows, string Report, Problem? Refused);

    private sealed record Row(string Line, long Fen, string AsOf = "");

    /// <summary>A file with what it comes to, added up from the records and not from the text.</summary>
    private sealed record File(Arr<CustomerRecord> Before, Arr<CustomerRecord> Records, Row[] Faulty, bool IsCsv)
    {
        /// <summary>Faulty lines stand among the records, and blank ones around.</summary>
        public string Text => IsCsv
            ? string.Concat(Jsons.Select(json => CsvRecord.Line(Columns, json)).Concat(Faulty.Select(row => row.Line)).Prepend(Columns.Header()).Select(line => line + "\r\n"))
            : string.Join('\n', [
                "",
                .. Jsons.Select(json => Encoding.UTF8.GetString(json)).Take(1),
                .. Faulty.Select(row => row.Line),
                "  ",
                .. Jsons.Select(json => Encoding.UTF8.GetString(json)).Skip(1)]);

        /// <summary>The dates that rows name.</summary>
        public DateOnly[] Dates =>
        [
            .. Records.Map(record => record.AsOf)
                .Concat(Faulty.Where(row => row.AsOf.Length > 0).Select(row => DateOnly.ParseExact(row.AsOf, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)))
                .Distinct().Order(),
        ];

        public ControlNumbers Right => new(
            Records.Count + Faulty.Length,
            Sum < long.MaxValue ? new Money((long)Sum) : Option<Money>.None,
            Dates is [var only] ? only : Option<DateOnly>.None);

        private static Arr<CsvColumn> Columns => CsvColumns.Of(FactCatalogue.Shipped);

        private IEnumerable<byte[]> Jsons => Records.Map(Held.JsonOf);

        private Int128 Sum => Records.Select(record => (Int128)record.Facts.Find(SharedFacts.TotalAssets).IfNone(0)).Concat(Faulty.Select(row => (Int128)row.Fen))
            .Aggregate((Int128)0, (sum, fen) => sum + fen);

        public CsvReader? Table() => IsCsv ? new CsvReader(Columns) : null;
    }
}
