/** A diagram as pages show it: one picture file a theme. */
export interface Picture {
  /** Ten hexadecimal digits that stand for all that the picture was drawn from. */
  readonly hash: string;
  readonly light: string;
  readonly dark: string;
  /** Natural size in pixels. */
  readonly width: number;
  readonly height: number;
  /** The sentence for somebody who cannot see the picture. */
  readonly alt: string;
}

/** The pictures of a portfolio by the text of their diagrams. */
export type Pictures = ReadonlyMap<string, Picture>;

/** Where the two files of a picture stand, below the base. */
export function picturePaths({ hash }: Picture): { readonly light: string; readonly dark: string } {
  return { light: `/_/mermaid-${hash}.svg`, dark: `/_/mermaid-${hash}-dark.svg` };
}

/** The first word of each kind of diagram, and what it is called. */
const KINDS: Readonly<Record<string, string>> = {
  graph: 'Flowchart',
  flowchart: 'Flowchart',
  sequenceDiagram: 'Sequence diagram',
  classDiagram: 'Class diagram',
  stateDiagram: 'State diagram',
  erDiagram: 'Entity-relationship diagram',
  gantt: 'Gantt chart',
  pie: 'Pie chart',
  gitGraph: 'Git graph',
  mindmap: 'Mind map',
  timeline: 'Timeline',
  journey: 'User journey',
  quadrantChart: 'Quadrant chart',
  requirementDiagram: 'Requirement diagram',
  xychart: 'Chart',
  sankey: 'Sankey diagram',
  packet: 'Packet diagram',
  block: 'Block diagram',
  kanban: 'Kanban board',
  architecture: 'Architecture diagram',
};

/** What a picture is called to who cannot see it: its kind, its title, and its own description. */
export function altText(text: string, title: string, description: string): string {
  const body = text.replace(/^---\n[\s\S]*?\n---\n|%%.*$/gm, '').trimStart();
  const word = /^[A-Za-z]+/.exec(body)?.[0] ?? '';
  const kind = KINDS[word] ?? 'Diagram';
  const name = title === '' ? kind : `${kind}: ${title}`;
  const about = description === '' ? 'Its source follows.' : description;
  return `${name.replace(/[.!?]?$/, '.')} ${about}`;
}
