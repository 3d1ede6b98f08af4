// Serves a published folder as a good host does: packed, with its own page for what is not found.
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {extname, join} from 'node:path';
import {gzipSync} from 'node:zlib';

const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8', '.xml': 'application/xml', '.ics': 'text/calendar; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.webp': 'image/webp', '.avif': 'image/avif', '.woff2': 'font/woff2',
};
const isPacked = /^text|xml$/;

/** Gives the server, and its address: 'http://127.0.0.1:PORT/'. */
export async function serve(folder) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://host').pathname).replace(/\/$/, '/index.html');
    const [status, name, body] = await read(folder, path);
    const type = types[extname(name)] ?? 'application/octet-stream';
    const headers = {'Content-Type': type, 'Cache-Control': 'max-age=31536000'};
    if (isPacked.test(type)) headers['Content-Encoding'] = 'gzip';
    response.writeHead(status, headers).end(isPacked.test(type) ? gzipSync(body) : body);
  });
  await new Promise((listens) => server.listen(0, '127.0.0.1', listens));
  return {server, origin: `http://127.0.0.1:${server.address().port}/`};
}

/** Gives the status, the name and the bytes of what answers a path. URL has taken '..' out of it. */
async function read(folder, path) {
  try {
    return [200, path, await readFile(join(folder, path))];
  } catch {
    return [404, '404.html', await readFile(join(folder, '404.html'))];
  }
}
