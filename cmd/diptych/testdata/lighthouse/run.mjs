// Runs Lighthouse, as on a phone, on a page of each kind in both languages, and prints its scores, and what keeps them below
// 100. The first argument is the published folder; pages may follow, as fr/recherche/. Scores of performance depend on the
// machine, so that no test waits for them.
import {execFileSync, spawn} from 'node:child_process';
import {readdirSync, existsSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {serve} from './serve.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const [folder, ...asked] = process.argv.slice(2);

/**
 * The pages to look at: the chooser, in each language the home, the first section, a page in it, another page and the lost
 * page, the page to search on, and a page with both halves.
 */
function pages() {
  if (asked.length > 0) return asked;
  const found = [''];
  for (const language of ['fr', 'en']) {
    const inside = (path) => readdirSync(join(folder, path), {withFileTypes: true})
      .filter((entry) => entry.isDirectory() && existsSync(join(folder, path, entry.name, 'index.html')))
      .map((entry) => `${path}${entry.name}/`).sort();
    const top = inside(`${language}/`);
    const section = top.find((path) => inside(path).length > 0);
    const page = top.find((path) => inside(path).length === 0);
    found.push(`${language}/`, section, page, section && inside(section)[0], `${language}/404.html`);
  }
  found.push('fr/recherche/', 'fr-en/objectives/');
  return found.filter((path) => path !== undefined);
}

function browser() {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    try {
      return execFileSync('sh', ['-c', `command -v ${name}`], {encoding: 'utf8'}).trim();
    } catch { /* the next one may be there */ }
  }
  throw new Error('there is no Chromium; install it, on Debian by `apt-get install chromium`');
}

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Gives Lighthouse's report of an address. */
function judge(address, chrome) {
  const lighthouse = spawn(process.execPath, [join(here, 'node_modules/lighthouse/cli/index.js'), address, '--quiet',
    '--output=json', '--no-enable-error-reporting', `--chrome-flags=${flags.join(' ')}`],
  {env: {...process.env, CHROME_PATH: chrome}, stdio: ['ignore', 'pipe', 'inherit']});
  return new Promise((resolve, reject) => {
    const pieces = [];
    lighthouse.stdout.on('data', (piece) => pieces.push(piece));
    lighthouse.on('error', reject);
    lighthouse.on('close', (code) => (code === 0 ? resolve(JSON.parse(Buffer.concat(pieces)))
      : reject(new Error(`Lighthouse ends with ${code} at ${address}`))));
  });
}

/** Gives what costs a category points, a line each. */
function losses(report, category) {
  return category.auditRefs.map((ref) => [ref.weight, report.audits[ref.id]])
    .filter(([weight, audit]) => weight > 0 && audit.score !== null && audit.score < 1)
    .map(([, audit]) => `    ${category.title}: ${audit.id} ${audit.score}${audit.displayValue ? `, ${audit.displayValue}` : ''}: ${audit.title}`);
}

const {server, origin} = await serve(folder);
try {
  const chrome = browser();
  for (const [row, path] of pages().entries()) {
    const report = await judge(origin + path, chrome);
    const categories = Object.values(report.categories);
    if (row === 0) console.log(['page'.padEnd(50), ...categories.map((category) => category.title)].join('  '));
    console.log([`/${path}`.padEnd(50), ...categories.map((category) =>
      String(Math.round(category.score * 100)).padStart(category.title.length))].join('  '));
    for (const category of categories) {
      if (category.score < 1) console.log(losses(report, category).join('\n'));
    }
  }
} finally {
  server.close();
}
