import type { LineStyle, Shape } from '#model/styles.ts';
import { base64, compare } from '../text.ts';

/** What rules have in common. Sizes and widths are in pixels, colours `#rrggbb`. */
interface Rule {
  /** The tags, or the name of a group or boundary, that the rule is for. */
  readonly name: string;
  readonly color: string;
  readonly fontSize: number;
  readonly border: LineStyle;
  readonly strokeWidth: number;
}

/** A rule for boxes, and for what is drawn around boxes. */
export interface BoxRule extends Rule {
  readonly kind: 'Element' | 'DeploymentNode' | 'Boundary' | 'Group';
  readonly background: string;
  readonly stroke: string;
  readonly hasShadow: boolean;
  readonly shape?: Shape;
  readonly icon?: string | undefined;
  /** Where texts are broken. */
  readonly width?: number;
}

/** A rule for the lines of relationships. */
export interface LineRule extends Rule {
  readonly kind: 'Relationship';
  readonly width: number;
}

/** The rules that one diagram needs, each with the class by which its boxes and lines go. */
export interface Rules {
  /** Takes a rule in, unless there is one for its class; gives the class. */
  add(rule: BoxRule | LineRule): string;
  /** The rules for one kind of box, by name. */
  boxes(kind: BoxRule['kind']): readonly BoxRule[];
  /** The rules for lines, by name. */
  lines(): readonly LineRule[];
}

/** No rules yet. */
export function newRules(): Rules {
  const boxes = new Map<string, BoxRule>();
  const lines = new Map<string, LineRule>();
  return {
    add(rule) {
      const name = classOf(rule);
      if (rule.kind === 'Relationship') addOnce(lines, name, rule);
      else addOnce(boxes, name, rule);
      return name;
    },
    boxes: (kind) => [...boxes.values()].filter((rule) => rule.kind === kind).sort(byName),
    lines: () => [...lines.values()].sort(byName),
  };
}

/** The class of a rule. */
export function classOf({ kind, name }: Pick<BoxRule | LineRule, 'kind' | 'name'>): string {
  return `${kind}-${base64(name)}`;
}

function addOnce<Kind>(rules: Map<string, Kind>, name: string, rule: Kind): void {
  if (!rules.has(name)) rules.set(name, rule);
}

function byName(a: Rule, b: Rule): number {
  return compare(a.name, b.name);
}
