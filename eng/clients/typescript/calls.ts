// Calls as somebody writes them who has generated the types just now: node calls.js <address of the service> <prefix of the ids that are filed>
import createClient from "openapi-fetch";
import type { components, paths } from "./kehu.js";

type Schemas = components["schemas"];

const [address = "", ids = ""] = process.argv.slice(2);
const client = createClient<paths, "application/json" | "application/problem+json">({ baseUrl: address });
const streams = createClient<paths>({ baseUrl: address });
const asOf = "2025-11-21";
let passed = 0;
let failed = 0;

/** One call and what has to hold of its answer. */
async function call<T>(what: string, answer: Promise<{ data?: T; error?: unknown; response: Response }>, right: (data: T) => boolean): Promise<void> {
  const { data, error, response } = await answer;
  note(what, data !== undefined && right(data), `${response.status} ${JSON.stringify(error ?? data)}`);
}

/** One call that has to be refused, and what has to hold of the problem. */
async function refused(what: string, answer: Promise<{ error?: Schemas["Problem"]; response: Response }>, right: (problem: Schemas["Problem"]) => boolean): Promise<void> {
  const { error, response } = await answer;
  note(what, error !== undefined && right(error), `${response.status} ${JSON.stringify(error)}`);
}

function note(what: string, right: boolean, otherwise: string): void {
  right ? passed++ : failed++;
  if (!right) {
    console.log(`  failed: ${what}: ${otherwise.slice(0, 600)}`);
  }
}

/** The lowest bound of a criterion and of its parts, as a program reads criteria that knows the types of unions. */
function bounds(criterion: Schemas["Criterion"]): (number | string)[] {
  switch (criterion.type) {
    case "within":
      return criterion.min === undefined || criterion.min === null ? [] : [criterion.min];
    case "all":
    case "any":
    case "at-least":
      return criterion.parts.flatMap(bounds);
    case "not":
      return bounds(criterion.part);
    case "cases":
      return criterion.cases.flatMap((branch) => bounds(branch.criterion));
    case "score":
    case "one-of":
    case "at-least-grade":
    case "is":
    case "holds":
    case "classified":
      return [];
  }
}

const firm: Schemas["CustomerToClassify"] = { kind: "enterprise", facts: { industry: "industry", employees: 320, annualRevenue: 25000000 } };
const person: Schemas["CustomerToClassify"] = { id: "P-1", kind: "personal", facts: { deposits: 150000 } };
const text = { bodySerializer: (body: string) => body, parseAs: "text", headers: { "Content-Type": "application/x-ndjson" } } as const;

await call("version", client.GET("/v1/version"), (version) => version.name === "Kehu" && version.policies > 20);
await call("the facts", client.GET("/v1/facts", { params: { query: { limit: 500 }, header: { "Accept-Language": "zh-CN" } } }), (facts) =>
  facts.items.some((fact) => fact.name === "totalAssets" && fact.type === "money" && fact.label === "总资产"));
await call("the policies", client.GET("/v1/policies"), (policies) => policies.items.filter((policy) => policy.population).length === 1);
await call("a policy that ranks portfolios", client.GET("/v1/policies/{id}", { params: { path: { id: "pareto-abc" } } }), (policy) => "by" in policy.policy && policy.policy.by === "profitContribution" || policy.population);

const vip = await client.GET("/v1/policies/{id}", { params: { path: { id: "retail-vip" } } });
const sent = vip.data?.policy;
if (sent === undefined || !("scopes" in sent)) {
  throw new Error("the policy retail-vip cannot be read");
}

note("a policy with its criteria", sent.classes.flatMap((one) => (one.criterion ? bounds(one.criterion) : [])).includes(200000), JSON.stringify(sent));

await call("classify by a policy", client.POST("/v1/classify", { body: { asOf, policies: ["enterprise-size"], customer: firm } }), (answer) =>
  answer.decisions[0]?.outcome === "decided" && answer.decisions[0].class?.code === "medium" && answer.decisions[0].evidence?.classes.length === 2);
await call("classify by every policy", client.POST("/v1/classify", { params: { query: { evidence: false } }, body: { customer: firm } }), (answer) => answer.decisions.length > 5);
await call("classify with other house numbers", client.POST("/v1/classify", { body: { asOf, policies: [{ id: "value-tier", parameters: { "medium-deposits": 250000 } }], customer: person } }), (answer) =>
  answer.decisions[0]?.version === null);
await call("classify with nulls", client.POST("/v1/classify", { body: { asOf, policies: [{ id: "retail-vip", version: null, policy: null, parameters: null }], customer: { ...person, name: null, contact: null, manager: null } } }), (answer) =>
  answer.decisions[0]?.class?.code === "ordinary");
