using Kehu.Api.Sample;
using Kehu.Api.Settings;
using Kehu.Api.Store;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Commands;

/// <summary>What the program is asked to do. Without a command it serves.</summary>
internal static class CommandLine
{
    private const int Failed = 1;
    private const int Misused = 2;

    private const string Usage = """
        usage: dotnet run --project src/Api -- [COMMAND | OPTIONS]

          (no command)                       serve on http://127.0.0.1:5080
              --sample                       load the sample portfolio first (--scale 0.01 --seed 1)
              --urls http://127.0.0.1:8080   listen elsewhere; beyond this machine only with Security:Key
              --Store:Path data/kehu.db      the store's file
              --Store:Kind litedb            the kind of a new store: litedb, or sqlite
          sample --scale 0.01 --seed 1       write the sample portfolio to standard output as ndjson
          backup TARGET                      copy the store to a new file, also while the service runs
          restore BACKUP [--force]           put a backup in the store's place; the service must be stopped
          verify                             walk all of the store, also while the service runs
          convert --to sqlite                make the store one of the other kind (litedb, sqlite); the service must be stopped
          docs [--to docs/policies]          write the page of every policy, in both languages
          effect [POLICY]                    what changed policies do otherwise than their approved versions, exactly
              --against docs/policies        and on the sample portfolio
        """;

    /// <summary>Runs the command and gives the exit code.</summary>
    public static async Task<int> Run(string[] args) => args switch
    {
        ["sample", .. var rest] => WriteSample(rest),
        ["backup", var target, .. var rest] => Copy(rest, path => StoreBackup.Backup(path, target, StoreSchema.Current), "backed up to"),
        ["restore", var backup, "--force", .. var rest] => Copy(rest, path => StoreBackup.Restore(path, backup, force: true, StoreSchema.Current), "restored to"),
        ["restore", var backup, .. var rest] => Copy(rest, path => StoreBackup.Restore(path, backup, force: false, StoreSchema.Current), "restored to"),
        ["verify", .. var rest] => Copy(rest, path => StoreBackup.Verify(path, StoreSchema.Current), "verified"),
        ["convert", "--to", var kind, .. var rest] => Convert(kind, rest),
        ["docs", .. var rest] => Tell(PolicyCommands.WritePages(rest)),
        ["effect", .. var rest] => Tell(PolicyCommands.Effects(rest)),
        ["help" or "--help" or "-h", ..] => Say(Usage, 0),
        [var first, ..] when !first.StartsWith("--", StringComparison.Ordinal) => Say(Usage, Misused),
        _ => await Serve(args),
    };

    private static int WriteSample(string[] args)
    {
        using var output = Console.OpenStandardOutput();
        return SampleCommand.Run(args, output, Console.Error);
    }

    private static async Task<int> Serve(string[] args)
    {
        var sample = Sampling.Take(ref args, out var wrong);
        if (wrong is not null)
        {
            return Say(wrong, Misused);
        }

        return await ServiceSettings.From(Composition.Settings(args)).Match(
            Succ: settings => EmbeddedStore.Open(settings.Store.Path, StoreSchema.Current, settings.Store.Kind).Match(
                Left: fault => Task.FromResult(Refuse(fault.Describe())),
                Right: store => Serve(args, store, sample)),
            Fail: faults => Task.FromResult(Refuse(faults)));
    }

    private static async Task<int> Serve(string[] args, EmbeddedStore store, Sampling? sample)
    {
        await using (store)
        {
            try
            {
                await using var app = Composition.Build(args, store, store.FilePath);
                if (sample is not null)
                {
                    Console.WriteLine(await sample.Load(app.Services));
                }

                await app.RunAsync();
                return 0;
            }
            catch (Exception failed) when (failed is InvalidOperationException or IOException or FormatException)
            {
                return Refuse(Label.Same(failed.Message));
            }
        }
    }

    private static int Copy(string[] args, Func<string, Either<StoreFault, StoreCopy>> copying, string done) =>
        WithStore(args, path => copying(path).Map(copy => $"{done} {copy.Path} ({copy.Kind.Name}, {copy.Bytes} bytes, schema version {copy.Version})"));

    private static int Convert(string kind, string[] args) => StoreKind.All.Find(one => one.Name == kind).Match(
        Some: to => WithStore(args, path => StoreConversion.Convert(path, to, StoreSchema.Current).Map(done =>
            $"converted {path} to {kind} ({done.Copy.Bytes} bytes, {done.Content.Records} records, {done.Content.Lines} lines, sha256 {done.Content.Sha256})")),
        None: () => Say(Usage, Misused));

    private static int WithStore(string[] args, Func<string, Either<StoreFault, string>> act) => StoreSettings.From(Composition.Settings(args)).Match(
        Succ: settings => act(settings.Path).Match(Left: fault => Refuse(fault.Describe()), Right: done => Say(done, 0)),
        Fail: Refuse);

    private static int Tell(Either<Label, string> outcome) => outcome.Match(Left: Refuse, Right: text => Say(text, 0));

    private static int Refuse(Seq<SettingFault> faults) => Refuse(Label.Same(SettingFault.Stopped(faults).Message));

    private static int Refuse(Label reason)
    {
        Console.Error.WriteLine(reason.En == reason.Zh ? reason.En : $"{reason.En}\n{reason.Zh}");
        return Failed;
    }

    private static int Say(string text, int code)
    {
        (code == 0 ? Console.Out : Console.Error).WriteLine(text);
        return code;
    }
}
