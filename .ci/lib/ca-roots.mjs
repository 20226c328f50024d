// Prints the CA certificates that this Node carries, as one PEM file.
import { rootCertificates } from 'node:tls';

process.stdout.write(`${rootCertificates.join('\n')}\n`);
