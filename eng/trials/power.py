#!/usr/bin/env python3
"""Power cuts on what a store really does to its files.

usage: eng/trials/power.py litedb|sqlite [CUTS [SEED [UNITS]]]        (needs strace; builds the benchmark first)

Units are written under strace, which records every write, cut and sync of the store's files, and every acknowledgment. Then, for each cut, the files are made as they may be
if the power goes at a random operation: what was synced is there, of the rest nothing, whole writes, or sectors of 512 bytes, at random. Each store is opened and must be as after some
unit that is not before the last acknowledged one. Ends with one line of figures; exit code 1 if anything was lost, torn or unreadable.
"""
import os, random, re, shutil, subprocess, sys, tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BENCH = os.path.join(ROOT, "bench/bin/Release/net10.0/Kehu.Bench.dll")
SECTOR = 512
BATCH = 40
CALL = re.compile(r"^(\d+) +(\w+)\((.*)\) += (-?\d+|0x[0-9a-f]+)")


def unhex(text):
    return bytes.fromhex(text.replace("\\x", ""))


def record(kind, path, seed, units, trace):
    subprocess.run(
        ["strace", "-f", "-y", "-xx", "-s", "100000000", "-o", trace, "-e", "trace=write,pwrite64,pwritev,pwritev2,ftruncate,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat",
         "dotnet", BENCH, "power", "write", kind, path, str(seed), str(units)],
        check=True, stdout=subprocess.DEVNULL)


def operations(trace, path):
    """(what, file, at, bytes) in order: write, cut, sync, move, gone, and ack with its number."""
    unfinished = {}
    with open(trace, encoding="latin-1") as lines:
        for line in lines:
            thread = line.split(None, 1)[0]
            if line.rstrip().endswith("<unfinished ...>"):
                unfinished[thread] = line.rstrip()[: -len("<unfinished ...>")]
                continue
            resumed = re.match(r"^\d+ +<\.\.\. \w+ resumed>(.*)$", line.rstrip())
            if resumed:
                line = unfinished.pop(thread) + resumed.group(1)
            found = CALL.match(line)
            if not found or found.group(4).startswith("-"):
                continue
            call, inside = found.group(2), found.group(3)
            if call in ("rename", "renameat", "renameat2", "unlink", "unlinkat"):
                names = [unhex(name).decode() for name in re.findall(r'"((?:\\x[0-9a-f]{2})*)"', inside)]
                if names and names[0].startswith(path):
                    yield ("move", names[0], names[1], b"") if "rename" in call else ("gone", names[0], 0, b"")
                continue
            target = re.match(r"(\d+)<((?:\\x[0-9a-f]{2})*)>,? ?(.*)$", inside, re.S)
            if not target:
                continue
            name, rest = unhex(target.group(2)).decode("latin-1"), target.group(3).strip()
            if call == "write" and target.group(1) != "2":
                text = unhex(re.match(r'"((?:\\x[0-9a-f]{2})*)"', rest).group(1)) if rest.startswith('"') else b""
                if text.startswith(b"ack "):
                    yield "ack", "", int(text.split()[1]), b""
                    continue
            if not name.startswith(path) or name.endswith(("-shm", ".lock", ".room", ".copy")):
                continue
            if call == "write":
                raise SystemExit(f"a plain write to {name}: its place is not recorded")
            if call == "pwrite64":
                data, at = re.match(r'"((?:\\x[0-9a-f]{2})*)", \d+, (\d+)$', rest).groups()
                yield "write", name, int(at), unhex(data)
            elif call in ("pwritev", "pwritev2"):
                at = int(re.search(r"\], \d+, (\d+)", rest).group(1))
                yield "write", name, at, b"".join(unhex(one) for one in re.findall(r'iov_base="((?:\\x[0-9a-f]{2})*)"', rest))
            elif call == "ftruncate":
                yield "cut", name, int(rest), b""
            else:
                yield "sync", name, 0, b""


