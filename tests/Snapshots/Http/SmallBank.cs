namespace Kehu.Snapshots.Http;

/// <summary>Eight customers of two outlets: rich and poor, unknown and closed.</summary>
internal static class SmallBank
{
    /// <summary>A policy of the caller's own: who has 150 000 yuan is VIP.</summary>
    public const string LoweredVip = """{"id":"retail-vip","label":{"en":"Retail VIP","zh":"零售 VIP 客户"},"ordering":"ranked","scopes":[{"kind":"personal"}],"classes":[{"code":"vip","label":{"en":"VIP customer","zh":"VIP客户"},"criterion":{"type":"within","fact":"deposits","min":150000,"citation":{"house":{"en":"lowered","zh":"下调"},"parameter":"vip-deposits"}}},{"code":"ordinary","label":{"en":"Ordinary customer","zh":"普通客户"}}]}""";

    public static Task Fill(Conversation talk) => talk.PostLines("/v1/customers/import", """
        {"id":"P-1","kind":"personal","asOf":"2026-11-20","outlet":"OUT-001","facts":{"totalAssets":6000000,"deposits":900000,"birthDate":"1980-02-29"}}
        {"id":"P-2","kind":"personal","asOf":"2026-11-20","outlet":"OUT-001","facts":{"totalAssets":300000,"deposits":155000}}
        {"id":"P-3","kind":"personal","asOf":"2026-11-20","outlet":"OUT-002","facts":{"totalAssets":199000,"deposits":149250,"birthDate":"1990-12-01"}}
        {"id":"P-4","kind":"personal","asOf":"2026-11-20","outlet":"OUT-002","facts":{"totalAssets":160000,"deposits":150000}}
        {"id":"P-5","kind":"personal","asOf":"2026-11-20","outlet":"OUT-002","facts":{"deposits":160000}}
        {"id":"P-6","kind":"personal","asOf":"2026-11-20","outlet":"OUT-002","facts":{}}
        {"id":"P-7","kind":"personal","asOf":"2026-11-20","outlet":"OUT-001","facts":{"totalAssets":70000,"deposits":151000,"closedOn":"2026-10-01"}}
        {"id":"E-1","kind":"enterprise","asOf":"2026-11-20","outlet":"OUT-001","facts":{"totalAssets":300000}}

        """);
}
