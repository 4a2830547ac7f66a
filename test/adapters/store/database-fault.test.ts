import { describe, expect, it } from 'vitest';
import { databaseFault, isAway, tooOld } from '../../../src/adapters/store/database-fault.ts';
import { openEngine } from '../../../src/adapters/store/engine.ts';
import { needs } from '../../support/needs.ts';

const url = 'postgres://samverkan:hemligt@db.example:5432/moten';
const coded = (code: string) => Object.assign(new Error('raw words of a driver'), { code });

describe('a database that cannot be used', () => {
  it.each([
    ['ECONNREFUSED', /no PostgreSQL answers at db\.example:5432.*Start it/],
    ['ENOTFOUND', /no host db\.example:5432/],
    ['28P01', /does not let samverkan in/],
    ['3D000', /no database moten.*createdb moten/],
    ['42501', /GRANT CREATE/],
  ])('%s is said with what to do', (code, words) => {
    const fault = databaseFault(coded(code), url)!;
    expect(fault.message).toMatch(words);
    expect(fault.message).not.toContain('hemligt');
  });

  it('is recognised when every address of a name was tried', () => {
    expect(databaseFault(new AggregateError([coded('ECONNREFUSED')]), url)!.message).toContain('Start it');
  });

  it('another fault is left as it is', () => {
    expect(databaseFault(new Error('a bug'), url)).toBeUndefined();
    expect(databaseFault(coded('42601'), url)).toBeUndefined();
  });

  it('is told apart as away: cut, shutting down, starting, or not to be reached', () => {
    for (const code of ['57P01', '57P03', '08006', '25P03', 'ECONNRESET', 'ECONNREFUSED']) expect(isAway(coded(code))).toBe(true);
    expect(isAway(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect(isAway(new Error('timeout exceeded when trying to connect'))).toBe(true);
    for (const code of ['23505', '42601', '40001']) expect(isAway(coded(code))).toBe(false);
    expect(isAway(new Error('a bug'))).toBe(false);
  });

  it('too old a server is named with what is needed', () => {
    expect(tooOld(140_011, url)!.message).toMatch(/is PostgreSQL 14; 15 or newer/);
    expect(tooOld(150_000, url)).toBeUndefined();
  });

  it('nobody at the address is told at once', async () => {
    await expect(openEngine({ url: 'postgres://u:p@127.0.0.1:1/x' })).rejects.toThrow(/no PostgreSQL answers at 127\.0\.0\.1:1/);
  });

  const withServer = needs('postgres') ? it : it.skip;
  withServer('a real server without the database says which one to create', async () => {
    const real = new URL(process.env['TEST_DATABASE_URL']!);
    real.pathname = '/no_such_database';
    await expect(openEngine({ url: real.href })).rejects.toThrow(/no database no_such_database.*createdb/);
  });
});
