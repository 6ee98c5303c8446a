import type { StatusKind } from '#portfolio/pages/adr.ts';

/** The sign that says a status beside its word. */
export const STATUS_SIGNS: Readonly<Record<StatusKind, string>> = {
  proposed: 'ring',
  accepted: 'tick',
  rejected: 'cross',
  deprecated: 'bar',
  superseded: 'arrow',
  'partly-superseded': 'arrow',
  unknown: 'ring',
};
