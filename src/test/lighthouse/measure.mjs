// Measures pages with Lighthouse, one after the other in one Chromium. LighthouseTest writes what to measure into the file that is
// the only argument; a line of JSON comes out for each page: its name, its scores, and what cost it points.
import {readFileSync, writeFileSync} from 'node:fs';
import {launch} from 'chrome-launcher';
import lighthouse, {desktopConfig} from 'lighthouse';

const {chromium, chromiumFlags, pages} = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const CATEGORIES = ['performance', 'accessibility', 'best-practices'];

// What did not earn its full score, as far as it counts for one.
function costly(lhr) {
  const counted = CATEGORIES.flatMap(name => lhr.categories[name].auditRefs.filter(ref => ref.weight > 0));
  return counted
      .map(ref => lhr.audits[ref.id])
      .filter(audit => audit.score !== null && audit.score < 1)
      .map(audit => `${audit.title} (${audit.id}): ${audit.displayValue ?? audit.score}`);
}

async function measure(chrome, page) {
  const options = {
    port: chrome.port,
    logLevel: 'error',
    output: 'html',
    onlyCategories: CATEGORIES,
    extraHeaders: page.headers,
  };
  const {lhr, report} = await lighthouse(page.url, options, page.desk ? desktopConfig : undefined);
  writeFileSync(page.report, report);
  const scores = CATEGORIES.map(name => Math.round(100 * lhr.categories[name].score));
  console.log(JSON.stringify({name: page.name, address: lhr.finalDisplayedUrl, scores, costly: costly(lhr)}));
}

const chrome = await launch({chromePath: chromium, chromeFlags: ['--headless=new', ...chromiumFlags], logLevel: 'silent'});
try {
  for (const page of pages) {
    await measure(chrome, page);
  }
} finally {
  chrome.kill();
}
