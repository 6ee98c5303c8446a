import type { Attribute } from '#case-study/jsx.ts';
import type { Reference } from '#case-study/mdx.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Span } from '#diagnostics/source.ts';
import { didYouMean, meant } from '#diagnostics/suggest.ts';
import { readAsked } from '../asked-state.ts';
import { portfolioProblem } from '../codes.ts';
import { elementCosts, type ModelCost } from '../costs.ts';
import { readUserCount } from '../inline-cost.ts';
import { elementCalled, type Portfolio, type StudyEntry } from '../portfolio.ts';
import { type AttributeRule, type ComponentRule, STUDY_COMPONENTS } from '../study-components.ts';
import type { Check } from './check.ts';

/**
 * Every component that a page uses exists, it has something to show, and each of its attributes is
 * known, has a value that it takes, and says it so that it can be checked.
 */
export const checkComponents: Check = function* ({ portfolio }) {
  for (const entry of portfolio.studies) {
    for (const { references, names } of entry.study.pages) {
      for (const reference of references) {
        const { component, span } = reference;
        // Lower-case names are HTML; imported ones are the author's own, and so are their parts.
        const [name = component] = component.split('.');
        if (/^[a-z]/.test(name) || names.has(name)) continue;
        const rule = STUDY_COMPONENTS[component];
        if (!rule) {
          yield unknownComponent(component, span);
          continue;
        }
        yield* checkReference(portfolio, entry, reference, rule);
      }
    }
  }
};

/** The attributes of a component, and whether it has something to show. */
export function* checkReference(
  portfolio: Portfolio,
  entry: StudyEntry,
  reference: Reference,
  rule = STUDY_COMPONENTS[reference.component],
): Iterable<Diagnostic> {
  if (!rule) return;
  yield* checkAttributes(reference, rule);
  yield* checkContent(portfolio, entry, reference, rule);
}

function unknownComponent(component: string, span: Span): Diagnostic {
  const names = Object.keys(STUDY_COMPONENTS);
  const start = span.start + 1;
  return portfolioProblem(
    'unknown-component',
    `There is no component \`${component}\`.`,
    { ...span, start, end: start + component.length },
    { hint: `Components: ${names.join(', ')}.`, ...meant(component, names) },
  );
}

function* checkAttributes(
  { component, written, span }: Reference,
  { attributes }: ComponentRule,
): Iterable<Diagnostic> {
  for (const attribute of written) {
    const rule = Object.hasOwn(attributes, attribute.name) ? attributes[attribute.name] : undefined;
    if (attribute.form === 'spread') {
      const message = `\`${component}\` takes no attributes from a variable.`;
      yield portfolioProblem('wrong-attribute', message, attribute.nameSpan, {
        hint: 'Write each of them out, so that it can be checked.',
      });
    } else if (rule) yield* checkValue(component, attribute, rule);
    else {
      const names = Object.keys(attributes);
      const all = names.length > 0 ? `It takes ${names.join(', ')}.` : 'It takes none.';
      yield portfolioProblem(
        'unknown-attribute',
        `\`${component}\` has no attribute \`${attribute.name}\`.`,
        attribute.nameSpan,
        { hint: all, ...meant(attribute.name, names) },
      );
    }
  }
  for (const [name, { required }] of Object.entries(attributes)) {
    if (!required || written.some((attribute) => attribute.name === name)) continue;
    yield portfolioProblem('missing-attribute', `\`${component}\` needs \`${name}\`.`, span);
  }
}

function* checkValue(
  component: string,
  { name, form, value, valueSpan }: Attribute,
  { type, values, takes, computed }: AttributeRule,
): Iterable<Diagnostic> {
  const problem = (message: string, hint?: string) =>
    portfolioProblem('wrong-attribute', message, valueSpan, { hint });
  const whose = `\`${name}\` of \`${component}\``;
  if (form === 'code') {
    if (computed) return;
    const hint = 'What code works out cannot be checked.';
    yield problem(`${whose} must be written out.`, hint);
  } else if (value === undefined) {
    yield problem(`${whose} has no value.`, values && `It takes ${values.join(', ')}.`);
  } else if (values && !values.includes(value)) {
    const hint = didYouMean(value, values) ?? `It takes ${values.join(', ')}.`;
    yield problem(`${whose} cannot be \`${value}\`.`, hint);
  } else if (takes === 'users' && readUserCount(value) === undefined) {
    const hint = 'A whole number of users from 1 to 10000000000, such as 250000.';
    yield problem(`${whose} cannot be \`${value}\`.`, hint);
  } else if (type !== 'either' && type !== form) {
    const hint = type === 'text' ? `Write \`${name}="${value}"\`.` : `Write \`${name}={…}\`.`;
    yield problem(`${whose} is a ${type}, not a ${form}.`, hint);
  }
}

