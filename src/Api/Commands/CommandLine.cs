using LanguageExt;

namespace Kehu.Api;

/// <summary>Reads the command line and does what is asked. Without a command it serves.</summary>
internal static class CommandLine
{
    private static readonly ProgressLines Progress = new(Console.Error, !Console.IsErrorRedirected, TimeProvider.System);

    /// <summary>Runs the command and gives the exit code.</summary>
    public static Task<int> Run(string[] args) =>
        CommandReading.Read(new Arr<string>(args)).Match(Succ: Do, Fail: faults => Task.FromResult(Misused(faults.Map(Line))));

    private static Task<int> Do(Order order) => order switch
    {
        Order.Serve serve => Serve(serve),
        Order.Help(var command) => Task.FromResult(Say(Grammar.Find(command).Map(HelpPage.Of).IfNone("").TrimEnd('\n'))),
        Order.Version => Task.FromResult(Say($"Kehu {ServiceRoutes.Version}")),
        Order.Sample(var arguments) => Task.FromResult(WriteSample(arguments)),
        Order.Backup(var target, var settings) => Task.FromResult(Copy(
            settings, path => Backups.Make(path, target, Progress.Begin), "backed up to")),
        Order.Restore(var backup, var force, var settings) => Task.FromResult(WithStore(
            settings, path => Backups.Restore(path, backup, force, Progress.Begin, TimeProvider.System).Map(Said))),
        Order.Verify(var settings) => Task.FromResult(Copy(settings, path => StoreBackup.Verify(path, Tables.Schema, Progress.Begin), "verified")),
        Order.Audit(var settings) => Task.FromResult(WithStore(settings, AuditCommand.Verify)),
        Order.Convert(var to, var settings) => Task.FromResult(Convert(to, settings)),
        Order.Keys(var what, var settings) => DoKeys(what, settings),
        Order.Docs(var folder) => Task.FromResult(Tell(PolicyCommands.WritePages(folder, Progress.Begin))),
        Order.Effect(var policy, var folder) => Task.FromResult(Tell(PolicyCommands.Effects(policy, folder, Progress.Begin))),
    };

    private static int WriteSample(SampleArguments arguments)
    {
        using var output = Console.OpenStandardOutput();
        return SampleCommand.Run(arguments, output, Progress.Begin).Match(Some: reason => Refuse(Label.Same(reason)), None: () => ExitCode.Done);
    }

    /// <summary>All that can be seen to be wrong is said before the store is touched.</summary>
    private static Task<int> Serve(Order.Serve order)
    {
        string[] args = [.. order.Settings];
        var configuration = Composition.Settings(args);
        return (ServiceSettings.From(configuration), ListeningAddresses.From(configuration)).Apply((settings, addresses) => (settings, addresses)).Match(
            Succ: read => Serve(args, read.settings, read.addresses, order.Load),
            Fail: faults => Task.FromResult(Misused(faults.Map(fault => fault.Line))));
    }

    /// <summary>Where nothing is set that tells callers apart, keys on file may; without a store there are none.</summary>
    private static async Task<int> Serve(string[] args, ServiceSettings settings, Arr<string> addresses, Option<SampleArguments> sample)
    {
        var open = settings.Access.IsOpen ? ListeningAddresses.Open(addresses) : Option<SettingFault>.None;
        return open.Case is SettingFault fault && !File.Exists(settings.Store.Path)
            ? Misused(Prelude.Seq1(fault.Line))
            : await EmbeddedStore.Open(settings.Store.Path, Tables.Schema, settings.Store.Kind).Match(
                Left: wrong => Task.FromResult(Refuse(wrong.Describe())),
                Right: store => Serve(args, store, settings.Store.Path, sample, open));
    }

