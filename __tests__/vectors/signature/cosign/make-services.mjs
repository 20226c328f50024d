// A timestamp authority for make.sh: answers POST with what `openssl ts -reply` makes of it. Prints its port.
import { execFileSync } from 'node:child_process';
import { writeFileSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
const at = (name) => join(folder, name);
writeFileSync(
  at('ts.conf'),
  `[tsa]\ndefault_tsa=t\n[t]\nserial=${at('ts.serial')}\nsigner_cert=${at('tsa.crt')}\ncerts=${at('tsachain.pem')}\n` +
    `signer_key=${at('tsa.pem')}\nsigner_digest=sha256\ndefault_policy=1.2.3.4.1\ndigests=sha256,sha384,sha512\n` +
    'accuracy=secs:1\nordering=yes\ntsa_name=no\ness_cert_id_chain=no\ness_cert_id_alg=sha256\n',
);
writeFileSync(at('ts.serial'), '01');
const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    writeFileSync(at('ts.tsq'), Buffer.concat(chunks));
    execFileSync('openssl', ['ts', '-reply', '-config', at('ts.conf'), '-queryfile', at('ts.tsq'), '-out', at('ts.tsr')], { stdio: 'ignore' });
    response.writeHead(201, { 'content-type': 'application/timestamp-reply' });
    response.end(readFileSync(at('ts.tsr')));
  });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(String(server.address().port)));
