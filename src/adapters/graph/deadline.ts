import type { Step } from './chain.ts';

/** Gives up on a call, token and retries included, after `ms` milliseconds. */
export function deadline(ms: number): Step {
  return (call, next) => {
    call.options ??= {};
    const ours = AbortSignal.timeout(ms);
    const signal = call.options.signal ? AbortSignal.any([call.options.signal, ours]) : ours;
    call.options.signal = signal;
    call.until = performance.now() + ms;
    return Promise.race([next(), aborted(signal)]);
  };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
