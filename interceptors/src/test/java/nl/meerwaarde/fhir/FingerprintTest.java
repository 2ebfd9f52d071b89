package nl.meerwaarde.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    /** The example of RFC 9562, appendix A.4. */
    @Test
    void nameBasedUuidEqualsThePublishedExample() {
        UUID dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
        assertThat(Fingerprint.uuid5(dns, "www.example.com")).hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
    }

    /** The example of FIPS 180-4. */
    @Test
    void sha256EqualsThePublishedExample() {
        assertThat(Fingerprint.of("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
