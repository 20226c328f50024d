/**
 * The page's script: theme, search and filters. It only hides and shows existing elements; without it (Jenkins
 * serves reports without scripts) the page is complete. It makes no HTML from text and does not access the network.
 */
export const SCRIPT = `(function () {
  'use strict';
  var root = document.documentElement;
  var all = function (selector, from) { return Array.prototype.slice.call((from || document).querySelectorAll(selector)); };

  var theme = document.getElementById('theme');
  var dark = window.matchMedia('(prefers-color-scheme: dark)');
  function isDark() { var set = root.getAttribute('data-theme'); return set ? set === 'dark' : dark.matches; }
  function showTheme() {
    theme.setAttribute('aria-pressed', String(isDark()));
    theme.title = isDark() ? 'Light page' : 'Dark page';
  }
  try { var kept = localStorage.getItem('proof-verify-theme'); if (kept === 'dark' || kept === 'light') root.setAttribute('data-theme', kept); } catch (error) { /* storage may be off */ }
  theme.hidden = false;
  showTheme();
  theme.addEventListener('click', function () {
    var next = isDark() ? 'light' : 'dark';
    root.setAttribute('data-theme', next);
    try { localStorage.setItem('proof-verify-theme', next); } catch (error) { /* storage may be off */ }
    showTheme();
  });
  dark.addEventListener('change', showTheme);

  document.addEventListener('click', function (event) {
    var digest = event.target.closest && event.target.closest('[data-copy]');
    if (digest && navigator.clipboard) navigator.clipboard.writeText(digest.getAttribute('data-copy'));
  });

  var form = document.querySelector('.toolbar');
  var rows = all('[data-row]');
  if (!form || rows.length === 0) return;
  form.hidden = false;
  var query = document.getElementById('q');
  var kind = document.getElementById('kind');
  var clear = document.getElementById('clear');
  var result = document.getElementById('result');
  var boxes = all('input[data-filter]', form);
  var groups = all('[data-group]');
  var chunks = all('.chunk');
  var texts = null;
  var opened = null;

  // Read once, at the first search: the text of 10,000 rows takes a moment.
  function readTexts() {
    return rows.map(function (row) {
      var group = row.closest('[data-group]');
      return (row.textContent + ' ' + (group ? group.firstElementChild.textContent : '')).toLowerCase();
    });
  }
  function chosen(name) {
    return boxes.filter(function (box) { return box.checked && box.getAttribute('data-filter') === name; }).map(function (box) { return box.value; });
  }
  function grouped(number) { return String(number).replace(/\\B(?=(\\d{3})+(?!\\d))/g, ','); }

  function apply() {
    var words = query.value.toLowerCase().split(/\\s+/).filter(Boolean);
    var severities = chosen('s');
    var outcomes = chosen('o');
    var wanted = kind.value;
    var active = words.length > 0 || severities.length > 0 || outcomes.length > 0 || wanted !== '';
    if (words.length > 0 && !texts) texts = readTexts();
    var shown = { f: 0, a: 0 };
    var totals = { f: 0, a: 0 };
    rows.forEach(function (row, index) {
      var data = row.dataset;
      totals[data.row]++;
      var keep =
        (outcomes.length === 0 || outcomes.indexOf(data.o) !== -1) &&
        (wanted === '' || data.k === wanted) &&
        (data.row === 'a' || severities.length === 0 || severities.indexOf(data.s) !== -1) &&
        words.every(function (word) { return texts[index].indexOf(word) !== -1; });
      if (row.hidden === keep) row.hidden = !keep;
      if (keep) shown[data.row]++;
    });
    chunks.forEach(function (chunk) { chunk.hidden = active && !chunk.querySelector('[data-row]:not([hidden])'); });
    if (active && !opened) opened = groups.map(function (group) { return group.open; });
    groups.forEach(function (group, index) {
      var left = group.querySelectorAll('[data-row]:not([hidden])').length;
      var amount = group.querySelector('.amount');
      var total = Number(amount.getAttribute('data-total'));
      amount.textContent = left === total ? grouped(total) : grouped(left) + ' of ' + grouped(total);
      group.hidden = left === 0;
      if (words.length > 0) group.open = left > 0;
      else if (opened && !active) group.open = opened[index];
    });
    if (!active) opened = null;
    var none = { f: '#findings .none', a: '#artifacts .none' };
    Object.keys(none).forEach(function (name) {
      var line = document.querySelector(none[name]);
      if (line) line.hidden = !(totals[name] > 0 && shown[name] === 0);
    });
    clear.hidden = !active;
    result.textContent = active ? grouped(shown.f) + ' of ' + grouped(totals.f) + ' findings, ' + grouped(shown.a) + ' of ' + grouped(totals.a) + ' artifacts' : '';
    root.toggleAttribute('data-filtered', active);
  }

  var timer = 0;
  query.addEventListener('input', function () { clearTimeout(timer); timer = setTimeout(apply, 90); });
  boxes.forEach(function (box) { box.addEventListener('change', apply); });
  kind.addEventListener('change', apply);
  clear.addEventListener('click', function () {
    query.value = '';
    kind.value = '';
    boxes.forEach(function (box) { box.checked = false; });
    apply();
    query.focus();
  });
  document.addEventListener('click', function (event) {
    var link = event.target.closest && event.target.closest('[data-find]');
    if (!link) return;
    query.value = link.closest('[data-row]').querySelector('.path').textContent;
    apply();
  });
  form.addEventListener('submit', function (event) { event.preventDefault(); clearTimeout(timer); apply(); });
  document.addEventListener('keydown', function (event) {
    var typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement ? document.activeElement.tagName : '');
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); query.focus(); }
    if (event.key === 'Escape' && document.activeElement === query) { query.value = ''; apply(); }
  });
  // Browsers keep typed text across a reload.
  if (query.value !== '' || kind.value !== '' || boxes.some(function (box) { return box.checked; })) apply();
})();
`;
