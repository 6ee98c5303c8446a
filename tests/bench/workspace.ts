const CONTAINERS = 8;
const COMPONENTS = 6;

/**
 * A synthetic workspace in DSL: each system has 8 containers of 6 components in a chain, the containers
 * in a chain, one person using each system, each system sending to the next; a context and a container
 * view per system, a component view per container, all laid out by themselves. 10 systems are 571
 * elements and 100 views.
 */
export function syntheticWorkspace(systems: number): string {
  const lines: string[] = ['workspace "Synthetic" {', '!identifiers hierarchical', 'model {'];
  lines.push('user = person "User" "Uses every system."');
  for (let s = 1; s <= systems; s++) {
    lines.push(`s${s} = softwareSystem "System ${s}" "Does what system ${s} is for." {`);
    for (let c = 1; c <= CONTAINERS; c++) {
      lines.push(`c${c} = container "Container ${s}.${c}" "Keeps its part of system ${s}." "Go" {`);
      for (let k = 1; k <= COMPONENTS; k++) {
        lines.push(`k${k} = component "Component ${s}.${c}.${k}" "One step of the work." "Go"`);
      }
      for (let k = 1; k < COMPONENTS; k++) lines.push(`k${k} -> k${k + 1} "Hands on" "call"`);
      lines.push('}');
    }
    for (let c = 1; c < CONTAINERS; c++) lines.push(`c${c} -> c${c + 1} "Sends work" "gRPC"`);
    lines.push('}');
  }
  for (let s = 1; s <= systems; s++) lines.push(`user -> s${s} "Uses" "HTTPS"`);
  for (let s = 1; s < systems; s++) lines.push(`s${s} -> s${s + 1} "Sends results" "Kafka"`);
  lines.push('}', 'views {');
  for (let s = 1; s <= systems; s++) {
    lines.push(view(`systemContext s${s} context-${s}`), view(`container s${s} containers-${s}`));
    for (let c = 1; c <= CONTAINERS; c++)
      lines.push(view(`component s${s}.c${c} components-${s}-${c}`));
  }
  lines.push('}', '}', '');
  return lines.join('\n');
}

function view(head: string): string {
  return `${head} {\ninclude *\nautolayout\n}`;
}
