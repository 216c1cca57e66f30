// Three pages, each as the markup of its frames: a pass shows one after the other, and then the first again.

const FRAMES = 10;

// The same numbers in every run.
let seed = 1;
const random = (below) => {
  seed = (seed * 48271) % 2147483647;
  return seed % below;
};

const times = (count, make) => Array.from({ length: count }, (_, i) => make(i));

const WORDS = 'sea star light keeper north wind harbour night lamp rock tide map under over slow bright old cold far and the of to'.split(' ');
const sentence = (words) => times(words, () => WORDS[random(WORDS.length)]).join(' ');

const SIZE = 50;
const board = () => {
  const cells = times(SIZE * SIZE, () => random(4) === 0);
  const cell = (i) => '<td id="c' + i + '" class="' + (cells[i] ? 'alive' : 'dead') + '"></td>';
  const row = (y) => '<tr>' + times(SIZE, (x) => cell(y * SIZE + x)).join('') + '</tr>';
  return times(FRAMES, () => {
    for (let i = 0; i < cells.length / 20; i++) {
      const at = random(cells.length);
      cells[at] = !cells[at];
    }
    return '<table id="page"><tbody>' + times(SIZE, row).join('') + '</tbody></table>';
  });
};

const table = () => {
  const rows = times(1000, (i) => '<tr id="r' + i + '"><td>' + i + '</td><td>' + sentence(3) + '</td><td><a href="/rows/' + i + '">open</a></td></tr>');
  const turned = [...rows].reverse();
  return times(FRAMES, (i) => '<table id="page"><tbody>' + (i % 2 ? turned : rows).join('') + '</tbody></table>');
};

const article = () => {
  const paragraph = () => '<p>' + sentence(40) + ' <em>' + sentence(2) + '</em> ' + sentence(30) + ' <a href="/' + sentence(1) + '">' + sentence(3) + '</a>.</p>';
  const paragraphs = [];
  for (let length = 0; length < 100 * 1024; length += paragraphs.at(-1).length) paragraphs.push(paragraph());
  return times(FRAMES, (i) => {
    const shown = [...paragraphs];
    const at = random(shown.length);
    shown[at] = shown[at].replace('<p>', '<p>word' + i + ' ');
    return '<article id="page">' + shown.join('\n') + '</article>';
  });
};

const pages = {
  'board of 50 by 50, one cell in twenty changed': board(),
  'table of 1000 rows with ids, turned round': table(),
  'article of 100 KB, one word changed': article(),
};
