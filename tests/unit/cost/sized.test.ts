import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flow, networkUse } from '#cost/define/flow.ts';
import { sized } from '#cost/define/sized.ts';
import { quantity, ratio } from '#cost/units/quantity.ts';

const NODES = [
  { name: 'small', most: 10, CPU: quantity(2, 'vCPU'), memory: quantity(4, 'GB') },
  { name: 'large', most: 5, CPU: quantity(8, 'vCPU'), memory: quantity(16, 'GB') },
] as const;

const nodes = (cpu: number, memory = 0, quiet = cpu) =>
  sized('Nodes', {
    sizes: NODES,
    least: 2,
    busy: ratio(0.25),
    carries: {
      CPU: {
        demand: quantity(cpu, 'vCPU'),
        quiet: quantity(quiet, 'vCPU'),
        upTo: 0.5,
        fix: 'More.',
      },
      memory: { demand: quantity(memory, 'GB'), fix: 'More memory.' },
    },
  });

describe('sizing', () => {
  it.each([
    ['the least there is', 0.5, 0, 2, 'small', 'CPU'],
    ['what the processor asks for', 4.2, 0, 5, 'small', 'CPU'],
    ['what the memory asks for', 1, 33, 9, 'small', 'memory'],
    ['the most of a size', 10, 0, 10, 'small', 'CPU'],
    ['the next size above it', 10.1, 0, 3, 'large', 'CPU'],
    ['the most of the last size', 999, 0, 5, 'large', 'CPU'],
  ])('gives %s', (_, cpu, memory, count, size, binds) => {
    const { count: units, size: name, binds: by } = nodes(cpu, memory);
    expect([units.value, name, by]).toEqual([count, size, count === 2 ? undefined : binds]);
  });

  it('bills what runs on average: busy hours at one number, quiet ones at another', () => {
    const { count, quiet, running } = nodes(8, 0, 3);
    expect([count.value, quiet.value, running.value]).toEqual([8, 3, 4.25]);
  });

  it('is limited by the most of the largest size, at the fill that is allowed', () => {
    const { limits } = nodes(4, 7);
    expect(limits.CPU?.limit.value).toBe(20);
    expect(limits.memory?.limit.value).toBe(80);
    expect(limits.memory?.used.value).toBe(7);
  });

  it('is one instance without more being said', () => {
    const { count, many } = sized('Database', {
      sizes: [{ name: 'one', memory: quantity(4, 'GB') }],
      carries: { memory: { demand: quantity(9, 'GB'), fix: 'A larger one.' } },
    });
    expect([count.value, count.unit, many]).toEqual([1, 'instance', false]);
  });

  it('has no limits where there may be any number', () => {
    const pods = sized('Pods', {
      sizes: [{ name: 'pod', most: Number.POSITIVE_INFINITY, CPU: quantity(1, 'vCPU') }],
      of: 'pod',
      carries: { CPU: { demand: quantity(1e6, 'vCPU'), fix: '' } },
    });
    expect([pods.count.value, pods.limits]).toEqual([1e6, {}]);
  });

  it('is not a number when a load is not', () => {
    expect(nodes(Number.NaN).count.value).toBeNaN();
  });

  it('never shrinks as load grows', () => {
    const load = fc.double({ min: 0, max: 60, noNaN: true });
    const carried = ({ count, row }: ReturnType<typeof nodes>) => count.value * row.CPU.value;
    fc.assert(
      fc.property(load, load, (a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        expect(carried(nodes(less))).toBeLessThanOrEqual(carried(nodes(more)));
      }),
    );
  });
});

describe('flows', () => {
  const gb = (value: number) => quantity(value, 'GB');

  it('are added up to what is charged', () => {
    const use = networkUse(
      [
        flow({ from: 'a', to: 'b', route: 'between zones', sent: gb(60), returned: gb(30) }),
        flow({ from: 'a', to: 'out', route: 'nat', sent: gb(5), returned: gb(7) }),
        flow({ from: 'a', to: 'queue', route: 'nat in the region', sent: gb(3) }),
        flow({ from: 'a', to: 'logs', route: 'endpoint', sent: gb(11) }),
        flow({ from: 'a', to: 'client', route: 'internet', sent: gb(100), returned: gb(1) }),
        flow({ from: 'a', to: 's3', route: 'free', sent: gb(1000) }),
      ],
      3,
    );
    // Two thirds of 90 GB cross a border between three zones, and each side is charged.
    expect(use.betweenZones.value).toBeCloseTo(120, 9);
    expect(use.nat.value).toBe(15);
    expect(use.endpoint.value).toBe(11);
    expect(use.internetOut.value).toBe(105);
  });

  it('cost nothing between zones when there is one', () => {
    const inside = flow({ from: 'a', to: 'b', route: 'between zones', sent: gb(60) });
    expect(networkUse([inside], 1).betweenZones.value).toBe(0);
  });
});
