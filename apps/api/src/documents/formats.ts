/** A kind of content that is accepted: by the extensions its files may have, the first the usual one, the media type. */
export interface Format {
  /** For a person: "PDF". */
  readonly title: string;
  readonly mediaTypes: Readonly<Record<string, string>>;
}

const openXml = 'application/vnd.openxmlformats-officedocument';
const openDocument = 'application/vnd.oasis.opendocument';

/** What Italian offices attach to a report, and nothing that runs. */
export const formats = {
  pdf: { title: 'PDF', mediaTypes: { pdf: 'application/pdf' } },
  signed: { title: 'P7M', mediaTypes: { p7m: 'application/pkcs7-mime', p7s: 'application/pkcs7-signature' } },
  docx: { title: 'DOCX', mediaTypes: { docx: `${openXml}.wordprocessingml.document` } },
  xlsx: { title: 'XLSX', mediaTypes: { xlsx: `${openXml}.spreadsheetml.sheet` } },
  pptx: { title: 'PPTX', mediaTypes: { pptx: `${openXml}.presentationml.presentation` } },
  odt: { title: 'ODT', mediaTypes: { odt: `${openDocument}.text` } },
  ods: { title: 'ODS', mediaTypes: { ods: `${openDocument}.spreadsheet` } },
  odp: { title: 'ODP', mediaTypes: { odp: `${openDocument}.presentation` } },
  asic: {
    title: 'ASiC',
    mediaTypes: { asice: 'application/vnd.etsi.asic-e+zip', sce: 'application/vnd.etsi.asic-e+zip' },
  },
  zip: { title: 'ZIP', mediaTypes: { zip: 'application/zip' } },
  png: { title: 'PNG', mediaTypes: { png: 'image/png' } },
  jpeg: { title: 'JPEG', mediaTypes: { jpg: 'image/jpeg', jpeg: 'image/jpeg' } },
  tiff: { title: 'TIFF', mediaTypes: { tif: 'image/tiff', tiff: 'image/tiff' } },
  rtf: { title: 'RTF', mediaTypes: { rtf: 'application/rtf' } },
  xml: { title: 'XML', mediaTypes: { xml: 'application/xml' } },
  message: { title: 'EML', mediaTypes: { eml: 'message/rfc822', txt: 'text/plain' } },
  text: {
    title: 'TXT',
    mediaTypes: { txt: 'text/plain', csv: 'text/csv', md: 'text/markdown', tsv: 'text/tab-separated-values' },
  },
} satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;

/** The media type of a content under a name; null where the name's extension says something else. */
export function mediaTypeOf(format: FormatName, name: string): string | null {
  const { mediaTypes }: Format = formats[format];
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return Object.hasOwn(mediaTypes, extension) ? (mediaTypes[extension] ?? null) : null;
}
