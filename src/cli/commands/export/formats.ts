/** The formats that are one text a view, and the extension of their files. */
export const TEXT_EXTENSIONS = {
  mermaid: 'mmd',
  plantuml: 'puml',
  c4plantuml: 'puml',
  websequencediagrams: 'wsd',
  dot: 'dot',
} as const;

export type TextFormat = keyof typeof TEXT_EXTENSIONS;

/** Whether a format is one text a view. */
export function isTextFormat(format: string): format is TextFormat {
  return Object.hasOwn(TEXT_EXTENSIONS, format);
}
