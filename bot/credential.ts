/**
 * How the bot and the Graph adapter prove who they are: a certificate, or the user-assigned identity that Azure gives the
 * machine and that the bot is registered with (type UserAssignedMSI). Never a secret.
 */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Secret } from './secret.ts';

export type Credential =
  | { kind: 'certificate' /** PEM. */; privateKey: Secret /** 64 upper-case hex digits. */; thumbprintSha256: string }
  | { kind: 'managed-identity' /** Client id of a user-assigned identity; absent = the machine's own. */; clientId?: string };

type Read = { ok: true; value: Credential } | { ok: false; faults: string[] };

export function credentialFrom(env: Readonly<Record<string, string | undefined>>): Read {
  const path = env['SAMVERKAN_CERTIFICATE'];
  const thumbprint = env['SAMVERKAN_CERTIFICATE_SHA256'];
  const identity = env['SAMVERKAN_MANAGED_IDENTITY'];
  if (identity === undefined) {
    if (path !== undefined || thumbprint !== undefined) return certificate(path, thumbprint);
    return no(
      'SAMVERKAN_CERTIFICATE is missing; write the path of a PEM file with private key and certificate, and ' +
        'SAMVERKAN_CERTIFICATE_SHA256; or in Azure write SAMVERKAN_MANAGED_IDENTITY',
    );
  }
  if (path !== undefined || thumbprint !== undefined)
    return no('SAMVERKAN_MANAGED_IDENTITY stands beside SAMVERKAN_CERTIFICATE; keep one of them');
  if (identity.toLowerCase() !== env['SAMVERKAN_APP_ID']?.toLowerCase())
    return no(
      'SAMVERKAN_MANAGED_IDENTITY is not SAMVERKAN_APP_ID; register the bot with the user-assigned identity ' +
        '(type UserAssignedMSI) and write its client id in both',
    );
  return { ok: true, value: { kind: 'managed-identity', clientId: identity.toLowerCase() } };
}

function certificate(path: string | undefined, thumbprint: string | undefined): Read {
  const faults: string[] = [];
  const thumbprintSha256 = thumbprint?.replaceAll(/[:\s]/g, '').toUpperCase();
  if (thumbprintSha256 === undefined)
    faults.push("SAMVERKAN_CERTIFICATE_SHA256 is missing; write the certificate's SHA-256 thumbprint, 64 hex digits");
  else if (!/^[0-9A-F]{64}$/.test(thumbprintSha256))
    faults.push(
      'SAMVERKAN_CERTIFICATE_SHA256 is no SHA-256 thumbprint; write 64 hex digits (the 40-digit SHA-1 one is not taken)',
    );
  if (path === undefined)
    return no(...faults, 'SAMVERKAN_CERTIFICATE is missing; write the path of the PEM file that belongs to the thumbprint');

  let pem: string;
  try {
    pem = readFileSync(path, 'utf8');
  } catch (error) {
    return no(
      ...faults,
      `SAMVERKAN_CERTIFICATE cannot be read (${codeOf(error)}); write the path of a PEM file the bot may read`,
    );
  }
  const privateKey = pem.match(/-----BEGIN ((RSA |EC )?PRIVATE KEY)-----[\s\S]+?-----END \1-----/)?.[0];
  if (privateKey === undefined || !isRsaKey(privateKey))
    faults.push('SAMVERKAN_CERTIFICATE holds no readable RSA private key; write a PEM file whose key has no password');
  const published = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/)?.[0];
  if (published !== undefined && faults.length === 0 && fingerprintOf(published) !== thumbprintSha256)
    faults.push(`SAMVERKAN_CERTIFICATE_SHA256 is not that of the certificate in the file; write ${fingerprintOf(published)}`);
  if (faults.length > 0 || privateKey === undefined || thumbprintSha256 === undefined) return no(...faults);
  return { ok: true, value: { kind: 'certificate', privateKey: new Secret(privateKey), thumbprintSha256 } };
}

function isRsaKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}

function fingerprintOf(pem: string): string {
  try {
    return new X509Certificate(pem).fingerprint256.replaceAll(':', '');
  } catch (error) {
    return `(the certificate in the file cannot be read: ${codeOf(error)})`;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

function no(...faults: string[]): Read {
  return { ok: false, faults };
}
