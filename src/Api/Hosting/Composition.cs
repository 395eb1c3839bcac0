using LanguageExt;

namespace Kehu.Api;

/// <summary>Puts the service together: settings, the store, the rule book, the edge, the routes.</summary>
internal static class Composition
{
    /// <summary>Where the service listens unless told otherwise.</summary>
    public const string DefaultAddress = "http://127.0.0.1:5080";

    /// <summary>
    /// The service over an open store, which it closes when it stops. <paramref name="extend"/> adds routes behind the same middleware,
    /// <paramref name="time"/> stands in for the system's clock.
    /// </summary>
    public static WebApplication Build(string[] args, IStore store, string path, Action<IEndpointRouteBuilder>? extend = null, TimeProvider? time = null)
    {
        var builder = Builder(args);
        var clock = time ?? TimeProvider.System;
        builder.Services.AddSingleton(clock);
        // Before anything is served: nobody waits for this but the start.
        var moments = new Moments(clock, store.LastMoment(CancellationToken.None).AsTask().GetAwaiter().GetResult());
        builder.Services.AddSingleton(moments);
        var watched = new WatchedStore(store, moments);
        builder.Services.AddSingleton<IStore>(watched);
        builder.Services.AddSingleton(watched);
        var settings = ServiceSettings.From(builder.Configuration).IfFail(faults => throw SettingFault.Stopped(faults));
        builder.Services.AddSingleton(Rejects.Beside(path, settings.RejectsKept));
        builder.Services.AddSingleton(ErasureLog.Beside(path));
        builder.Services.AddSingleton(settings.Retention);
        builder.Services.AddSingleton(settings.Streams);
        builder.Services.AddSingleton(settings.Portfolio);
        builder.Services.AddSingleton(settings.Evaluation);
        builder.Services.AddSingleton(settings.Standards);
        builder.Services.AddSingleton(settings.Contacts);
        builder.Services.AddSingleton(settings.Calendar);
        builder.Services.AddSingleton(settings.Feeds);
        builder.Services.AddSingleton(settings.Sources);
        builder.Services.AddSingleton(settings.Ages);
        builder.Services.AddAccess(settings.Access, path, clock);
        builder.Services.AddCallGuards(settings.Limits);
        var app = builder.Build();
        app.UseEdge(settings.Origins);
        app.UseRouting();
        app.UseDocumentation();
        CallerHandler.Use(app);
        AccessNeed.Use(app);
        app.UseCallGuards(settings.Limits);
        app.MapDocumentation();
        app.MapSignIn();
        app.Services.GetRequiredService<RouteTable>().Map(app);
        extend?.Invoke(app);
        return app;
    }

    /// <summary>The configuration that the command line, the environment and appsettings.json give.</summary>
    public static IConfiguration Settings(string[] args) => WebApplication.CreateBuilder(new WebApplicationOptions { Args = args }).Configuration;

    private static WebApplicationBuilder Builder(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args });
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // That the files sessions are sealed with lie there as they are: they are the owner's alone.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        if (builder.Configuration[$"Logging:LogLevel:{EdgeMiddleware.CallCategory}"] is null)
        {
            builder.Logging.AddFilter(EdgeMiddleware.CallCategory, LogLevel.Warning);
        }

        // What a start says is said by the program itself (StartText).
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.AddRefusalWords();
        });
        if (builder.Configuration["urls"] is null
            && builder.Configuration["http_ports"] is null
            && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        builder.Services.AddEdge();
        builder.Services.AddDocumentation();
        var facts = FactCatalogue.Shipped;
        builder.Services.AddSingleton(facts);
        builder.Services.AddSingleton<PolicySchema>();
        builder.Services.AddSingleton(services => new RouteTable(services, Features.All));
        builder.Services.AddSingleton(Book(facts));
        builder.Services.AddSingleton<CustomerStore>();
        builder.Services.AddSingleton<Filings>();
        builder.Services.AddSingleton<CustomerArchive>();
        builder.Services.AddSingleton<HandoverDraft>();
        builder.Services.AddSingleton(EventTables.Engagements);
        builder.Services.AddSingleton(EventTables.Surveys);
        builder.Services.AddSingleton(EventTables.Purchases);
        builder.Services.AddSingleton(typeof(YearArchive<>));
        builder.Services.AddSingleton<PortfolioTurn>();
        builder.Services.AddSingleton<ProposalTurns>();
        builder.Services.AddSingleton<ImportTurns>();
        builder.Services.AddSingleton<FeedArchive>();
        builder.Services.AddSingleton<Imports>();
        builder.Services.AddSingleton(typeof(EventLog<>));
        builder.Services.AddSingleton(typeof(EventRoutes<>));
        builder.Services.AddSingleton(services =>
            StandardsInForce.Of(services.GetRequiredService<RuleBook>(), services.GetRequiredService<StandardBook>().All));
        builder.Services.AddSingleton<StandingCache>();
        builder.Services.AddSingleton<DutyPlanner>();
        builder.Services.AddSingleton<SurveyArchive>();
        builder.Services.AddSingleton<OrganisationArchive>();
        builder.Services.AddSingleton<CaseArchive>();
        builder.Services.AddSingleton<FileWalk>();
        builder.Services.AddSingleton<EvaluationPass>();
        builder.Services.AddSingleton<EvaluationService>();
        builder.Services.AddSingleton<PortfolioStream>();
        builder.Services.AddSingleton<PortfolioMirror>();
        builder.Services.AddHostedService(services => services.GetRequiredService<PortfolioMirror>());
        builder.Services.AddSingleton<SimulationArchive>();
        builder.Services.AddSingleton<DatedPortfolio>();
        builder.Services.AddSingleton<PortfolioService>();
        builder.Services.AddSingleton<SimulationService>();
        builder.Services.AddSingleton<AuditTrail>();
        builder.Services.AddSingleton<AuditArchive>();
        builder.Services.AddSingleton<AuditVerifying>();
        builder.Services.AddHostedService(services => services.GetRequiredService<AuditVerifying>());
        builder.Services.AddSingleton<AnswerArchive>();
        builder.Services.AddHostedService<AnswerPurge>();
        builder.Services.AddHostedService<Erasure>();
        builder.Services.AddSingleton<RunArchive>();
        builder.Services.AddSingleton<ClassifiedCustomers>();
        builder.Services.AddSingleton<RunUnits>();
        builder.Services.AddSingleton(typeof(Bell<>));
        builder.Services.AddSingleton<RunWork>();
        builder.Services.AddHostedService<RunWorker>();
        return builder;
    }

    /// <summary>The shipped policies over a catalogue of facts, checked and compiled. A fault here is a defect of the product.</summary>
    private static RuleBook Book(FactCatalogue facts) => RuleBook.Of(ShippedPolicies.All with { Facts = facts }).Match(
        Succ: book => book,
        Fail: faults => throw new InvalidOperationException(string.Join("\n", faults.Map(fault => $"{fault.Code} {fault.Place}: {fault.Detail.En}"))));
}
