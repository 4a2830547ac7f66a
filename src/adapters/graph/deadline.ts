import type { Step } from './chain.ts';

/** Gives up on a call, token and retries included, after `ms` milliseconds. */
export function deadline(ms: number): Step {
  return async (call, next) => {
    call.options ??= {};
    const ours = new AbortController();
    const signal = call.options.signal ? AbortSignal.any([call.options.signal, ours.signal]) : ours.signal;
    call.options.signal = signal;
    call.until = performance.now() + ms;
    const timer = setTimeout(() => ours.abort(new DOMException(`no answer in ${ms} ms`, 'TimeoutError')), ms);
    try {
      return await Promise.race([next(), aborted(signal)]);
    } finally {
      clearTimeout(timer);
    }
  };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
