import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Source } from '#diagnostics/source.ts';
import { finding } from '../codes.ts';
import type { Driver } from './driver.ts';
import { locateProperty, locateText } from './locate.ts';
import type { CostModel } from './model.ts';

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** What can be said about a model before it is run: its names, its drivers, its choices. */
export function checkModel(model: CostModel, source?: Source): Diagnostic[] {
  return [
    ...checkNames(model, source),
    ...Object.entries(model.drivers ?? {}).flatMap(([name, driver]) =>
      checkDriver(name, driver, source),
    ),
    ...checkChoices(model, source),
  ];
}

function checkNames(model: CostModel, source?: Source): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const field of ['id', 'title', 'system', 'user'] as const) {
    if (typeof model[field] === 'string' && model[field].trim() !== '') continue;
    const message = `The model has no \`${field}\`.`;
    diagnostics.push(finding('cost-model-invalid', message, locateText(source, 'defineCostModel')));
  }
  if (typeof model.id === 'string' && model.id !== '' && !ID.test(model.id)) {
    const message = `The id \`${model.id}\` is not lower case words joined by dashes.`;
    diagnostics.push(finding('cost-model-invalid', message, locateText(source, model.id)));
  }
  return diagnostics;
}

function checkDriver(name: string, driver: Driver, source?: Source): Diagnostic[] {
  const span = () => locateProperty(source, 'drivers', name);
  const { low, likely, high, unit, why } = driver;
  const diagnostics: Diagnostic[] = [];
  const values = [low, likely, high];
  if (!values.every((value) => Number.isFinite(value) && value >= 0)) {
    const message = `Driver \`${name}\` needs finite values that are not negative, and has ${values.join(', ')}.`;
    diagnostics.push(finding('cost-driver-range', message, span()));
  } else if (low > likely || likely > high) {
    const message = `Driver \`${name}\` has low ${low}, likely ${likely}, high ${high}: these must not fall.`;
    const hint =
      'Word the driver so that more of it costs more, and give its values in that order.';
    diagnostics.push(finding('cost-driver-range', message, span(), { hint }));
  }
  if (typeof why !== 'string' || why.trim() === '') {
    const message = `Driver \`${name}\` does not say why its values are what they are.`;
    diagnostics.push(finding('cost-driver-reason', message, span()));
  }
  if (typeof unit !== 'string' || unit === '') {
    diagnostics.push(finding('cost-model-invalid', `Driver \`${name}\` has no unit.`, span()));
  }
  return diagnostics;
}

function checkChoices(model: CostModel, source?: Source): Diagnostic[] {
  return Object.entries(model.choices ?? {})
    .filter(([, { options, taken }]) => !Object.hasOwn(options, taken))
    .map(([name, { taken }]) =>
      finding(
        'cost-model-invalid',
        `Choice \`${name}\` has taken \`${taken}\`, which is not one of its options.`,
        locateProperty(source, 'choices', name),
      ),
    );
}
