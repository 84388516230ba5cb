"""sign.py PROGRAM LETTERS FOLDER: signs the letters of a folder in several ways and holds what `verifieer` says to them.

The signed letters are left in FOLDER. Exit 0 only if every way got the word it must have.
"""

import datetime
import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path

from asn1crypto import keys, x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

program, letters, out = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
out.mkdir()


def certificate():
    """A signer with a key and a certificate of its own, made for this run."""
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Proefcertificaat")])
    now = datetime.datetime.now(datetime.timezone.utc)
    usage = dict.fromkeys(
        "key_encipherment data_encipherment key_agreement key_cert_sign crl_sign encipher_only decipher_only".split(), False
    )
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.KeyUsage(digital_signature=True, content_commitment=True, **usage), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    own = asn1_x509.Certificate.load(made.public_bytes(serialization.Encoding.DER))
    return signers.SimpleSigner(own, keys.PrivateKeyInfo.load(private), None)


class Quiet(IncrementalPdfFileWriter):
    """Leaves the data about the letter as they are."""

    def _update_meta(self):
        pass


signer = certificate()


def sign(data, field="Handtekening", writer=IncrementalPdfFileWriter, box=None, kind=fields.SigSeedSubFilter.PADES, **more):
    """The letter with a signature; `box` makes it visible."""
    file = writer(BytesIO(data))
    if box:
        fields.append_signature_field(file, fields.SigFieldSpec(field, box=box))
    meta = signers.PdfSignatureMetadata(field_name=field, subfilter=kind, **more)
    return signers.sign_pdf(file, meta, signer=signer).getvalue()


def noted(data):
    """The letter with an update that is no signature: a title of its own."""
    file = IncrementalPdfFileWriter(BytesIO(data))
    file.root["/Lang"] = file.root["/Lang"]
    file.update_root()
    file.document_meta.title = "Toekenning"
    done = BytesIO()
    file.write(done)
    return done.getvalue()


ADOBE = fields.SigSeedSubFilter.ADOBE_PKCS7_DETACHED
# The word of each way, and whether the file is kept for the validators.
WAYS = {
    "pades": ("ondertekend", sign),
    "pkcs7": ("ondertekend", lambda data: sign(data, kind=ADOBE, reason="Besluit", location="Ter Apel", name="A. de Boer")),
    "stil": ("ondertekend", lambda data: sign(data, writer=Quiet)),
    "onveranderd": ("gelijk", lambda data: data),
    "bytes": ("anders", lambda data: data + b"\n% nog iets\n"),
    "bytes-achter-handtekening": ("anders", lambda data: sign(data) + b"\n"),
    "twee": ("anders", lambda data: sign(sign(data), field="Tweede")),
    "stempel": ("anders", lambda data: sign(data, box=(60, 60, 260, 120))),
    "titel": ("anders", noted),
    "titel-en-handtekening": ("anders", lambda data: sign(noted(data))),
    "gecertificeerd": ("anders", lambda data: sign(data, certify=True)),
    "afgekapt": ("anders", lambda data: sign(data)[:-7]),
    "andere-brief": ("anders", lambda data: sign(data.replace(b"%PDF-1.7", b"%PDF-1.6", 1))),
}


def said():
    """What `verifieer` says of each letter, by its name."""
    ran = subprocess.run([program, "verifieer", str(letters), "--json"], capture_output=True, text=True, check=False)
    objects = [json.loads(line) for line in ran.stdout.splitlines()]
    return ran.returncode, {one["brief"]: (one["resultaat"], one["bericht"]) for one in objects}


originals = {path.name: path.read_bytes() for path in sorted(letters.glob("*.pdf"))}
names = " ".join(originals)
assert "_afschrift" in names and len(originals) >= 4, names
wrong = 0
for way, (word, make) in WAYS.items():
    for name, data in originals.items():
        made = make(data)
        (letters / name).write_bytes(made)
        if word == "ondertekend":
            (out / f"{way}-{name}").write_bytes(made)
            for signature in PdfFileReader(BytesIO(made)).embedded_signatures:
                trust = ValidationContext(trust_roots=[signer.signing_cert])
                status = validate_pdf_signature(signature, signer_validation_context=trust)
                if not (status.bottom_line and signature.coverage.name == "ENTIRE_FILE"):
                    print(f"FAIL {way} {name}: pyHanko does not find the signature right")
                    wrong += 1
    code, results = said()
    for name in originals:
        result, why = results[name]
        if result != word or (word == "anders" and "veranderd" not in " ".join(why)):
            print(f"FAIL {way} {name}: {result} instead of {word}: {why}")
            wrong += 1
    if (code == 0) != (word != "anders"):
        print(f"FAIL {way}: exit {code}")
        wrong += 1
    print(f"{way}: {word}", *sorted({" ".join(why) for _, why in results.values() if why}))
sys.exit(1 if wrong else 0)
