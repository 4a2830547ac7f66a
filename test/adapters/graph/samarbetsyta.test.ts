import { localGraphSend } from '../../../src/adapters/local/send.ts';
import { samarbetsytaContract } from '../../contracts/samarbetsyta.ts';
import { listening } from '../local/listening.ts';
import { graphWorld } from './samarbetsyta-world.ts';

samarbetsytaContract('the samarbetsyta through Graph, against the local one', () =>
  graphWorld({ serve: (app) => listening(app), send: localGraphSend, token: async () => 'any' }),
);
