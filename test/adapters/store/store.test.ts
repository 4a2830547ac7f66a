import { storeContract } from '../../contracts/store.ts';
import { engines } from '../../support/engines.ts';

for (const engine of engines) storeContract(engine);
