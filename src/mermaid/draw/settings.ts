import type { MermaidConfig } from 'mermaid';
import { PALETTES, type Theme } from '#svg/palette.ts';
import { themeVariables } from '../theme.ts';

/** The width of a Gantt chart, which has no natural one, in pixels. */
const GANTT_WIDTH = 840;

/** How Mermaid draws for us: SVG text throughout, our colours, nothing that moves or answers a click. */
export function settingsFor(theme: Theme): MermaidConfig {
  const { plate } = PALETTES[theme].furniture;
  return {
    startOnLoad: false,
    // What comes out is cleaned by an allow-list of our own, whatever the level.
    securityLevel: 'loose',
    suppressErrorRendering: true,
    deterministicIds: true,
    htmlLabels: false,
    look: 'classic',
    theme: 'base',
    themeVariables: themeVariables(theme),
    themeCSS: `.edgeLabel rect, .edgeLabel .label rect { fill: ${plate}; opacity: 1; }`,
    fontFamily: "'Archivo 90'",
    flowchart: { htmlLabels: false, useMaxWidth: false },
    gantt: { useWidth: GANTT_WIDTH, useMaxWidth: false, todayMarker: 'off' } as NonNullable<
      MermaidConfig['gantt']
    >,
    secure: [
      'secure',
      'securityLevel',
      'startOnLoad',
      'maxTextSize',
      'suppressErrorRendering',
      'maxEdges',
      'htmlLabels',
      'themeCSS',
      'fontFamily',
      'altFontFamily',
      'deterministicIds',
      'look',
    ],
  };
}

/** A diagram with its own settings taken back where they would put HTML into the picture. */
export function withoutHtmlLabels(text: string): string {
  return text.replace(/(htmlLabels["']?\s*:\s*["']?)true/gi, '$1false');
}
