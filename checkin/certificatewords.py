"""What is said of certificates: what is so, and what to do next."""

CERTIFICATES: dict[str, str] = {
    "certificate-share": "{share} per cent is no share of a programme that somebody can attend:"
    " give one from 1 to 100.",
    "no-certificates": "There is no certificate to write: nobody of them has one, or reaches the"
    " threshold yet.",
    "nothing-to-verify": "Give the codes or numbers of certificates, or pictures of them.",
    "no-certificate": "Nobody of them has a certificate that holds; there is nothing to withdraw.",
    "certificate-replaced": "The certificate {number} was replaced by a newer one meanwhile; look"
    " it up again.",
}
