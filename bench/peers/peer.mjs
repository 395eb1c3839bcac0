// One engine on one workload, driven over standard input: the first line out names its modes and how many customers each of them gets wrong;
// then every line in is a mode and the milliseconds to work, and every line out the decisions per second of this process's processor time.
// node peer.mjs zen|jre FILE   (FILE: rules and customers as Kehu.Bench writes them)
import fs from 'node:fs';
import readline from 'node:readline';

const [engine, file] = process.argv.slice(2);
const { rules, customers, expected } = JSON.parse(fs.readFileSync(file, 'utf8'));
const { modes } = await import(`./${engine}.mjs`);
const ways = modes(rules);

const wrong = {};
for (const [name, way] of Object.entries(ways)) {
  const classes = [];
  for (let at = 0; at < customers.length; at += way.batch) classes.push(...await way.decide(customers.slice(at, at + way.batch)));
  wrong[name] = expected.filter((code, i) => code !== classes[i]).length;
}
console.log(JSON.stringify(wrong));

const processorMs = () => { const used = process.cpuUsage(); return (used.user + used.system) / 1000; };
const next = {};
for await (const line of readline.createInterface({ input: process.stdin })) {
  const [name, ms] = JSON.parse(line);
  const way = ways[name], start = processorMs();
  let decided = 0, used;
  do {
    const at = next[name] ?? 0;
    await way.decide(customers.slice(at, at + way.batch));
    next[name] = at + way.batch < customers.length ? at + way.batch : 0;
    decided += way.batch;
  } while ((used = processorMs() - start) < ms);
  console.log(Math.round(decided * 1000 / used));
}
