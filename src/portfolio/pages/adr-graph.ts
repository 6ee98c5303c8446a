import { type AdrLog, effectiveStatus } from '#adr/log.ts';
import type { AdrRecord, StatusKind } from '#adr/record.ts';
import { placeView } from '#layout/place.ts';
import { inReadingOrder } from '#layout/reading-order.ts';
import { ElementId, RelationshipId, ViewKey } from '#model/ids.ts';
import { renderDrawing } from '#svg/drawing.ts';
import { boxPaint } from '#svg/paint.ts';
import { inks } from '#svg/palette.ts';
import type { GraphNode, ViewGraph } from '#views/graph.ts';
import type { Drawing } from '../drawings.ts';
import { formatDate } from '../format.ts';
import type { Portfolio } from '../portfolio.ts';
import { heldLogs } from '../records.ts';
import { adrNumber, linkTo, statusLabel } from './adr-names.ts';
import type { FigureTools } from './figure.ts';
import type { PageLink } from './links.ts';

/** Decisions of which each took the place of another, or amended it. */
export interface Chain {
  readonly drawing: Drawing;
  /** The same in words, in the order of the log. */
  readonly steps: readonly ChainStep[];
}

/** `0003 supersedes 0002`. */
export interface ChainStep {
  readonly newer: PageLink;
  readonly verb: string;
  readonly older: PageLink;
}

/** One record over another. */
interface Step {
  readonly newer: AdrRecord;
  readonly older: AdrRecord;
  readonly verb: string;
  /** Read from the older record to the newer. */
  readonly back: string;
  /** The older record goes on to hold, at least in part. */
  readonly holds: boolean;
}

/** The chains of every log, of each the one with the newest record first. */
export function chainsOf(portfolio: Portfolio, tools: FigureTools): Chain[] {
  return heldLogs(portfolio)
    .flatMap(({ log }) => sortedChains(log).map((steps) => ({ log, steps })))
    .map(({ log, steps }, index) => ({
      drawing: drawingOf(log, portfolio, steps, tools, `chain-${index + 1}`),
      steps: steps.map(({ newer, verb, older }) => ({
        newer: linkTo(portfolio, newer),
        verb,
        older: linkTo(portfolio, older),
      })),
    }));
}

function sortedChains(log: AdrLog): Step[][] {
  const place = new Map(log.records.map((record, index) => [record, index]));
  const at = (record: AdrRecord) => place.get(record) ?? 0;
  return connected(stepsOf(log))
    .map((steps) =>
      steps.toSorted((a, b) => at(a.newer) - at(b.newer) || at(a.older) - at(b.older)),
    )
    .toSorted((a, b) => at(lastOf(b).newer) - at(lastOf(a).newer));
}

function lastOf(steps: readonly Step[]): Step {
  const last = steps.at(-1);
  if (!last) throw new RangeError('A chain has at least one step.');
  return last;
}

function stepsOf({ supersessions, amendments }: AdrLog): Step[] {
  return [
    ...supersessions.map(({ newer, older, partly }) => ({
      ...{ newer, older, holds: partly },
      verb: partly ? 'supersedes a part of' : 'supersedes',
      back: partly ? 'partly superseded by' : 'superseded by',
    })),
    ...amendments.map(({ newer, older }) => ({
      ...{ newer, older, holds: true },
      verb: 'amends',
      back: 'amended by',
    })),
  ];
}

/** The steps that records have in common, directly or by way of others. */
function connected(steps: readonly Step[]): Step[][] {
  const chains = new Map<AdrRecord, Step[]>();
  for (const step of steps) {
    const met = new Set([chains.get(step.older) ?? [], chains.get(step.newer) ?? []]);
    const joined = [...[...met].flat(), step];
    for (const { older, newer } of joined) {
      chains.set(older, joined);
      chains.set(newer, joined);
    }
  }
  return [...new Set(chains.values())];
}

/** From the oldest record at the top to the newest, so that a phone has room for it. */
function drawingOf(
  log: AdrLog,
  { addresses }: Portfolio,
  steps: readonly Step[],
  { engine, measure }: FigureTools,
  key: string,
): Drawing {
  const records = new Map(
    steps.flatMap(({ older, newer }) => [older, newer]).map((record) => [record.id, record]),
  );
  const dead = new Set(steps.filter(({ holds }) => !holds).map(({ older }) => older));
  const graph: ViewGraph = {
    key: ViewKey(key),
    kind: 'Custom',
    title: titleOf([...records.values()]),
    diagram: 'graph',
    direction: 'TB',
    nodes: [...records.values()].map((record) => nodeOf(log, record, dead.has(record))),
    clusters: [],
    edges: steps.map(({ older, newer, back, holds }, index) => ({
      key: String(index),
      id: RelationshipId(String(index)),
      source: older.id,
      target: newer.id,
      description: back,
      response: false,
      style: { line: holds ? 'Dashed' : 'Solid', opacity: 100 },
    })),
  };
  const placed = placeView(graph, { engine, measure });
  const links = inReadingOrder(placed.nodes).flatMap(({ node, box }) => {
    const record = records.get(node.id);
    return record === undefined
      ? []
      : [
          {
            ...{ box, name: `${node.name}, ${node.subtitle}`, deeper: false },
            href: addresses.record(record),
            elementId: node.id,
            corner: { x: box.x + box.width, y: box.y },
            ink: boxPaint(node.style, inks('auto')).text,
          },
        ];
  });
  const { width, height } = placed;
  const svg = renderDrawing(placed, { prefix: key, theme: 'auto', measure });
  return { graph, svg, width, height, links, states: [], overlays: [], places: [], steps: [] };
}

function nodeOf(log: AdrLog, record: AdrRecord, dead: boolean): GraphNode {
  const date = record.date?.iso;
  const status: StatusKind = effectiveStatus(log, record);
  return {
    id: ElementId(record.id),
    staticId: ElementId(record.id),
    kind: 'CustomElement',
    name: `${adrNumber(record)} ${record.title}`,
    subtitle: [statusLabel(status), ...(date ? [formatDate(date)] : [])].join(', '),
    style: {
      shape: 'Box',
      tone: 'outline',
      border: dead ? 'Dashed' : 'Solid',
      opacity: 100,
      light: {},
      dark: {},
    },
  };
}

function titleOf(records: readonly AdrRecord[]): string {
  const numbers = records.map(adrNumber).toSorted();
  return `What became of ${numbers.slice(0, 3).join(', ')}${numbers.length > 3 ? ' and others' : ''}`;
}
