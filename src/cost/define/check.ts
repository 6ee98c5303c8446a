import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Source } from '#diagnostics/source.ts';
import { didYouMean } from '#diagnostics/suggest.ts';
import { finding } from '../codes.ts';
import { unknownKeys } from './check-spec.ts';
import { BASES } from './driver.ts';
import { described, type Fault, isRecord } from './fault.ts';
import { locateCall, locateProperty, locateText } from './locate.ts';
import type { CostModel } from './model.ts';

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const DRIVER = ['label', 'unit', 'low', 'likely', 'high', 'basis', 'why'];

/** What can be said about a model before it is run: its definition, its drivers, its choices. */
export function checkModel(model: CostModel, source?: Source): Diagnostic[] {
  const place = ({ path }: Fault) =>
    (path && locateProperty(source, ...path)) ?? locateCall(source);
  const invalid = [...model.faults, ...checkChoices(model)].map((fault) =>
    finding('cost-model-invalid', fault.message, place(fault), { hint: fault.hint }),
  );
  return [
    ...invalid,
    ...checkId(model, source),
    ...Object.entries(model.drivers).flatMap(([name, driver]) => checkDriver(name, driver, source)),
  ];
}

function checkId({ id }: CostModel, source?: Source): Diagnostic[] {
  if (id === '' || ID.test(id)) return [];
  const message = `The id \`${id}\` is not lower case words joined by dashes.`;
  const words = id.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const hint = words.length > 0 ? `Such as \`${words.join('-')}\`.` : undefined;
  return [finding('cost-model-invalid', message, locateText(source, id), { hint })];
}

/** A driver as it may be in a file whose types nobody checked. */
function checkDriver(name: string, driver: unknown, source?: Source): Diagnostic[] {
  const at = (key?: string) =>
    key !== undefined && isRecord(driver) && Object.hasOwn(driver, key)
      ? locateProperty(source, 'drivers', name, key)
      : locateProperty(source, 'drivers', name);
  const subject = `Driver \`${name}\``;
  if (!isRecord(driver)) {
    const message = `${subject} is ${described(driver)} and must be an object.`;
    const hint =
      "`{ label: '…', unit: '…', low: 1, likely: 2, high: 3, basis: 'estimate', why: '…' }`";
    return [finding('cost-model-invalid', message, at(), { hint })];
  }
  const invalid = (message: string, hint: string, key?: string) =>
    finding('cost-model-invalid', message, at(key), { hint });
  const diagnostics = unknownKeys(driver, DRIVER, 'A driver has', ['drivers', name]).map(
    ({ message, hint, path = [] }) =>
      finding('cost-model-invalid', message, locateProperty(source, ...path), { hint }),
  );
  const { label, unit, basis, why } = driver;
  if (!isText(label)) {
    diagnostics.push(invalid(`${subject} has no label.`, 'What it is, for readers.', 'label'));
  }
  if (!isText(unit)) {
    const hint = "What it counts over what: `unit: 'order/user'`, or `'ratio'` for a share.";
    diagnostics.push(invalid(`${subject} has no unit.`, hint, 'unit'));
  }
  if (!(BASES as readonly unknown[]).includes(basis)) {
    const hint = didYouMean(String(basis), BASES) ?? `There are ${BASES.join(', ')}.`;
    const message = `${subject} rests on ${described(basis)}, which is no basis.`;
    diagnostics.push(invalid(message, hint, 'basis'));
  }
  if (!isText(why)) {
    const message = `${subject} does not say why its values are what they are.`;
    diagnostics.push(finding('cost-driver-reason', message, at('why')));
  }
  return [...diagnostics, ...checkValues(subject, driver, at)];
}

function checkValues(
  subject: string,
  { low, likely, high }: Readonly<Record<string, unknown>>,
  at: (key?: string) => ReturnType<typeof locateProperty>,
): Diagnostic[] {
  const wrong = Object.entries({ low, likely, high }).flatMap(([key, value]) => {
    if (value === undefined) {
      const hint = 'Low, likely and high are numbers; the same number thrice where it is certain.';
      return [finding('cost-driver-range', `${subject} has no \`${key}\`.`, at(), { hint })];
    }
    if (Number.isFinite(value) && Number(value) >= 0) return [];
    const message = `${subject} has ${described(value)} as \`${key}\`, which must be a number that is finite and not negative.`;
    return [finding('cost-driver-range', message, at(key))];
  });
  if (wrong.length > 0) return wrong;
  if (Number(low) <= Number(likely) && Number(likely) <= Number(high)) return [];
  const message = `${subject} has low ${low}, likely ${likely}, high ${high}: these must not fall.`;
  const hint = 'Word the driver so that more of it costs more, and give its values in that order.';
  return [finding('cost-driver-range', message, at(), { hint })];
}

function checkChoices({ choices }: CostModel): Fault[] {
  return Object.entries<unknown>(choices).flatMap(([name, choice]): Fault[] => {
    const path = ['choices', name];
    if (!isRecord(choice) || !isRecord(choice.options)) {
      const message = `Choice \`${name}\` has no options.`;
      const hint = "`{ label: '…', options: { a: 'one way', b: 'the other' }, taken: 'a' }`";
      return [{ message, hint, path }];
    }
    const options = Object.keys(choice.options);
    if (options.includes(String(choice.taken))) return [];
    const message = `Choice \`${name}\` has taken ${described(choice.taken)}, which is not one of its options.`;
    const hint = didYouMean(String(choice.taken), options) ?? `There are ${options.join(', ')}.`;
    return [{ message, hint, path }];
  });
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
