namespace Kehu.Api;

/// <summary>Bodies of requests that run as they stand.</summary>
internal static class Examples
{
    public const string Key = """{"system":"core-banking","roles":["integrator"]}""";

    public const string Classify = """
        {
          "asOf": "2026-11-21",
          "policies": ["enterprise-size"],
          "customer": {
            "id": "E-1",
            "kind": "enterprise",
            "facts": { "industry": "industry", "employees": 320, "annualRevenue": 25000000 }
          }
        }
        """;

    public const string Run = """
        { "policies": ["enterprise-size", "pareto-abc"], "asOf": "2026-11-20" }
        """;

    public const string Case = """
        {
          "id": "C-1",
          "customer": "P-0000001",
          "type": "complaint",
          "subject": "fee",
          "text": "charged twice for one transfer"
        }
        """;

    public const string CaseEvent = """
        { "event": "acknowledge", "handler": "Han Meimei" }
        """;

    public const string Check = """
        {
          "asOf": "2026-11-21",
          "policy": {
            "id": "deposit-tier",
            "label": { "en": "Deposit tier", "zh": "存款分层" },
            "ordering": "ranked",
            "scopes": [{ "kind": "personal" }],
            "classes": [
              {
                "code": "high",
                "label": { "en": "High", "zh": "高" },
                "criterion": {
                  "type": "within", "fact": "deposits", "min": 500000,
                  "citation": { "house": { "en": "our upper tenth", "zh": "本行前一成" }, "parameter": "high-deposits" }
                }
              },
              { "code": "other", "label": { "en": "Other", "zh": "其他" } }
            ]
          }
        }
        """;

    public const string Diff = """
        {
          "asOf": "2026-11-21",
          "old": "retail-vip",
          "new": {
            "policy": {
              "id": "retail-vip",
              "label": { "en": "Retail VIP", "zh": "零售 VIP 客户" },
              "ordering": "ranked",
              "scopes": [{ "kind": "personal" }],
              "classes": [
                {
                  "code": "vip",
                  "label": { "en": "VIP customer", "zh": "VIP客户" },
                  "criterion": {
                    "type": "within", "fact": "deposits", "min": 300000,
                    "citation": { "house": { "en": "raised", "zh": "上调" }, "parameter": "vip-deposits" }
                  }
                },
                { "code": "ordinary", "label": { "en": "Ordinary customer", "zh": "普通客户" } }
              ]
            }
          }
        }
        """;

    public const string Upgrade = """
        {
          "policy": "retail-vip",
          "asOf": "2026-11-21",
          "customer": { "id": "P-1", "kind": "personal", "facts": { "deposits": 150000 } }
        }
        """;

    public const string ServicePlan = """
        {
          "standard": "personal-asset-service",
          "class": "wealth-100",
          "birthDate": "1980-02-29",
          "from": "2026-09-01",
          "to": "2026-09-30"
        }
        """;

    public const string Engagement = """
        {
          "customer": "P-0000001",
          "id": "call-2026-11-20",
          "date": "2026-11-20",
          "kind": "active-contact",
          "channel": "phone",
          "by": "customer-manager",
          "staff": "M-0001",
          "note": "询问到期理财的打算"
        }
        """;

    public const string Engagements = """
        {"customer":"P-0000001","id":"sms-2026-10-01","date":"2026-10-01","kind":"greeting","channel":"sms","occasion":"national-day"}
        {"customer":"P-0000001","id":"call-2026-11-05","date":"2026-11-05","kind":"active-contact","channel":"phone","by":"customer-manager"}
        """;

    public const string Survey = """
        {
          "customer": "P-0000001",
          "id": "2026-Q4",
          "date": "2026-11-20",
          "answer": "satisfied",
          "comment": "希望周末也能办理业务",
          "channel": "phone",
          "staff": "M-0001"
        }
        """;

    public const string Surveys = """
        {"customer":"P-0000001","id":"2026-Q2","date":"2026-05-12","answer":"neutral","comment":"排队时间较长","channel":"phone"}
        {"customer":"P-0000001","id":"2026-Q3","date":"2026-08-19","channel":"sms"}
        """;

    public const string Purchase = """
        { "customer": "P-0000001", "id": "fund-2026-11-20", "date": "2026-11-20", "product": "fund", "amount": 50000 }
        """;

