// json-rules-engine: one rule a class, the best class first. Each rule's event names its class.
import pkg from 'json-rules-engine';
const { Engine } = pkg;
const BATCH = 500;

const engineOf = (classes, stop) => {
  const engine = new Engine(classes.map(({ code, condition }, place) => ({
    name: code, priority: classes.length - place, conditions: condition, event: { type: code },
  })));
  if (stop) engine.on('success', () => engine.stop());
  return engine;
};

const best = ({ results }, otherwise) =>
  results.reduce((top, rule) => (top === null || rule.priority > top.priority ? rule : top), null)?.event.type ?? otherwise;

const oneByOne = (engineFor, otherwise) => ({
  batch: BATCH,
  decide: async (customers) => {
    const classes = [];
    for (const customer of customers) classes.push(best(await engineFor(customer).run(customer), otherwise));
    return classes;
  },
});

export const modes = ({ classes, otherwise, branches }) => {
  const all = engineOf(classes, false), stopping = engineOf(classes, true);
  const ways = {
    'all rules': oneByOne(() => all, otherwise),
    'stop at the first success': oneByOne(() => stopping, otherwise),
  };
  if (branches) {
    const byCode = Object.fromEntries(branches.codes.map(({ code, classes: own }) => [code, engineOf(own, true)]));
    ways['an engine a branch, stop at the first success'] = oneByOne((customer) => byCode[customer[branches.fact]], otherwise);
  }
  return ways;
};
