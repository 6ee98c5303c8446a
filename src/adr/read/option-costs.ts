import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Span } from '#diagnostics/source.ts';
import { finding } from '../codes.ts';
import type { AdrField, OptionCost } from '../record.ts';
import { fieldNamed } from './front-matter.ts';

type Parameters = Record<string, string | number | boolean>;

/**
 * What each option costs, from `options` of the front matter:
 *
 *     options:
 *       - option: Managed queue
 *         model: mobile-commerce
 *         parameters: { queue: sqs }
 *
 * A map from the option's name to a model, or to model and parameters, is read as well.
 */
export function readOptionCosts(fields: readonly AdrField[]): {
  optionCosts: OptionCost[];
  diagnostics: Diagnostic[];
} {
  const field = fieldNamed(fields, 'options', 'option-costs');
  if (field === undefined || field.value === null) return { optionCosts: [], diagnostics: [] };
  const entries = Array.isArray(field.value)
    ? field.value.map((value, index) => [String(index + 1), value] as const)
    : isObject(field.value)
      ? Object.entries(field.value)
      : [];
  const optionCosts = entries.flatMap(([name, value], place) =>
    optionCost(name, value, field.parts?.[place] ?? field.span),
  );
  const isRead = entries.length > 0 && optionCosts.length === entries.length;
  return { optionCosts, diagnostics: isRead ? [] : [wrongShape(field)] };
}

function optionCost(name: string, value: unknown, span: Span): OptionCost[] {
  if (typeof value === 'string') return [{ option: name, model: value, parameters: {}, span }];
  if (!isObject(value)) return [];
  const { option, name: named, model, parameters } = value;
  const given = option ?? named;
  return [
    {
      option: typeof given === 'string' || typeof given === 'number' ? String(given) : name,
      ...(typeof model === 'string' && { model }),
      parameters: isObject(parameters) ? scalars(parameters) : {},
      span,
    },
  ];
}

function scalars(parameters: Readonly<Record<string, unknown>>): Parameters {
  const kept: Parameters = {};
  for (const [key, value] of Object.entries(parameters)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      kept[key] = value;
    }
  }
  return kept;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrongShape({ key, span }: AdrField): Diagnostic {
  return finding('adr-field-shape', `\`${key}\` should say which option costs what.`, span, {
    hint: 'Write a list of `option`, `model` and, where they differ, `parameters`.',
  });
}
