import { readBlock, usableAddresses } from '#case-study/lists/cidr.ts';
import { INTERNET, type Network, type Rule } from '#case-study/lists/network.ts';
import { formatCount } from '../../format.ts';
import type { Portfolio } from '../../portfolio.ts';
import type { MaybeLink } from '../links.ts';
import { elementLinks } from './links.ts';

export interface SubnetBox {
  readonly id: string;
  readonly cidr: string;
  /** That hosts can have: `251`. */
  readonly addresses: string;
  readonly elements: readonly MaybeLink[];
  /** What stands in it besides: `NAT gateway`. */
  readonly also: readonly string[];
}

/** The subnets of one kind, zone by zone. */
export interface SubnetRow {
  readonly kind: string;
  readonly sense: string;
  readonly zones: readonly (readonly SubnetBox[])[];
}

export interface RuleRow {
  readonly from: string;
  readonly to: string;
  /** `5432`, or `53 udp`. */
  readonly ports: string;
  readonly why: string;
}

export interface NetworkPlan extends Pick<Network, 'id' | 'name' | 'cidr' | 'region' | 'zones'> {
  readonly subnets: readonly SubnetRow[];
  readonly groups: readonly { readonly name: string; readonly elements: readonly MaybeLink[] }[];
  /** Who may be reached, and by whom: a cell holds ports, or nothing where all is refused. */
  readonly targets: readonly string[];
  readonly matrix: readonly { readonly from: string; readonly cells: readonly string[] }[];
  readonly rules: readonly RuleRow[];
}

const SENSE: Readonly<Record<Network['subnets'][number]['kind'], string>> = {
  public: 'reached from the internet',
  private: 'reaches it by NAT',
  isolated: 'no way in or out',
};

export function networkPlan(portfolio: Portfolio, network: Network): NetworkPlan {
  const { id, name, cidr, region, zones, subnets, groups, rules } = network;
  const names = new Map(groups.map((group) => [group.id, group.name]));
  const called = (end: string) => names.get(end) ?? (end === INTERNET ? 'Internet' : end);
  const ends = (end: 'from' | 'to') => {
    const used = new Set(rules.map((rule) => rule[end]));
    const inside = groups.map((group) => group.id).filter((one) => used.has(one));
    const outside = [...used].filter((one) => !names.has(one));
    return end === 'from' ? [...outside, ...inside] : [...inside, ...outside];
  };
  const cell = (from: string, to: string) =>
    rules
      .filter((rule) => rule.from === from && rule.to === to)
      .map(portsText)
      .join(', ');
  return {
    ...{ id, name, cidr, zones },
    ...(region !== undefined && { region }),
    subnets: (['public', 'private', 'isolated'] as const)
      .map((kind) => ({
        kind: `${kind[0]?.toUpperCase()}${kind.slice(1)}`,
        sense: SENSE[kind],
        zones: zones.map((zone) =>
          subnets
            .filter((subnet) => subnet.kind === kind && subnet.zone === zone)
            .map((subnet) => ({
              id: subnet.id,
              cidr: subnet.cidr,
              addresses: addressesOf(subnet.cidr),
              elements: elementLinks(portfolio, subnet.elements),
              also: subnet.also,
            })),
        ),
      }))
      .filter((row) => row.zones.some((boxes) => boxes.length > 0)),
    groups: groups.map((group) => ({
      name: group.name,
      elements: elementLinks(portfolio, group.elements),
    })),
    targets: ends('to').map(called),
    matrix: ends('from').map((from) => ({
      from: called(from),
      cells: ends('to').map((to) => cell(from, to)),
    })),
    rules: rules.map((rule) => ({
      from: called(rule.from),
      to: called(rule.to),
      ports: portsText(rule),
      why: rule.why,
    })),
  };
}

function addressesOf(cidr: string): string {
  const { block } = readBlock(cidr);
  return block ? formatCount(usableAddresses(block)) : '';
}

function portsText({ ports, protocol }: Rule): string {
  return protocol === 'udp' ? `${ports} udp` : ports;
}
