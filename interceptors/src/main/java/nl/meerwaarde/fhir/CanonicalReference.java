package nl.meerwaarde.fhir;

import org.jspecify.annotations.Nullable;

/**
 * A canonical address with an optional version: {@code url|version}.
 *
 * @param url the canonical address, never blank
 * @param version the business version, or null when the reference names none
 */
public record CanonicalReference(String url, @Nullable String version) {
    /** Most characters of an address with its version: what HAPI's index of references holds. */
    public static final int LONGEST = 200;

    public CanonicalReference {
        if (url.isBlank()) {
            throw new IllegalArgumentException("A canonical reference needs an address");
        }
        if (version != null && version.isBlank()) {
            version = null;
        }
    }

    /** Reads {@code url|version} or {@code url}; a fragment ({@code #id}) is dropped. Text without an address is its own address: nothing has it. */
    public static CanonicalReference parse(String canonical) {
        String withoutFragment = canonical.contains("#") ? canonical.substring(0, canonical.indexOf('#')) : canonical;
        int bar = withoutFragment.indexOf('|');
        if (bar == 0 || withoutFragment.isBlank()) {
            return new CanonicalReference(canonical.isBlank() ? "(none)" : canonical, null);
        }
        return bar < 0
                ? new CanonicalReference(withoutFragment, null)
                : new CanonicalReference(withoutFragment.substring(0, bar), withoutFragment.substring(bar + 1));
    }

    /** The same address with the given version. */
    public CanonicalReference at(@Nullable String otherVersion) {
        return new CanonicalReference(url, otherVersion);
    }

    /** {@code url|version}, or the address alone when there is no version. */
    @Override
    public String toString() {
        return version == null ? url : url + "|" + version;
    }
}
