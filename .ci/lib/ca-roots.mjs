// Prints the CA certificates included in this Node, as one PEM file.
import { rootCertificates } from 'node:tls';

process.stdout.write(`${rootCertificates.join('\n')}\n`);
