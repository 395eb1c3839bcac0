using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Kehu.Properties.Edge;

public sealed class RequestLaws
{
    private static readonly Gen<string> Ids = Gen.Elements("E-1", "客户", "a/b", "", " ", "\U0001F600", "x").ListOf().Select(string.Concat).Where(id => id.Length > 0);

    [Law]
    public Property A_cursor_gives_its_id_back() => Law.ForAll(Ids, id => id.Length > 100 || Paging.Read(Paging.Next(id)) == id);

    [Law]
    public Property Only_what_was_made_here_is_a_cursor() =>
        Law.ForAll(Gen.Elements('A', 'B', '-', '_', '=', '+', 'w', ' ', '4').ArrayOf().Select(letters => new string(letters)), text => Paging.Read(text) is not { } id || Paging.Next(id) == text);

    [Fact]
    public void A_query_tells_all_its_faults_at_once()
    {
        var query = new QueryReader("?asOf=2026-02-30&limit=501&policies=a,,b&evidence=1&cursor=%3D&outlet=X&odd=1&odd=2&outlet2=&twice=a&twice=b&ASOF=2026-01-01");
        Assert.Null(query.Date("asOf"));
        Assert.Equal(Paging.DefaultLimit, query.Page().Limit);
        Assert.Null(query.Codes("policies"));
        query.Bool("evidence", true);
        query.Code("outlet");
        query.Text("outlet2");
        query.Code("twice");
        Assert.Equal(
            ["query.date asOf", "query.int limit", "query.cursor cursor", "query.codes policies", "query.bool evidence", "query.code outlet", "query.length outlet2", "query.repeated twice", "query.unknown odd", "query.unknown ASOF"],
            query.Finish().Select(fault => $"{fault.Code} {((Place.Parameter)fault.Place).Name}"));
    }

    [Fact]
    public void A_sound_query_is_read()
    {
        var query = new QueryReader("?asOf=2026-11-21&policies=a,b-c&evidence=false");
        Assert.Equal(new DateOnly(2026, 11, 21), query.Date("asOf"));
        Assert.Equal(["a", "b-c"], query.Codes("policies"));
        Assert.False(query.Bool("evidence", true));
        Assert.Empty(query.Finish());
    }

    [Theory]
    [InlineData("\"1\"", null, "1", true)]
    [InlineData("\"1\"", null, "2", false)]
    [InlineData("\"1\" , \"2\"", null, "2", true)]
    [InlineData("W/\"1\"", null, "1", false)]
    [InlineData("*", null, "1", true)]
    [InlineData("*", null, null, false)]
    [InlineData(null, "*", null, true)]
    [InlineData(null, "*", "1", false)]
    public void A_precondition_is_met(string? match, string? noneMatch, string? stored, bool met) =>
        Assert.Equal(met, Read(match, noneMatch).Match(Right: condition => condition.IsMetBy(stored is null ? Option<string>.None : Prelude.Some(stored)), Left: _ => throw new InvalidOperationException()));

    [Theory]
    [InlineData("1", null)]
    [InlineData("\"1", null)]
    [InlineData("\"1\" \"2\"", null)]
    [InlineData("", null)]
    [InlineData(null, "\"1\"")]
    [InlineData("*", "*")]
    public void A_precondition_is_malformed(string? match, string? noneMatch) => Assert.True(Read(match, noneMatch).IsLeft);

    [Theory]
    [InlineData("http://127.0.0.1:5080", true)]
    [InlineData("http://localhost:5080/", true)]
    [InlineData("https://[::1]:5080", true)]
    [InlineData("http://*:5080", false)]
    [InlineData("http://+:5080", false)]
    [InlineData("http://0.0.0.0:5080", false)]
    [InlineData("http://[::]:5080", false)]
    [InlineData("http://bank.example:5080", false)]
    [InlineData("http://localhost.example", false)]
    [InlineData("http://127.0.0.1.example:80", false)]
    [InlineData("http://10.0.0.1:5080", false)]
    [InlineData("http://unix:/tmp/kehu.sock", false)]
    [InlineData("", false)]
    public void Without_a_key_the_service_listens_on_loopback_only(string url, bool allowed)
    {
        Assert.Equal(allowed, AccessGuard.StartAllowed(["http://localhost:1", url], isClosed: false) is StartVerdict.Allowed);
        Assert.IsType<StartVerdict.Allowed>(AccessGuard.StartAllowed([url], isClosed: true));
    }

    private static Either<Fault, Precondition> Read(string? match, string? noneMatch)
    {
        var headers = new HeaderDictionary();
        if (match is not null)
        {
            headers["If-Match"] = match;
        }

        if (noneMatch is not null)
        {
            headers["If-None-Match"] = noneMatch;
        }

        return ETags.Precondition(headers);
    }
}
