// Zen engine: the policy as one expression, alone, in a graph, and mapped over many customers; and as a decision table where every class is a
// row of bounds.
import { ZenEngine, evaluateExpressionSync } from '@gorules/zen-engine';
const BATCH = 1000;

const graph = (node) => ({
  contentType: 'application/vnd.gorules.decision',
  nodes: [
    { id: 'in', type: 'inputNode', name: 'in', position: { x: 0, y: 0 } },
    { id: 'rule', name: 'rule', position: { x: 1, y: 0 }, ...node },
    { id: 'out', type: 'outputNode', name: 'out', position: { x: 2, y: 0 } },
  ],
  edges: [
    { id: 'a', type: 'edge', sourceId: 'in', targetId: 'rule' },
    { id: 'b', type: 'edge', sourceId: 'rule', targetId: 'out' },
  ],
});

const expression = (key, value) => graph({ type: 'expressionNode', content: { expressions: [{ id: 'e', key, value }] } });

const table = ({ facts, rows }, loop) => graph({
  type: 'decisionTableNode',
  content: {
    hitPolicy: 'first',
    ...(loop ? { executionMode: 'loop', inputField: 'items', outputPath: 'items' } : {}),
    inputs: facts.map((field) => ({ id: field, name: field, field })),
    outputs: [{ id: 'class', name: 'class', field: 'class' }],
    rules: rows.map(({ cells, code }, place) => ({ _id: `${place}`, ...cells, class: `"${code}"` })),
  },
});

const oneByOne = (decision) => ({
  batch: BATCH,
  decide: async (customers) => {
    const classes = [];
    for (const customer of customers) classes.push((await decision.evaluate(customer)).result.class);
    return classes;
  },
});

export const modes = ({ expression: one, mapped, table: rows }) => {
  const engine = new ZenEngine();
  const mapping = engine.createDecision(expression('classes', `map(items, ${mapped})`));
  const ways = {
    'expression, one by one': oneByOne(engine.createDecision(expression('class', one))),
    'expression mapped over 1 000': { batch: BATCH, decide: async (items) => (await mapping.evaluate({ items })).result.classes },
    'evaluateExpressionSync mapped over 1 000': { batch: BATCH, decide: async (items) => evaluateExpressionSync(`map(items, ${mapped})`, { items }) },
  };
  if (rows) {
    const looped = engine.createDecision(table(rows, true));
    ways['table, one by one'] = oneByOne(engine.createDecision(table(rows, false)));
    ways['table over 1 000'] = { batch: BATCH, decide: async (items) => (await looped.evaluate({ items })).result.items.map((item) => item.class) };
  }
  return ways;
};
