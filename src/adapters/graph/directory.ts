/** Who is in a group in Entra ID, guests included; of each only what a roster needs. */
import type { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod';
import { type Directory, Refused } from '../../ports.ts';
import { segment } from './address.ts';
import { everyOne } from './answer.ts';

const PAGE = 100;

const user = z.object({ id: z.string().min(1), displayName: z.string().nullish(), mail: z.string().nullish() });

const steps: Record<number, string> = {
  403: 'The app may not read groups. Consent to GroupMember.Read.All, as manifest/permissions.md says.',
  404: 'There is no such group. Write the object id of the group as Entra shows it in the file with members.',
};

export function graphDirectory({ client }: { client: Client }): Directory {
  return {
    async members(group) {
      const path = `/groups/${segment(group)}/members/microsoft.graph.user?$select=id,displayName,mail&$top=${PAGE}`;
      const found = await everyOne(client, path, user).catch((error: unknown) => {
        throw error instanceof Refused ? groupRefused(error) : error;
      });
      return found.map(({ id, displayName, mail }) => {
        // Graph leaves out the names of people the app may not read, instead of saying no.
        if (!displayName) throw new Refused({ call: 'GET group members', status: 403, next: NAMELESS });
        return { entraId: id, name: displayName, mail: mail ?? undefined };
      });
    },
  };
}

const NAMELESS = 'Graph gives members without names. Consent to User.ReadBasic.All, as manifest/permissions.md says.';

function groupRefused(error: Refused): Refused {
  const next = steps[error.status ?? 0];
  return next === undefined ? error : new Refused({ call: error.call, status: error.status!, next, cause: error });
}
