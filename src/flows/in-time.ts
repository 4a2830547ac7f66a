/** What is answered within so many milliseconds, or 'late'. A late answer is not waited for, and what it says is not heard. */
export function inTime<T>(asked: Promise<T>, ms: number): Promise<T | 'late'> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve('late'), ms);
    asked.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
