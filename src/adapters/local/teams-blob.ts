/** What Exchange does to the body of an event: a page of its own around it, and the link of a Teams meeting below. */

export const joinUrl = (id: string): string => `https://teams.example/l/meetup-join/${encodeURIComponent(id)}/0`;

/** The page as Exchange keeps it: no comments, no scripts. */
export function kept(html: string): string {
  const safe = html.replaceAll(/<!--.*?-->|<script\b.*?<\/script>/gis, '');
  if (/<body\b/i.test(safe)) return safe;
  const head = '<head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8">\r\n</head>';
  return `<html>\r\n${head}\r\n<body>\r\n${safe}\r\n</body>\r\n</html>\r\n`;
}

export function withTeamsLink(page: string, id: string): string {
  const line = `<div style="width:100%"><span style="white-space:nowrap; color:#5F5F5F">${'_'.repeat(80)}</span></div>`;
  const link = `<div class="me-email-text" lang="sv-SE"><a class="me-email-headline" href="${joinUrl(id)}">Anslut till mötet nu</a></div>`;
  return page.replace(/(\r\n)?<\/body>/i, () => `\r\n<br>\r\n${line}\r\n${link}\r\n</body>`);
}

/** Who takes the link out of the body takes the meeting out of Teams. */
export const hasTeamsLink = (page: string, id: string): boolean => page.includes(joinUrl(id));

export const plainText = (page: string): string =>
  page
    .replaceAll(/<head\b.*?<\/head>|<[^>]*>/gis, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
