/** The shell opens without a network once the page has been visited. Only a built page has a worker. */
export function registerWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register('/sw.js').catch(() => {
    // A web view without workers works online only.
  });
}
