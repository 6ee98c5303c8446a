import { LAYERS, type Layer, STRIDE, type Stride, type Threat } from '#case-study/lists/threats.ts';
import type { Portfolio } from '../../portfolio.ts';
import type { MaybeLink, PageLink } from '../links.ts';
import { decisionLinks, elementLink, elementLinks } from './links.ts';

const KINDS: Readonly<Record<Stride, string>> = {
  spoofing: 'Spoofing',
  tampering: 'Tampering',
  repudiation: 'Repudiation',
  'information-disclosure': 'Information disclosure',
  'denial-of-service': 'Denial of service',
  'elevation-of-privilege': 'Elevation of privilege',
};

const LAYER_NAMES: Readonly<Record<Layer, string>> = {
  edge: 'Edge',
  network: 'Network',
  identity: 'Identity',
  application: 'Application',
  data: 'Data',
  operations: 'Operations',
};

export interface ControlRow {
  readonly layer: string;
  readonly does: string;
}

export interface ThreatRow extends Pick<Threat, 'id' | 'title' | 'harm' | 'remains'> {
  readonly kind: string;
  readonly from: MaybeLink;
  readonly to: MaybeLink;
  readonly elements: readonly MaybeLink[];
  readonly controls: readonly ControlRow[];
  readonly decisions: readonly MaybeLink[];
}

/** Threats by their kind, in the order of STRIDE; kinds without one are named as well. */
export interface ThreatGroup {
  readonly kind: string;
  readonly rows: readonly ThreatRow[];
}

/** A layer with its controls and what each of them stands against. */
export interface LayerRow {
  readonly layer: string;
  readonly controls: readonly { readonly does: string; readonly against: readonly PageLink[] }[];
}

export function threatGroups(portfolio: Portfolio, threats: readonly Threat[]): ThreatGroup[] {
  if (threats.length === 0) return [];
  return STRIDE.map((stride) => ({
    kind: KINDS[stride],
    rows: threats
      .filter((threat) => threat.stride === stride)
      .map(({ id, title, harm, remains, flow, elements, controls, decisions }) => ({
        ...{ id, title, harm, kind: KINDS[stride] },
        ...(remains !== undefined && { remains }),
        from: elementLink(portfolio, flow.from),
        to: elementLink(portfolio, flow.to),
        elements: elementLinks(portfolio, elements),
        controls: controls
          .toSorted((a, b) => LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer))
          .map(({ layer, does }) => ({ layer: LAYER_NAMES[layer], does })),
        decisions: decisionLinks(portfolio, decisions),
      })),
  }));
}

/** The controls of all threats by layer, from the outside in; the same words are the same control. */
export function controlLayers(threats: readonly Threat[]): LayerRow[] {
  return LAYERS.map((layer) => {
    const against = new Map<string, PageLink[]>();
    for (const { id, title, controls } of threats) {
      for (const control of controls.filter((one) => one.layer === layer)) {
        const before = against.get(control.does) ?? [];
        against.set(control.does, [...before, { text: title, href: `#threat-${id}` }]);
      }
    }
    const controls = [...against].map(([does, links]) => ({ does, against: links }));
    return { layer: LAYER_NAMES[layer], controls };
  }).filter(({ controls }) => controls.length > 0);
}
