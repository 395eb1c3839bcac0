wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.body = '{"asOf":"2026-11-21","policies":["enterprise-size"],"customer":{"id":"E-1","kind":"enterprise","facts":{"industry":"industry","employees":320,"annualRevenue":25000000}}}'
