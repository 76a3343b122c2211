// How the API is reached: where it listens, by which name, encrypted by whom.
export { readExposure, UNENCRYPTED, type Exposure } from './exposure.js';
export { loadCertificate, type Certificate, type CertificateFiles } from './certificate.js';
export { addressList, isLoopback, type AddressList } from './addresses.js';
export { ownNames, type NameCheck } from './own-names.js';
export { ExposureRefused, type ExposureRefusalCode } from './exposure-refused.js';
