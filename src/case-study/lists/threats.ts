import { z } from 'zod';
import { decisions, elements, id, text } from './fields.ts';

/** The six kinds of threat, in the order of their letters. */
export const STRIDE = [
  'spoofing',
  'tampering',
  'repudiation',
  'information-disclosure',
  'denial-of-service',
  'elevation-of-privilege',
] as const;

/** Where a control works, from the outside in. */
export const LAYERS = ['edge', 'network', 'identity', 'application', 'data', 'operations'] as const;

const control = z.strictObject({
  layer: z.enum(LAYERS).describe('Where it works, from the outside in.'),
  does: text.describe('What it does.'),
});

/** Something that an attacker may do. */
const threat = z.strictObject({
  id,
  title: text.describe('What an attacker does: `Replays a stolen refresh token`.'),
  stride: z.enum(STRIDE).describe('Its kind by STRIDE.'),
  flow: z
    .strictObject({
      from: text.describe('Identifier of the element that it starts from.'),
      to: text.describe('Identifier of the element that it reaches.'),
    })
    .describe('The relationship of the model over which it comes.'),
  harm: text.describe('What is lost when it succeeds.'),
  elements: elements.default([]).describe('Identifiers of further elements that are in danger.'),
  controls: z.array(control).min(1).describe('What stands against it.'),
  remains: text.describe('What can still happen.').optional(),
  decisions: decisions.default([]),
});

/** `threats.yaml` */
export const threats = z.array(threat);
export type Threat = z.output<typeof threat>;
export type Stride = Threat['stride'];
export type Layer = (typeof LAYERS)[number];
