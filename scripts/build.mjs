// npm run build: knowledge, program and pages, where their sources have changed.
import { setUp } from './setup.mjs';

setUp();