    private static async Task<int> Serve(string[] args, EmbeddedStore store, string path, Option<SampleArguments> sample, Option<SettingFault> open)
    {
        await using (store)
        {
            if (ErasureLog.Beside(store.FilePath).Read().Case is StoreFault unfit)
            {
                return Refuse(unfit.Describe());
            }

            if (open.Case is SettingFault fault && await store.Count(Tables.Keys, CancellationToken.None) == 0)
            {
                return Misused(Prelude.Seq1(fault.Line));
            }

            try
            {
                await using var app = Composition.Build(args, store, store.FilePath);
                foreach (var arguments in sample)
                {
                    Console.WriteLine(await new Sampling(arguments, Progress.Begin).Load(app.Services));
                }

                await app.StartAsync();
                _ = (await Started(app, store, path)).Lines.Iter(Console.WriteLine);
                await app.WaitForShutdownAsync();
                return ExitCode.Done;
            }
            catch (Exception failed) when (failed is InvalidOperationException or IOException or FormatException)
            {
                return Refuse(Label.Same(failed.Message));
            }
        }
    }

    private static async Task<StartText> Started(WebApplication app, EmbeddedStore store, string path) => new(
        path,
        store.Kind.Name,
        await store.Count(Tables.Customers, CancellationToken.None),
        await app.Services.GetRequiredService<AccessGuard>().IsClosed(CancellationToken.None),
        new Arr<string>([.. app.Urls]));

    private static int Copy(Arr<string> settings, Func<string, Either<StoreFault, StoreCopy>> copying, string done) =>
        WithStore(settings, path => copying(path).Map(copy => Said(copy, done)));

    private static string Said(StoreCopy copy, string done) =>
        $"{done} {copy.Path} ({copy.Kind.Name}, {copy.Bytes} bytes, schema version {copy.Walked.Version}){AuditHead(copy.Walked)}";

    private static string Said(Restored restored) => Said(restored.Copy, "restored to")
        + (restored.Logged > 0 ? $"\nerasures: {restored.Erased} customers erased again, of {restored.Logged} that were logged" : "");

    /// <summary>What can be kept outside, so that a shorter or another log is found out later.</summary>
    private static string AuditHead(Walked walked) => walked.Heads.Find(Tables.Audit).Match(
        Some: head => $"\naudit: {head.Seq} entries, head {System.Convert.ToHexStringLower(head.Link.Span)}", None: () => "");

    private static int Convert(StoreKind to, Arr<string> settings) => WithStore(
        settings, path => StoreConversion.Convert(path, to, Tables.Schema, Progress.Begin).Map(done =>
        $"converted {path} to {to.Name} ({done.Copy.Bytes} bytes, {done.Content.Records} records, {done.Content.Lines} lines, sha256 {done.Content.Sha256})"));

    private static int WithStore(Arr<string> settings, Func<string, Either<StoreFault, string>> act) =>
        StoreSettings.From(Composition.Settings([.. settings])).Match(
        Succ: store => act(store.Path).Match(Left: fault => Refuse(fault.Describe()), Right: Say),
        Fail: faults => Misused(faults.Map(fault => fault.Line)));

    private static Task<int> DoKeys(KeyOrder order, Arr<string> settings) => StoreSettings.From(Composition.Settings([.. settings])).Match(
        Succ: where => EmbeddedStore.Open(where.Path, Tables.Schema, where.Kind).Match(
            Left: fault => Task.FromResult(Refuse(fault.Describe())),
            Right: async store =>
            {
                await using (store)
                {
                    return Tell(await KeyCommands.Do(order, store, TimeProvider.System));
                }
            }),
        Fail: faults => Task.FromResult(Misused(faults.Map(fault => fault.Line))));

    private static int Tell(Either<Label, string> outcome) => outcome.Match(Left: Refuse, Right: Say);

    private static int Misused(Seq<string> faults)
    {
        _ = faults.Iter(Console.Error.WriteLine);
        return ExitCode.Misused;
    }

    private static int Refuse(Label reason)
    {
        Console.Error.WriteLine(reason.En == reason.Zh ? reason.En : $"{reason.En}\n{reason.Zh}");
        return ExitCode.Failed;
    }

    private static int Say(string text)
    {
        Console.WriteLine(text);
        return ExitCode.Done;
    }

    private static string Line(Label fault) => fault.En == fault.Zh ? fault.En : $"{fault.En} / {fault.Zh}";
}
