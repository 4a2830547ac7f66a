/**
 * No test cuts the power, and what the system has taken it keeps through the death of a process: so nothing is written
 * through to the disk in tests, which is a good part of their time. Processes of their own, which are killed, do it as ever.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

fs.fsyncSync = () => {};
syncBuiltinESMExports();
