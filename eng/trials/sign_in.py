#!/usr/bin/env python3
"""People sign in with a real browser: the page, a key that is wrong and one that is not, Swagger UI and a page behind it, signing out, and a key that is revoked.

usage: eng/trials/sign_in.py [FOLDER for pictures]        (needs Debian's chromium and chromium-driver, and the service built: dotnet build -c Release src/Api)

Starts a service of its own on a free port, speaks WebDriver to a headless Chromium, and ends both. Fails on the first thing that is not as it should be, and on any message of the
browser about something that the page was not allowed to load.
"""
import base64, json, os, shutil, signal, socket, subprocess, sys, tempfile, time, urllib.error, urllib.request

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
API = os.path.join(ROOT, "src/Api/bin/Release/net10.0/Kehu.Api.dll")
PAGE = "/v1/scorecards?period=2026-Q3"


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def ask(url, body=None, method=None, headers=None):
    request = urllib.request.Request(url, None if body is None else json.dumps(body).encode(), {"Content-Type": "application/json", **(headers or {})}, method=method)
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.loads(answer.read() or b"null")


def until(what, within=60):
    end = time.time() + within
    while True:
        try:
            if (found := what()) is not None and found is not False:
                return found
        except (OSError, urllib.error.URLError):
            pass
        if time.time() > end:
            sys.exit("FAILED: waited in vain")
        time.sleep(0.1)


class Browser:
    """One window, by WebDriver (W3C)."""

    def __init__(self, port):
        options = {"args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1000,800", "--lang=en"]}
        wanted = {"capabilities": {"alwaysMatch": {"browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}}}
        self.base = f"http://127.0.0.1:{port}/session"
        self.base += "/" + ask(self.base, wanted)["value"]["sessionId"]

    def do(self, path, body=None):
        return ask(self.base + path, body, "POST" if body is not None else "GET")["value"]

    def go(self, url):
        self.do("/url", {"url": url})

    def at(self):
        return self.do("/url")

    def run(self, script):
        return self.do("/execute/sync", {"script": script, "args": []})

    def find(self, css):
        return next(iter(self.do("/element", {"using": "css selector", "value": css}).values()))

    def has(self, css):
        return self.run(f"return document.querySelectorAll({json.dumps(css)}).length") > 0

    def type(self, css, text):
        self.do(f"/element/{self.find(css)}/value", {"text": text})

    def click(self, css):
        self.do(f"/element/{self.find(css)}/click", {})

    def text(self):
        return self.run("return document.body.innerText")

    def picture(self, path):
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.do("/screenshot")))

    def told(self):
        return [line["message"] for line in self.do("/se/log", {"type": "browser"})]

    def quit(self):
        urllib.request.urlopen(urllib.request.Request(self.base, method="DELETE"), timeout=30)


def check(what, holds):
    print(("ok      " if holds else "FAILED  ") + what, flush=True)
    if not holds:
        raise SystemExit(1)


def main():
    pictures = sys.argv[1] if len(sys.argv) > 1 else None
    folder, port, driver_port = tempfile.mkdtemp(prefix="kehu-sign-in-"), free_port(), free_port()
    store, here = os.path.join(folder, "kehu.db"), f"http://127.0.0.1:{port}"
    made = subprocess.run(["dotnet", API, "keys", "add", "--system", "ops", "--roles", "admin,integrator,auditor,analyst", f"--Store:Path={store}"], capture_output=True, text=True)
    key = next((word for word in made.stdout.split() if word.startswith("kehu_")), None)
    check("a first key by command", key is not None)
    service = subprocess.Popen(["dotnet", API, f"--urls={here}", f"--Store:Path={store}", "--Logging:LogLevel:Default=Warning"], stdout=subprocess.DEVNULL)
    driver = subprocess.Popen(["chromedriver", f"--port={driver_port}"], stdout=subprocess.DEVNULL)
    browser = None
    try:
        until(lambda: urllib.request.urlopen(here + "/health/live", timeout=5).status == 200)
        until(lambda: ask(f"http://127.0.0.1:{driver_port}/status")["value"]["ready"])
        browser = Browser(driver_port)
        browser.go(here + "/")
        check("/ leads to the sign-in page", "/sign-in?return=" in browser.at() and browser.has("input[type=password]"))
        if pictures:
            browser.picture(os.path.join(pictures, "sign-in.png"))
        browser.type("#key", "kehu_wrong_key")
        browser.click("form[action='/sign-in'] button")
        check("a wrong key is refused in words", "unknown, has expired or was revoked" in browser.text())
        browser.go(here + "/sign-in?return=/swagger/index.html")
        browser.type("#key", key)
        browser.click("form[action='/sign-in'] button")
        check("a good one leads back to where one was", until(lambda: browser.at().endswith("/swagger/index.html")))
        check("Swagger UI shows the routes", until(lambda: browser.has(".opblock-tag")))
        check("a call from the page is made as whoever signed in", browser.run("""
            const answer = new XMLHttpRequest(); answer.open('GET', '/v1/me', false); answer.send(); return answer.status + answer.responseText""").startswith('200{"system":"ops"'))
        check("no script reads the cookie", browser.run("return document.cookie").find("kehu-session") < 0)
        if pictures:
            browser.picture(os.path.join(pictures, "swagger.png"))
        browser.go(here + "/sign-in")
        check("the page says who is signed in", "Signed in as ops" in browser.text())
        if pictures:
            browser.picture(os.path.join(pictures, "signed-in.png"))
        browser.click("form[action='/sign-out'] button")
        browser.go(here + PAGE)
        check("after signing out a page asks who it is", "/sign-in?return=" in browser.at())
        browser.type("#key", key)
        browser.click("form[action='/sign-in'] button")
        check("and is shown to whoever signs in", until(lambda: browser.at().endswith(PAGE)) and browser.has("table"))
        one = ask(here + "/v1/keys", headers={"Authorization": "Bearer " + key})["items"][0]["id"]
        ask(f"{here}/v1/keys/{one}", method="DELETE", headers={"Authorization": "Bearer " + key, "If-Match": "*"})
        browser.go(here + PAGE)
        check("a session ends with its key", "/sign-in?return=" in browser.at())
        refused = [line for line in browser.told() if "Content Security Policy" in line or "Refused" in line]
        check(f"the browser refused nothing that a page asked for {refused}", not refused)
    finally:
        if browser:
            browser.quit()
        for process in (driver, service):
            process.send_signal(signal.SIGTERM)
            process.wait(30)
        shutil.rmtree(folder)
    print("sign-in: all as it should be")


main()
