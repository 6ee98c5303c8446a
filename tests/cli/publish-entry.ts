/** `node publish-entry.ts MADE TARGET`: takes away what killed runs left, and publishes a folder. */
import { publish, removeStale } from '../../src/cli/publish.ts';

const [made = '', target = ''] = process.argv.slice(2);
removeStale(target);
publish(made, target);
