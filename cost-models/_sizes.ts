import { defaultConnections, line, type Quantity, quantity, type Sized } from 'archfolio/cost';

/** Instance classes and tasks that more than one model chooses from; AWS's own figures. */

function cores(all: number, sustained = all) {
  return { CPU: quantity(all, 'vCPU'), sustained: quantity(sustained, 'vCPU') };
}

/** RDS for PostgreSQL, by price. `sustained`: 20 % of each vCPU where the class is burstable. */
const POSTGRES = [
  { name: 't3.medium', ...cores(2, 0.4), memory: quantity(4, 'GB') },
  { name: 'm6g.large', ...cores(2), memory: quantity(8, 'GB') },
  { name: 'r6g.large', ...cores(2), memory: quantity(16, 'GB') },
  { name: 'r6g.xlarge', ...cores(4), memory: quantity(32, 'GB') },
  { name: 'r6g.2xlarge', ...cores(8), memory: quantity(64, 'GB') },
] as const;

/** The same with the connections that each allows by default. */
export const POSTGRES_CLASSES = POSTGRES.map((row) => ({
  ...row,
  connections: defaultConnections(row.memory),
}));

/** ElastiCache nodes, with the memory that each has for data and overhead. */
export const REDIS = [
  { name: 't4g.small', memory: quantity(1.37, 'GB') },
  { name: 't4g.medium', memory: quantity(3.09, 'GB') },
  { name: 'm6g.large', memory: quantity(6.38, 'GB') },
  { name: 'r6g.large', memory: quantity(13.07, 'GB') },
  { name: 'r6g.xlarge', memory: quantity(26.32, 'GB') },
  { name: 'r6g.2xlarge', memory: quantity(52.82, 'GB') },
] as const;

/** A size of a Fargate task. */
interface TaskSize {
  readonly name: string;
  readonly most: number;
  readonly CPU: Quantity<'vCPU'>;
  readonly memory: Quantity<'GB'>;
  readonly [capacity: string]: Quantity | string | number;
}

/**
 * Fargate tasks with two GB to a vCPU, for a service of which at least so many run. They grow before
 * they become more, so that more users never mean fewer tasks, pools and logs.
 */
export function taskSizes(least: number): readonly TaskSize[] {
  const size = (vCPU: number, most: number) => ({
    name: `${vCPU} vCPU`,
    most,
    CPU: quantity(vCPU, 'vCPU'),
    memory: quantity(2 * vCPU, 'GB'),
  });
  return [size(0.25, least), size(0.5, least), size(1, Number.POSITIVE_INFINITY)];
}

/** Tasks of one service. */
export type Tasks = Sized<TaskSize, 'task'>;

/** What tasks have of processors and memory, on average over the month: what Fargate bills. */
export function reserved({ row, running }: Tasks): {
  readonly CPU: Quantity<'vCPU'>;
  readonly memory: Quantity<'GB'>;
} {
  return {
    CPU: running.times(quantity(row.CPU.value, 'vCPU/task')),
    memory: running.times(quantity(row.memory.value, 'GB/task')),
  };
}

/** The two lines that tasks have on the bill. */
export function taskLines(tasks: Tasks) {
  const { CPU, memory } = reserved(tasks);
  return {
    processors: line('Processors of its tasks', 'fargate.vcpu_x86', CPU.hours()),
    memory: line('Memory of its tasks', 'fargate.gb_x86', memory.hours()),
  };
}
