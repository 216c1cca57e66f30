// Attribute names: data-<plugin>[:<key>][__<modifier>[.<tag>...]]...

/** @typedef {Map<string, string[]>} Modifiers the tags of each modifier */
/** @typedef {{plugin: string, key: string, mods: Modifiers}} Name */

/** @type {Map<string, Name>} */
const parsed = new Map();

/**
 * @param {string} attribute a name that starts with "data-"
 * @returns {Name}
 */
export const parseName = (attribute) => {
  let name = parsed.get(attribute);
  if (!name) {
    const [head, ...modifiers] = attribute.slice(5).split('__');
    const colon = head.indexOf(':');
    const mods = new Map(modifiers.map((each) => each.split('.')).map(([modifier, ...tags]) => [modifier, tags]));
    name = {
      plugin: colon < 0 ? head : head.slice(0, colon),
      key: colon < 0 ? '' : head.slice(colon + 1),
      mods,
    };
    parsed.set(attribute, name);
  }
  return name;
};

/** @param {string} name */
export const kebab = (name) => name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();

/** @param {string} name */
const camel = (name) => kebab(name).replace(/-+(.)/g, (_, letter) => letter.toUpperCase());

/** @type {Record<string, (name: string) => string>} */
const casings = {
  camel,
  kebab,
  snake: (name) => kebab(name).replaceAll('-', '_'),
  pascal: (name) => camel(name).replace(/(^|\.)./g, (start) => start.toUpperCase()),
};

/**
 * HTML lowercases attribute names, so a key is written in kebab case and means what its plugin, or `__case`, says.
 *
 * @param {string} key
 * @param {Modifiers} mods
 * @param {'camel' | 'kebab'} usual
 */
export const cased = (key, mods, usual) => (casings[mods.get('case')?.[0] ?? usual] ?? casings[usual])(key);

/**
 * @param {string[] | undefined} tags of which one may be a time: 500ms, 1s, or a bare number of milliseconds
 * @param {number} fallback
 */
export const millis = (tags, fallback) => {
  for (const tag of tags ?? []) {
    const time = /^(\d+)(ms|s)?$/.exec(tag);
    if (time) return +time[1] * (time[2] === 's' ? 1000 : 1);
  }
  return fallback;
};
