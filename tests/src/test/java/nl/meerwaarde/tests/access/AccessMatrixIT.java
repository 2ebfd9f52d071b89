package nl.meerwaarde.tests.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.meerwaarde.requester.Role;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.GuardedServer;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceOperationComponent;
import org.junit.jupiter.api.Test;

/** The access matrix with tokens that the tests sign, and what stands in no cell. */
class AccessMatrixIT implements AccessMatrixContract {
    private static final Ward WARD = Ward.open();

    @Override
    public Ward ward() {
        return WARD;
    }

    @Test
    void whatIsAboutEverybodyIsNotForThoseWithPatientsOfTheirOwn() {
        for (Role role :
                List.of(Role.PATIENT, Role.RELATED_PERSON, Role.CARE_TEAM_MEMBER, Role.ANALYST, Role.REGISTRY)) {
            for (String path : List.of("_history", "Observation/_history", "Patient/$everything")) {
                assertThat(WARD.as(role).get(path).status())
                        .as(role + " " + path)
                        .isEqualTo(403);
            }
        }
    }

    /** Also those to come: an operation that nobody thought of here is asked by nobody. */
    @Test
    void everyOperationOfOursHasItsRow() {
        CapabilityStatementRestComponent server = GuardedServer.nobody()
                .get("metadata")
                .stored(CapabilityStatement.class)
                .getRestFirstRep();
        Set<String> offered = new TreeSet<>();
        server.getOperation().stream()
                .filter(AccessMatrixIT::isOurs)
                .forEach(operation -> offered.add("-" + operation.getName()));
        server.getResource()
                .forEach(resource -> resource.getOperation().stream()
                        .filter(AccessMatrixIT::isOurs)
                        .forEach(operation -> offered.add(resource.getType() + operation.getName())));
        Set<String> rows = Matrix.rows("operation-rules.csv").stream()
                .map(row -> row.get("type") + row.get("operation").substring(1))
                .collect(Collectors.toSet());
        assertThat(offered).isNotEmpty().isSubsetOf(rows);
    }

    private static boolean isOurs(CapabilityStatementRestResourceOperationComponent operation) {
        return operation.getDefinition().startsWith("https://w3id.org/meerwaarde");
    }

    @Test
    void withoutARoleNothingIsSeen() {
        Fhir nobody = GuardedServer.with(GuardedServer.issuer()
                .token("x")
                .person("Patient/" + WARD.own())
                .scopes("user/*.cruds system/*.cruds patient/*.cruds")
                .signed());
        assertThat(nobody.get("Patient/" + WARD.own()).status()).isEqualTo(403);
        assertThat(nobody.get("Questionnaire").status()).isEqualTo(403);
    }
}
