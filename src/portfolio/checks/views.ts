import { referencesOf } from '#case-study/references.ts';
import type { Span } from '#diagnostics/source.ts';
import { meant } from '#diagnostics/suggest.ts';
import { ViewKey } from '#model/ids.ts';
import { portfolioProblem } from '../codes.ts';
import type { Check } from './check.ts';

/** Every view that a study names exists. */
export const checkViews: Check = function* ({ portfolio: { index, studies } }) {
  const keys = index.workspace.views.map(({ key }) => key);
  const problem = (key: string, span: Span | undefined) =>
    portfolioProblem('unknown-view', `The workspace has no view \`${key}\`.`, span, {
      hint: keys.length > 0 ? `Views: ${keys.join(', ')}.` : undefined,
      ...meant(key, keys),
    });
  for (const { study } of studies) {
    const { drawing } = study.meta;
    if (drawing !== undefined && !index.view(ViewKey(drawing))) {
      yield problem(drawing, study.located.spanOf(['drawing']));
    }
    for (const { name, span } of referencesOf(study, 'view')) {
      if (!index.view(ViewKey(name))) yield problem(name, span);
    }
    for (const { references } of study.pages) {
      for (const { component, attributes, attributeSpan } of references) {
        const { view } = attributes;
        if (component !== 'Diagram' || view === undefined || index.view(ViewKey(view))) continue;
        yield problem(view, attributeSpan('view'));
      }
    }
  }
};