/** A component that would show an empty table, or a dash for a figure. */
function* checkContent(
  portfolio: Portfolio,
  { study, cost, schema }: StudyEntry,
  { component, attributes, span, attributeSpan }: Reference,
  rule: ComponentRule,
): Iterable<Diagnostic> {
  if (rule.list && !study.listFiles.has(rule.list)) {
    const message = `\`${component}\` has nothing to show: the study has no ${rule.list}.yaml.`;
    const hint = `Write ${rule.list}.yaml beside index.mdx, or leave the component out.`;
    yield portfolioProblem('nothing-to-show', message, span, { hint });
  }
  if (rule.schema && !schema) {
    const message = `\`${component}\` has nothing to show: the study has no schema.sql.`;
    const hint = 'Write its tables into schema.sql beside index.mdx, or leave the component out.';
    yield portfolioProblem('nothing-to-show', message, span, { hint });
  }
  const estimates = study.claims.map(({ id }) => id);
  const { estimate } = attributes;
  if (component === 'Audit' && estimate !== undefined && !estimates.includes(estimate)) {
    const message = `claims.yaml has no estimate \`${estimate}\`.`;
    yield portfolioProblem('nothing-to-show', message, attributeSpan('estimate'), {
      hint: didYouMean(estimate, estimates) ?? `There are ${estimates.join(', ')}.`,
    });
  }
  if (!rule.cost) return;
  if (study.meta.costModel === undefined) {
    const message = `\`${component}\` has no figure to show: the study names no cost model.`;
    const hint = 'Give its id as `costModel` in the front matter.';
    yield portfolioProblem('nothing-to-show', message, span, { hint });
  }
  if (cost) yield* checkFigure(cost, component, attributes, attributeSpan);
  const { element } = attributes;
  if (component !== 'Cost' || !cost || element === undefined || !elementCalled(portfolio, element))
    return;
  const parts = [...elementCosts(cost).keys()];
  if (parts.includes(element.toLowerCase())) return;
  const message = `The model \`${cost.id}\` has no part that is tied to \`${element}\`.`;
  yield portfolioProblem('nothing-to-show', message, attributeSpan('element'), {
    hint: didYouMean(element, parts) ?? `Its parts are tied to ${parts.join(', ')}.`,
  });
}

/** A quantity or an option that the model does not have. */
function* checkFigure(
  cost: ModelCost,
  component: string,
  { of, instead, option, choice, users, from, to }: Reference['attributes'],
  attributeSpan: Reference['attributeSpan'],
): Iterable<Diagnostic> {
  for (const [name, asked] of Object.entries({ from, to })) {
    if (component !== 'CostDifference' || asked === undefined) continue;
    const [problem] = readAsked(cost, asked).problems;
    if (problem === undefined) continue;
    const hint = 'It is written as the address of the explorer is: `users=100000&commitment=1y`.';
    yield portfolioProblem('nothing-to-show', problem, attributeSpan(name), { hint });
  }
  const unknown = (name: string, attribute: string, what: string, known: readonly string[]) =>
    portfolioProblem(
      'nothing-to-show',
      `The model \`${cost.id}\` has no ${what} \`${name}\`.`,
      attributeSpan(attribute),
      {
        hint:
          didYouMean(name, known) ??
          (known.length > 0 ? `There are ${known.join(', ')}.` : 'It has none.'),
      },
    );
  const quantities = cost.large.demand.map(({ id }) => id);
  if (component === 'Demand' && of !== undefined && !quantities.includes(of)) {
    yield unknown(of, 'of', 'demand', quantities);
  }
  const units = cost.large.perUnit.map(({ id }) => id);
  if (component === 'Cost' && of !== undefined && !units.includes(of)) {
    yield unknown(of, 'of', 'cost for each of', units);
  }
  const choices = Object.keys(cost.parameters.choices);
  if (component === 'BreakEven' && choice !== undefined && !choices.includes(choice)) {
    yield unknown(choice, 'choice', 'choice', choices);
  }
  const options = [...cost.alternatives.keys()];
  if (component === 'CostInstead' && option !== undefined && !options.includes(option)) {
    yield unknown(option, 'option', 'option besides those taken called', options);
  }
  if (component !== 'Cost' || instead === undefined) return;
  if (!options.includes(instead)) {
    yield unknown(instead, 'instead', 'option besides those taken called', options);
  } else if (users !== undefined && Number(users) !== cost.users[1]) {
    const message = '`instead` is worked out at the larger of the two sizes.';
    const hint = 'Leave `users` out.';
    yield portfolioProblem('nothing-to-show', message, attributeSpan('users'), { hint });
  }
}
