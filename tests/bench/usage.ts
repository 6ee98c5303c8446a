/** For `node --import`: writes at the end into the file USAGE what the process has used. */
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage = { user: userCPUTime / 1e6, system: systemCPUTime / 1e6, memory: maxRSS * 1024 };
  writeFileSync(process.env.USAGE ?? '/dev/null', JSON.stringify(usage));
});
