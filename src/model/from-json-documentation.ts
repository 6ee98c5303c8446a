import type { Decision, Documentation, DocumentationSection } from './elements.ts';
import { defined, type Fields } from './json-fields.ts';

/** The documentation of a workspace or of an element. */
export function readDocumentation(fields: Fields | undefined): Documentation {
  if (!fields) return { sections: [], decisions: [], images: [] };
  return {
    sections: fields.objects('sections').map(readSection),
    decisions: fields
      .objects('decisions')
      .map(readDecision)
      .sort(byText(({ id }) => id)),
    images: fields
      .objects('images')
      .map((image) => ({
        name: image.text('name') ?? '',
        type: image.text('type') ?? '',
        content: image.text('content') ?? '',
      }))
      .sort(byText(({ name }) => name)),
  };
}

function readSection(section: Fields): DocumentationSection {
  return {
    ...defined({ filename: section.text('filename'), elementId: section.text('elementId') }),
    format: section.choice('format', ['Markdown', 'AsciiDoc'] as const) ?? 'Markdown',
    content: lines(section.text('content') ?? ''),
    order: section.number('order') ?? 0,
    title: '',
  };
}

function readDecision(decision: Fields): Decision {
  return {
    id: decision.text('id') ?? '',
    title: decision.text('title') ?? '',
    date: decision.text('date') ?? '',
    status: decision.text('status') ?? '',
    format: decision.choice('format', ['Markdown', 'AsciiDoc'] as const) ?? 'Markdown',
    content: lines(decision.text('content') ?? ''),
    ...defined({ elementId: decision.text('elementId') }),
    links: decision
      .objects('links')
      .map((link) => ({
        id: link.text('id') ?? '',
        ...defined({ description: link.text('description') }),
      }))
      .sort(byText(({ id }) => id)),
  };
}

function lines(content: string): string {
  return content.replace(/\r\n|\r/g, '\n');
}

function byText<Item>(key: (item: Item) => string): (a: Item, b: Item) => number {
  return (a, b) => {
    const [left, right] = [key(a), key(b)];
    return left < right ? -1 : left > right ? 1 : 0;
  };
}
