#!/usr/bin/env python3
"""A soak: mixed load on a service of its own, and whether it stays as it began.

usage: eng/trials/soak.py [litedb|sqlite [MINUTES [SCALE]]]        (defaults: litedb, 30 minutes, 0.1: 55 000 customers and their year)

Four readers, two writers who know what they wrote, imports, exports, runs, indicators, withdrawals, backups and verifications, all at once. Fails on any answer above 499, on anything
written that is not read again as it was, on a readiness that is not 200, and where memory or the log beside the store goes on growing. Ends with lines of figures.
"""
import http.client, json, os, random, re, shutil, signal, subprocess, sys, tempfile, threading, time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
API = os.path.join(ROOT, "src/Api/bin/Release/net10.0/Kehu.Api.dll")
JSON, NDJSON = "application/json", "application/x-ndjson"


class Soak:
    def __init__(self, port, until, ids, lines):
        self.port, self.until, self.ids, self.lines = port, until, ids, lines
        self.counts, self.faults, self.gate = {}, [], threading.Lock()

    def ask(self, kind, method, path, body=None, content=JSON, headers=None, allowed=(200, 201, 202, 204), keep=True):
        """The status and the body; streams are read to their end and not kept."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=300)
        try:
            connection.request(method, path, body.encode() if isinstance(body, str) else body, {**({"Content-Type": content} if body is not None else {}), **(headers or {})})
            answer = connection.getresponse()
            data = answer.read() if keep else b"%d" % sum(len(part) for part in iter(lambda: answer.read(1 << 16), b""))
            with self.gate:
                key = (kind, answer.status)
                self.counts[key] = self.counts.get(key, 0) + 1
                if answer.status not in allowed:
                    self.faults.append(f"{method} {path}: {answer.status} {data[:300]!r}")
            return answer.status, data, dict(answer.getheaders())
        except Exception as fault:
            with self.gate:
                self.faults.append(f"{method} {path}: {fault!r}")
            return 0, b"", {}
        finally:
            connection.close()

    def loop(self, pause, act):
        def work():
            chance = random.Random(act.__name__ + threading.current_thread().name)
            while time.time() < self.until and len(self.faults) < 50:
                act(chance)
                time.sleep(pause)
        thread = threading.Thread(target=work, daemon=True)
        thread.start()
        return thread

    def read(self, chance):
        one = chance.choice(self.ids)
        path = chance.choice([
            f"/v1/customers/{one}", f"/v1/customers/{one}/explanation?policy=personal-asset-tier", f"/v1/duties?manager=M-00{chance.randrange(1, 40):02d}&from=2026-11-30&to=2026-12-06&limit=100",
            f"/v1/customers?outlet=OUT-0{chance.randrange(1, 20):02d}&limit=50", f"/v1/customers/{one}/engagements", f"/v1/surveys?outlet=OUT-003&limit=20", "/v1/changes?limit=50"])
        self.ask("read", "GET", path, allowed=(200, 404, 422))

    def writer(self, number):
        own, serial = {}, [0]

        def write(chance):
            serial[0] += 1
            name = f"S-{number}-{chance.randrange(300)}"
            if name in own and chance.random() < 0.1:
                status, _, _ = self.ask("withdraw", "DELETE", f"/v1/customers/{name}", headers={"If-Match": "*"})
                if status:
                    del own[name]
                return
            record = {"id": name, "kind": "personal", "asOf": "2026-11-20", "outlet": f"OUT-00{number}", "manager": f"M-S{number}", "name": "王小明" * 20, "facts": {"totalAssets": serial[0]}}
            status, _, _ = self.ask("write", "PUT", f"/v1/customers/{name}", json.dumps(record), headers={"If-Match": "*"} if name in own else {"If-None-Match": "*"})
            own[name] = serial[0]
            if chance.random() < 0.3:
                self.ask("engagement", "POST", "/v1/engagements", json.dumps({"customer": name, "date": "2026-11-20", "kind": "active-contact", "channel": "phone", "staff": "M-1", "note": "近况"}), allowed=(201,))
            looked = chance.choice(list(own))
            status, data, _ = self.ask("read own", "GET", f"/v1/customers/{looked}")
            if status == 200 and json.loads(data)["facts"]["totalAssets"] != own[looked]:
                with self.gate:
                    self.faults.append(f"{looked} has {data[:200]!r}, {own[looked]} was acknowledged")
        write.__name__ = f"write{number}"
        return write

    def imports(self, chance):
        start = chance.randrange(max(1, len(self.lines) - 2000))
        portion = [re.sub(r'"asOf":"[^"]*"', '"asOf":"2026-11-%02d"' % chance.randrange(1, 29), line) for line in self.lines[start:start + 2000]]
        self.ask("import", "POST", "/v1/customers/import", "\n".join(portion), NDJSON)

    def exports(self, _):
        self.ask("export", "GET", "/v1/customers/export", keep=False)

    def runs(self, chance):
        self.ask("run", "POST", "/v1/runs", json.dumps({"policies": [chance.choice(["personal-asset-tier", "pareto-abc", "enterprise-size"])]}), allowed=(200, 201, 202, 409, 429))

    def indicators(self, chance):
        self.ask("indicator", "GET", f"/v1/indicators/{chance.choice(['churn', 'satisfaction', 'service-compliance'])}?period=2026-Q3&by=outlet", allowed=(200, 404))


def command(folder, *args):
    done = subprocess.run(["dotnet", API, *args, f"--Store:Path={folder}/kehu.db"], capture_output=True, text=True)
    return done.returncode, (done.stdout + done.stderr).strip()


def main():
    kind, minutes, scale = (sys.argv[1:4] + ["litedb", "30", "0.1"][len(sys.argv) - 1:])
    subprocess.run(["dotnet", "build", os.path.join(ROOT, "src/Api"), "-c", "Release", "-v", "q"], check=True, stdout=subprocess.DEVNULL)
    folder = tempfile.mkdtemp(prefix="kehu-soak-")
    service = subprocess.Popen(
        ["dotnet", API, "--sample", "--scale", scale, "--urls=http://127.0.0.1:0", f"--Store:Path={folder}/kehu.db", f"--Store:Kind={kind}", f"--Streams:SpillDirectory={folder}"], stdout=subprocess.PIPE, text=True)
    try:
        port = next(int(found.group(1)) for found in (re.search(r"Now listening on: http://127.0.0.1:(\d+)", line) for line in service.stdout) if found)
        threading.Thread(target=lambda: [None for _ in service.stdout], daemon=True).start()
        lines = subprocess.run(["dotnet", API, "sample", "--scale", str(min(float(scale), 0.02)), "--seed", "1"], capture_output=True, text=True, check=True).stdout.splitlines()
        soak = Soak(port, time.time() + float(minutes) * 60, [json.loads(line)["id"] for line in lines], lines)
        threads = [soak.loop(0.02, soak.read) for _ in range(4)] + [soak.loop(0.02, soak.writer(number)) for number in (1, 2)]
        threads += [soak.loop(15, soak.imports), soak.loop(45, soak.exports), soak.loop(40, soak.runs), soak.loop(30, soak.indicators)]
        sampled, began, kept = [], time.time(), time.time()
        while any(thread.is_alive() for thread in threads):
            time.sleep(5)
            status = open(f"/proc/{service.pid}/status").read()
            beside = sum(os.path.getsize(os.path.join(folder, name)) for name in os.listdir(folder) if name.endswith(("-log", "-wal")))
            sampled.append((time.time() - began, int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024, os.path.getsize(f"{folder}/kehu.db") / 1e6, beside / 1e6))
            soak.ask("ready", "GET", "/health/ready", allowed=(200,))
            if time.time() - kept > 240 and time.time() < soak.until:
                kept = time.time()
                for args in (("backup", f"{folder}/copy.db"), ("verify",)):
                    code, said = command(folder, *args)
                    if code:
                        soak.faults.append(f"{args[0]}: {said}")
                if os.path.exists(f"{folder}/copy.db"):
                    os.remove(f"{folder}/copy.db")
        service.send_signal(signal.SIGTERM)
        if service.wait(60):
            soak.faults.append(f"the service ended with {service.returncode}")
        code, said = command(folder, "verify")
        if code:
            soak.faults.append(f"at the end: {said}")
        third = len(sampled) // 3
        middle, last = max(one[1] for one in sampled[third:2 * third]), max(one[1] for one in sampled[2 * third:])
        if last > 1.25 * middle:
            soak.faults.append(f"memory goes on growing: at most {middle:.0f} MB in the middle third, {last:.0f} MB in the last")
        if max(one[3] for one in sampled) > 600:
            soak.faults.append(f"the log grew to {max(one[3] for one in sampled):.0f} MB")
        print(", ".join(f"{what} {status}: {count}" for (what, status), count in sorted(soak.counts.items())))
        print(f"memory at most {middle:.0f} MB in the middle third, {last:.0f} MB in the last; file {sampled[0][2]:.0f} to {sampled[-1][2]:.0f} MB, log at most {max(one[3] for one in sampled):.0f} MB; {said}")
        print("\n".join(soak.faults[:20]))
        print(f"{kind}: {float(minutes):.0f} minutes, {sum(soak.counts.values())} calls, {len(soak.faults)} faults")
        return bool(soak.faults)
    finally:
        service.kill()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
