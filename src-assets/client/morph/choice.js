// What is chosen in a select stays chosen while options come, go and move.

/** @param {any[]} options */
const values = (options) => options.map(({ value }) => value) + '';

/** @param {any} select @param {string} mark of the options that count */
const optionsOf = (select, mark) => [...select.querySelectorAll('option' + mark)];

/**
 * @param {HTMLSelectElement} select
 * @param {() => void} change of its options
 * @returns {boolean} whether something else is chosen now
 */
export const keepChoice = (select, change) => {
  const chosen = [...select.selectedOptions];
  const before = values(chosen);
  const said = values(optionsOf(select, '[selected]'));
  change();
  const options = optionsOf(select, '');
  const says = optionsOf(select, '[selected]');
  // One that went to another group is made anew there.
  let wanted = chosen.flatMap((old) => (options.includes(old) ? old : (options.find((each) => each.value === old.value) ?? [])));
  if (said !== values(says) || (chosen.length && !wanted.length)) {
    wanted = says.length || select.multiple ? says : optionsOf(select, ':enabled').slice(0, 1);
  }
  if (chosen.length || said !== values(says)) {
    for (const option of options) if (option.selected !== wanted.includes(option)) option.selected = !option.selected;
  }
  return !!chosen.length && before !== values([...select.selectedOptions]);
};
