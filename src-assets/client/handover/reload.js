// Reloads the page for another build.

import { keep } from './kept.js';

// A server with the old build may answer again, and so on in turns.
const NOT_BEFORE = 30_000;
const LOADS = 'lodestar-loads';

// A person may have been asked whether to leave the page, and stayed.
const PATIENCE = 10_000;

/**
 * @param {string} build
 * @param {import('./client.js').Client} client
 * @throws {Error} if the page was just reloaded for this build, or cannot be reloaded without losing typed text
 */
export const reload = async (build, client) => {
  const now = Date.now();
  const loads = Object.entries(JSON.parse(sessionStorage.getItem(LOADS) ?? '{}')).filter(
    ([, at]) => now - at < NOT_BEFORE && now >= at,
  );
  if (loads.some(([each]) => each === build)) throw new Error('The page was just reloaded for this build.');
  keep(client);
  sessionStorage.setItem(LOADS, JSON.stringify(Object.fromEntries([...loads, [build, now]])));
  location.reload();
  await new Promise((resolve) => setTimeout(resolve, PATIENCE));
  throw new Error('The page was not reloaded');
};
