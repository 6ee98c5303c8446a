import { spanOfLine } from '../lexer/lines.ts';
import type { Session } from '../session.ts';
import type { Statement } from './statement.ts';

/**
 * The workspace property that lets relationships name elements that are defined further down. An
 * extension: without it, as in the language, a name counts from its definition on.
 */
const FORWARD_REFERENCES = 'archfolio.forwardReferences';

/** Whether the author lets relationships name elements that are defined further down. */
export function takesForwardReferences({ draft }: Session): boolean {
  return draft?.properties.get(FORWARD_REFERENCES) === 'true';
}

/** How many misspelt names are looked for; the rest get no hint. */
const NAMES_COMPARED = 100;

/** Where a name that stands for nothing is defined further down, one that is near, or what there is. */
export function hintFor(session: Session, st: Statement, name: string): string | undefined {
  const { identifiers, shared } = session;
  if (++shared.used.hints > NAMES_COMPARED) return undefined;
  return definedBelow(session, st, name) ?? identifiers.hint(name) ?? someOf(identifiers.names());
}

/** How many names a hint lists. */
const NAMES_LISTED = 6;

function someOf(names: readonly string[]): string {
  if (names.length === 0) return 'No identifier is defined above this line.';
  const shown = names.slice(0, NAMES_LISTED).map((name) => `\`${name}\``);
  const more = names.length - shown.length;
  return `Known here are ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}

/** The definition of a name that is still to come: below the statement, or below what includes its file. */
function definedBelow(session: Session, st: Statement, name: string): string | undefined {
  const { identifiers, frames } = session;
  const last = identifiers.hierarchical ? name.slice(name.lastIndexOf('.') + 1) : name;
  if (!/^\w[a-zA-Z0-9_-]*$/.test(last)) return undefined;
  const definition = new RegExp(`^[ \\t]*${last}[ \\t]+=[ \\t]+\\S`, 'im');
  const lines = [st.line, ...frames.flatMap(({ includedBy }) => includedBy ?? []).reverse()];
  for (const line of lines) {
    const { source, end } = spanOfLine(line);
    const at = source.text.slice(end).search(definition);
    if (at < 0) continue;
    const { line: number } = source.positionAt(end + at);
    const where = `line ${number}${source === st.line.source ? '' : ` of ${source.name}`}`;
    return forwardHint(session, st, name, where);
  }
  return undefined;
}

function forwardHint(session: Session, st: Statement, name: string, where: string): string {
  const isRelationship = st.get(0).endsWith('->') || st.get(1).endsWith('->');
  const inModel = ['model', 'element', 'environment'].includes(session.context?.kind ?? '');
  if (!isRelationship || !inModel || takesForwardReferences(session))
    return `\`${name}\` is defined further down, in ${where}: this has to stand below it.`;
  return `Identifiers can only be used below the line that defines them, and \`${name}\` is defined in ${where}. Move the relationship down, or set the property \`${FORWARD_REFERENCES} true\` of the workspace.`;
}
