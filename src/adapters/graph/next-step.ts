const steps: Record<number, string> = {
  400: 'Graph could not take the request. If a column is new or renamed, add it to the library under its internal name; if a name has odd characters, rename it.',
  401: 'The access token was not accepted. Check tenant id, client id and the certificate of the app registration, and the clock of the server.',
  403: 'The app may not do this. Grant it the site (Sites.Selected, role write) or consent to the permission, as manifest/permissions.md says.',
  404: 'Nothing lies there. Check the names of site, library, team and channel in the configuration.',
  408: 'Graph did not get the whole request in time. It is tried again.',
  409: 'Something already lies there or was changed at the same time. Look at the place before trying again.',
  412: 'It has been changed since we read it. It has to be read again first.',
  413: 'It is too big for Graph to take in one piece. Make the document smaller.',
  423: 'The file is open or checked out by somebody. It is tried again; ask people to close it if it goes on.',
  429: 'Graph asks us to slow down. It is tried again after the time Graph gave.',
  507: 'The samarbetsyta is full. Ask its owner for more space.',
};

const NO_MAILBOX = ['ErrorInvalidUser', 'MailboxNotEnabledForRESTAPI', 'ErrorNonExistentMailbox'];

/** What an operator does about a no from Graph, or what happens by itself. */
export function nextStep(status: number, codes: readonly string[]): string {
  if (codes.includes('resourceLocked')) return steps[423]!;
  if (codes.includes('ErrorAccessDenied'))
    return 'The app may not use this mailbox. Give it the role "Application Calendars.ReadWrite" for that mailbox with RBAC for Applications, as manifest/permissions.md says; it can take two hours until it counts.';
  if (codes.some((code) => NO_MAILBOX.includes(code)))
    return 'There is no such mailbox in Exchange Online. Correct SAMVERKAN_CALENDAR_MAILBOX, or create the mailbox.';
  if (steps[status]) return steps[status];
  if (status >= 500)
    return 'Graph has trouble. It is tried again; if it goes on, look at the service health in the Microsoft 365 admin center.';
  return 'Graph said no in a way we do not know. Report it with the request-id.';
}
