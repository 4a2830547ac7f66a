/** The personal-data stop for a dialog's fields: all of them pass, or the dialog comes back without what was stopped. */
import { type Finding, type SafeText, screen } from '../src/domain/privacy.ts';
import type { Claims } from './actions.ts';
import { stopped } from './sentences.ts';

export function screenedFields<Name extends string>(
  claims: Claims,
  names: readonly Name[],
): { ok: true; texts: Record<Name, SafeText> } | { ok: false; kept: Record<Name, string>; error: string } {
  const texts = {} as Record<Name, SafeText>;
  const kept = {} as Record<Name, string>;
  const findings: Finding[] = [];
  for (const name of names) {
    const result = screen((claims[name] ?? '').trim());
    kept[name] = result.ok ? result.text : '';
    if (result.ok) texts[name] = result.text;
    else findings.push(...result.findings);
  }
  return findings.length === 0 ? { ok: true, texts } : { ok: false, kept, error: stopped(findings).text };
}
