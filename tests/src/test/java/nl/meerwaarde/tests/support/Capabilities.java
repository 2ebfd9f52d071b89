package nl.meerwaarde.tests.support;

import java.util.List;
import java.util.stream.Stream;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceOperationComponent;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.StructureDefinition;

/** What of ours a server says that it can do; its host's own operations and profiles are left out. */
public record Capabilities(CapabilityStatementRestComponent rest) {
    private static final String WHOLE_SERVER = "";

    /**
     * An operation and where it is offered.
     *
     * @param on a resource type; empty for the whole server
     */
    public record Operation(String on, String name, String definition) {}

    /** A profile and the resource type it is of. */
    public record Profile(String of, String url) {}

    /** As the server tells now, and not as it told a minute ago. */
    public static Capabilities of(Fhir fhir) {
        return new Capabilities(fhir.with("Cache-Control", "no-cache")
                .get("metadata")
                .stored(CapabilityStatement.class)
                .getRestFirstRep());
    }

    public List<Operation> operations() {
        Stream<Operation> ofServer = rest.getOperation().stream().map(operation -> operation(WHOLE_SERVER, operation));
        Stream<Operation> ofTypes = rest.getResource().stream()
                .flatMap(type -> type.getOperation().stream().map(operation -> operation(type.getType(), operation)));
        return Stream.concat(ofServer, ofTypes)
                .filter(operation -> isOurs(operation.definition()))
                .toList();
    }

    private static Operation operation(String on, CapabilityStatementRestResourceOperationComponent operation) {
        return new Operation(on, operation.getName(), operation.getDefinition());
    }

    public List<Profile> profiles() {
        return rest.getResource().stream()
                .flatMap(Capabilities::profiles)
                .filter(profile -> isOurs(profile.url()))
                .toList();
    }

    private static Stream<Profile> profiles(CapabilityStatementRestResourceComponent type) {
        return type.getSupportedProfile().stream()
                .map(PrimitiveType::getValue)
                .map(url -> new Profile(type.getType(), url));
    }

    private static boolean isOurs(String canonical) {
        return canonical.startsWith(Canonicals.BASE);
    }

    /** Where the operation's own definition says that it is offered. */
    public static Stream<Operation> promisedBy(OperationDefinition definition) {
        Stream<String> types = definition.getType() || definition.getInstance()
                ? definition.getResource().stream().map(CodeType::getValue)
                : Stream.empty();
        Stream<String> server = definition.getSystem() ? Stream.of(WHOLE_SERVER) : Stream.empty();
        return Stream.concat(server, types).map(on -> new Operation(on, definition.getCode(), definition.getUrl()));
    }

    /** Where a profile belongs. */
    public static Profile promisedBy(StructureDefinition profile) {
        return new Profile(profile.getType(), profile.getUrl());
    }
}
