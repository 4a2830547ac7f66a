import { ManagedIdentityApplication } from '@azure/msal-node';
import { Unavailable } from '../../ports.ts';

/** The token of the identity Azure gives the machine; msal keeps it and asks once at a time is ours. */
export function managedToken(options: { clientId?: string | undefined; resource: string }): () => Promise<string> {
  const application = new ManagedIdentityApplication(
    options.clientId === undefined ? {} : { managedIdentityIdParams: { userAssignedClientId: options.clientId } },
  );
  let asking: Promise<string> | undefined;
  const ask = async (): Promise<string> => {
    try {
      return (await application.acquireToken({ resource: options.resource })).accessToken;
    } catch (cause) {
      const next = 'Check that the user-assigned identity is attached to this machine and is the one the app is registered with.';
      throw new Unavailable({ call: `managed identity token for ${options.resource}`, delivered: 'no', next, cause });
    }
  };
  return () => {
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  };
}
