/** What is neither counted nor paid: units of time, and plain numbers. */
const NOT_COUNTED =
  /^(?:%|x|ratio|times|ms|s|sec|seconds?|min|minutes?|h|hours?|days?|weeks?|months?|years?|percent|points?)$/i;

/**
 * How often a unit counts: once for `request`, `GB-month` and `order/s`, not at all for `ms`, `kB/request`
 * and `$/user`. Money and counts are given in units so many times as large, so that a figure is multiplied
 * with the ratio as often as its unit counts; sums, products and comparisons then hold as before.
 */
export function degreeOf(num: string, den = ''): -1 | 0 | 1 {
  const degree = counted(num) - counted(den);
  return degree > 0 ? 1 : degree < 0 ? -1 : 0;
}

function counted(unit: string): number {
  return unit === '' || NOT_COUNTED.test(unit) ? 0 : 1;
}
