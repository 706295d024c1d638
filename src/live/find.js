// A field above every long table of the page, which leaves the rows that have what is written in it.

/** Rows beyond which a table is searched rather than read. */
const LONG = 60;

/** @param {string} text */
const plain = (text) => text.toLocaleLowerCase().normalize('NFKC');

/** Fields above the long tables of the page, but for those that answers are drawn into. */
function findInTables() {
  // A page that was saved may have fields of its own, which do nothing any more.
  document.querySelectorAll('.find').forEach((old) => old.remove());
  for (const table of document.querySelectorAll('table')) {
    const rows = /** @type {HTMLTableRowElement[]} */ ([...table.tBodies].flatMap((body) => [...body.rows]));
    const around = table.closest('.scroll');
    if (rows.length > LONG && around && !root.contains(table)) around.before(field(table, rows));
  }
}

/** @param {HTMLTableElement} table @param {HTMLTableRowElement[]} rows */
function field(table, rows) {
  const [line, count] = [element('p'), element('span')];
  const label = /** @type {HTMLLabelElement} */ (element('label', words.find));
  const input = /** @type {HTMLInputElement} */ (element('input'));
  line.className = 'find';
  input.type = 'search';
  input.autocomplete = 'off';
  input.id = `find-${table.id}`;
  label.htmlFor = input.id;
  count.setAttribute('role', 'status');
  const found = (/** @type {HTMLTableRowElement} */ row) => plain(row.textContent ?? '').includes(plain(input.value.trim()));
  input.addEventListener('input', () => {
    let left = 0;
    for (const row of rows) {
      const group = row.classList.contains('group');
      row.classList.toggle('unfound', group ? input.value.trim() !== '' : !found(row));
      left += Number(!group && !row.classList.contains('unfound'));
    }
    count.textContent = input.value.trim() ? `${left} ${words.rows}` : '';
  });
  line.append(label, ' ', input, ' ', count);
  return line;
}
