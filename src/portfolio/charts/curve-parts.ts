import type { Curve } from '#cost/engine/curve.ts';
import type { Step } from '#cost/engine/steps.ts';
import type { BandPoint } from '../costs.ts';
import type { Box } from './labels.ts';
import type { Tone } from './series.ts';

/** One of the sheets that a curve is drawn on: each is shown where it has about its own width. */
export interface CurveSheet {
  readonly name: 'narrow' | 'middle' | 'broad';
  readonly width: number;
  readonly height: number;
  /** What is kept at the right for the names of groups. */
  readonly margin: number;
}

/** For a phone, for a study's column, and for a whole page; text is never below 11 px in them. */
export const CURVE_SHEETS: readonly CurveSheet[] = [
  { name: 'narrow', width: 340, height: 360, margin: 86 },
  { name: 'middle', width: 640, height: 380, margin: 118 },
  { name: 'broad', width: 960, height: 480, margin: 128 },
];

/** Sizes of text in a chart, in pixels. */
export const TEXT = 12;
export const AMOUNT = 16;

/** A group's area, and its name in lines beside it. */
export interface Band {
  readonly name: string;
  readonly tone: Tone;
  readonly area: string;
  readonly label: {
    readonly lines: readonly string[];
    readonly x: number;
    /** The baseline of its first line, and the middle of them all. */
    readonly y: number;
    readonly middle: number;
  };
  /** The middle of the area's right edge, which the label belongs to. */
  readonly edge: number;
}

/** One of the two sizes on the curve, with its amount above it. */
export interface Mark {
  readonly users: number;
  readonly monthly: number;
  readonly x: number;
  readonly y: number;
  /** Two lines of text, at the right of this; none where there is no room for them. */
  readonly label?: Box;
}

/** A step with the number that the list beside the chart has it under. */
export interface NumberedStep extends Step {
  readonly number: number;
  readonly x: number;
  readonly y: number;
  /** The middle of its disc. */
  readonly disc: { readonly x: number; readonly y: number };
}

/** A number of users on the axis, with what one of them costs there. */
export interface UserTick {
  readonly users: number;
  readonly x: number;
  readonly perUser: number | undefined;
  readonly isSize: boolean;
}

/** Everything that one sheet shows, in its own pixels. */
export interface CurveChart {
  readonly sheet: CurveSheet;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  /** The users at its left and right edge. */
  readonly reach: readonly [number, number];
  /** The gridlines; the highest says that they are a month. */
  readonly amounts: readonly { readonly text: string; readonly y: number }[];
  readonly ticks: readonly UserTick[];
  readonly bands: readonly Band[];
  /** The total, as a path. */
  readonly total: string;
  /** From the total to P90 as an area, and P10 and P90 as paths. */
  readonly spread?: { readonly area: string; readonly low: string; readonly high: string };
  readonly marks: readonly Mark[];
  readonly steps: readonly NumberedStep[];
}

/** What a chart of a curve is drawn from. */
export interface CurveData {
  readonly curve: Curve;
  /** The two sizes, smaller first. */
  readonly users: readonly [number, number];
  /** Nine in ten totals are between its ends; by number of users, in their order. */
  readonly band?: readonly BandPoint[] | undefined;
  /** How an amount above a mark is written, to know its width. */
  readonly money: (amount: number) => string;
}

/** Half of a disc that carries a step's number. */
export const DISC = 8.5;

/** A line of text in a chart, in pixels. */
export const LINE = 14;

/** Digits and words on the chart are this much wider than `roughWidth` says. */
export const WIDER = 1.06;

/** From the right edge of the areas to their names. */
export const NAMES_FROM = 14;
