import { line, type Quantity, quantity, type Sized } from 'archfolio/cost';

/** Instances that a cluster runs its pods on. */
type Nodes = Sized<
  {
    readonly name: 't3.medium' | 'c6i.large' | 'c6i.xlarge';
    readonly CPU: Quantity<'vCPU'>;
    readonly [capacity: string]: Quantity | string | number;
  },
  'instance'
>;

/**
 * Who pays for the nodes of an EKS cluster: a service for the part that its pods ask for, of `asked`
 * in all, and the cluster for the rest and for what no service asks for.
 */
export function clusterOf(nodes: Nodes, asked: Quantity<'vCPU'>) {
  const instance = `ec2.${nodes.size}` as const;
  const offered = nodes.running
    .times(quantity(nodes.row.CPU.value, 'vCPU/instance'))
    .atLeast(asked)
    .called('processors of the nodes');
  return {
    /** The line of a service whose pods ask for so much. */
    shareOf: (part: Quantity<'vCPU'>) => ({
      nodes: line(
        'Share of the nodes, by processor asked for',
        instance,
        nodes.running.hours().times(part.over(offered)),
      ),
    }),
    /** The lines of the cluster itself. */
    own: () => ({
      control: line('EKS control plane', 'eks.cluster', quantity(1, 'cluster').hours()),
      headroom: line(
        'Nodes, what the services leave',
        instance,
        nodes.running.hours().times(asked.over(offered).rest()),
      ),
      disks: line(
        'Root volumes of 20 GB',
        'ebs.gp3',
        nodes.running.times(quantity(20, 'GB/instance')).months(),
      ),
    }),
  };
}
