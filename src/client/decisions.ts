import { defineDecisionLog } from './decision-log.ts';

defineDecisionLog();
