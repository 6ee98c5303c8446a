/** Distances in pixels, all integers. Those within a row are called after what they part. */
export const SPACING = {
  /** Two boxes of a row. */
  boxes: 28,
  /** Two labels. */
  labels: 14,
  /** A line and a box or label beside it. */
  line: 18,
  /** Two lines that pass a row side by side. */
  lines: 16,
  /** A boundary's border and the first or last thing in it. */
  border: 18,
  /** Two boundaries, or a boundary and what stands beside it. */
  borders: 20,
  /** Two boundaries of which one holds the other. */
  nested: 16,
  /** On each side of the label of a line within a row: a short line, or an arrow's head. */
  sideLabel: 20,
  /** A line within a row without a label. */
  sideLine: 56,
  /** Two tracks of lines between two rows. */
  tracks: 16,
  /** A box and the first track or label: room for an arrow's head. */
  arrow: 16,
  /** A label and the next track. */
  labelGap: 8,
  /** A boundary's title and the row under it. */
  title: 8,
  /** Two ports on a side of a box, at least. */
  ports: 18,
  /** Ports that are closer than this make their box longer. */
  crowdedPorts: 14,
  /** From a label on a level piece of a line to the piece's ends. */
  armEnd: 12,
  /** How far a line that leaves a box sideways runs before it turns. */
  sideReach: 20,
  /** Between parts that nothing joins. */
  parts: 36,
} as const;
