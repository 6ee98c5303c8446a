import type { Ports } from '../ports.ts';
import { nodeAdrPorts } from './adr/node-ports.ts';
import { runAdr } from './adr.ts';

/** `archfolio adr`: the real disk, editor and pager under the command. */
export function runAdrMain(args: readonly string[], ports: Ports): Promise<number> {
  return Promise.resolve(runAdr([...args], nodeAdrPorts(ports)));
}