    public const string Purchases = """
        {"customer":"P-0000001","id":"fund-2026-03-02","date":"2026-03-02","product":"fund","amount":20000}
        {"customer":"P-0000001","id":"card-2026-06-15","date":"2026-06-15","product":"credit-card"}
        """;

    public const string Outlet = """
        { "code": "OUT-900", "name": "人民路支行营业厅", "subBranch": "城东支行", "branch": "东江分行" }
        """;

    public const string Unit = """
        { "code": "OUT-900", "name": "人民路支行营业厅", "level": "outlet", "parent": "SB-01" }
        """;

    public const string StaffEntry = """
        {
          "code": "M-9001",
          "name": "李华",
          "roles": ["customer-manager"],
          "unit": "OUT-900",
          "from": "2026-01-01",
          "deputy": "M-0001",
          "access": { "roles": ["staff"] }
        }
        """;

    public const string Capacity = """
        {
          "standard": "personal-asset-service",
          "from": "2026-01",
          "months": 3,
          "portfolio": [
            { "outlet": "OUT-001", "class": "wealth-500", "customers": 12 },
            { "outlet": "OUT-001", "class": "wealth-20", "customers": 640 }
          ],
          "minutes": { "active-contact": 10 },
          "available": [
            { "role": "outlet-head", "outlet": "OUT-001", "hours": 20 },
            { "role": "customer-manager", "outlet": "OUT-001", "people": 1.5 }
          ]
        }
        """;

    public const string CostPlan = """
        {
          "oneOff": [ { "name": "客户数据分析工具", "amount": 50000 } ],
          "quarterly": [ { "name": "客户活动费用", "amount": 100000 } ],
          "yearly": [ { "name": "专属客户经理", "amount": 200000 } ],
          "benefits": [ { "name": "存款和交易收入", "amount": 500000 }, { "name": "减少客户流失损失", "amount": 150000 } ],
          "years": 2
        }
        """;

    public const string Batch = """
        {"id":"P-1","kind":"personal","facts":{"totalAssets":1200000,"deposits":300000}}
        {"id":"P-2","kind":"personal","facts":{"totalAssets":86000.50,"lastTransactionOn":"2026-10-02"}}
        """;

    public const string Handover = """
        {
          "from": "M-0001", "to": "M-0002", "filter": { "kind": "personal" },
          "asOf": "2026-12-01", "reason": "Han Meimei goes to head office"
        }
        """;

    public const string Patch = """
        { "kind": "enterprise", "outlet": "OUT-001", "asOf": "2026-11-25", "source": "crm",
          "contact": { "mobile": "13800001234", "homePhone": null }, "facts": { "employees": 340 } }
        """;

    public const string Customer = """
        {
          "id": "E-1",
          "kind": "enterprise",
          "asOf": "2026-11-20",
          "outlet": "OUT-001",
          "manager": "M-0001",
          "name": "杭州云栖机械有限公司",
          "facts": { "industry": "industry", "employees": 320, "annualRevenue": 25000000, "usesEbanking": true }
        }
        """;

    public const string Consents = """
        {
          "events": [
            { "date": "2026-11-20", "purpose": "marketing", "says": "granted", "via": "counter-form", "wording": "marketing-2026-1", "by": "M-0001" },
            { "date": "2026-11-20", "channel": "sms", "says": "refused", "via": "counter-form" }
          ]
        }
        """;

    public const string ConsentLines = """
        {"customer":"P-0000001","date":"2026-03-02","purpose":"marketing","says":"granted","via":"app","wording":"marketing-2026-1"}
        {"customer":"P-0000001","date":"2026-11-20","channel":"sms","says":"refused","via":"phone","by":"M-0001"}
        """;

    public const string Hold = """
        { "reason": "司法冻结，待法院通知", "until": "2027-06-30" }
        """;

    public const string End = """
        { "on": "2026-11-30", "reason": "客户销户，并要求不再联系", "restrict": true }
        """;

    public const string Import = """
        {"id":"P-1","kind":"personal","asOf":"2026-11-20","outlet":"OUT-001","name":"王小明","facts":{"totalAssets":1200000,"deposits":300000}}
        {"id":"P-2","kind":"personal","asOf":"2026-11-20","outlet":"OUT-001","facts":{"totalAssets":86000.50,"products":["credit-card","fund"]}}
        """;

    public const string ImportCsv = """
        id,kind,asOf,outlet,name,facts.totalAssets,facts.products
        P-3,personal,2026-11-20,OUT-001,李华,52000,credit-card;fund
        """;
}
