using System.Globalization;
using Kehu.Api.Archive;
using Kehu.Api.Sample;
using Kehu.Api.Store;

namespace Kehu.Api.Commands;

/// <summary>The sample portfolio to load before the service starts. Loading it again changes nothing.</summary>
internal sealed record Sampling(SampleArguments Arguments)
{
    private const string Option = "--sample";

    private static readonly string[] Own = ["--scale", "--seed", "--as-of"];

    /// <summary>Takes <c>--sample</c> and what belongs to it out of the arguments; none where it is not asked for, a reason where it is asked for wrongly.</summary>
    public static Sampling? Take(ref string[] args, out string? wrong)
    {
        wrong = null;
        if (!args.Contains(Option))
        {
            return null;
        }

        var (own, rest) = (new Dictionary<string, string>(StringComparer.Ordinal) { ["--scale"] = "0.01", ["--seed"] = "1" }, new List<string>());
        for (var i = 0; i < args.Length; i++)
        {
            if (Own.Contains(args[i]) && i + 1 < args.Length)
            {
                own[args[i]] = args[++i];
            }
            else if (args[i] != Option)
            {
                rest.Add(args[i]);
            }
        }

        args = [.. rest];
        var read = SampleArguments.Read([.. own.SelectMany(pair => new[] { pair.Key, pair.Value })]);
        wrong = read.MatchUnsafe<string?>(Left: reason => reason, Right: _ => null);
        return read.MatchUnsafe<Sampling?>(Left: _ => null, Right: arguments => new Sampling(arguments));
    }

    /// <summary>Imports the portfolio and says what that came to.</summary>
    public async Task<string> Load(IStore store, string path)
    {
        using var import = new CustomerImport(store, new CustomerArchive(store, TimeProvider.System), TimeProvider.System, Rejects.Beside(path).Open(Rejects.NewId()));
        var line = 0L;
        foreach (var record in SamplePortfolio.Customers(Arguments.Scale, Arguments.Seed, Arguments.AsOf))
        {
            await import.Take(++line, record, []);
        }

        var report = await import.Finish("sample");
        return string.Create(CultureInfo.InvariantCulture, $"sample portfolio: {report.Read} customers, {report.Created} created, {report.Updated} updated, {report.Unchanged} unchanged");
    }
}
