/** What a template’s placeholders stand for. */
export interface TemplateValues {
  readonly NUMBER: string;
  readonly TITLE: string;
  readonly DATE: string;
  readonly STATUS: string;
}

/**
 * Fills a template: on each line the first of each placeholder, in upper case only, also inside
 * longer words, as adr-tools does it. What is put in is never searched again.
 */
export function fillTemplate(template: string, values: TemplateValues): string {
  return template.replace(/[^\n]+/g, (line) => {
    const filled = new Set<string>();
    return line.replace(/NUMBER|TITLE|DATE|STATUS/g, (word) => {
      if (filled.has(word) || !isPlaceholder(word)) return word;
      filled.add(word);
      return values[word];
    });
  });
}

function isPlaceholder(word: string): word is keyof TemplateValues {
  return ['NUMBER', 'TITLE', 'DATE', 'STATUS'].includes(word);
}
