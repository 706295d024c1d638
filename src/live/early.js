// The worker of the first desk, begun before the engine that follows is read: both take their time.
try {
  const script = document.getElementById('live-worker')?.textContent ?? '';
  /** @type {any} */ (globalThis).firstWorker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
} catch { /* The page says so when it asks for one. */ }
