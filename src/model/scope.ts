import type { SoftwareSystem } from './elements.ts';
import type { Workspace } from './workspace.ts';

/**
 * What speaks against the workspace's scope, in the reference's words; nothing when it holds. Tools
 * refuse to load such a workspace.
 */
export function scopeViolation({ configuration, elements }: Workspace): string | undefined {
  const containers = new Set(
    elements.flatMap((element) => (element.kind === 'Container' ? element.parent : [])),
  );
  const systems = elements.filter((element) => element.kind === 'SoftwareSystem');
  if (configuration.scope === 'Landscape') {
    for (const system of systems) {
      const who = `Workspace is landscape scoped, but the software system named ${system.name} has`;
      if (containers.has(system.id)) return `${who} containers.`;
      if (isDocumented(system)) return `${who} documentation.`;
    }
  }
  if (configuration.scope === 'SoftwareSystem') {
    const detailed = systems.filter((system) => containers.has(system.id) || isDocumented(system));
    if (detailed.length > 1) {
      return 'Workspace is software system scoped, but multiple software systems have containers and/or documentation defined.';
    }
  }
  return undefined;
}

function isDocumented({ documentation: { sections, decisions, images } }: SoftwareSystem): boolean {
  return sections.length + decisions.length + images.length > 0;
}
