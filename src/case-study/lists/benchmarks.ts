import { z } from 'zod';

const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'a lower-case letter, then letters, digits and hyphens');
const text = z.string().min(1);
const positive = z.number().positive();

const measure = z.strictObject({
  id,
  label: text,
  unit: text,
  /** Whether more of it is better, as of a throughput, or less. */
  better: z.enum(['more', 'less']),
});

const stage = z.strictObject({
  id,
  title: text,
  /** What was changed, from which stage; the first has changed nothing. */
  change: text.optional(),
  /** The stage that it was made from; the one before it unless given. */
  from: id.optional(),
  /** By the id of the measure; `null` for what is still to be measured. */
  values: z.record(id, positive.nullable()),
});

const impact = z
  .strictObject({
    /** The measure that decides how many instances there are, and in which way it does. */
    measure: id,
    by: z.enum(['throughput', 'latency', 'memory', 'queries']),
    requestsOfUserDay: positive,
    peak: z.number().min(1),
    upTo: z.number().gt(0).max(1).default(1),
    least: z.int().min(1).default(1),
    carries: positive.optional(),
    usersOfProcess: positive.optional(),
    instance: z
      .strictObject({
        name: text,
        /** A dimension of the price books, in instance-hours; or a stated price of an hour. */
        dimension: text.optional(),
        hourly: positive.optional(),
        source: text.optional(),
      })
      .refine(
        ({ dimension, hourly }) => (dimension === undefined) !== (hourly === undefined),
        'expected either `dimension` or `hourly`',
      )
      .refine(
        ({ hourly, source }) => hourly === undefined || source !== undefined,
        'a stated price needs its `source`',
      ),
    /** Where the savings are looked at. */
    users: z.array(z.int().min(1).max(1e10)).min(1),
    /** What else they rest on, in sentences. */
    assumptions: z.array(text).min(1),
  })
  .superRefine(({ by, carries, usersOfProcess }, context) => {
    if (by !== 'throughput' && carries === undefined) {
      const message = `savings by ${by} need \`carries\`: what one instance has of it`;
      context.addIssue({ code: 'custom', path: ['by'], message });
    }
    if (by === 'memory' && usersOfProcess === undefined) {
      const message = 'savings by memory need `usersOfProcess`: the users that one process serves';
      context.addIssue({ code: 'custom', path: ['by'], message });
    }
  });

const benchmark = z
  .strictObject({
    id,
    title: text,
    /** Which system was measured, and how. */
    system: text,
    source: text,
    measures: z.array(measure).min(1),
    stages: z.array(stage).min(2),
    impact: impact.optional(),
  })
  .superRefine(({ measures, stages, impact: money }, context) => {
    const known = measures.map((one) => one.id);
    const issue = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    for (const [index, { id: name, from, values }] of stages.entries()) {
      const before = stages.slice(0, index).map((one) => one.id);
      if (before.includes(name))
        issue(['stages', index, 'id'], `there is a stage \`${name}\` above`);
      if (from !== undefined && !before.includes(from)) {
        issue(['stages', index, 'from'], `no stage above is called \`${from}\``);
      }
      for (const value of Object.keys(values)) {
        if (!known.includes(value)) {
          issue(['stages', index, 'values', value], `no measure is called \`${value}\``);
        }
      }
    }
    if (money && !known.includes(money.measure)) {
      issue(['impact', 'measure'], `no measure is called \`${money.measure}\``);
    }
  });

/** `benchmarks.yaml`: what was measured before and after each change, and what that saves. */
export const benchmarks = z.array(benchmark);
export type Benchmark = z.output<typeof benchmark>;
