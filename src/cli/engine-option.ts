import { Option } from 'commander';

/** `--engine`: who reads the workspace. */
export function engineOption(): Option {
  const words = 'who reads the workspace: this program, or the Structurizr tool on this machine';
  return new Option('--engine <engine>', words).choices(['native', 'structurizr-cli']);
}
