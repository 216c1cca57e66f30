// With several servers behind one address, some may not have the new build yet; the next one may.

/**
 * @template T
 * @param {() => Promise<T>} task
 */
export const again = (task) => task().catch(task).catch(task).catch(task);

/**
 * Fetches the shim of a build.
 *
 * @param {string} url
 * @param {string} build its hash
 * @returns {Promise<Document>}
 */
export const shimOf = (url, build) =>
  again(async () => {
    const response = await fetch(url, { cache: 'no-cache' });
    const shim = new DOMParser().parseFromString(await response.text(), 'text/html');
    const meta = /** @type {HTMLMetaElement | null} */ (shim.querySelector('meta[name=lodestar]'));
    if (meta?.content !== build) throw new Error('The server sent another build of the page than its stream.');
    return shim;
  });

/**
 * Makes the browser cache a file whose address identifies its content.
 *
 * @param {string} url
 */
export const hold = (url) =>
  again(async () => {
    const { ok, status } = await fetch(url);
    if (!ok) throw new Error(url + ' has status ' + status);
  });
