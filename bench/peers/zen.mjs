// Zen engine: the policy as one expression, in a graph one by one, and mapped over many customers in a graph and without one.
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

const oneByOne = (decision) => ({
  batch: BATCH,
  decide: async (customers) => {
    const classes = [];
    for (const customer of customers) classes.push((await decision.evaluate(customer)).result.class);
    return classes;
  },
});

export const modes = ({ expression: one, mapped }) => {
  const engine = new ZenEngine();
  const mapping = engine.createDecision(expression('classes', `map(items, ${mapped})`));
  return {
    'expression, one by one': oneByOne(engine.createDecision(expression('class', one))),
    'expression mapped over 1 000': { batch: BATCH, decide: async (items) => (await mapping.evaluate({ items })).result.classes },
    'evaluateExpressionSync mapped over 1 000': { batch: BATCH, decide: async (items) => evaluateExpressionSync(`map(items, ${mapped})`, { items }) },
  };
};
