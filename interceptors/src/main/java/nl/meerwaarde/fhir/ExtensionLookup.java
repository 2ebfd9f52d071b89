package nl.meerwaarde.fhir;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Type;

/** Reads extensions of what nobody has validated. HAPI's own getters fail with an unspecific exception when an address occurs twice or a value is missing. */
public final class ExtensionLookup {
    private ExtensionLookup() {}

    /** The first extension with this address. */
    public static Optional<Extension> first(List<Extension> extensions, String url) {
        return extensions.stream()
                .filter(extension -> url.equals(extension.getUrl()))
                .findFirst();
    }

    /** The value of the first extension with this address; empty when it has none. */
    public static Optional<Type> value(List<Extension> extensions, String url) {
        return first(extensions, url).map(Extension::getValue);
    }

    /** The value of the first extension with this address as text; empty when it has none, or one of several parts. */
    public static Optional<String> text(List<Extension> extensions, String url) {
        return value(extensions, url).map(Type::primitiveValue);
    }

    /** Whether the first extension with this address says true. */
    public static boolean flag(List<Extension> extensions, String url) {
        return value(extensions, url)
                .filter(value -> value instanceof BooleanType flag && flag.booleanValue())
                .isPresent();
    }
}