class File:
    def __init__(self):
        self.durable, self.since = bytearray(), []

    def sync(self):
        for at, data in self.since:
            apply(self.durable, at, data)
        self.since = []

    def survivor(self, chance, loss):
        image = bytearray(self.durable)
        for at, data in self.since:
            if loss == "all":
                continue
            if data is None or loss == "writes":
                if chance.random() < 0.6:
                    apply(image, at, data)
                continue
            for start in range(0, len(data), SECTOR):
                if chance.random() < 0.6:
                    apply(image, at + start, data[start:start + SECTOR])
        return image


def apply(image, at, data):
    if data is None:
        del image[at:]
        image.extend(bytes(at - len(image)))
    else:
        image.extend(bytes(max(0, at - len(image))))
        image[at:at + len(data)] = data


def main():
    kind = sys.argv[1] if len(sys.argv) > 1 else ""
    if kind not in ("litedb", "sqlite"):
        raise SystemExit(__doc__)
    cuts, seed, units = (int(value) for value in (sys.argv[2:5] + ["1000", "1", "1500"][len(sys.argv) - 2:]))
    subprocess.run(["dotnet", "build", os.path.join(ROOT, "bench"), "-c", "Release", "-v", "q"], check=True, stdout=subprocess.DEVNULL)
    folder = tempfile.mkdtemp(prefix="kehu-power-")
    try:
        path, trace = os.path.join(folder, "kehu.db"), os.path.join(folder, "trace")
        record(kind, path, seed, units, trace)
        steps = list(operations(trace, path))
        os.remove(trace)
        first = next(at for at, step in enumerate(steps) if step[0] == "ack")
        synced = sum(step[0] == "sync" for step in steps[first:])
        chance = random.Random(seed)
        where = sorted(chance.randrange(first, len(steps)) for _ in range(cuts))
        print(f"{kind}: {units} units in {sum(step[0] == 'write' for step in steps)} writes, {synced} syncs ({synced / units:.2f} a unit); seed {seed}")
        files, acknowledged, at, outcome, waiting = {}, 0, 0, {"good": 0, "lost": 0, "torn": 0, "unreadable": 0}, []
        for number, cut in enumerate(where):
            for step, name, place, data in steps[at:cut + 1]:
                if step == "ack":
                    acknowledged = place
                elif step == "move":
                    files[place] = files.pop(name)
                elif step == "gone":
                    files.pop(name, None)
                elif step == "sync":
                    files.setdefault(name, File()).sync()
                else:
                    files.setdefault(name, File()).since.append((place, None if step == "cut" else data))
            at = cut + 1
            again = os.path.join(folder, f"cut-{number}")
            os.mkdir(again)
            for name, file in files.items():
                with open(os.path.join(again, os.path.basename(name)), "wb") as image:
                    image.write(file.survivor(chance, chance.choice(("all", "writes", "sectors"))))
            waiting.append((again, acknowledged))
            if len(waiting) == BATCH or number == cuts - 1:
                judge(waiting, seed, units, outcome)
                waiting = []
        print(f"{kind}: {cuts} cuts, " + ", ".join(f"{count} {what}" for what, count in outcome.items()))
        return outcome["good"] != cuts
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def judge(waiting, seed, units, outcome):
    said = subprocess.run(
        ["dotnet", BENCH, "power", "check", str(seed), str(units), *(os.path.join(folder, "kehu.db") for folder, _ in waiting)], check=True, capture_output=True, text=True).stdout.splitlines()
    for line, (folder, acknowledged) in zip(said, waiting, strict=True):
        found = line.split(" ", 1)[1]
        what = "torn" if found == "torn" else "unreadable" if not found.isdigit() else "lost" if int(found) < acknowledged else "good"
        outcome[what] += 1
        if what != "good":
            print(f"{os.path.basename(folder)}: {what}: {found}, acknowledged {acknowledged}")
        shutil.rmtree(folder)


if __name__ == "__main__":
    sys.exit(main())
