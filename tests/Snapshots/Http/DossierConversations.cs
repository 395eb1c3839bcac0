using Kehu.Shared;
using Xunit;

namespace Kehu.Snapshots.Http;

/// <summary>Customers' files: what is there, what is missing, and what reads them. Today is Saturday, 21 November 2026.</summary>
public sealed class DossierConversations : IAsyncLifetime
{
    private RunningService service = null!;

    public async Task InitializeAsync() => service = await RunningService.Start();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task A_file_that_the_record_holds()
    {
        using var talk = new Conversation(service);
        talk.Say("every field filled, and not one tick");
        await File(
            talk, "P-1", "2026-06-30",
            """
            "manager":"M-1","name":"张伟","contact":{"mobile":"10000123456","homePhone":"000-87654321","homeAddress":"杭州市西湖区示例路1号","employer":"示例公司"},"dossier":{"productPreference":"短期理财","planRiskCapacity":"C3","planAssetsAndLiabilities":"无负债","planCashFlow":"每月结余2万元","planFlowOfFunds":"子女教育","planProductsUsed":"定期、基金"},"facts":{"totalAssets":1200000,"deposits":800000,"riskLevel":"c3"}
            """);
        await talk.Get("/v1/customers/P-1/dossier");
        await talk.Get("/v1/customers/P-1/dossier?asOf=2026-06-30", ("Accept-Language", "zh-CN"));
        await talk.Get("/v1/indicators/filing-coverage?period=2026-Q4");
        await talk.Matches();
    }

    [Fact]
    public async Task A_file_that_lacks_something()
    {
        using var talk = new Conversation(service);
        talk.Say("a home telephone kept elsewhere, no employer, an address that was not told, a plan of two parts");
        await File(
            talk, "P-2", "2025-11-30",
            """
            "manager":"M-1","contact":{"mobile":"10000123456"},"dossier":{"kept":[{"field":"home-phone","at":"PBMS"}],"statedNone":["employer"],"declined":[{"field":"address","on":"2025-11-22"}],"riskCharacteristics":"稳健","planRiskCapacity":"C2","planCashFlow":"稳定"},"facts":{"totalAssets":1200000,"riskLevel":"c2"}
            """);
        await talk.Get("/v1/customers/P-2/dossier");
        talk.Say("a day later twelve months are over: the address is asked for again");
        await talk.Get("/v1/customers/P-2/dossier?asOf=2026-11-22");
        await talk.Get("/v1/customers/P-2/duties?from=2026-09-30&to=2026-12-31&standard=personal-asset-service&status=due");
        await talk.Get("/v1/customers/P-2/duties?from=2026-09-30&to=2026-09-30&standard=personal-asset-service&status=missed");
        talk.Say("ticked after all, and preferences told");
        await File(
            talk, "P-2", "2026-11-21",
            """
            "manager":"M-1","contact":{"mobile":"10000123456"},"dossier":{"onFile":["home-phone","address","service-plan"],"statedNone":["employer"],"productPreference":"定期存款"},"facts":{"totalAssets":1200000,"riskLevel":"c2"}
            """, "If-Match");
        await talk.Get("/v1/customers/P-2/dossier");
        await talk.Matches();
    }

    [Fact]
    public async Task As_a_line_of_CSV()
    {
        using var talk = new Conversation(service);
        await talk.Ask(
            "POST", "/v1/customers/import", "text/csv",
            "id,kind,asOf,outlet,dossier.onFile,dossier.kept,dossier.statedNone,dossier.declined,dossier.feedback\n"
            + "P-1,personal,2026-06-30,A,name,mobile=PBMS;address=柜台档案柜=3,employer;home-phone,needs=2026-05-31;feedback=2026-06-30,\n"
            + "P-2,personal,2026-06-30,A,,mobile;address=PBMS,,needs=2026-07-01;fax=2026-06-30;needs,等候时间长\n");
        await talk.Get("/v1/customers/P-1");
        await talk.Get("/v1/customers/P-1/dossier");
        await talk.Matches();
    }

    [Fact]
    public async Task Ill_asked()
    {
        using var talk = new Conversation(service);
        await talk.Get("/v1/customers/P-9/dossier");
        await talk.Get("/v1/customers/P 9/dossier?asOf=2026-11-31&by=field");
        await File(talk, "P-1", "2026-06-30", "\"facts\":{}");
        await talk.Get("/v1/customers/P-1/dossier?asOf=2026-06-29");
        talk.Say("nothing is known, and nothing is asked for");
        await talk.Get("/v1/customers/P-1/dossier");
        await File(
            talk, "P-2", "2026-06-30",
            """
            "dossier":{"kept":[{"field":"mobile","at":"PBMS;CRM"},{"field":"mobile","at":"CRM"},{"field":"fax"}],"declined":[{"field":"address","on":"2026-07-01"},{"field":"address","on":"2026-02-30"}],"planCashFlow":"","feedback":"\n"}
            """);
        await talk.Matches();
    }

    [Fact]
    public async Task Fields_of_a_banks_own()
    {
        await using var own = await RunningService.Start(
            "--Dossier:personal-asset-service:filed-5=mobile", "--Dossier:personal-asset-service:wealth-20=mobile;manager-number", "--Dossier:Key-Account-Service:C=contact");
        using var talk = new Conversation(own);
        await File(
            talk, "P-1", "2026-06-30", """
            "manager":"M-1","contact":{"mobile":"10000123456"},"facts":{"totalAssets":300000,"deposits":300000,"profitContribution":1000}
            """);
        await talk.Get("/v1/customers/P-1/dossier");
        await talk.Get("/v1/indicators/filing-coverage?period=2026-Q4");
        await talk.Matches();
    }

    private static Task<int> File(Conversation talk, string id, string asOf, string members, string precondition = "If-None-Match") =>
        talk.Put($"/v1/customers/{id}", $$"""{"id":"{{id}}","kind":"personal","asOf":"{{asOf}}","outlet":"A",{{members.Trim()}}}""", (precondition, "*"));
}
