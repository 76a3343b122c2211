import { text } from './problem-text.js';

const accepted = {
  it: 'PDF, file firmati (P7M), DOCX, XLSX, ODT, ODS, CSV, TXT, RTF, immagini (PNG, JPEG, TIFF), messaggi EML, XML e ZIP',
  en: 'PDF, signed files (P7M), DOCX, XLSX, ODT, ODS, CSV, TXT, RTF, images (PNG, JPEG, TIFF), EML messages, XML and ZIP',
};

/** What is said of files that are offered as evidence, as the file of an act or to be read. */
export const documentProblems = {
  'document/empty': text(
    422,
    ['Documento vuoto', 'Il file[ «{name}»] è vuoto: controllare quale file è stato scelto.'],
    ['Empty document', 'The file[ "{name}"] is empty: check which file was chosen.'],
  ),
  'document/too-large': text(
    413,
    [
      'Documento troppo grande',
      'Il file[ «{name}»] supera il limite[ di {limitMB} MB]: ridurlo (una scansione più leggera) o dividerlo.',
    ],
    [
      'Document too large',
      'The file[ "{name}"] is over the limit[ of {limitMB} MB]: make it smaller (a lighter scan) or divide it.',
    ],
  ),
  'document/type-refused': text(
    415,
    [
      'Tipo di documento non accettato',
      `Il contenuto del file[ «{name}»] non è di un tipo accettato. Si accettano ${accepted.it}: salvarlo in uno di questi formati.`,
    ],
    [
      'Document type refused',
      `The content of the file[ "{name}"] is of no accepted type. Accepted are ${accepted.en}: save it in one of these formats.`,
    ],
  ),
  'document/active-content': text(
    415,
    [
      'Documento che si esegue',
      'Il file[ «{name}»] è una pagina web, un’immagine SVG, uno script o un programma: potrebbe eseguirsi su altri computer. Salvarlo come PDF.',
    ],
    [
      'Document that runs',
      'The file[ "{name}"] is a web page, an SVG image, a script or a program: it could run on other computers. Save it as PDF.',
    ],
  ),
  'document/with-macros': text(
    415,
    [
      'Documento con macro',
      'Il file[ «{name}»] contiene macro, che si eseguono all’apertura: salvarlo senza macro (DOCX, XLSX) o come PDF.',
    ],
    [
      'Document with macros',
      'The file[ "{name}"] holds macros, which run when it is opened: save it without macros (DOCX, XLSX) or as PDF.',
    ],
  ),
  'document/infected': text(
    415,
    [
      'Documento rifiutato dall’antivirus',
      'Il controllo antivirus ha rifiutato il file[ «{name}»]: non è stato conservato. Farlo verificare da chi gestisce i computer.',
    ],
    [
      'Document refused by the virus scan',
      'The virus scan refused the file[ "{name}"]: it was not kept. Have it checked by whoever runs the computers.',
    ],
  ),
  'document/not-scanned': text(
    503,
    [
      'Controllo antivirus non riuscito',
      'Il file[ «{name}»] non è stato conservato perché il controllo antivirus non risponde: riprovare, e avvisare l’amministratore.',
    ],
    [
      'Virus scan failed',
      'The file[ "{name}"] was not kept because the virus scan does not answer: try again, and tell the administrator.',
    ],
  ),
  'document/changed-by-scan': text(
    415,
    [
      'Documento modificato dall’antivirus',
      'Il controllo antivirus ha modificato il file[ «{name}»], come quando lo ripulisce: non è stato conservato. Farlo ripulire da chi gestisce i computer, aprirlo, e caricare la copia pulita.',
    ],
    [
      'Document changed by the virus scan',
      'The virus scan changed the file[ "{name}"], as when it disinfects it: it was not kept. Have it cleaned by whoever runs the computers, open it, and upload the clean copy.',
    ],
  ),
  'document/damaged': text(
    415,
    [
      'Documento danneggiato',
      'Il file[ «{name}»] è danneggiato o incompleto: aprirlo con il programma d’ufficio, salvarlo di nuovo e ricaricarlo.',
    ],
    [
      'Damaged document',
      'The file[ "{name}"] is damaged or incomplete: open it in an office program, save it again and upload it.',
    ],
  ),
  'document/old-or-locked': text(
    415,
    [
      'Formato vecchio, o documento con password',
      'Il file[ «{name}»] è nel formato delle versioni vecchie (DOC, XLS, MSG) o ha una password: aprirlo con il programma d’ufficio e salvarlo senza password come DOCX, XLSX o PDF.',
    ],
    [
      'Old format, or a document with a password',
      'The file[ "{name}"] is in the format of old versions (DOC, XLS, MSG) or has a password: open it in an office program and save it without one as DOCX, XLSX or PDF.',
    ],
  ),
  'document/name-differs': text(
    415,
    [
      'Nome e contenuto non concordano',
      'Il nome del file[ «{name}»] non dice ciò che il file contiene[ ({content})]: rinominarlo[ con l’estensione {extension}] o scegliere il file giusto.',
    ],
    [
      'Name and content differ',
      'The name of the file[ "{name}"] does not say what the file holds[ ({content})]: rename it[ with the extension {extension}] or choose the right file.',
    ],
  ),
  'document/interrupted': text(
    400,
    ['Caricamento interrotto', 'Il file[ «{name}»] non è arrivato per intero: ricaricarlo.'],
    ['Upload interrupted', 'The file[ "{name}"] did not arrive whole: upload it again.'],
  ),
  'document/too-many-uploads': text(
    503,
    ['Troppi caricamenti insieme', 'Si stanno caricando già molti documenti: riprovare fra qualche secondo.'],
    ['Too many uploads', 'Many documents are being uploaded already: try again in a few seconds.'],
  ),
  'document/disk-full': text(
    507,
    [
      'Disco pieno',
      'Sul disco del server non c’è posto per altri documenti: avvisare chi gestisce il sistema. Nulla di quanto già registrato è perso.',
    ],
    [
      'Disk full',
      'The server’s disk has no room for more documents: tell whoever runs the system. Nothing recorded so far is lost.',
    ],
  ),
  'document/not-found': text(
    404,
    ['Documento sconosciuto', 'Non c’è nessun documento con questo contenuto[ ({sha256})]: ricaricarlo.'],
    ['Unknown document', 'There is no document with this content[ ({sha256})]: upload it again.'],
  ),
  'document/altered': text(
    500,
    [
      'Documento alterato sul disco',
      'Ciò che il disco del server conserva[ sotto {sha256}] non è più il documento che fu caricato, e non viene consegnato: avvisare l’amministratore (rimetterlo da un backup). Chi ha il file può ricaricarlo: torna al suo posto.',
    ],
    [
      'Document altered on the disk',
      'What the server’s disk holds[ under {sha256}] is no longer the document that was uploaded, and is not handed out: tell the administrator (put it back from a backup). Whoever has the file can upload it again: it takes its place.',
    ],
  ),
  'evidence/not-added': text(
    422,
    [
      'Documento non caricato',
      'Il documento[ «{name}»] è indicato, ma il suo contenuto non è stato caricato: caricarlo, poi riprovare.',
    ],
    [
      'Document not uploaded',
      'The document[ "{name}"] is named, but its content was not uploaded: upload it, then try again.',
    ],
  ),
  'evidence/cited-otherwise': text(
    422,
    [
      'Documento citato diversamente da come è',
      'Il documento[ «{name}»] è citato con un tipo o una dimensione che il suo contenuto non ha, o con un nome che non è da file o finisce come un altro tipo: citarlo come dice la risposta al caricamento[: «{as}»][, {mediaType}][, {size} byte]. Il contenuto è quello dell’impronta SHA-256; un altro nome può averlo, se finisce come il tipo.',
    ],
    [
      'Document named otherwise than it is',
      'The document[ "{name}"] is named with a type or a size that its content does not have, or with a name that is none of a file or ends as another type: name it as the answer to its upload says[: "{as}"][, {mediaType}][, {size} bytes]. Its content is that of the SHA-256; it may have another name that ends as its type.',
    ],
  ),
  'evidence/cited-twice': text(
    422,
    [
      'Stesso documento due volte',
      'Il documento[ «{name}»] ha lo stesso contenuto di un altro già nell’elenco: citarlo una volta sola.',
    ],
    [
      'The same document twice',
      'The document[ "{name}"] has the same content as another one in the list: name it only once.',
    ],
  ),
} as const;