await refused("a policy that there is not", client.POST("/v1/classify", { body: { policies: ["enterprise-sise"], customer: firm } }), (problem) =>
  problem.status === 422 && problem.errors[0]?.code === "policy.unknown" && problem.type === "/problems/policy.unknown" && problem.detail.length > 10);
await call("what the problem means", client.GET("/problems/{code}", { params: { path: { code: "policy.unknown" } } }), (kind) => kind.words.zh.length > 0);

await call("check a policy as it was read", client.POST("/v1/policies/check", { body: { policy: sent, asOf } }), (check) => check.passes);
const lowered: Schemas["PolicyDocument"] = {
  ...sent,
  classes: sent.classes.map((one) => (one.criterion?.type === "within" ? { ...one, criterion: { ...one.criterion, min: 150000 } } : one)),
};
await call("compare with a lowered line", client.POST("/v1/policies/diff", { body: { old: "retail-vip", new: { policy: lowered }, asOf } }), (difference) =>
  difference.moves[0]?.old === "ordinary" && difference.moves[0].new === "vip");
await call("the way up", client.POST("/v1/upgrade-path", { body: { policy: "retail-vip", asOf, customer: person } }), (path) =>
  path.target === "vip" && path.alternatives[0]?.changes[0]?.to === 200000);

const customer: Schemas["Customer"] = { id: `${ids}-1`, kind: "personal", asOf: "2025-11-20", outlet: "OUT-001", facts: { totalAssets: 300000.25, birthDate: "1980-02-29", products: ["fund"] } };
await call("file a customer", client.PUT("/v1/customers/{id}", { params: { path: { id: customer.id }, header: { "If-None-Match": "*" } }, body: customer }), (filed) => filed.facts?.totalAssets === 300000.25);
await call("file it again, with nulls", client.PUT("/v1/customers/{id}", {
  params: { path: { id: customer.id }, header: { "If-Match": "*" } },
  body: { ...customer, manager: null, dossier: null, preferences: { refusedChannels: ["sms"], marketingConsent: null } },
}), (filed) => filed.preferences === undefined && filed.manager === undefined);
await call("what it allows", client.GET("/v1/customers/{id}/consents", { params: { path: { id: customer.id } } }), (consents) => consents.refusedChannels[0] === "sms" && consents.log.length === 1);
await call("read it", client.GET("/v1/customers/{id}", { params: { path: { id: customer.id } } }), (read) => read.facts?.products?.[0] === "fund");
await call("its class in words", client.GET("/v1/customers/{id}/explanation", { params: { path: { id: customer.id }, query: { policy: "personal-asset-tier", asOf } } }), (words) => words.paragraphs.length > 1);

await call("a survey without an answer", client.POST("/v1/surveys", { body: { customer: customer.id, id: "asked", date: "2025-11-20", answer: null } }), (survey) => survey.answer === undefined);
await call("the surveys", client.GET("/v1/surveys", { params: { query: { outlet: "OUT-001", commented: false } } }), (surveys) => surveys.items.some((survey) => survey.customer === customer.id && survey.answer === undefined));
await call("a purchase without an amount", client.POST("/v1/purchases", { body: { customer: customer.id, date: "2025-11-20", product: "credit-card" } }), (purchase) => purchase.amount === undefined);
await call("an engagement", client.POST("/v1/engagements", { body: { customer: customer.id, date: "2025-11-20", kind: "active-contact", channel: "phone" } }), (logged) => logged.channel === "phone" && logged.by === undefined);

await call("a batch", streams.POST("/v1/classify/batch", { ...text, params: { query: { policies: "retail-vip", asOf } }, body: '{"id":"P-1","kind":"personal","facts":{"deposits":300000}}\n{"id":"P-2"}\n' }), (lines) =>
  lines.split("\n").length === 3 && lines.includes('"line":2'));
await call("an import", streams.POST("/v1/customers/import", { ...text, parseAs: "json", body: `{"id":"${ids}-2","kind":"personal","asOf":"2025-11-20","outlet":"OUT-001","facts":{"deposits":300000}}\n` }), (report) => report.created === 1);
await call("the export", streams.GET("/v1/customers/export", { parseAs: "text" }), (lines) => lines.includes(`"${ids}-2"`));

await call("a service plan", client.POST("/v1/service-plan", { body: { standard: "personal-asset-service", class: "wealth-100", birthDate: "1980-02-29", from: "2026-09-01", to: "2026-09-30" } }), (plan) =>
  plan.duties.some((duty) => duty.occasion === "mid-autumn"));
await call("segments", client.POST("/v1/portfolio/segments", { body: { policies: ["personal-asset-tier", { policy: lowered }], by: "outlet", asOf } }), (segments) => segments.customers > 0);
await call("an indicator", client.GET("/v1/indicators/{id}", { params: { path: { id: "satisfaction" }, query: { period: "2025-Q4", by: "outlet" } } }), (figures) => figures.figures.length > 0);

console.log(`calls: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
