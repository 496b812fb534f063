import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Watches how much memory a process takes: the kernel's own high-water mark on Linux, elsewhere the greatest of the
 * sizes that `ps` tells twice a second.
 * @param {number} pid
 * @returns {{ peak(): number | undefined, stop(): void }} `peak` is in MB (of 2^20 bytes), as far as it is known
 */
export function watchMemory(pid) {
  /** @type {number | undefined} */
  let kilobytes;
  const onLinux = process.platform === 'linux';

  function look() {
    if (onLinux) {
      try {
        const mark = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
        if (mark) kilobytes = Number(mark[1]);
      } catch {
        // The process is gone; what was seen last stands.
      }
      return;
    }
    execFile('ps', ['-o', 'rss=', '-p', String(pid)], (error, output) => {
      if (!error) kilobytes = Math.max(kilobytes ?? 0, Number(output));
    });
  }

  const timer = setInterval(look, onLinux ? 100 : 500);
  timer.unref();
  return {
    peak() {
      if (onLinux) look();
      return kilobytes === undefined ? undefined : Math.round(kilobytes / 1024);
    },
    stop: () => clearInterval(timer),
  };
}
