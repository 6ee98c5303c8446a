import { PALETTES } from '#svg/palette.ts';
import type { Drawn } from './drawn.ts';

/** A bar: what it is, how much, and the amount as text. */
export interface BarRow {
  readonly label: string;
  readonly amount: number;
  readonly value: string;
}

const { furniture } = PALETTES.light;
const WIDTH = 620;
const PITCH = 74;
/** Letters of a label that stand beside an amount; those of China, Japan and Korea are twice as wide. */
const LABEL = 44;

/** Amounts of money as bars on one scale, each under its label: the picture of a bill. */
export function drawnBars(rows: readonly BarRow[]): Drawn {
  const largest = Math.max(...rows.map(({ amount }) => amount), 1);
  return {
    width: WIDTH,
    height: rows.length * PITCH - 22,
    items: rows.flatMap(({ label, amount, value }, place): Drawn['items'] => {
      const y = place * PITCH;
      const most = /[\u2E80-\uFFEF]/.test(label) ? LABEL / 2 : LABEL;
      const letters = [...label];
      const name = letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : label;
      const line = { kind: 'text', y: y + 18, size: 22 } as const;
      return [
        { ...line, x: 0, text: name, face: 'archivo-90-400', fill: furniture.ink },
        {
          ...{ ...line, x: WIDTH, text: value, anchor: 'end' },
          ...{ face: 'archivo-90-600', fill: furniture.money },
        },
        {
          ...{ kind: 'rect', x: 0, y: y + 28, height: 20 },
          ...{ width: Math.max((amount / largest) * WIDTH, 2), fill: furniture.moneyFill },
        },
      ];
    }),
  };
}
