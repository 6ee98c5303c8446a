import { defineDrawingTools } from './drawing-tools.ts';

defineDrawingTools();
